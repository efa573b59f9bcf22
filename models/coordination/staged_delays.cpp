#include <algorithm>

#include "sim/model.hpp"

namespace swadaya::models::coordination {

namespace {

const char* const paragraph = R"(
Each tranche of the grant passes `stages` offices before it arrives; each takes a Gamma time of mean `stage_mean` months and shape
`shape`, so a tranche planned for month t comes at t + the sum of its stages, and never before the one it follows. With `sequence`
money-first, groups are formed before the board exists, in haste for the money: founders look less at whom they know, and ties at
birth are weaker. Staff turnover loses the list of borrowers with probability `turnover` a month, unless it is kept. Each stage saved
against the usual four costs a liaison until the last tranche is in. In each month in which a promised tranche is late trust in the board
falls by `late_costs` of itself. Where lurah, board and office meet every month (`linkage`) trust heals to `linkage_trust` more. In the month
in which `amnesty` rises, `amnesty_month` at the earliest, the belief g that the money is a grant grows once by amnesty (1 - g) in everybody
who knows of the programme.)";

const char* const source =
    "C1, Erlang stages: evidence/behaviour 3.8; tranches and +2 months of delay: evidence/programme 1.2, S24; order of steps in P2KP-1: "
    "evidence/programme 1.2; lists of borrowers lost: evidence/programme 2.3 (Pulo)";

class StagedDelays final : public Model {
  Whole stages = whole("stages", 4, "offices", {0, 12}, "C1: 4 stages, evidence/behaviour 3.8");
  Number stage_mean = number("stage_mean", 0.58, "months a stage", {0, 6},
                             "2.5 weeks: evidence/behaviour 3.8, sweep 1-6");
  Whole shape = whole("shape", 2, "shape of the Gamma time", {1, 10},
                      "assumption: neither regular nor memoryless");
  Haste haste;
  Promises promises;
  Number turnover = number("turnover", 0.02, "chance a month that the list of borrowers is lost",
                           {0, 1}, "assumption; Pulo: evidence/programme 2.3");
  Flag list_kept = flag("list_kept", false, "the list of borrowers survives a change of staff",
                        "evidence/programme 4");
  Decision passes = decision("passes"), forgets = decision("forgets");

 public:
  void begin(const Month&, Ward& ward) const override {
    const auto& shares = ward.programme.tranches;
    const auto& months = ward.programme.tranche_months;
    double last = 0;
    for (std::size_t t = 0; t < shares.size(); ++t) {
      const double arrives = std::max(last, months[t] + delay(ward, t));
      ward.tranches.push_back({months[t], arrives, 0.0, false});
      last = arrives;
    }
    haste.follow(ward);
  }

  void ward(const Month& month, Ward& ward) const override {
    haste.follow(ward);
    const bool waiting = receive_tranches(ward, month.number);
    promises.month(month, ward);
    if (waiting)
      ward.spent.coordination += std::max(0.0, usual_stages - stages) * ward.costs.coordination;
    if (!list_kept && ward.happens(turnover, forgets, ward.number())) ward.borrowers_known = false;
  }

 private:
  static constexpr double usual_stages = 4;  // C1

  // Stage by stage from dice of its own, so that variants with fewer stages share the first ones.
  double delay(const Ward& ward, std::size_t tranche) const {
    double months = 0;
    for (std::uint16_t s = 0; s < stages; ++s)
      for (std::uint16_t k = 0; k < shape; ++k) {
        const auto draw = static_cast<std::uint16_t>(tranche * 256 + s * 16u + k);
        months += exponential_of(ward.dice(passes, ward.number(), draw), stage_mean / shape);
      }
    return months;
  }
};

}  // namespace

Entry staged_delays() {
  return entry<StagedDelays>(Slot::coordination, "staged-delays", Standing::by_default, paragraph,
                             source);
}

}  // namespace swadaya::models::coordination
