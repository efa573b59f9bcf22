#include <algorithm>
#include <cmath>

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
 public:
  explicit LogConsumption(Declare& declare)
      : learning_{declare},
        persistence_{declare.number("persistence", 0.975, "share of a deviation kept, a month",
                                    {0, 0.9999},
                                    "0.6-0.9 a year, evidence/behaviour W1: 0.975^12 = 0.74")},
        churn_{declare.number("churn", 0.1, "transitory share of the variance of log consumption",
                              {0, 0.9},
                              "assumption; exit and entry rates of W3, evidence/behaviour 3.9")},
        interest_{declare.number("interest", 0.0263, "effective, a month of the balance", {0, 0.2},
                                 "flat 1.5 % over 10 months: K18")},
        spread_{declare.number(
            "spread", 0.5, "sd of log gross return", {0, 2},
            "assumption; 3-6 % a month for microenterprises: evidence/behaviour W5")},
        others_{declare.number(
            "others", 0.25, "part of the spread without a business", {0, 1},
            "most mass near the interest cost: evidence/behaviour W5; size assumed")},
        mean_{
            declare.column("mean", "long-run mean of log consumption, log kRp per head and month")},
        boost_{declare.column("boost", "monthly return of the loan, in logs of consumption")},
        sd_{declare.rt_column("sd", "sd of long-run log consumption in the ward")},
        shocks_{declare.decision("shocks")},
        starts_{declare.decision("starts")},
        returns_{declare.decision("returns")} {
    declare.writes({column::log_consumption, column::capacity});
  }

  void begin(const Month&, Ward& ward) const override {
    const World& w = ward.world;
    const Place place = ward.place();
    learning_.begin(ward);
    double n = 0, sum = 0, squares = 0;
    for (Household h = place.first; h < place.last; ++h)
      if (w.occupied[h] > 0) ++n, sum += double{w.log_consumption[h]};
    const double centre = sum / std::max(1.0, n);
    for (Household h = place.first; h < place.last; ++h)
      if (w.occupied[h] > 0)
        squares +=
            (double{w.log_consumption[h]} - centre) * (double{w.log_consumption[h]} - centre);
    const double sd = std::sqrt(squares / std::max(1.0, n));
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      ward.set(sd_, rt, static_cast<float>(sd));

    const double keeps = std::sqrt(1 - churn_(ward)), moves = std::sqrt(churn_(ward)) * sd;
    std::vector<float> z(place.last - place.first);
    ward.normals(starts_, place.first, z);
    for (Household h = place.first; h < place.last; ++h) {
      const double mean = centre + keeps * (double{w.log_consumption[h]} - centre);
      ward.set(mean_, h, static_cast<float>(mean));
      ward.set(column::log_consumption, h,
               static_cast<float>(mean + moves * double{z[h - place.first]}));
    }
  }

  void ward(const Month&, Ward& ward) const override {
    learning_.see_groups(ward);
    for (const Group& group : ward.groups)
      for (const Member& m : group.members) ward.set(boost_, m.household, 0);
    for (const Group& group : ward.groups) {
      if (group.ghost) continue;
      for (const Member& m : group.members)
        if (m.fate == Fate::able && m.balance > 0)
          ward.set(boost_, m.household,
                   ward.now(boost_, m.household) + static_cast<float>(monthly_return(ward, m)));
    }
  }

  void households(const Month&, Cells& cells) const override {
    const Pack y = cells.now(column::log_consumption), mean = cells.now(mean_);
    const Pack noise = sqrt_of(churn_ * (1 - persistence_ * persistence_)) * cells.of_rt(sd_) *
                       cells.normal(shocks_);
    cells.next(column::log_consumption,
               mean + persistence_ * (y - mean) + cells.now(boost_) + noise);
    cells.next(column::capacity, learning_.next(cells));
  }

 private:
  // One draw a household and loan: the balance earns it every month.
  double monthly_return(const Ward& ward, const Member& m) const {
    const World& w = ward.world;
    const double z =
        w.dice.normal({returns_.key, static_cast<std::uint16_t>(m.loans)}, m.household);
    const double half = w.business[m.household] > 0 ? std::abs(z) : others_(ward) * z;
    const double gain = interest_(ward) * (exp_of(spread_(ward) * half) - 1) * m.balance;
    const double consumption = exp_of(double{ward.now(column::log_consumption, m.household)}) *
                               std::max(1.0, double{w.size[m.household]});
    return std::clamp(gain / consumption, -0.2,
                      0.2);  // logs; beyond, a first-order share is no longer one
  }

  Learning learning_;
  Parameter persistence_, churn_, interest_, spread_, others_;
  Column mean_, boost_;
  RtColumn sd_;
  Decision shocks_, starts_, returns_;
};

}  // namespace

Entry log_consumption() {
  return entry<LogConsumption>(Slot::welfare, "log-consumption", Standing::by_default, paragraph,
                               source);
}

}  // namespace swadaya::models::welfare
