#include "sim/tables/draws.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace swadaya {

std::string draws_text(const Experiment& experiment, Look look) {
  const Posterior& p = experiment.posterior;
  if (!p.unused.empty())
    return paragraph(look.say("Parameters are as the scenario says: {} isn't drawn from, since {}.",
                              std::filesystem::path{p.file}.filename().string(),
                              look.language.title(p.unused, p.unused_id)),
                     look);
  if (p.keys.empty()) return "";
  return paragraph(
      experiment.worlds_per_draw == 1
          ? look.say("Drawn are {}, from a sample of {}: each draw in 1 world, the same for all "
                     "variants.",
                     fmt::join(p.keys, ", "), p.sample.points.size())
          : look.say("Drawn are {}, from a sample of {}: each draw in {} worlds, the same for all "
                     "variants.",
                     fmt::join(p.keys, ", "), p.sample.points.size(), experiment.worlds_per_draw),
      look);
}

nlohmann::json draws_json(const Experiment& experiment) {
  const Posterior& p = experiment.posterior;
  if (!p.unused.empty()) return {{"parameters", nlohmann::json::array()}, {"unused", p.unused}};
  if (p.keys.empty()) return {};
  return {{"parameters", p.keys},
          {"sample", p.sample.points.size()},
          {"worlds_per_draw", experiment.worlds_per_draw}};
}

}  // namespace swadaya
