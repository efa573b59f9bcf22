#include "sim/rules/companions.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/exact.hpp"

namespace swadaya {

namespace {

struct Candidate {
  double utility;
  Household household;
};

}  // namespace

void Companions::found_groups(const Month& month, Ward& ward, const GroupLife& life) const {
  const std::vector<Household>& willing = life.willing(ward);
  const Household first = ward.place().first;
  std::vector<bool> taken(ward.place().last - first, false);
  for (const Household founder : willing) {
    if (taken[founder - first] || !life.founds(month, ward, founder)) continue;
    const std::vector<Household> members =
        asked(ward, static_cast<std::size_t>(life.size), founder, willing, taken);
    if (members.size() < GroupLife::fewest) continue;
    life.found(month, ward, members);
    for (const Household h : members) taken[h - first] = true;
  }
  life.see_money(month, ward);
}

double Companions::gumbel(const Ward& ward, Household founder, Household h) const {
  // Of the pair: the founder's number is folded into the draw.
  const double u = ward.dice(taste, h, static_cast<std::uint16_t>(founder % 65521));
  return -log_of(-log_of(std::clamp(u, 0x1p-25, 1 - 0x1p-25)));
}

std::vector<Household> Companions::asked(const Ward& ward, std::size_t size, Household founder,
                                         const std::vector<Household>& willing,
                                         const std::vector<bool>& taken) const {
  const World& w = ward.world;
  const double sight = 1 - haste_blinds * ward.haste;
  const auto wanted = size - 1;
  const auto is_free = [&](Household h) { return h != founder && !taken[h - ward.place().first]; };
  const auto near = std::count_if(willing.begin(), willing.end(), [&](Household h) {
    return is_free(h) && w.rw[h] == w.rw[founder];
  });
  const bool looks_further = static_cast<std::size_t>(near) < wanted;
  std::vector<Candidate> candidates;
  for (const Household h : willing) {
    if (!is_free(h) || (!looks_further && w.rw[h] != w.rw[founder])) continue;
    const double distance = w.rt[h] == w.rt[founder] ? 0 : w.rw[h] == w.rw[founder] ? 1 : 2;
    const double difference =
        std::abs(double{w.log_consumption[h]} - double{w.log_consumption[founder]});
    const double tied = w.ties.joined(founder, h) ? 1 : 0;
    const double liking = -distance - homophily * difference + tie_bonus * tied;
    candidates.push_back({sight * liking + gumbel(ward, founder, h), h});
  }
  const auto best = std::min(wanted, candidates.size());
  std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(best),
                    candidates.end(), [](const Candidate& a, const Candidate& b) {
                      return a.utility != b.utility ? a.utility > b.utility
                                                    : a.household < b.household;
                    });
  std::vector<Household> members{founder};
  for (std::size_t i = 0; i < best; ++i) members.push_back(candidates[i].household);
  return members;
}

}  // namespace swadaya
