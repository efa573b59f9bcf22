#include "sim/scenario/peer_warnings.hpp"

#include <fmt/format.h>

namespace swadaya {

namespace {

std::string words_for(const PeerChannel& channel) {
  const std::string model = fmt::format("{} `{}`", name_of(channel.slot), channel.model);
  return model + (channel.parameter.empty() ? "" : fmt::format(" ({})", channel.parameter));
}

std::string way_out_of(const PeerChannel& channel) {
  return channel.parameter.empty()
             ? fmt::format("choose another model of {}", name_of(channel.slot))
             : fmt::format("set {}.{} = 0", name_of(channel.slot), channel.parameter);
}

template <class Text>
std::string joined(const std::vector<PeerChannel>& channels, const char* between, Text text) {
  std::string all;
  for (const PeerChannel& channel : channels) all += (all.empty() ? "" : between) + text(channel);
  return all;
}

}  // namespace

std::vector<std::string> peer_warnings(const Experiment& experiment, const Catalogue& catalogue) {
  std::vector<std::pair<std::vector<PeerChannel>, std::vector<std::string>>> found;
  for (const Variant& variant : experiment.variants) {
    std::vector<PeerChannel> channels = peer_channels(variant.scenario, catalogue);
    if (channels.size() < 2) continue;
    auto at = found.begin();
    while (at != found.end() && at->first != channels) ++at;
    if (at == found.end()) at = found.insert(at, {std::move(channels), {}});
    at->second.push_back(variant.name);
  }
  std::vector<std::string> warnings;
  for (const auto& [channels, variants] : found) {
    const std::string where = variants.size() == experiment.variants.size()
                                  ? experiment.name
                                  : fmt::format("{}", fmt::join(variants, ", "));
    warnings.push_back(fmt::format(
        "warning: {}: peers sway decisions through {} channels: {}. At most one should be on, or "
        "the same peers count twice: {}.",
        where, channels.size(), joined(channels, " and ", words_for),
        joined(channels, ", or ", way_out_of)));
  }
  return warnings;
}

}  // namespace swadaya
