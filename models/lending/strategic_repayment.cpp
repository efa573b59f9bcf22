#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
Each month a member with a loan is first struck, or not, by what makes paying impossible: the business fails, the household
moves away, the borrower dies (hazards `bankrupt`, `moved`, `died`). Who is able pays with probability logistic(u / tau), in
units of one instalment of a first loan:

    u = V S + social C T + penalty d s + norm (1 - g) + w - burden (size - 1) - 1

V is the worth of the next loan: `next_loan`, or `no_next_loan` after the last one and while lending is suspended. S is the
believed chance that the fund survives: half the payment seen in the group, half that seen in the ward, remembered with
`memory` a month. C is the group's cohesion and T the share of its pairs that were tied at birth; d the chance that a defaulter
is noticed and confronted and s what that costs (set by supervision and, among peers, by the group); g the belief that the money is a grant; w the board's
standing, normal with sd `ward_sd`; size the loan over a first loan. Whoever is two instalments behind pays with odds halved. If
someone misses, the others of the group cover it with probability `cover` C. Default that is seen and goes unpunished feeds the
belief in a grant: g grows by erosion D (1 - d) (1 - g), D the mean of the shares of defaulters in the group and in the ward.
The reported book shows a missed instalment only after `lag` months, and not at all with probability `window_dressing`, less
where boards expect audits.)";

const char* const source =
    "P2KP loan rules: evidence/programme 1.5; strategic default after Besley & Coate (1995), J. Dev. Econ. 46, 1-18, and lender collapse "
    "after Bond & Rai (2009), J. Dev. Econ. 88, 197-211; causes of default: evidence/programme 2.3, S4. The joining of the terms in "
    "one logit is this project's own";

class StrategicRepayment final : public Model {
 public:
  explicit StrategicRepayment(Declare& declare)
      : office_{declare},
        tau_{declare.number("tau", 0.2, "instalments of a first loan", {0.02, 2},
                            "assumption, sweep it")},
        next_loan_{declare.number("next_loan", 1.0, "instalments of a first loan", {0, 3},
                                  "assumption; dynamic incentives L7, evidence/programme 1.5")},
        no_next_loan_{declare.number("no_next_loan", 0.15, "instalments of a first loan", {0, 1},
                                     "assumption: hope of another programme")},
        memory_{declare.number("memory", 0.8, "share of last month's belief kept, a month",
                               {0, 0.99}, "assumption, sweep it")},
        social_{declare.number("social", 1.5,
                               "instalments of a first loan at full cohesion and ties", {0, 5},
                               "assumption; Karlan 2007 for the sign, S21 for the size")},
        penalty_{declare.number("penalty", 1.0, "instalments of a first loan when confronted",
                                {0, 5},
                                "assumption; evidence/programme 4: no sanction in practice")},
        norm_{declare.number(
            "norm", 0.6, "instalments of a first loan when the money is known to be a loan", {0, 3},
            "assumption; evidence/programme 4, 'heard only as money has come'")},
        ward_sd_{
            declare.number("ward_sd", 0.3, "instalments of a first loan, sd between wards", {0, 1},
                           "assumption; spread between kelurahan, evidence/programme 2.3, S6")},
        burden_{declare.number("burden", 0.35,
                               "instalments of a first loan, for each further first loan of size",
                               {0, 2}, "assumption, sweep it")},
        bankrupt_{declare.number("bankrupt", 0.006, "hazard a month", {0, 0.1},
                                 "assumption giving S4's 13 %: evidence/programme 2.3")},
        moved_{declare.number("moved", 0.002, "hazard a month", {0, 0.1},
                              "assumption giving S4's 3.5 %: evidence/programme 2.3")},
        died_{declare.number("died", 0.0008, "hazard a month", {0, 0.1},
                             "crude death rate of adults near 1 % a year; S4's 1.5 %")},
        cover_{declare.number(
            "cover", 0.4, "chance that the others cover a miss, at full cohesion", {0, 1},
            "assumption; joint liability weakly enforced, evidence/programme 0 row 13")},
        erosion_{declare.number("erosion", 0.06, "a month, at all in default", {0, 1},
                                "assumption, sweep it")},
        strikes_{declare.decision("strikes")},
        pays_{declare.decision("pays")},
        covers_{declare.decision("covers")} {}

