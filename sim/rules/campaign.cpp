#include "sim/rules/campaign.hpp"

#include <algorithm>

#include "sim/base/exact.hpp"

namespace swadaya {

std::vector<Household> Campaign::begin(Ward& ward) const {
  const World& world = ward.world;
  std::vector<Household> first;
  if (messengers == 0) {
    for (Household h = ward.place().first; h < ward.place().last; ++h)
      if (world.leader[h] > 0) first.push_back(h);
  } else {
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      if (world.rts[rt].last > world.rts[rt].first)
        first.push_back(best_placed(world, world.rts[rt]));
  }
  for (const Household h : first) first_hand.inform(ward, h);
  return first;
}

void Campaign::month(const Month& month, Ward& ward) const {
  first_hand.tell(ward);
  const bool lasts = month.number <= ward.programme.campaign_end;
  const auto rts = ward.rts();
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
    const double planned = lasts ? meetings * double{month.length} : 0;
    const auto whole = static_cast<int>(planned);
    const int held = whole + (ward.happens(planned - whole, holds, rt) ? 1 : 0);
    // What is the same for all households of an RT is worked out once.
    const double met = -held * log_of(std::max(1 - attendance, 1e-6));
    ward.set(hazard, rt, static_cast<float>(met + heads_tell * double{month.length}));
    ward.spent.socialization += held * ward.costs.meeting;
    if (lasts && messengers != 0) ward.spent.socialization += ward.costs.messenger;
  }
}

// Two steps of diffusion centrality, weighted as news travels.
Household Campaign::best_placed(const World& world, const Place& rt) const {
  Household best = rt.first;
  double most = -1;
  for (Household h = rt.first; h < rt.last; ++h) {
    double reach = double{world.degree[h]};
    for (const Household n : world.ties.of(h)) reach += second_step * double{world.degree[n]};
    if (reach > most) most = reach, best = h;
  }
  return best;
}

}  // namespace swadaya
