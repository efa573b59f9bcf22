#include <algorithm>

#include "models/lending/failing.hpp"
#include "models/lending/mutual.hpp"
#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
Each month a member with a loan is first struck, or not, by what makes paying impossible: the business fails, the household moves away, the
borrower dies (hazards `bankrupt` exp(-able (K - usual)) (c / median)^-gamma, `moved`, `died`; K the group's capacity, c consumption per head).
Who is able and is to pay this month does with log odds

    (V S + social C T + penalty d s + norm (1 - g) + ward_sd w - burden (size - 1) - instalment) / tau + n log habit

V = no_next_loan + (next_loan - no_next_loan) open is the worth of the next loan, open the share of lending that goes on, 0 after the last
loan. S is the believed chance that the fund survives: half the payment seen in the group, half that seen in the ward, remembered with `memory`
a month. C is the group's cohesion and T the share of its pairs that are tied; d the chance that a defaulter is noticed and confronted and s
what that costs, against a talk with the head of the RT (set by supervision and, among peers, by the group); g the belief that the money is a
grant; w the board's standing, standard normal; size the loan over a first loan; n the months missed in a row, at most 24. If someone misses, the
others of the group cover it with probability `cover` C. Default that is seen and goes unpunished feeds the belief in a grant: g grows by
erosion D (1 - d) (1 - g), D the mean of the shares of defaulters in the group and in the ward. The reported book shows a missed instalment
only after `lag` months, and not at all with probability `window_dressing` (1 - truer K), less where boards expect audits. New loans are cut
back by degrees, from all at `suspend_at` of LAR or PAR to none at `stop_at`, where the board keeps the rule (`obeys`); loans more than
`write_off_after` months past their term, and those of the dead and moved, leave the reported book at `writes_off` a month, until an audit
puts them back.)";

constexpr double most_missed = 24;  // months in a row that count

class RepaymentOdds final : public Mutual<KeptBooks> {
  Number tau = number("tau", 1, "scale that all terms but habit are divided by", {0.02, 2},
                      "assumption: 1, the terms are log odds; for files that move all at once");
  Number next_loan =
      number("next_loan", 1.2, "log odds", {0, 10},
             "calibrated, 0.5-2.5; default without it x 1.05-2: evidence/experiments E2, 2; L7");
  Number no_next_loan =
      number("no_next_loan", 0.3, "log odds", {0, 10}, "assumption: hope of another programme");
  Number social = number("social", 6.5, "log odds at full cohesion and ties", {0, 20},
                         "calibrated, 0.5-11; evidence/experiments E5; Karlan 2007 for the sign");
  Number penalty =
      number("penalty", 0.5, "log odds when confronted", {0, 10},
             "calibrated, 0.1-1.7; a list cuts default by a tenth: evidence/experiments E1, 2");
  Number norm = number("norm", 3.5, "log odds when the money is known to be a loan", {0, 6},
                       "calibrated, 1.2-5.5; evidence/programme 4, 'heard only as money has come'");
  Number ward_sd = number("ward_sd", 1.6, "log odds, sd between wards", {0, 5},
                          "calibrated, 0.5-2.4; spread between kelurahan, evidence/programme 2.3");
  Number burden = number("burden", 0.4, "log odds, for each further first loan of size", {0, 5},
                         "assumption, sweep it");
  Number instalment = number("instalment", 2.6, "log odds that paying it costs", {0, 10},
                             "calibrated, 1.4-3.3; assumption");
  Number habit =
      number("habit", 0.57, "factor on the odds, each month missed in a row", {0.05, 1},
             "calibrated, 0.2-0.8; what is 180 days late is given up: evidence/experiments E13");
  Failing failing;

 public:
  RepaymentOdds() : Mutual{{0.48, "calibrated, 0.1-0.8; assumption"}} {}
  void begin(const Month&, Ward& ward) const override { failing.begin(ward); }

 private:
  bool is_able(const Month& month, Ward& ward, const Group& group, Member& m) const override {
    return failing.spare(month, ward, group, m);
  }
  double chance_to_pay(const Ward& ward, const Group& group, const Member& m,
                       double S) const override {
    const double open = m.loans < ward.programme.max_loans ? ward.open : 0;
    const double V = no_next_loan + (next_loan - no_next_loan) * open;
    const double g = double{ward.now(column::grant_belief, m.household)};
    const double w = double{ward.world.ward_effect[ward.number()]};
    const double C = group.cohesion, T = group.ties, size = m.principal / ward.programme.first_loan;
    const double n = std::min<double>(m.missed, most_missed);
    const double u = V * S + social * C * T + penalty * confrontation(ward, m) + norm * (1 - g) +
                     ward_sd * w - burden * (size - 1) - instalment;
    return logistic_of(u / tau + n * log_of(habit));
  }
};

}  // namespace

Entry repayment_odds() {
  return entry<RepaymentOdds>(
      Slot::lending, "repayment-odds", Standing::by_default, paragraph,
      "P2KP loan rules: evidence/programme 1.5; sizes: evidence/experiments 1 and 2; strategic default after Besley & Coate (1995), J. Dev. Econ. 46, "
      "1-18, and lender collapse after Bond & Rai (2009), J. Dev. Econ. 88, 197-211; causes: evidence/programme 2.3, S4. The joining of the "
      "terms in one logit is this project's own");
}

}  // namespace swadaya::models::lending
