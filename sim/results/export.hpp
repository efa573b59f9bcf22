// A results folder's series in formats that other programs read: every outcome of every month, each
// variant and replicate by itself.
#pragma once

#include <string>

#include "sim/results/store.hpp"

namespace swadaya {

// variant, replicate, month and a column an outcome; empty where an outcome isn't a number.
// `file` is written whole or not at all, here and below. Throws MachineFailure.
void export_csv(const Store& store, const std::string& file);

// NetCDF-4 by the CF conventions 1.8: a variable an outcome over (variant, replicate, month), with
// units and long name; not a number where nothing is stored. `title`: of the experiment.
void export_netcdf(const Store& store, const std::string& title, const std::string& file);

}  // namespace swadaya
