// Small searches over made-up outcomes, whose answers are known.
#pragma once

#include <cmath>

#include "sim/designs/calibration.hpp"
#include "sim/designs/optimisation.hpp"
#include "tests/stored.hpp"

namespace swadaya {

inline double number_of(const Values& values, const std::string& key) {
  return std::get<double>(values.at(key));
}

inline Experiment small_calibration() {
  return experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\nseed = 3\n[calibration]\npoints = 400\nparticles = 60\n"
      "draws = 20\n[calibration.priors]\n\"lending.norm\" = { low = 0, high = 1 }\n"
      "\"lending.tau\" = { low = 0.1, high = 0.5 }\n"
      "[[calibration.target]]\nid = \"T1\"\nstatement = \"A half\"\noutcome = \"recovery\"\n"
      "month = 24\nband = [0.45, 0.55]\n"
      "[[calibration.target]]\nid = \"T2\"\noutcome = \"recovery\"\nmonth = 30\nband = [0.9, inf]\n"
      "held_out = true\n");
}

inline double half_of_norm(const Values& v, std::uint32_t world) {
  return number_of(v, "lending.norm") + 0.001 * (world % 7);
}

inline Experiment small_optimisation() {
  return experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 4\nseed = 2\noutcomes = [\"recovery\"]\nmonths_shown = [30]\n"
      "[optimisation]\noutcome = \"recovery\"\nmonth = 24\nbudget = 6000\nfrontier = [0, 20000]\n"
      "candidates = 60\nfresh_worlds = 16\nrivals = 6\n"
      "[[optimisation.lever]]\nkey = \"supervision.audit_probability\"\ntitle = \"Audits\"\n"
      "low = 0\nhigh = 1\ncost = 10000\n"
      "[[optimisation.lever]]\nname = \"list\"\nset = { \"supervision.published\" = true }\n"
      "cost = 1000\n");
}

inline double of_audits(const Values& v, std::uint32_t world) {
  return 0.2 + 0.3 * number_of(v, "supervision.audit_probability") +
         0.05 * number_of(v, "supervision.published") + 0.01 * std::sin(1.7 * world);
}

// Of a search that has ended.
inline Store calibrated_store(const Experiment& e, const std::string& name) {
  return Store::open(searched_folder(e, calibration_search(e), name, half_of_norm));
}
inline Store optimised_store(const Experiment& e, const std::string& name) {
  return Store::open(searched_folder(e, optimisation_search(e), name, of_audits));
}

}  // namespace swadaya
