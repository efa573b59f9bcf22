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
  Ladder ladder;
  Reviews reviews;
  Speaking speaking;
  Numbers w_attitude = number("w_attitude", 0.5, "weight", {0, 1}, "evidence/behaviour P3");
  Numbers w_norm = number("w_norm", 0.2, "weight", {0, 1}, "evidence/behaviour P3");
  Numbers w_control = number("w_control", 0.3, "weight", {0, 1}, "evidence/behaviour P3");
  Numbers steepness = number("steepness", 7, "log odds a unit of intention", {0, 15},
                             "5-15: evidence/behaviour P3");
  Numbers threshold =
      number("threshold", 0.5, "intention at even odds", {0, 1}, "evidence/behaviour P3");
  Decision joining = decision("joins");

 public:
  PlannedBehaviour() { peer_effect("w_norm"); }

  void households(const Month& month, Cells& cells) const override {
    const Pack due = reviews.due(cells);
    const auto [known, taking_part] =
        cells.sums_over_ties(Where{due}, Weight{column::informed}, column::joined);
    const Pack intention = w_attitude * cells.now(column::attitude) +
                           w_norm * (taking_part / known.max(1.0f)) +
                           w_control * cells.now(column::capacity);
    const Pack joins =
        happens(logistic_of(steepness * (intention - threshold) + cells.now(column::endorsement)),
                cells.dice(joining));
    ladder.climb(cells, due, joins, 1 + speaking.happens(cells));
    reviews.end_month(month, cells, due);
  }
};

}  // namespace

Entry planned_behaviour() {
  return entry<PlannedBehaviour>(
      Slot::participation, "planned-behaviour", Standing::rival, paragraph,
      "Ajzen (1991), Organ. Behav. Hum. Decis. Process. 50, 179-211; weights and fit: Armitage & "
      "Conner (2001), Br. J. Soc. Psychol. 40, 471-499");
}

}  // namespace swadaya::models::participation
