#include <algorithm>
#include <functional>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
Repayment as a game. Each loan's project returns theta, uniform between `low` and `high`, in units of the member's own instalment, and
defaulting costs the member

    p = theta / hardness + penalty d s

theta / hardness what the lender can take, d the chance that a defaulter is confronted and s what that costs (set by supervision and,
among peers, by the group). Under individual `liability` a member pays where p >= 1. Under joint liability the n members who owe stand
and fall together: the group pays where k of them, for some k, would rather carry the whole than default, p >= n / k for each of the k;
else nobody pays. Where at least one would pay its own part, the others also fear the group: their p is higher by social C T, C the
group's cohesion and T its ties at birth. With two members and without social sanctions the group repays with probability
1 - F(2)^2 + (F(2) - F(1))^2, F(x) the chance that p < x; with strong ones with 1 - F(1)^2. The reported book shows a missed instalment
only after `lag` months, and not at all with probability `window_dressing`, less where boards expect audits. Departs from the source: the
lender's rule for two is carried to any number by the sharing that is best for the group.)";

class BesleyCoate final : public Lending {
  Number low = number("low", 0, "instalments, a month's return at worst", {0, 100},
                      "uniform from 0: evidence/behaviour K17");
  Number high = number("high", 20, "instalments, a month's return at best", {0.1, 1000},
                       "assumption: 90 % would repay alone; 5 and 10 in K17");
  Number hardness = number("hardness", 2, "return for one instalment of what can be taken",
                           {0.1, 100}, "p = theta / 2: evidence/behaviour K17");
  Number penalty = number("penalty", 1, "times what being confronted costs", {0, 5},
                          "as strategic-repayment; assumption");
  Number social = number("social", 1.5, "instalments at full cohesion and ties", {0, 10},
                         "as strategic-repayment; assumption");
  Whole liability = choice("liability", "joint", {"individual", "joint"}, "who answers for a loan",
                           "tanggung renteng: evidence/programme 1.5; Besley & Coate 1995");
  Decision returns = decision("returns");

 public:
  Paid collect(const Month& month, Ward& ward, Group& group) const override {
    std::vector<Member*> due;
    std::vector<double> fears;  // p, in instalments
    for (Member& m : group.members)
      if (fall_due(ward, m)) {
        due.push_back(&m);
        fears.push_back(project(ward, m) / hardness + penalty * confrontation(ward, m));
      }
    if (due.empty()) return {};
    const bool joint = liability != 0;
    const bool together = joint && group_pays(fears, social * group.cohesion * group.ties);
    Paid count{static_cast<double>(due.size())};
    for (std::size_t i = 0; i < due.size(); ++i) {
      Member& m = *due[i];
      const bool pays = joint ? together : fears[i] >= 1;
      m.unwilling = !pays && project(ward, m) >= 1;
      if (pays)
        pay_instalment(ward, m), ++count.paid;
      else
        miss(month, ward, group, m);
    }
    return count;
  }

 private:
  static bool group_pays(std::vector<double> fears, double sanction) {
    const auto n = static_cast<double>(fears.size());
    if (std::any_of(fears.begin(), fears.end(), [](double p) { return p >= 1; }))
      for (double& p : fears)
        if (p < 1) p += sanction;
    std::sort(fears.begin(), fears.end(), std::greater<>{});
    for (std::size_t k = 1; k <= fears.size(); ++k)
      if (fears[k - 1] * static_cast<double>(k) >= n) return true;
    return false;
  }

  // One draw a household and loan: the project's return stays what it is.
  double project(const Ward& ward, const Member& m) const {
    const double u =
        ward.world.dice.uniform({returns.key, static_cast<std::uint16_t>(m.loans)}, m.household);
    return low + u * std::max(0.0, high - low);
  }
};

}  // namespace

Entry besley_coate() {
  return entry<BesleyCoate>(Slot::lending, "besley-coate", Standing::rival, paragraph,
                            "L3: Besley & Coate (1995), J. Dev. Econ. 46, 1-18; with social "
                            "sanctions as derived in evidence/behaviour 3.6");
}

}  // namespace swadaya::models::lending
