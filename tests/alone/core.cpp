// A program on swadaya_core alone: no scenario files, no results, no pages. Runs every default
// model for a year in a small ward and asks for what must hold of it.
#include <cstdio>

#include "models/all.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/month/programme.hpp"
#include "sim/month/simulation.hpp"
#include "sim/world/draw.hpp"

namespace {

using namespace swadaya;

void describe(Values& values, const std::string& section,
              const std::vector<ParameterInfo>& parameters) {
  for (const ParameterInfo& info : parameters)
    values[section + "." + info.name] = info.default_value;
}

Scenario defaults(const Catalogue& catalogue) {
  Scenario scenario;
  scenario.months = 12;
  describe(scenario.values, "world", world_parameters());
  describe(scenario.values, "network", network_parameters());
  describe(scenario.values, "programme", programme_parameters());
  describe(scenario.values, "costs", cost_parameters());
  for (std::size_t s = 0; s < slot_count; ++s) {
    const ModelInfo& model = catalogue.default_of(static_cast<Slot>(s));
    scenario.models[s] = model.name;
    describe(scenario.values, std::string{slot_names[s]}, model.parameters);
  }
  scenario.values["world.rw_per_ward"] = 2.0;
  return scenario;
}

}  // namespace

int main() {
  const Catalogue catalogue{models::all()};
  const Scenario scenario = defaults(catalogue);
  const World world = draw_world(scenario.values, 1, 0);
  const Scenario* const one = &scenario;
  const auto series =
      run(world, {&one, 1}, catalogue, Order::one_by_one, [] { return true; }).at(0).values;
  const std::size_t informed = *outcome_index("informed"), last = 12 * outcomes().size();
  const double first_known = series.at(informed), known = series.at(last + informed);
  std::printf("%u households, informed at first %.3f, after a year %.3f\n", world.households,
              first_known, known);
  return first_known > 0 && known > 2 * first_known && known < 1 ? 0 : 1;
}
