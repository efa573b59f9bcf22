#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::coordination {

namespace {

const char* const paragraph = R"(
Kelurahan, board and fund each keep a calendar, and a tranche is paid when their dates agree. For each tranche they start x months apart (exponential,
mean `disagreement`) in the month for which it is planned, and each corrects what it knows of the gap, which is `staleness` months old:

    x'(t) = -g x(t - staleness)

with g the `correction`. The tranche comes once the gap that they see has stayed within `tolerance` for as long as news takes, never before the one it
follows, and after `deadline` months in any case: the centre decides. Corrections that are slow against the news (g staleness up to 1/e) close the gap steadily;
faster ones overshoot and swing, up to g staleness = pi/2; beyond it the calendars drift ever further apart and only the deadline helps.
With `sequence` money-first, groups are formed before the board exists, in haste for the money. What is late
costs trust, and linkage and an amnesty act, as under staged-delays.)";

class SharedCalendar final : public Model {
  Number correction = number("correction", 0.8, "of the gap seen, a month", {0, 20},
                             "assumption giving S24's 1-4 months of delay");
  Number staleness = number("staleness", 0.5, "months", {0, 6},
                            "a fortnightly meeting: assumption; C6, evidence/behaviour 3.8");
  Number disagreement = number("disagreement", 1, "months, mean", {0, 12}, "assumption, sweep it");
  Number tolerance = number("tolerance", 0.25, "months", {0.01, 6}, "a week: assumption");
  Number deadline = number("deadline", 6, "months", {0, 120},
                           "assumption; the longest delays of evidence/programme 1.2");
  Haste haste;
  Promises promises;
  Decision apart = decision("apart");

 public:
  void begin(const Month&, Ward& ward) const override {
    double last = 0;
    for (const double planned : ward.programme.tranche_months) {
      const auto tranche = static_cast<std::uint16_t>(ward.tranches.size());
      const double gap = exponential_of(ward.dice(apart, ward.number(), tranche), disagreement);
      last = std::max(last, planned + months_until_agreed(gap));
      ward.tranches.push_back({planned, last, 0.0, false});
    }
    haste.follow(ward);
  }

  void ward(const Month& month, Ward& ward) const override {
    haste.follow(ward);
    receive_tranches(ward, month.number);
    promises.month(month, ward);
  }

 private:
  static constexpr double step = 1.0 / 256;  // of a month: Euler's, to 0.5 % of the gap

  double months_until_agreed(double gap) const {
    const auto lag = static_cast<std::size_t>(std::lround(staleness / step));
    if (gap <= tolerance) return std::min<double>(deadline, staleness);
    std::vector<double> x{gap};  // of each step since the tranche was planned
    std::size_t agreed = 0;      // steps for which the gap has been within tolerance
    for (double months = step; months < deadline; months += step) {
      const double seen = x.size() > lag ? x[x.size() - 1 - lag] : gap;
      x.push_back(x.back() - step * correction * seen);
      agreed = std::abs(x.back()) <= tolerance ? agreed + 1 : 0;
      if (agreed > lag) return months;
    }
    return deadline;
  }
};

}  // namespace

Entry shared_calendar() {
  return entry<SharedCalendar>(
      Slot::coordination, "shared-calendar", Standing::rival, paragraph,
      "C6: delayed negative feedback, Hutchinson (1948), Ann. N. Y. Acad. Sci. 50, 221-246; "
      "bounds 1/e and pi/2: evidence/behaviour 3.8, K27");
}

}  // namespace swadaya::models::coordination