  void ward(const Month& month, Ward& ward) const override {
    const double ward_default = default_share(ward);
    const double ward_seen = ward.payment_seen;
    double asked = 0, paid = 0;
    for (std::uint32_t g = 0; g < ward.groups.size(); ++g) {
      Group& group = ward.groups[g];
      const double group_default = group.default_share(ward.programme.tenor(ward));
      const double survives = 0.5 * group.payment_seen + 0.5 * ward_seen;
      const Paid group_paid = collect(month, ward, g, survives);
      if (group_paid.asked == 0) continue;
      group.own_share_paid = group_paid.paid / group_paid.asked;
      group.payment_seen =
          memory_(ward) * group.payment_seen + (1 - memory_(ward)) * group.own_share_paid;
      if (!group.ghost) erode(ward, group, 0.5 * (group_default + ward_default));
      asked += group_paid.asked;
      paid += group_paid.paid;
    }
    if (asked > 0)
      ward.payment_seen = memory_(ward) * ward.payment_seen + (1 - memory_(ward)) * paid / asked;

    office_.end_month(month, ward);
  }

 private:
  struct Paid {
    double asked = 0, paid = 0;  // members
  };

  static double default_share(const Ward& ward) {
    double borrowers = 0, defaulters = 0;
    for (const Group& group : ward.groups)
      for (const Member& m : group.members)
        if (!group.ghost && m.balance > 0) {
          ++borrowers;
          if (in_default(ward, m)) ++defaulters;
        }
    return borrowers > 0 ? defaulters / borrowers : 0;
  }

  Paid collect(const Month& month, Ward& ward, std::uint32_t number, double survives) const {
    Group& group = ward.groups[number];
    Paid count;
    std::vector<Member*> missing;
    for (Member& m : group.members) {
      if (!fall_due(ward, m)) continue;
      ++count.asked;
      if (group.ghost) {
        missing.push_back(&m);
        continue;
      }
      strike(month, ward, m);
      const bool able = m.fate == Fate::able;
      const bool pays =
          able && ward.happens(chance_to_pay(ward, group, m, survives), pays_, m.household);
      m.unwilling = able && !pays;
      if (!able) pay_from_savings(ward, m);
      if (pays) {
        pay_instalment(ward, m);
        ++count.paid;
      } else {
        missing.push_back(&m);
      }
    }
    const bool someone_paid = count.paid > 0;
    for (Member* m : missing) {
      const double chance = someone_paid ? cover_(ward) * group.cohesion : 0;
      if (ward.happens(chance, covers_, m->household)) {
        pay_instalment(ward, *m);
        ++count.paid;
      } else {
        office_.miss(month, ward, number, *m);
      }
    }
    return count;
  }

  // One uniform number decides between the three causes, and none.
  void strike(const Month& month, Ward& ward, Member& m) const {
    if (m.fate != Fate::able) return;
    const double length = double{month.length};
    const double all = bankrupt_(ward) + moved_(ward) + died_(ward);
    const double chance = chance_of(all, length);
    const double u = ward.dice(strikes_, m.household);
    if (u >= chance) return;
    const double cause = u / chance * all;
    m.fate = cause < bankrupt_(ward)                  ? Fate::bankrupt
             : cause < bankrupt_(ward) + moved_(ward) ? Fate::moved
                                                      : Fate::died;
  }

  double chance_to_pay(const Ward& ward, const Group& group, const Member& m,
                       double survives) const {
    const bool more_to_come = m.loans < ward.programme.max_loans(ward) && !ward.suspended;
    const double next = more_to_come ? next_loan_(ward) : no_next_loan_(ward);
    const double grant = double{ward.now(column::grant_belief, m.household)};
    const double standing = ward_sd_(ward) * double{ward.world.ward_effect[ward.number()]};
    const double size = m.principal / ward.programme.first_loan(ward);
    const double u = next * survives + social_(ward) * group.cohesion * group.ties +
                     penalty_(ward) * confrontation(ward, m) + norm_(ward) * (1 - grant) +
                     standing - burden_(ward) * (size - 1) - 1;
    const double chance = logistic_of(u / tau_(ward));
    const bool behind = m.overdue >= 2 * m.instalment(ward.programme.tenor(ward));
    return behind ? chance / (2 - chance) : chance;
  }

  void erode(Ward& ward, const Group& group, double seen) const {
    const double growth = erosion_(ward) * seen * (1 - ward.detection);
    for (const Member& m : group.members) {
      const auto belief = double{ward.now(column::grant_belief, m.household)};
      ward.set(column::grant_belief, m.household,
               static_cast<float>(belief + growth * (1 - belief)));
    }
  }

  Office office_;
  Parameter tau_, next_loan_, no_next_loan_, memory_, social_, penalty_, norm_, ward_sd_, burden_;
  Parameter bankrupt_, moved_, died_, cover_, erosion_;
  Decision strikes_, pays_, covers_;
};

}  // namespace

Entry strategic_repayment() {
  return entry<StrategicRepayment>(Slot::lending, "strategic-repayment", Standing::by_default,
                                   paragraph, source);
}

}  // namespace swadaya::models::lending
