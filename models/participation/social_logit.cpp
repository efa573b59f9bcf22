#include "sim/model.hpp"

namespace swadaya::models::participation {

namespace {

const char* const paragraph = R"(
A household decides in the month in which it first hears, and again every `review_every` months: it joins with

    logistic(b0 + b_attitude (x - 0.5) + b_poor poor + b_business business - b_cost burden + b_trust (trust - 0.5) + J m
             + endorsement)

x its attitude, m the share of its informed ties that take part, as it was last month; endorsement is 0
but under the socialization of that name. With J below 4 there is one equilibrium.
Who joins speaks up (rung 2) with logistic(a0 + a1 capacity + a2 elite - a3 poor), else attends in silence (rung 1); of those who speak
the share `decides` helps to decide (rung 3). Meetings are wearying: the burden of participants and members of groups grows by
`burden_per_meeting` of what is left to 1 with each meeting, and everyone's fades by `burden_fades` a month. Departs from the source: m is
last month's share among the household's own ties, not an expectation of it; who knows at the start decides in month 1.)";

const char* const source =
    "Brock & Durlauf (2001), Discrete choice with social interactions, Rev. Econ. Stud. 68, 235-260; decided on exposure, not every "
    "month: Banerjee et al. (2013); three quarters of poor attendees passive: evidence/programme 2.5, S17; attendance falls: S18";

class SocialLogit final : public Model {
  Ladder ladder;
  Reviews reviews;
  Weariness weariness;
  Numbers b0 = number("b0", -1.45, "log odds", {-6, 3},
                      "set so that 18-24 % of informed households join: evidence/behaviour P1");
  Numbers b_attitude =
      number("b_attitude", 2, "log odds a unit of attitude", {0, 10}, "assumption, sweep it");
  Numbers b_poor =
      number("b_poor", -0.3, "log odds", {-3, 3},
             "the poor hesitate: evidence/programme 2.4 (Wonokromo), 2.5; size assumed");
  Numbers b_business =
      number("b_business", 0.5, "log odds", {-3, 3},
             "80 % of borrowers were traders: evidence/programme 2.4; size assumed");
  Numbers b_cost = number("b_cost", 1, "log odds at full burden", {0, 10}, "assumption, sweep it");
  Numbers b_trust =
      number("b_trust", 1, "log odds a unit of trust", {0, 10}, "assumption, sweep it");
  Numbers J = number("J", 0.3, "log odds a unit of peers' share", {0, 6},
                     "one equilibrium: evidence/behaviour P2");
  Numbers a0 = number("a0", -0.6, "log odds", {-6, 3}, "set for S17");
  Numbers a1 = number("a1", 1, "log odds a unit of capacity", {0, 10}, "assumption, sweep it");
  Numbers a2 = number("a2", 1, "log odds", {0, 10},
                      "elites and activists speak: evidence/programme 2.5; size assumed");
  Numbers a3 =
      number("a3", 0.7, "log odds", {0, 10}, "three quarters of poor attendees passive: S17");
  Numbers decides =
      number("decides", 0.1, "of those who speak", {0, 1},
             "assumption; 9-13 trustees and 45 volunteers a ward: evidence/programme 1.1, 1.3");
  Decision joining = decision("joins"), speaking = decision("speaks"),
           deciding = decision("decides");

 public:
  SocialLogit() { peer_effect("J"); }
  void ward(const Month& month, Ward& ward) const override { weariness.call_meetings(month, ward); }

  void households(const Month& month, Cells& cells) const override {
    const Pack poor = cells.of(&World::poor);
    const Pack due = reviews.due(cells);
    const auto [known, taking_part] =
        cells.sums_over_ties(Where{due}, Weight{column::informed}, column::joined);
    const Pack peers = taking_part / known.max(1.0f);

    const Pack joins = happens(
        logistic_of(b0 + b_attitude * (cells.now(column::attitude) - 0.5f) + b_poor * poor +
                    b_business * cells.of(&World::business) - b_cost * cells.now(column::burden) +
                    b_trust * (cells.of_rt(rt_column::trust) - 0.5f) + J * peers +
                    cells.now(column::endorsement)),
        cells.dice(joining));
    const Pack speaks = happens(logistic_of(a0 + a1 * cells.now(column::capacity) +
                                            a2 * cells.of(&World::elite) - a3 * poor),
                                cells.dice(speaking));
    const Pack leads = happens(decides, cells.dice(deciding));
    const Pack takes_part = ladder.climb(cells, due, joins, 1 + speaks + speaks * leads);
    reviews.end_month(month, cells, due);
    weariness.end_month(month, cells, takes_part);
  }
};

}  // namespace

Entry social_logit() {
  return entry<SocialLogit>(Slot::participation, "social-logit", Standing::by_default, paragraph,
                            source);
}

}  // namespace swadaya::models::participation
