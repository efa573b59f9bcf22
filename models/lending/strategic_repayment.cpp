#include "models/lending/mutual.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
Each month a member with a loan is first struck, or not, by what makes paying impossible: the business fails, the household moves away, the
borrower dies (hazards `bankrupt`, `moved`, `died`). Who is able pays with probability logistic(u / tau), in instalments of a first loan:

    u = V S + social C T + penalty d s + norm (1 - g) + w - burden (size - 1) - 1

V is the worth of the next loan: `next_loan`, or `no_next_loan` after the last one and while lending is suspended. S is the believed chance
that the fund survives: half the payment seen in the group, half that seen in the ward, remembered with `memory` a month. C is the group's
cohesion and T the share of its pairs that were tied at birth; d the chance that a defaulter is noticed and confronted and s what that costs (set
by supervision and, among peers, by the group); g the belief that the money is a grant; w the board's standing, normal with sd `ward_sd`; size
the loan over a first loan. Whoever is two instalments behind pays with odds halved. If someone misses, the others of the group cover it with
probability `cover` C. Default that is seen and goes unpunished feeds the belief in a grant: g grows by erosion D (1 - d) (1 - g), D the mean of
the shares of defaulters in the group and in the ward. The reported book shows a missed instalment only after `lag` months, and not at all with
probability `window_dressing`, less where boards expect audits.)";

class StrategicRepayment final : public Mutual<Lending> {
  Number tau = number("tau", 0.2, "instalments of a first loan", {0.02, 2}, "assumption, sweep it");
  Number next_loan = number("next_loan", 1.0, "instalments of a first loan", {0, 3},
                            "assumption; dynamic incentives L7, evidence/programme 1.5");
  Number no_next_loan = number("no_next_loan", 0.15, "instalments of a first loan", {0, 1},
                               "assumption: hope of another programme");
  Number social = number("social", 1.5, "instalments of a first loan at full cohesion and ties",
                         {0, 5}, "assumption; Karlan 2007 for the sign, S21 for the size");
  Number penalty = number("penalty", 1.0, "instalments of a first loan when confronted", {0, 5},
                          "assumption; evidence/programme 4: no sanction in practice");
  Number norm =
      number("norm", 0.6, "instalments of a first loan when the money is known to be a loan",
             {0, 3}, "assumption; evidence/programme 4, 'heard only as money has come'");
  Number ward_sd = number("ward_sd", 0.3, "instalments of a first loan, sd between wards", {0, 1},
                          "assumption; spread between kelurahan, evidence/programme 2.3, S6");
  Number burden =
      number("burden", 0.35, "instalments of a first loan, for each further first loan of size",
             {0, 2}, "assumption, sweep it");
  Strikes strikes;

 private:
  bool is_able(const Month& month, Ward& ward, const Group&, Member& m) const override {
    return strikes.spare(month, ward, m);
  }
  double chance_to_pay(const Ward& ward, const Group& group, const Member& m,
                       double S) const override {
    const bool more_to_come = m.loans < ward.programme.max_loans && !ward.suspended();
    const double V = more_to_come ? next_loan : no_next_loan;
    const double g = double{ward.now(column::grant_belief, m.household)};
    const double w = ward_sd * double{ward.world.ward_effect[ward.number()]};
    const double C = group.cohesion, T = group.ties, size = m.principal / ward.programme.first_loan;
    const double u = V * S + social * C * T + penalty * confrontation(ward, m) + norm * (1 - g) +
                     w - burden * (size - 1) - 1;
    const double p = logistic_of(u / tau);
    const Terms terms = ward.programme.terms();
    const bool late = m.overdue >= 2 * m.month_share(terms) && m.behind(2, terms);
    return late ? p / (2 - p) : p;
  }
};

}  // namespace

Entry strategic_repayment() {
  return entry<StrategicRepayment>(
      Slot::lending, "strategic-repayment", Standing::rival, paragraph,
      "P2KP loan rules: evidence/programme 1.5; strategic default after Besley & Coate (1995), J. Dev. Econ. 46, 1-18, and lender collapse after "
      "Bond & Rai (2009), J. Dev. Econ. 88, 197-211; causes: evidence/programme 2.3, S4. The joining of the terms in one logit is this project's own");
}

}  // namespace swadaya::models::lending
