#include "sim/tables/draws.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace swadaya {

std::string draws_text(const Experiment& experiment, Look look) {
  const Posterior& p = experiment.posterior;
  if (!p.unused.empty())
    return paragraph(
        fmt::format("Parameters are as the scenario says: {} isn't drawn from, since {}.",
                    std::filesystem::path{p.file}.filename().string(), p.unused),
        look);
  if (p.keys.empty()) return "";
  return paragraph(
      fmt::format("Drawn are {}, from a sample of {}: each draw in {} world{}, the same for all "
                  "variants.",
                  fmt::join(p.keys, ", "), p.sample.points.size(), experiment.worlds_per_draw,
                  experiment.worlds_per_draw == 1 ? "" : "s"),
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
