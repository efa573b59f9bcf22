#include "sim/model.hpp"

namespace swadaya::models::participation {

namespace {

const char* const paragraph = R"(
The theory of planned behaviour: intention is

    w_attitude x + w_norm m + w_control k

x the household's attitude, m the share of its informed ties that take part (last month's: the subjective norm), k its capacity
(perceived control). A household decides in the month in which it first hears and again every `review_every` months, and joins with
logistic(steepness (intention - threshold) + endorsement), endorsement 0 but under the socialization of that name. Who joins speaks up (rung 2) with chance `speaks`, else attends in silence (rung 1).
The weights are meant to add up to 1.)";

class PlannedBehaviour final : public Model {
 public:
  explicit PlannedBehaviour(Declare& declare)
      : w_attitude_{declare.number("w_attitude", 0.5, "weight", {0, 1}, "evidence/behaviour P3")},
        w_norm_{declare.number("w_norm", 0.2, "weight", {0, 1}, "evidence/behaviour P3")},
        w_control_{declare.number("w_control", 0.3, "weight", {0, 1}, "evidence/behaviour P3")},
        steepness_{declare.number("steepness", 7, "log odds a unit of intention", {0, 15},
                                  "5-15: evidence/behaviour P3")},
        threshold_{declare.number("threshold", 0.5, "intention at even odds", {0, 1},
                                  "evidence/behaviour P3")},
        review_every_{declare.whole("review_every", 12, "months", {1, 1200},
                                    "yearly review meeting: evidence/programme 1.2")},
        speak_{declare.number("speaks", 0.27, "of participants", {0, 1},
                              "three quarters of poor attendees passive: S17")},
        until_review_{
            declare.column("until_review", "months to the next decision; 0 before the first")},
        joins_{declare.decision("joins")},
        speaks_{declare.decision("speaks")} {
    declare.writes({column::joined, column::rung, column::ever_joined, until_review_});
    declare.peer_effect("w_norm");
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed), waits = cells.now(until_review_);
    const Pack due = informed * is_less(waits, Pack::Constant(0.5f));
    const auto [known, taking_part] =
        cells.sums_over_ties(Where{due}, Weight{column::informed}, column::joined);
    const Pack intention = w_attitude_ * cells.now(column::attitude) +
                           w_norm_ * (taking_part / known.max(1.0f)) +
                           w_control_ * cells.now(column::capacity);
    const Pack joins =
        happens(logistic_of(steepness_ * (intention - threshold_) + cells.now(column::endorsement)),
                cells.dice(joins_));
    const Pack speaks = happens(speak_, cells.dice(speaks_));
    const Pack takes_part = choose(due, joins, cells.now(column::joined));
    cells.next(column::joined, takes_part);
    cells.next(column::rung, choose(due, joins * (1 + speaks), cells.now(column::rung)));
    cells.next(column::ever_joined, cells.now(column::ever_joined).max(takes_part));
    cells.next(until_review_, choose(due, review_every_, waits) - informed * month.length);
  }

 private:
  Parameter w_attitude_, w_norm_, w_control_, steepness_, threshold_, review_every_, speak_;
  Column until_review_;
  Decision joins_, speaks_;
};

}  // namespace

Entry planned_behaviour() {
  return entry<PlannedBehaviour>(
      Slot::participation, "planned-behaviour", Standing::rival, paragraph,
      "Ajzen (1991), Organ. Behav. Hum. Decis. Process. 50, 179-211; weights and fit: Armitage & "
      "Conner (2001), Br. J. Soc. Psychol. 40, 471-499");
}

}  // namespace swadaya::models::participation
