#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::supervision {

namespace {

const char* const paragraph = R"(
Residents watch the works themselves, or leave it to each other. Each of the `residents` near a piece of work could watch, at a cost; if
anybody does, all have the benefit. Everyone then watches with probability 1 - (c/b)^(1 / (n - 1)), and nobody does with

    (c/b)^(n / (n - 1))

c/b the cost over the benefit, which rises with n: the more there are, the less happens. Wages concern one's own pocket
(`cost_wages`), materials hardly anybody's (`cost_materials`; from 1 on nobody watches them). What is watched does not leak, the rest
leaks as under random-audits, with its audits, beliefs, ghost groups, trust and confrontation of defaulters; shares are means over many small works.)";

class CommunityMonitoring final : public Model {
 public:
  explicit CommunityMonitoring(Declare& declare)
      : oversight_{declare},
        residents_{declare.whole("residents", 20, "near a piece of work", {2, 10000},
                                 "assumption: a lane's households; K24 has 2-20")},
        cost_wages_{declare.number("cost_wages", 0.6, "of the benefit", {0, 2},
                                   "assumption: half of missing wages goes, Olken 2007")},
        cost_materials_{declare.number("cost_materials", 1.2, "of the benefit", {0, 2},
                                       "no effect on materials: Olken 2007; size assumed")} {}

  void begin(const Month&, Ward& ward) const override { oversight_.begin(ward); }

  void area(const Month& month, Area& area) const override {
    std::vector<double> audited;
    for (Ward* ward : area.wards) {
      audited.push_back(oversight_.audit_comes(month, *ward, oversight_.yearly_chance(*ward)) ? 1
                                                                                              : 0);
      if (audited.back() > 0 && oversight_.audit_detects(*ward)) oversight_.clear_up(*ward);
    }
    oversight_.learn(area, audited);
  }

  void ward(const Month& month, Ward& ward) const override {
    oversight_.month(month, ward,
                     {.wages = nobody_watches(ward, cost_wages_(ward)),
                      .materials = nobody_watches(ward, cost_materials_(ward))});
  }

 private:
  double nobody_watches(const Ward& ward, double cost) const {
    if (cost <= 0) return 0;
    const double n = residents_(ward);
    return exp_of(std::min(0.0, log_of(cost)) * n / (n - 1));
  }

  Oversight oversight_;
  Parameter residents_, cost_wages_, cost_materials_;
};

}  // namespace

Entry community_monitoring() {
  return entry<CommunityMonitoring>(
      Slot::supervision, "community-monitoring", Standing::rival, paragraph,
      "V4: Diekmann (1985), J. Confl. Resolut. 29, 605-610; wages against materials: Olken (2007), "
      "J. Polit. Econ. 115, 200-249");
}

}  // namespace swadaya::models::supervision
