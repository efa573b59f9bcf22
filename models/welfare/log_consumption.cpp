#include <algorithm>
#include <cmath>

#include "models/welfare/loan_return.hpp"
#include "sim/model.hpp"

namespace swadaya::models::welfare {

namespace {

const char* const paragraph = R"(
Log consumption per head goes back to its long-run mean: y' = mu + persistence (y - mu) + r + e. The transitory part has the share
`churn` of the variance between households, so the cross-section keeps its spread; e is normal. The return r of a loan is what it earns
above its interest in a month, over the household's monthly consumption. Gross returns are lognormal about the interest cost: a
household with a business draws from the upper half, others near the middle, so few gain much and the mean effect is small. Capacity
moves `learns` of the way to that of the household's group each month, and back to `first_capacity` by `forgets` without one.)";

const char* const source =
    "W1 and W5: evidence/behaviour 3.9; returns: Meager (2019), Am. Econ. J. Appl. Econ. 11, 57-91 (27 % with a prior business gain, mean "
    "near zero), de Mel, McKenzie & Woodruff (2008), Q. J. Econ. 123, 1329-1372; interest of a flat 1.5 % loan: K18";

class LogConsumption final : public Model {
  Learning learning;
  LoanReturn loan_return;
  Numbers persistence =
      number("persistence", 0.975, "share of a deviation kept, a month", {0, 0.9999},
             "0.6-0.9 a year, evidence/behaviour W1: 0.975^12 = 0.74");
  Numbers churn =
      number("churn", 0.1, "transitory share of the variance of log consumption", {0, 0.9},
             "assumption; exit and entry rates of W3, evidence/behaviour 3.9");
  Column long_run = column("mean", "long-run mean of log consumption, log kRp per head and month");
  Column boost = column("boost", "monthly return of the loan, in logs of consumption");
  RtColumn ward_sd = rt_column("sd", "sd of long-run log consumption in the ward");
  Decision shocks = decision("shocks"), starts = decision("starts");

 public:
  LogConsumption() { writes({column::log_consumption, column::capacity}); }
  void begin(const Month&, Ward& ward) const override {
    const World& w = ward.world;
    const Place place = ward.place();
    learning.begin(ward);
    double n = 0, sum = 0, squares = 0;
    for (Household h = place.first; h < place.last; ++h)
      if (w.occupied[h] > 0) ++n, sum += double{w.log_consumption[h]};
    const double centre = sum / std::max(1.0, n);
    for (Household h = place.first; h < place.last; ++h)
      if (w.occupied[h] > 0)
        squares +=
            (double{w.log_consumption[h]} - centre) * (double{w.log_consumption[h]} - centre);
    const double sd = std::sqrt(squares / std::max(1.0, n));
    ward.set_all(ward_sd, static_cast<float>(sd));

    const double keeps = std::sqrt(1 - churn.of(ward)), moves = std::sqrt(churn.of(ward)) * sd;
    std::vector<float> z(place.last - place.first);
    ward.normals(starts, place.first, z);
    for (Household h = place.first; h < place.last; ++h) {
      const double mean = centre + keeps * (double{w.log_consumption[h]} - centre);
      ward.set(long_run, h, static_cast<float>(mean));
      ward.set(column::log_consumption, h,
               static_cast<float>(mean + moves * double{z[h - place.first]}));
    }
  }

  void ward(const Month&, Ward& ward) const override {
    learning.see_groups(ward);
    for (const Group& group : ward.groups)
      for (const Member& m : group.members) ward.set(boost, m.household, 0);
    for (const Group& group : ward.groups) {
      if (group.ghost) continue;
      for (const Member& m : group.members)
        if (m.fate == Fate::able && m.balance > 0)
          ward.set(boost, m.household,
                   ward.now(boost, m.household) + static_cast<float>(loan_return.monthly(ward, m)));
    }
  }

  void households(const Month&, Cells& cells) const override {
    const Pack y = cells.now(column::log_consumption), mean = cells.now(long_run);
    const Pack noise = sqrt_of(churn * (1 - persistence * persistence)) * cells.of_rt(ward_sd) *
                       cells.normal(shocks);
    cells.next(column::log_consumption, mean + persistence * (y - mean) + cells.now(boost) + noise);
    cells.next(column::capacity, learning.next(cells));
  }
};

}  // namespace

Entry log_consumption() {
  return entry<LogConsumption>(Slot::welfare, "log-consumption", Standing::by_default, paragraph,
                               source);
}

}  // namespace swadaya::models::welfare
