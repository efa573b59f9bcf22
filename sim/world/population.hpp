// A synthetic population: households of a survey, so many of each kind in each RT that known
// margins hold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/world/survey.hpp"

namespace swadaya {

struct Population {
  std::string csv;                   // households.csv, one a row, as `[world] households` reads it
  std::vector<std::string> columns;  // of it, but for id, rw and rt
  std::size_t households = 0, rts = 0, rws = 0;
  std::vector<std::string> surveyed;  // columns taken from the survey
  std::vector<std::string> drawn;     // columns drawn from the figures of [world]
  std::size_t kinds = 0;              // of households that the margins tell apart
  std::size_t rounds = 0;             // of fitting, at most in an RT
  double largest_miss = 0;     // of any count of any RT, households; 0: all margins hold exactly
  double largest_share = 0;    // of any count of the ward, as a share of it
  std::size_t times_most = 0;  // that one household of the survey stands for, at most
};

// Fits the survey to the margins of each RT by iterative proportional fitting, makes whole numbers
// of it and takes households of each kind from the survey by their weights. What the survey doesn't
// say is drawn from the figures in `values` ("world."), of dice of this seed. Throws BadInput where
// an RT has households of a kind that the survey hasn't, where margins contradict each other, or
// where a count of the ward would be off by more than 1 %.
Population synthetic_population(const HouseholdSurvey& survey, const MarginsOfRts& margins,
                                const Values& values, std::uint64_t seed);

}  // namespace swadaya
