// What people, spreadsheets and programs read of who gains.
#pragma once

#include <string>

#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// By month shown and variant: participation of poor, near-poor and other households, Atkinson's
// index over them and the equally distributed equivalent; households served, weighted as the
// experiment says, with cost, standing on the frontier of weighted households and ratio.
std::string equity_csv(const Experiment& experiment, const Store& store);
// The frontier of weighted households in words, at the last month shown; "" without weights.
std::string equity_text(const Experiment& experiment, const Store& store, Look look);

}  // namespace swadaya
