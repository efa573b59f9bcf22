// Whom a founder asks: the willing that are near, alike and tied to it.
#pragma once

#include <vector>

#include "sim/rules/group_life.hpp"

namespace swadaya {

class Companions : Declares {
  Number homophily = number("h", 1, "a unit of log consumption", {0, 10},
                            "homophily of income: evidence/behaviour G1; assumption");
  Number tie_bonus = number("tie_bonus", 2, "utility of a tie", {0, 10}, "assumption, sweep it");
  Number haste_blinds =
      number("haste_blinds", 0.7, "of the terms of choice lost in haste", {0, 1},
             "members hardly know each other: evidence/programme 4; size assumed");
  Decision taste = decision("taste");

 public:
  // This month's new groups: founders in household order, each with the companions it likes best.
  void found_groups(const Month& month, Ward& ward, const GroupLife& life) const;

 private:
  double gumbel(const Ward& ward, Household founder, Household h) const;
  std::vector<Household> asked(const Ward& ward, std::size_t size, Household founder,
                               const std::vector<Household>& willing,
                               const std::vector<bool>& taken) const;
};

}  // namespace swadaya
