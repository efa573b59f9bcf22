#include <algorithm>
#include <cmath>

#include "sim/model.hpp"

namespace swadaya::models::participation {

namespace {

const char* const paragraph = R"(
Coming is an ordeal, worth it only for those who expect to get something. A household decides in the month in which it first hears and again every
`review_every` months: it takes part where

    accepted benefit - cost e^y - distance + e > 0

y its log consumption less the ward's mean (time is worth more to the better off), accepted = logistic(accept - accept_slope z) its chance of being
let in, z = y over the ward's sd, and e logistic noise of scale `noise`; so it comes with logistic((...) / noise). Nobody looks at others. Who
takes part speaks up (rung 2) with chance `speaks`, else attends in silence (rung 1).)";

class Ordeal final : public Model {
  Ladder ladder;
  Reviews reviews;
  Speaking speaking;
  Numbers benefit = number("benefit", 2, "days of a mean household's consumption", {0, 100},
                           "assumption, sweep it");
  Numbers accept = number("accept", 0, "log odds of being let in at mean consumption", {-10, 10},
                          "assumption, sweep it");
  Numbers accept_slope = number("accept_slope", 0.8, "log odds an sd of log consumption", {-5, 5},
                                "the list leans to the poor; size assumed");
  Numbers cost =
      number("cost", 1, "days of one's own consumption", {0, 100}, "a day of meetings; assumption");
  Numbers distance = number("distance", 0.7, "days of a mean household's consumption", {0, 100},
                            "assumption; farther cut applications by 15 %: evidence/behaviour P6");
  Numbers noise = number("noise", 0.7, "days of a mean household's consumption", {0.01, 100},
                         "with the rest 60 % of the poorest come: evidence/behaviour P6");
  RtColumn ward_mean = rt_column("mean", "of log consumption in the ward");
  RtColumn ward_sd = rt_column("sd", "of log consumption in the ward");
  Decision joining = decision("joins");

 public:
  void begin(const Month&, Ward& ward) const override {
    const World& w = ward.world;
    double n = 0, sum = 0, squares = 0;
    for (Household h = ward.place().first; h < ward.place().last; ++h) {
      if (w.occupied[h] == 0) continue;
      const auto y = double{w.log_consumption[h]};
      ++n, sum += y, squares += y * y;
    }
    const double mean = n > 0 ? sum / n : 0;
    const double sd = n > 0 ? std::sqrt(std::max(0.0, squares / n - mean * mean)) : 0;
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
      ward.set(ward_mean, rt, static_cast<float>(mean));
      ward.set(ward_sd, rt, static_cast<float>(sd));
    }
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack due = reviews.due(cells);
    const Pack y = cells.now(column::log_consumption) - cells.of_rt(ward_mean);
    const Pack accepted =
        logistic_of(accept - accept_slope * (y / cells.of_rt(ward_sd).max(least_sd)));
    const Pack gain = accepted * benefit - cost * exp_of(y) - distance;
    const Pack joins = happens(logistic_of(gain / noise), cells.dice(joining));
    ladder.climb(cells, due, joins, 1 + speaking.happens(cells));
    reviews.end_month(month, cells, due);
  }

 private:
  // Where all live alike, and in lanes that hold no variant.
  static constexpr float least_sd = 1e-6f;
};

}  // namespace

Entry ordeal() {
  return entry<Ordeal>(Slot::participation, "ordeal", Standing::rival, paragraph,
                       "P6: Alatas et al. (2016), J. Polit. Econ. 124, 371-427; evidence/behaviour "
                       "3.2");
}

}  // namespace swadaya::models::participation
