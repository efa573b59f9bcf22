#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
Members who know each other insure each other, whoever is liable. Each month the business of a member with a loan earns its instalment
with chance `success`. Whoever earned it pays where

    V + S + penalty d s >= 1

in units of the own instalment: V the worth of the next loan, `next_loan` (or `no_next_loan` after the last one and while lending is
suspended) times a taste of the household's own, lognormal with sd `spread`; S = social C the social capital that a defaulter loses, C
the group's cohesion; d the chance that a defaulter is confronted and s what that costs (set by supervision and, among peers, by the group).
Under `liability` implicit each who paid also pays for one mate whose business failed, where S >= 1: losing the mate's trust would cost
more than the instalment. Under explicit liability the payer would lose the next loan too, and does so where V + S >= 2. So of n
willing members K of whom succeed min(n, 2 K) instalments come in. The reported book shows a missed instalment only after `lag` months,
and not at all with probability `window_dressing`, less where boards expect audits.)";

class ImplicitJointLiability final : public Lending {
  Number success = number("success", 0.95, "chance a month", {0, 1},
                          "misses of 2-10 % a month: evidence/behaviour L2");
  Number next_loan = number("next_loan", 2, "instalments, median household", {0, 20},
                            "assumption; dynamic incentives L7, evidence/programme 1.5");
  Number no_next_loan = number("no_next_loan", 0.6, "instalments, median household", {0, 20},
                               "assumption: hope of another programme");
  Number spread =
      number("spread", 0.5, "sd of the log of a household's taste", {0, 3}, "assumption, sweep it");
  Number social = number("social", 2, "instalments at full cohesion", {0, 20},
                         "assumption: helps from cohesion 0.5 on; sweep it");
  Number penalty = number("penalty", 1, "times what being confronted costs", {0, 5},
                          "as strategic-repayment; assumption");
  Whole liability = choice("liability", "implicit", {"implicit", "explicit"},
                           "whether the next loan hangs on the mates' instalments",
                           "de Quidt, Fetzer & Ghatak 2016");
  Decision succeeding = decision("succeeds"), tastes = decision("tastes");

 public:
  Paid collect(const Month& month, Ward& ward, Group& group) const override {
    const double trust = social * group.cohesion;
    std::vector<Member*> failed, unwilling;
    Paid count;
    double helpers = 0;
    for (Member& m : group.members) {
      if (!fall_due(ward, m)) continue;
      ++count.asked;
      const bool succeeds = ward.happens(success, succeeding, m.household);
      const double next = worth_of_next_loan(ward, m);
      const bool pays = next + trust + penalty * confrontation(ward, m) >= 1;
      m.unwilling = succeeds && !pays;
      if (!succeeds) {
        failed.push_back(&m);
      } else if (!pays) {
        unwilling.push_back(&m);
      } else {
        pay_instalment(ward, m), ++count.paid;
        if (liability == 0 ? trust >= 1 : next + trust >= 2) ++helpers;
      }
    }
    for (Member* m : failed) {
      if (helpers >= 1)
        pay_instalment(ward, *m), ++count.paid, --helpers;
      else
        miss(month, ward, group, *m);
    }
    for (Member* m : unwilling) miss(month, ward, group, *m);
    return count;
  }

 private:
  double worth_of_next_loan(const Ward& ward, const Member& m) const {
    const bool more_to_come = m.loans < ward.programme.max_loans && !ward.suspended();
    const double z = ward.world.dice.normal({tastes.key, 0}, m.household);
    return (more_to_come ? next_loan : no_next_loan) * exp_of(spread * z);
  }
};

}  // namespace

Entry implicit_joint_liability() {
  return entry<ImplicitJointLiability>(
      Slot::lending, "implicit-joint-liability", Standing::rival, paragraph,
      "L5: de Quidt, Fetzer & Ghatak (2016), J. Dev. Econ. 121, 217-236; the bounds as in "
      "evidence/behaviour 3.6");
}

}  // namespace swadaya::models::lending
