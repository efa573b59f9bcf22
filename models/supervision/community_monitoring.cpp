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
  Oversight oversight;
  Whole residents = whole("residents", 20, "near a piece of work", {2, 10000},
                          "assumption: a lane's households; K24 has 2-20");
  Number cost_wages = number("cost_wages", 0.6, "of the benefit", {0, 2},
                             "assumption: half of missing wages goes, Olken 2007");
  Number cost_materials = number("cost_materials", 1.2, "of the benefit", {0, 2},
                                 "no effect on materials: Olken 2007; size assumed");

 public:
  void begin(const Month&, Ward& ward) const override { oversight.begin(ward); }

  void area(const Month& month, Area& area) const override {
    std::vector<double> audited;
    for (Ward* ward : area.wards) {
      audited.push_back(oversight.audit_comes(month, *ward, oversight.yearly_chance()) ? 1 : 0);
      if (audited.back() > 0 && oversight.audit_detects(*ward)) oversight.clear_up(*ward);
    }
    oversight.learn(area, audited);
  }

  void ward(const Month& month, Ward& ward) const override {
    oversight.month(
        month, ward,
        {.wages = nobody_watches(cost_wages), .materials = nobody_watches(cost_materials)});
  }

 private:
  double nobody_watches(double cost) const {
    if (cost <= 0) return 0;
    const double n = residents;
    return exp_of(std::min(0.0, log_of(cost)) * n / (n - 1));
  }
};

}  // namespace

Entry community_monitoring() {
  return entry<CommunityMonitoring>(
      Slot::supervision, "community-monitoring", Standing::rival, paragraph,
      "V4: Diekmann (1985), J. Confl. Resolut. 29, 605-610; wages against materials: Olken (2007), "
      "J. Polit. Econ. 115, 200-249");
}

}  // namespace swadaya::models::supervision
