// What tests stand on: scenarios from a few lines of TOML, worlds and runs from them.
#pragma once

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "models/all.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/month/simulation.hpp"
#include "sim/scenario/scenario.hpp"
#include "tests/files.hpp"

namespace swadaya {

const Catalogue& all_models();
Experiment experiment_from(const std::string& toml, const std::vector<std::string>& set = {});
// What is said to be wrong with a file of this text; "" where nothing is.
std::string refusal(const std::string& toml, const std::vector<std::string>& set = {});
Scenario scenario_from(const std::string& toml, const std::vector<std::string>& set = {});
// A ward of 2 RW x 3 RT x 40 with every default model.
extern const char* const small_ward;
// Every slot on its null.
extern const char* const all_nulls;
World world_of(const Scenario& scenario, std::uint64_t seed = 1, std::uint32_t replicate = 0);
std::vector<Series> series_of(const std::vector<Scenario>& variants,
                              Order order = Order::one_by_one);
// Equal to the bit, and not a number in the same places.
bool same_bits(const Series& a, const Series& b);
double value(const Series& series, int month, const std::string& outcome);

}  // namespace swadaya
