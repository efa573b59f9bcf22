#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::supervision {

namespace {

const char* const paragraph = R"(
As many audits as under random-audits, sent where things look bad. Of a team area's audits the share `random` falls on all wards alike,
the rest in proportion to their risk: the mean over their groups of

    a / b + missing

a what the reported book shows as overdue and b the balance; missing 1 for a group that keeps no minutes (no meeting for half a year),
as ghosts do. In a ward the auditors open the books of `groups_inspected` groups, the share `random` of them drawn by lot, the
rest those of the highest risk. An audit that detects brings back what has leaked from works, and makes true what is reported of the inspected
groups; ghosts among those are found, the others are not. Beliefs, leakage, ghost groups, trust and the confrontation of defaulters are as under random-audits.)";

class RiskBasedAudits final : public Model {
  Oversight oversight;
  Number random = number("random", 0.3, "share of audits, and of books opened", {0, 1},
                         "0.2-0.5, against predictability: evidence/behaviour V5");
  Whole groups_inspected = whole("groups_inspected", 10, "groups an audit", {1, 1000},
                                 "5 or 10 of 40: evidence/behaviour K23");
  Decision draws = decision("draws");

 public:
  void begin(const Month&, Ward& ward) const override { oversight.begin(ward); }

  void area(const Month& month, Area& area) const override {
    std::vector<double> risks, audited;
    double all = 0;
    for (Ward* ward : area.wards) {
      double sum = 0, groups = 0;
      for (const Group& group : ward->groups)
        if (may_be_inspected(group)) sum += risk_of(month, group), ++groups;
      risks.push_back(groups > 0 ? sum / groups : 0);
      all += risks.back();
    }
    const auto wards = static_cast<double>(area.wards.size());
    for (std::size_t i = 0; i < area.wards.size(); ++i) {
      Ward& ward = *area.wards[i];
      const double share = all > 0 ? wards * risks[i] / all : 1;
      const double weight = random + (1 - random) * share;
      const double yearly = std::min(1.0, oversight.yearly_chance() * weight);
      audited.push_back(oversight.audit_comes(month, ward, yearly) ? 1 : 0);
      if (audited.back() > 0 && oversight.audit_detects(ward)) inspect(month, ward);
    }
    oversight.learn(area, audited);
  }

  void ward(const Month& month, Ward& ward) const override { oversight.month(month, ward, {}); }

 private:
  static bool may_be_inspected(const Group& group) {
    return group.stage != Stage::dissolved && !group.found_out && !group.members.empty();
  }

  static double risk_of(const Month& month, const Group& group) {
    const double balance = group.balance();
    const bool missing = group.ghost || month.number - group.last_meeting >= 6;
    return (balance > 0 ? group.reported_overdue() / balance : 0) + (missing ? 1 : 0);
  }

  void inspect(const Month& month, Ward& ward) const {
    oversight.recover_leaks(ward);
    std::vector<std::uint32_t> groups;
    for (std::uint32_t g = 0; g < ward.groups.size(); ++g)
      if (may_be_inspected(ward.groups[g])) groups.push_back(g);
    const auto inspected = std::min(groups.size(), static_cast<std::size_t>(groups_inspected));
    const auto by_lot = std::lround(random * static_cast<double>(inspected));
    std::stable_sort(groups.begin(), groups.end(), [&](std::uint32_t a, std::uint32_t b) {
      return risk_of(month, ward.groups[a]) > risk_of(month, ward.groups[b]);
    });
    const auto lot = groups.begin() + static_cast<std::ptrdiff_t>(inspected) - by_lot;
    std::sort(lot, groups.end(), [&](std::uint32_t a, std::uint32_t b) {
      const double x = ward.dice(draws, ward.number(), static_cast<std::uint16_t>(a)),
                   y = ward.dice(draws, ward.number(), static_cast<std::uint16_t>(b));
      return x != y ? x < y : a < b;
    });
    for (std::size_t i = 0; i < inspected; ++i) {
      Group& group = ward.groups[groups[i]];
      correct_report(ward, groups[i]);
      if (group.ghost) oversight.find_out(ward, group);
    }
  }
};

}  // namespace

Entry risk_based_audits() {
  return entry<RiskBasedAudits>(
      Slot::supervision, "risk-based-audits", Standing::rival, paragraph,
      "V5: evidence/behaviour 3.7; leakage and deterrence: Olken (2007), J. Polit. Econ. 115, 200-249");
}

}  // namespace swadaya::models::supervision
