// What a loan earns above its interest.
#pragma once

#include <algorithm>
#include <cmath>

#include "sim/model.hpp"

namespace swadaya::models::welfare {

class LoanReturn : Declares {
  Number interest = number("interest", 0.0263, "effective, a month of the balance", {0, 0.2},
                           "flat 1.5 % over 10 months: K18");
  Number spread = number("spread", 0.5, "sd of log gross return", {0, 2},
                         "assumption; 3-6 % a month for microenterprises: evidence/behaviour W5");
  Number others = number("others", 0.25, "part of the spread without a business", {0, 1},
                         "most mass near the interest cost: evidence/behaviour W5; size assumed");
  Decision returns = decision("returns");

 public:
  // In logs of the household's consumption. One draw a household and loan: the balance earns it
  // every month.
  double monthly(const Ward& ward, const Member& m) const {
    const World& w = ward.world;
    const double z = w.dice.normal({returns.key, static_cast<std::uint16_t>(m.loans)}, m.household);
    const double half = w.business[m.household] > 0 ? std::abs(z) : others * z;
    const double gain = interest * (exp_of(spread * half) - 1) * m.balance;
    const double consumption = exp_of(double{ward.now(column::log_consumption, m.household)}) *
                               std::max(1.0, double{w.size[m.household]});
    return std::clamp(gain / consumption, -0.2,
                      0.2);  // logs; beyond, a first-order share is no longer one
  }
};

}  // namespace swadaya::models::welfare
