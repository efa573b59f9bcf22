// What makes paying impossible, and how far what a group can do and what a household has keep it
// off.
#pragma once

#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::lending {

class Failing : Declares {
  Strikes strikes{{{0.003, "set for S4 at 60 to 120 months: evidence/programme 2.3"},
                   {0.001, "set for S4 at 60 to 120 months: evidence/programme 2.3"}}};
  Number able = number("able", 0.2, "log hazard of bankruptcy, a unit of capacity", {0, 1},
                       "training hardly moves it: evidence/experiments E8; sweep it");
  Number usual = number("usual_capacity", 0.2, "share, at which the hazard is `bankrupt`", {0, 1},
                        "as welfare.first_capacity; assumption");
  Number gamma = number("gamma", 0, "elasticity of the hazard of bankruptcy in consumption", {0, 3},
                        "assumption, sweep it; 0 as recovery didn't depend on who borrows: "
                        "evidence/experiments E11");
  WardColumn median = ward_column("median", 0, "of log consumption, log kRp per head and month");

 public:
  // Before month 0: what the households of the ward have.
  void begin(Ward& ward) const {
    if (gamma <= 0) return;
    std::vector<float> y;
    for (Household h = ward.place().first; h < ward.place().last; ++h)
      if (ward.world.occupied[h] > 0) y.push_back(ward.world.log_consumption[h]);
    if (y.empty()) return;
    const auto middle = y.begin() + static_cast<std::ptrdiff_t>(y.size() / 2);
    std::nth_element(y.begin(), middle, y.end());
    ward[median] = double{*middle};
  }

  // As Strikes::spare, with the hazard of bankruptcy times exp(-able (K - usual)) (c /
  // median)^-gamma.
  bool spare(const Month& month, Ward& ward, const Group& group, Member& m) const {
    double richer = 0;  // in logs
    if (gamma > 0) richer = double{ward.now(column::log_consumption, m.household)} - ward[median];
    const double factor = exp_of(-able * (group.capacity - usual) - gamma * richer);
    return strikes.spare(month, ward, m, factor);
  }
};

}  // namespace swadaya::models::lending
