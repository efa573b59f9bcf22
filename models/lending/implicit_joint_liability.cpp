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

class ImplicitJointLiability final : public Model {
 public:
  explicit ImplicitJointLiability(Declare& declare)
      : office_{declare},
        success_{declare.number("success", 0.95, "chance a month", {0, 1},
                                "misses of 2-10 % a month: evidence/behaviour L2")},
        next_loan_{declare.number("next_loan", 2, "instalments, median household", {0, 20},
                                  "assumption; dynamic incentives L7, evidence/programme 1.5")},
        no_next_loan_{declare.number("no_next_loan", 0.6, "instalments, median household", {0, 20},
                                     "assumption: hope of another programme")},
        spread_{declare.number("spread", 0.5, "sd of the log of a household's taste", {0, 3},
                               "assumption, sweep it")},
        social_{declare.number("social", 2, "instalments at full cohesion", {0, 20},
                               "assumption: helps from cohesion 0.5 on; sweep it")},
        penalty_{declare.number("penalty", 1, "times what being confronted costs", {0, 5},
                                "as strategic-repayment; assumption")},
        liability_{declare.choice("liability", "implicit", {"implicit", "explicit"},
                                  "whether the next loan hangs on the mates' instalments",
                                  "de Quidt, Fetzer & Ghatak 2016")},
        succeeds_{declare.decision("succeeds")},
        tastes_{declare.decision("tastes")} {}

  void ward(const Month& month, Ward& ward) const override {
    for (std::uint32_t g = 0; g < ward.groups.size(); ++g)
      if (!office_.ghosts_miss(month, ward, g)) collect(month, ward, g);
    office_.end_month(month, ward);
  }

 private:
  void collect(const Month& month, Ward& ward, std::uint32_t number) const {
    Group& group = ward.groups[number];
    const double trust = social_(ward) * group.cohesion;
    std::vector<Member*> failed, unwilling;
    double asked = 0, helpers = 0, paid = 0;
    for (Member& m : group.members) {
      if (!fall_due(ward, m)) continue;
      ++asked;
      const bool succeeds = ward.happens(success_(ward), succeeds_, m.household);
      const double next = worth_of_next_loan(ward, m);
      const bool pays = next + trust + penalty_(ward) * confrontation(ward, m) >= 1;
      m.unwilling = succeeds && !pays;
      if (!succeeds) {
        failed.push_back(&m);
      } else if (!pays) {
        unwilling.push_back(&m);
      } else {
        pay_instalment(ward, m), ++paid;
        if (liability_(ward) == 0 ? trust >= 1 : next + trust >= 2) ++helpers;
      }
    }
    for (Member* m : failed) {
      if (helpers >= 1)
        pay_instalment(ward, *m), ++paid, --helpers;
      else
        office_.miss(month, ward, number, *m);
    }
    for (Member* m : unwilling) office_.miss(month, ward, number, *m);
    if (asked > 0) group.own_share_paid = paid / asked;
  }

  double worth_of_next_loan(const Ward& ward, const Member& m) const {
    const bool more_to_come = m.loans < ward.programme.max_loans(ward) && !ward.suspended;
    const double z = ward.world.dice.normal({tastes_.key, 0}, m.household);
    return (more_to_come ? next_loan_(ward) : no_next_loan_(ward)) * exp_of(spread_(ward) * z);
  }

  Office office_;
  Parameter success_, next_loan_, no_next_loan_, spread_, social_, penalty_, liability_;
  Decision succeeds_, tastes_;
};

}  // namespace

Entry implicit_joint_liability() {
  return entry<ImplicitJointLiability>(
      Slot::lending, "implicit-joint-liability", Standing::rival, paragraph,
      "L5: de Quidt, Fetzer & Ghatak (2016), J. Dev. Econ. 121, 217-236; the bounds as in "
      "evidence/behaviour 3.6");
}

}  // namespace swadaya::models::lending
