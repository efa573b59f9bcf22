#include "sim/rules/contact.hpp"

#include <algorithm>

#include "sim/base/exact.hpp"

namespace swadaya {

double Contact::held(const Month& month, const Ward& ward, const Group& group) const {
  const bool runs = month.number <= ward.programme.exit;
  const double least = runs ? double{least_held} : double{ward.programme.meetings_after};
  return least + (1 - least) * group.capacity;
}

double Contact::presence(const Ward& ward, const Member& m) const {
  return attends * (1 - tires * double{ward.now(column::burden, m.household)});
}

void Contact::live(const Month& month, Ward& ward, Group& group) const {
  make_ties(ward, group);
  const double chance = chance_of(ending(month, ward, group), double{month.length});
  if (ward.happens(chance, ends, group.founder)) dissolve(ward, group);
}

// At birth as many of those who stayed are tied as the ward's network says; the rest is made here.
void Contact::make_ties(const Ward& ward, Group& group) const {
  double present = 0;
  for (const Member& m : group.members) present += presence(ward, m);
  present /= static_cast<double>(group.members.size());
  const double born = share_tied(ward.world, group), T = std::max(group.ties, born);
  const double made = 1 - exp_of(group.meetings * present * present * log_of(1 - contact));
  group.ties = std::clamp(T + made * (1 - T) - fade * (T - born), 0.0, 1.0);
}

double Contact::ending(const Month& month, const Ward& ward, const Group& group) const {
  const bool waits_in_vain = group.loans == 0 ? month.number - group.founded >= waits
                                              : ward.suspended() && group.balance() <= 0;
  const double tired = waits_in_vain ? gives_up * exp_of(-loyalty * group.cohesion) : 0;
  const double broken = breaks * group.default_share(ward.programme.terms());
  return (tired + broken) * exp_of(-educated * group.capacity);
}

void Contact::dissolve(Ward& ward, Group& group) const {
  GroupLife::dissolve(ward, group);
  group.cohesion = 0;
}

}  // namespace swadaya
