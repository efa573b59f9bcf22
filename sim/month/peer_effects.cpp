#include "sim/month/peer_effects.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace swadaya {

namespace {

double number_of(const Values& values, const std::string& key) {
  const auto at = values.find(key);
  const double* number = at == values.end() ? nullptr : std::get_if<double>(&at->second);
  return number ? *number : 0;
}

bool is_ever_on(const Scenario& scenario, const std::string& key) {
  return number_of(scenario.values, key) != 0 ||
         std::any_of(scenario.events.begin(), scenario.events.end(),
                     [&](const Event& event) { return number_of(event.set, key) != 0; });
}

}  // namespace

std::vector<PeerChannel> peer_channels(const Scenario& scenario, const Catalogue& catalogue) {
  std::vector<PeerChannel> channels;
  for (std::size_t s = 0; s < slot_count; ++s) {
    const auto slot = static_cast<Slot>(s);
    const ModelInfo* model = catalogue.find(slot, scenario.models[s]);
    if (!model) continue;
    for (const std::string& parameter : model->peer_effects)
      if (parameter.empty() || is_ever_on(scenario, fmt::format("{}.{}", name_of(slot), parameter)))
        channels.push_back({slot, model->name, parameter});
  }
  return channels;
}

}  // namespace swadaya
