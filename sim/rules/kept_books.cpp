#include "sim/rules/kept_books.hpp"

#include <algorithm>

#include "sim/base/exact.hpp"

namespace swadaya {

bool KeptBooks::board_keeps_rule(const Ward& ward) const {
  return ward.world.dice.uniform({keeps_rule.key, 0}, ward.number()) < obeys;
}

double KeptBooks::open_at(const Ward& ward, double arrears) const {
  const double first = ward.programme.suspend_at, last = std::max<double>(stop_at, first);
  if (arrears <= first) return 1;
  return arrears >= last ? 0 : (last - arrears) / (last - first);
}

double KeptBooks::dressed(const Ward& ward) const {
  double capacity = 0, groups = 0;
  for (const Group& g : ward.groups)
    if (g.alive()) capacity += g.capacity, ++groups;
  return Lending::dressed(ward) * (1 - truer * (groups > 0 ? capacity / groups : 0));
}

void KeptBooks::close(const Month& month, Ward& ward) const {
  write_off_old(month, ward);
  const bool holds = month.number >= suspend_from && board_keeps_rule(ward);
  ward.open = holds ? open_at(ward, arrears(ward)) : 1;
}

void KeptBooks::write_off_old(const Month& month, Ward& ward) const {
  const double chance = chance_of(writes_off, double{month.length});
  for (Group& group : ward.groups)
    for (Member& m : group.members) {
      if (group.ghost || m.balance <= 0 || m.written_off) continue;
      const bool old = m.age > ward.programme.terms().end() + write_off_after;
      const bool gone = m.fate == Fate::died || m.fate == Fate::moved;
      if ((old || gone) && ward.happens(chance, written_off, m.household)) write_off(ward, m);
    }
}

}  // namespace swadaya
