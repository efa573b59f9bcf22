// A results folder's series in formats that other programs read: outcomes month by month, each
// variant and replicate by itself, all of them or those that are selected.
#pragma once

#include <string>

#include "sim/base/csv.hpp"
#include "sim/results/selection.hpp"
#include "sim/results/store.hpp"

namespace swadaya {

// variant, replicate, month and a column an outcome, then one a parameter that variants set; empty
// where an outcome isn't a number, or a variant has no such parameter. Of worlds of one ward also
// what chance gave its board: standing and honesty (sim/world/boards.hpp).
// `file` is written whole or not at all, here and below. Throws MachineFailure.
void export_csv(const Store& store, const Selection& selection, CsvStyle style,
                const std::string& file);

// NetCDF-4 by the CF conventions 1.8: a variable an outcome over (variant, replicate, month), with
// units and long name; not a number where nothing is stored. What variants set are coordinates
// along `variant`, and what chance gave boards is a variable along `replicate` and `ward`. Units
// are UDUNITS'; `unit_text` says of what, as it is printed. `title`: of the experiment; `history`:
// when and by which command it was run.
void export_netcdf(const Store& store, const Selection& selection, const std::string& title,
                   const std::string& history, const std::string& file);

}  // namespace swadaya
