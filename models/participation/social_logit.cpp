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
 public:
  explicit SocialLogit(Declare& declare)
      : b0_{declare.number(
            "b0", -1.45, "log odds", {-6, 3},
            "set so that 18-24 % of informed households join: evidence/behaviour P1")},
        b_attitude_{declare.number("b_attitude", 2, "log odds a unit of attitude", {0, 10},
                                   "assumption, sweep it")},
        b_poor_{declare.number(
            "b_poor", -0.3, "log odds", {-3, 3},
            "the poor hesitate: evidence/programme 2.4 (Wonokromo), 2.5; size assumed")},
        b_business_{
            declare.number("b_business", 0.5, "log odds", {-3, 3},
                           "80 % of borrowers were traders: evidence/programme 2.4; size assumed")},
        b_cost_{declare.number("b_cost", 1, "log odds at full burden", {0, 10},
                               "assumption, sweep it")},
        b_trust_{declare.number("b_trust", 1, "log odds a unit of trust", {0, 10},
                                "assumption, sweep it")},
        j_{declare.number("J", 0.3, "log odds a unit of peers' share", {0, 6},
                          "one equilibrium: evidence/behaviour P2")},
        review_every_{declare.whole("review_every", 12, "months", {1, 1200},
                                    "yearly review meeting: evidence/programme 1.2")},
        a0_{declare.number("a0", -0.6, "log odds", {-6, 3}, "set for S17")},
        a1_{declare.number("a1", 1, "log odds a unit of capacity", {0, 10},
                           "assumption, sweep it")},
        a2_{declare.number("a2", 1, "log odds", {0, 10},
                           "elites and activists speak: evidence/programme 2.5; size assumed")},
        a3_{declare.number("a3", 0.7, "log odds", {0, 10},
                           "three quarters of poor attendees passive: S17")},
        decides_{declare.number(
            "decides", 0.1, "of those who speak", {0, 1},
            "assumption; 9-13 trustees and 45 volunteers a ward: evidence/programme 1.1, 1.3")},
        burden_per_meeting_{declare.number("burden_per_meeting", 0.03, "of what is left to 1",
                                           {0, 1}, "set for S18")},
        burden_fades_{
            declare.number("burden_fades", 0.02, "a month", {0, 1}, "assumption, sweep it")},
        until_review_{
            declare.column("until_review", "months to the next decision; 0 before the first")},
        meetings_{
            declare.rt_column("programme_meetings", "meetings a month asked of participants")},
        joins_{declare.decision("joins")},
        speaks_{declare.decision("speaks")},
        leads_{declare.decision("decides")} {
    declare.writes(
        {column::joined, column::rung, column::ever_joined, column::burden, until_review_});
    declare.peer_effect("J");
  }

  void ward(const Month& month, Ward& ward) const override {
    const bool runs = month.number <= ward.programme.exit(ward);
    const double meetings =
        ward.programme.meetings(ward) * (runs ? 1 : ward.programme.meetings_after(ward));
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      ward.set(meetings_, rt, static_cast<float>(meetings));
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed), joined = cells.now(column::joined),
               burden = cells.now(column::burden);
    const Pack poor = cells.of(&World::poor), waits = cells.now(until_review_);
    const Pack due = informed * is_less(waits, Pack::Constant(0.5f));
    const auto [known, taking_part] =
        cells.sums_over_ties(Where{due}, Weight{column::informed}, column::joined);
    const Pack peers = taking_part / known.max(1.0f);

    const Pack joins =
        happens(logistic_of(b0_ + b_attitude_ * (cells.now(column::attitude) - 0.5f) +
                            b_poor_ * poor + b_business_ * cells.of(&World::business) -
                            b_cost_ * burden + b_trust_ * (cells.of_rt(rt_column::trust) - 0.5f) +
                            j_ * peers + cells.now(column::endorsement)),
                cells.dice(joins_));
    const Pack speaks = happens(logistic_of(a0_ + a1_ * cells.now(column::capacity) +
                                            a2_ * cells.of(&World::elite) - a3_ * poor),
                                cells.dice(speaks_));
    const Pack leads = happens(decides_, cells.dice(leads_));
    const Pack takes_part = choose(due, joins, joined);

    cells.next(column::joined, takes_part);
    cells.next(column::rung,
               choose(due, joins * (1 + speaks + speaks * leads), cells.now(column::rung)));
    cells.next(column::ever_joined, cells.now(column::ever_joined).max(takes_part));
    cells.next(until_review_, choose(due, review_every_, waits) - informed * month.length);
    const Pack meets = takes_part.max(cells.now(column::member));
    const Pack wearies =
        meets * burden_per_meeting_ * cells.of_rt(meetings_) * month.length * (1 - burden);
    cells.next(column::burden,
               (burden + wearies - burden_fades_ * month.length * burden).min(1.0f));
  }

 private:
  Parameter b0_, b_attitude_, b_poor_, b_business_, b_cost_, b_trust_, j_, review_every_, a0_, a1_,
      a2_, a3_, decides_, burden_per_meeting_, burden_fades_;
  Column until_review_;
  RtColumn meetings_;
  Decision joins_, speaks_, leads_;
};

}  // namespace

Entry social_logit() {
  return entry<SocialLogit>(Slot::participation, "social-logit", Standing::by_default, paragraph,
                            source);
}

}  // namespace swadaya::models::participation
