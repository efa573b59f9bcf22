#include "sim/rules/lending.hpp"

#include <cmath>

#include "sim/base/exact.hpp"

namespace swadaya {

void Lending::miss(const Month& month, Ward& ward, const Group& group, Member& member) const {
  const auto number = static_cast<std::uint32_t>(&group - ward.groups.data());
  miss_instalment(ward, number, member, month.number + lag);
  ++member.missed;
}

void Lending::end_month(const Month& month, Ward& ward) const {
  report_missed(ward, month.number, dressed(ward), reschedules);
  const double most = groups_a_month * ward.open, whole = std::floor(most);
  const bool one_more = most > whole && ward.happens(most - whole, serves, ward.number());
  lend_to_groups(ward, month.number, static_cast<int>(whole) + (one_more ? 1 : 0));
  pay_fund_costs(ward);
  close(month, ward);
}

void Lending::close(const Month&, Ward& ward) const {
  ward.open = arrears(ward) > ward.programme.suspend_at ? 0 : 1;
}

// One uniform number decides between the three causes, and none.
bool Strikes::spare(const Month& month, Ward& ward, Member& m, double factor) const {
  if (m.fate == Fate::able) {
    const double fails = factor * bankrupt, all = fails + moved + died;
    const double chance = chance_of(all, double{month.length});
    const double u = ward.dice(strikes, m.household);
    const double cause = u / chance * all;
    if (u < chance)
      m.fate = cause < fails ? Fate::bankrupt : cause < fails + moved ? Fate::moved : Fate::died;
  }
  if (m.fate == Fate::able) return true;
  pay_from_savings(ward, m);
  return false;
}

void Erosion::spread(Ward& ward, const Group& group, double visible) const {
  const double growth = erosion * visible * (1 - ward.detection);
  for (const Member& m : group.members) {
    const auto g = double{ward.now(column::grant_belief, m.household)};
    ward.set(column::grant_belief, m.household, static_cast<float>(g + growth * (1 - g)));
  }
}

double default_share(const Ward& ward) {
  double borrowers = 0, defaulters = 0;
  for (const Group& group : ward.groups)
    for (const Member& m : group.members)
      if (!group.ghost && m.balance > 0) {
        ++borrowers;
        if (in_default(ward, m)) ++defaulters;
      }
  return borrowers > 0 ? defaulters / borrowers : 0;
}

}  // namespace swadaya
