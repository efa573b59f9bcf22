#include "sim/world/file_network.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace swadaya {

void describe(FileNetwork& network, const std::string& how, std::vector<std::string> left_out) {
  network.reading.rows = network.ties.size();
  std::vector<std::pair<Household, Household>> pairs;
  for (const Tie& tie : network.ties)
    if (tie.a != tie.b) pairs.push_back(std::minmax(tie.a, tie.b));
  const std::size_t selves = network.ties.size() - pairs.size();
  std::sort(pairs.begin(), pairs.end());
  const auto ties =
      static_cast<std::size_t>(std::unique(pairs.begin(), pairs.end()) - pairs.begin());
  if (pairs.size() > ties) left_out.push_back(counted(pairs.size() - ties, "repeat"));
  if (selves > 0) left_out.push_back(counted(selves, "self-tie"));
  std::string& words = network.reading.words;
  words = fmt::format("{}, {}; {}", counted(network.households, "household"), counted(ties, "tie"),
                      how);
  if (!left_out.empty()) words += fmt::format("; left out: {}", fmt::join(left_out, ", "));
}

void add_light(std::vector<std::string>& left_out, std::size_t light, const char* what,
               double above) {
  if (light > 0)
    left_out.push_back(fmt::format("{} that weigh{} {} or less", counted(light, what),
                                   light == 1 ? "s" : "", above));
}

Identities without_places(const KnownHouseholds& known) {
  Identities number_of;
  for (const auto& [identity, number] : known.number_of)
    number_of.emplace(Identity{"", identity.second}, number);
  return number_of;
}

namespace {

constexpr char between = '\n';  // of an RW and an RT: in the name of neither

}  // namespace

std::string place_called(const std::string& outer, const std::string& place) {
  return outer.empty() ? place : outer + between + place;
}

Identities without_outer_places(const KnownHouseholds& known) {
  Identities number_of;
  for (const auto& [identity, number] : known.number_of) {
    const auto& [place, name] = identity;
    const std::size_t end = place.find(between);
    const std::string inner = end == std::string::npos ? place : place.substr(end + 1);
    if (!number_of.emplace(Identity{inner, name}, number).second) return {};
  }
  return number_of;
}

}  // namespace swadaya
