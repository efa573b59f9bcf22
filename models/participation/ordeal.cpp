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
 public:
  explicit Ordeal(Declare& declare)
      : benefit_{declare.number("benefit", 2, "days of a mean household's consumption", {0, 100},
                                "assumption, sweep it")},
        accept_{declare.number("accept", 0, "log odds of being let in at mean consumption",
                               {-10, 10}, "assumption, sweep it")},
        accept_slope_{declare.number("accept_slope", 0.8, "log odds an sd of log consumption",
                                     {-5, 5}, "the list leans to the poor; size assumed")},
        cost_{declare.number("cost", 1, "days of one's own consumption", {0, 100},
                             "a day of meetings; assumption")},
        distance_{
            declare.number("distance", 0.7, "days of a mean household's consumption", {0, 100},
                           "assumption; farther cut applications by 15 %: evidence/behaviour P6")},
        noise_{declare.number("noise", 0.7, "days of a mean household's consumption", {0.01, 100},
                              "with the rest 60 % of the poorest come: evidence/behaviour P6")},
        review_every_{declare.whole("review_every", 12, "months", {1, 1200},
                                    "yearly review meeting: evidence/programme 1.2")},
        speak_{declare.number("speaks", 0.27, "of participants", {0, 1},
                              "three quarters of poor attendees passive: S17")},
        until_review_{
            declare.column("until_review", "months to the next decision; 0 before the first")},
        mean_{declare.rt_column("mean", "of log consumption in the ward")},
        sd_{declare.rt_column("sd", "of log consumption in the ward")},
        joins_{declare.decision("joins")},
        speaks_{declare.decision("speaks")} {
    declare.writes({column::joined, column::rung, column::ever_joined, until_review_});
  }

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
      ward.set(mean_, rt, static_cast<float>(mean));
      ward.set(sd_, rt, static_cast<float>(sd));
    }
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed), waits = cells.now(until_review_);
    const Pack due = informed * is_less(waits, Pack::Constant(0.5f));
    const Pack y = cells.now(column::log_consumption) - cells.of_rt(mean_);
    const Pack accepted =
        logistic_of(accept_ - accept_slope_ * (y / cells.of_rt(sd_).max(least_sd)));
    const Pack gain = accepted * benefit_ - cost_ * exp_of(y) - distance_;
    const Pack joins = happens(logistic_of(gain / noise_), cells.dice(joins_));
    const Pack speaks = happens(speak_, cells.dice(speaks_));
    const Pack takes_part = choose(due, joins, cells.now(column::joined));
    cells.next(column::joined, takes_part);
    cells.next(column::rung, choose(due, joins * (1 + speaks), cells.now(column::rung)));
    cells.next(column::ever_joined, cells.now(column::ever_joined).max(takes_part));
    cells.next(until_review_, choose(due, review_every_, waits) - informed * month.length);
  }

 private:
  // Where all live alike, and in lanes that hold no variant.
  static constexpr float least_sd = 1e-6f;

  Parameter benefit_, accept_, accept_slope_, cost_, distance_, noise_, review_every_, speak_;
  Column until_review_;
  RtColumn mean_, sd_;
  Decision joins_, speaks_;
};

}  // namespace

Entry ordeal() {
  return entry<Ordeal>(Slot::participation, "ordeal", Standing::rival, paragraph,
                       "P6: Alatas et al. (2016), J. Polit. Econ. 124, 371-427; evidence/behaviour "
                       "3.2");
}

}  // namespace swadaya::models::participation
