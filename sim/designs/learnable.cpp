#include "sim/designs/learnable.hpp"

#include <cstdint>
#include <fmt/format.h>
#include <set>
#include <vector>

namespace swadaya {

std::optional<NotLearnt> why_nothing_is_learnt(const Experiment& experiment,
                                               const Results& results) {
  const std::string compare =
      "`swadaya compare EXPERIMENT --posterior FILE.csv` runs it with draws";
  if (!experiment.design.empty() || results.variants().size() < 2)
    return NotLearnt{
        "is no comparison of packages: there is no choice that knowing more could change", compare};
  std::vector<std::string> others;
  for (const StoredVariant& variant : results.variants())
    if (!results.is_in_same_worlds(static_cast<std::size_t>(&variant - &results.variants()[0])))
      others.push_back(variant.name);
  if (!others.empty())
    return NotLearnt{fmt::format("has {} in different wards: no ward chooses between them and the "
                                 "baseline, and no world joins them",
                                 fmt::join(others, ", ")),
                     "compare the packages of one ward by themselves"};
  const std::vector<std::uint32_t> draws = results.draws();
  if (draws.empty() || experiment.posterior.keys.empty())
    return NotLearnt{
        "was run with parameters taken as known: nothing says what isn't known of them", compare};
  const auto count = std::set<std::uint32_t>(draws.begin(), draws.end()).size();
  if (count < fewest_draws_learnt)
    return NotLearnt{
        fmt::format("has {} draws of the parameters; {} are needed at least, and a few "
                    "hundred say something",
                    count, fewest_draws_learnt),
        fmt::format("`swadaya resume {} --replicates {}` adds worlds", results.folder(),
                    200 * worlds_per_draw_of(experiment))};
  return std::nullopt;
}

}  // namespace swadaya
