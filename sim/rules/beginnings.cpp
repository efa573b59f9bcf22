#include "sim/rules/beginnings.hpp"

#include <algorithm>

namespace swadaya {

void inform_leaders(Ward& ward) {
  for (Household h = ward.place().first; h < ward.place().last; ++h) {
    ward.set(column::informed, h, ward.world.leader[h]);
    ward.set(column::grant_belief, h, ward.world.leader[h] * first_hand_belief);
  }
}

void set_first_attitudes(Ward& ward, double poor_shift) {
  const World& w = ward.world;
  for (Household h = ward.place().first; h < ward.place().last; ++h) {
    const double x = double{w.attitude[h]} + poor_shift * double{w.poor[h]};
    ward.set(column::attitude, h, static_cast<float>(std::clamp(x, 0.0, 1.0)));
  }
}

}  // namespace swadaya
