#include "sim/rules/beginnings.hpp"

#include <algorithm>

namespace swadaya {

void FirstHand::inform(Ward& ward, Household h) const {
  ward.set(column::informed, h, 1);
  ward.set(column::grant_belief, h, static_cast<float>(belief_in(ward)));
}

double FirstHand::belief_in(const Ward& ward) const {
  return std::min(1.0, first_belief + haste_grants * ward.haste);
}

void FirstHand::inform_leaders(Ward& ward) const {
  for (Household h = ward.place().first; h < ward.place().last; ++h)
    if (ward.world.leader[h] > 0) inform(ward, h);
}

void set_first_attitudes(Ward& ward, double poor_shift) {
  const World& w = ward.world;
  for (Household h = ward.place().first; h < ward.place().last; ++h) {
    const double x = double{w.attitude[h]} + poor_shift * double{w.poor[h]};
    ward.set(column::attitude, h, static_cast<float>(std::clamp(x, 0.0, 1.0)));
  }
}

}  // namespace swadaya
