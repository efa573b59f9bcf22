#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/jobs/jobs.hpp"
#include "sim/report/outlines.hpp"
#include "sim/report/parts.hpp"
#include "sim/report/picture_json.hpp"
#include "sim/world/draw.hpp"

namespace swadaya {

namespace {

constexpr PictureSize on_paper{2700, 1500};
// Household-months that are run again for a picture: a ward over twelve years, twice.
constexpr double most_work = 4e6;

// Whether they can be lanes of one run: the same world, models and months.
bool run_together(const Experiment& experiment, std::size_t a, std::size_t b) {
  std::size_t worlds[2] = {a, b};
  const JobsLeft jobs{experiment, {}};
  for (const Job& job : jobs.of_a_replicate())
    for (const std::size_t v : job.variants) {
      if (v == a) worlds[0] = job.world;
      if (v == b) worlds[1] = job.world;
    }
  const Scenario &first = experiment.variants[a].scenario,
                 &second = experiment.variants[b].scenario;
  return worlds[0] == worlds[1] && first.models == second.models && first.months == second.months;
}

}  // namespace

nlohmann::json report_ward(const Experiment& experiment, const Catalogue& catalogue,
                           std::vector<std::size_t> variants) {
  if (variants.size() > 1 && !run_together(experiment, variants[0], variants[1]))
    variants.resize(1);
  std::vector<const Scenario*> scenarios;
  for (const std::size_t v : variants) scenarios.push_back(&experiment.variants[v].scenario);
  // A checkpoint keeps where the ward stood, not how it came there.
  if (!experiment.from.empty()) return {{"missing", "from"}};
  if (households_in_figures(scenarios[0]->values).value_or(0) * scenarios[0]->months *
          static_cast<double>(variants.size()) >
      most_work)
    return {{"missing", "large"}};
  try {
    const World world = draw_world(scenarios[0]->values, experiment.seed, 0);
    const Picture picture = picture_of(world, scenarios, catalogue, 0, [] { return true; });
    auto json = picture_json(picture, on_paper);
    // What the page doesn't draw: most of the bytes.
    for (auto& lane : json["lanes"])
      for (auto& group : lane["groups"])
        for (const char* key : {"balance", "capacity", "cohesion", "overdue", "size", "visits"})
          group.erase(key);
    json["variants"] = variants;
    json["map"] = map_json(scenarios[0]->values);
    return json;
  } catch (const BadInput&) {
    return {{"missing", "failed"}};  // a model threw, as it may have in the run itself
  }
}

}  // namespace swadaya
