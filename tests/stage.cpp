#include "tests/stage.hpp"

#include <bit>

#include "sim/world/draw.hpp"

namespace swadaya {

const char* const small_ward =
    "[time]\nmonths = 30\n[world]\nrw_per_ward = 2\nrt_per_rw = 3\nhouseholds_per_rt = 40\n"
    "[programme]\ngrant = 20000\n[socialization]\nmeetings = 2\n[groups]\nwants_loan = 0.8\nfounding = 0.1\n";

const char* const all_nulls =
    "[time]\nmonths = 24\n[world]\nrw_per_ward = 2\nrt_per_rw = 3\nhouseholds_per_rt = 40\n[models]\n"
    "coordination = \"on-time\"\nsocialization = \"everyone-knows\"\nattitude = \"fixed\"\nparticipation = \"plain-logit\"\n"
    "groups = \"random\"\nfacilitation = \"none\"\ntargeting = \"lottery\"\nlending = \"none\"\nsupervision = \"none\"\nwelfare = \"fixed\"\n";

const Catalogue& all_models() {
  static const Catalogue catalogue{models::all()};
  return catalogue;
}

Experiment experiment_from(const std::string& toml, const std::vector<std::string>& set) {
  return read_experiment(file_with("test.toml", toml), all_models(), {set, {}, {}});
}

std::string refusal(const std::string& toml, const std::vector<std::string>& set) {
  return said_by([&] { experiment_from(toml, set); });
}

Scenario scenario_from(const std::string& toml, const std::vector<std::string>& set) {
  return experiment_from(toml, set).variants[0].scenario;
}

World world_of(const Scenario& scenario, std::uint64_t seed, std::uint32_t replicate) {
  return draw_world(scenario.values, seed, replicate);
}

std::vector<Series> series_of(const std::vector<Scenario>& variants, Order order) {
  const World world = world_of(variants[0]);
  std::vector<const Scenario*> lanes;
  for (const Scenario& s : variants) lanes.push_back(&s);
  return run(world, lanes, all_models(), order, [] { return true; });
}

bool same_bits(const Series& a, const Series& b) {
  if (a.values.size() != b.values.size()) return false;
  for (std::size_t i = 0; i < a.values.size(); ++i)
    if (std::bit_cast<std::uint64_t>(a.values[i]) != std::bit_cast<std::uint64_t>(b.values[i]))
      return false;
  return !a.values.empty();
}

double value(const Series& series, int month, const std::string& outcome) {
  return series.at(month, *outcome_index(outcome));
}

}  // namespace swadaya
