#include "sim/designs/seen_wards.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace swadaya {

SeenWards::SeenWards(const std::vector<Target>& targets, std::uint32_t replicates)
    : replicates_{replicates} {
  const auto count_of = [&](const Target& target) { return std::min(target.wards, replicates); };
  // Those that are fitted first: it is they that mustn't share a world's luck.
  std::vector<std::string> sites;
  std::map<std::string, std::uint32_t> most;
  for (const bool held_out : {false, true})
    for (const Target& target : targets) {
      if (target.is_held_out != held_out) continue;
      if (!most.contains(target.site)) sites.push_back(target.site);
      most[target.site] = std::max(most[target.site], count_of(target));
    }
  std::map<std::string, std::uint32_t> first;
  std::uint32_t next = 0;
  for (const std::string& site : sites) {
    first[site] = next;
    next = (next + most[site]) % replicates;
  }
  for (const Target& target : targets) {
    windows_.push_back({first[target.site], count_of(target)});
    if (windows_.back().count < replicates) observations_ = replicates;
  }
}

std::vector<std::uint32_t> SeenWards::of(std::size_t observation, std::size_t target) const {
  const Window& window = windows_[target];
  std::vector<std::uint32_t> all;
  for (std::uint32_t i = 0; i < window.count; ++i)
    all.push_back((window.first + static_cast<std::uint32_t>(observation) + i) % replicates_);
  return all;
}

}  // namespace swadaya
