// Whom a founder asks: the willing that are near, alike and tied to it.
#pragma once

#include <vector>

#include "sim/rules/group_life.hpp"

namespace swadaya {

class Companions {
 public:
  explicit Companions(Declare& declare);

  // This month's new groups: founders in household order, each with the companions it likes best.
  void found_groups(const Month& month, Ward& ward, const GroupLife& life) const;

 private:
  double gumbel(const Ward& ward, Household founder, Household h) const;
  std::vector<Household> asked(const Ward& ward, std::size_t size, Household founder,
                               const std::vector<Household>& willing,
                               const std::vector<bool>& taken) const;

  Parameter h_, tie_bonus_, haste_blinds_;
  Decision taste_;
};

}  // namespace swadaya
