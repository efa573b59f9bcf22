#include "sim/scenario/scenario.hpp"

#include <charconv>
#include <fmt/format.h>

#include "sim/world/world.hpp"

namespace swadaya {

const std::vector<std::pair<std::string, const std::vector<ParameterInfo>*>>& common_sections() {
  static const std::vector<std::pair<std::string, const std::vector<ParameterInfo>*>> all{
      {"world", &world_parameters()},
      {"network", &network_parameters()},
      {"programme", &programme_parameters()},
      {"costs", &cost_parameters()}};
  return all;
}

Scenario moved(const Variant& variant, const Values& values) {
  Scenario scenario = variant.scenario;
  for (const auto& [key, value] : values)
    if (const auto at = scenario.values.find(key);
        at != scenario.values.end() && !variant.sets.contains(key)) {
      at->second = value;
      const auto scale = variant.scales.find(key);
      if (double* number = std::get_if<double>(&at->second);
          number && scale != variant.scales.end())
        *number *= scale->second;
    }
  for (Event& event : scenario.events)
    for (const auto& [key, factor] : event.scales)
      event.set[key] = std::get<double>(scenario.values.at(key)) * factor;
  return scenario;
}

std::uint64_t seed_of(const std::string& text) {
  std::uint64_t seed = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, seed);
  if (read.ec != std::errc{} || read.ptr != end || seed > most_seed)
    throw BadInput{Problem{"", 0, 0, "--seed", text,
                           fmt::format("must be a whole number between 0 and {}", most_seed), ""}};
  return seed;
}

}  // namespace swadaya
