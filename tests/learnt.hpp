// A comparison whose value of information is known: a package that costs 1000 kRp more and gains
// -5 + 20 x points of recovery, x = lending.norm, even over [0, 1]. At 200 kRp a point knowing x is
// worth 500 kRp: 4000 x - 2000 where that is above 0. lending.erosion and groups.breaks do nothing.
#pragma once

#include <fmt/format.h>
#include <string>

#include "sim/designs/learn.hpp"
#include "tests/designs/draws.hpp"
#include "tests/drawn.hpp"
#include "tests/stored.hpp"

namespace swadaya {

inline std::string known_draws(std::size_t n) {
  std::string csv = "lending.norm,lending.erosion,groups.breaks\n";
  const auto second = normal_draws(n, 2), third = normal_draws(n, 3);
  for (std::size_t i = 0; i < n; ++i)
    csv += fmt::format("{},{},{}\n", (static_cast<double>(i) + 0.5) / static_cast<double>(n),
                       0.5 + 0.1 * second[i], 0.05 + 0.01 * third[i]);
  return csv;
}

// Two worlds a draw.
inline Experiment known_experiment(std::size_t draws = 100) {
  file_with("draws.csv", known_draws(draws));
  const std::string file = file_with(
      "known.toml", std::string{small_ward} +
                        fmt::format("[experiment]\nposterior = \"draws.csv\"\nreplicates = {}\n"
                                    "outcomes = [\"recovery\"]\nanswer = \"recovery\"\n"
                                    "months_shown = [20, 30]\n"
                                    "[[variant]]\nname = \"none\"\n[[variant]]\nname = "
                                    "\"package\"\ntitle = \"The package\"\nset = "
                                    "{{ \"socialization.meetings\" = 5 }}\n",
                                    2 * draws));
  return read_experiment(file, all_models(), {});
}

// `luck`: sd of a world's recovery, in each package its own.
template <class To>
void fill_known(const Experiment& experiment, To& results, double luck = 0) {
  const Dice dice{3, 0};
  Stream random{dice, "test.luck"};
  const auto normal = [&] { return luck * normal_quantile(random.uniform() + 0x1p-25); };
  const int months = experiment.variants[0].scenario.months;
  for (std::uint32_t r = 0; r < experiment.replicates; ++r) {
    const double x = std::get<double>(experiment.posterior.values(r).at("lending.norm"));
    Series none = series_of(0.3 + 0.4 * x + normal(), months),
           package = series_of(0.25 + 0.6 * x + normal(), months);
    for (int month = 0; month <= months; ++month)
      package.values[static_cast<std::size_t>(month) * outcomes().size() +
                     *outcome_index("cost_kRp")] = 1000;
    results.add(r, {0, 1}, {none, package});
  }
}

}  // namespace swadaya
