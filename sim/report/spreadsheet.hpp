// A results folder as a workbook that explains itself, for whoever works with a spreadsheet.
#pragma once

#include <string>

#include "sim/report/report.hpp"
#include "sim/results/selection.hpp"

namespace swadaya {

// Sheets: read me; comparison (what comparison.csv has, with titles and units); series (means and
// quantiles over worlds, month by month); frontier (of comparisons of packages); what else a design
// came to, a sheet a table; settings with their sources; definitions. All keep to what is selected;
// settings have the baseline in any case. Written whole or not at all. Throws BadInput where a
// sheet can't hold as many rows, or no replicate is complete; MachineFailure.
void write_spreadsheet(const Reported& reported, const Selection& selection,
                       const std::string& file);

}  // namespace swadaya
