#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::supervision {

namespace {

const char* const paragraph = R"(
The board and its auditors punish by degrees. Being confronted for the n-th missed instalment costs a defaulter `sanction` times

    s_n = min(most, first growth^(n - 1))

instalments of a first loan, forgotten after `forgiven` months without an offence. A ward in which an audit finds that money has leaked is kept out of the next
tranche for `exclusion` months the first time, `exclusion_growth` times as long each time after. A share `collusion` of auditors is
bought: they detect nothing, and boards know it, so that only 1 - collusion of the perceived chance of an audit deters. Audits, beliefs,
leakage, ghost groups, trust and the chance of being confronted are as under random-audits.)";

class GraduatedSanctions final : public Model {
  Oversight oversight;
  Sanctions sanctions{{0.5, "assumption: half of a talk with the RT head"}};
  Number exclusion = number("exclusion", 2, "months of delay, first time", {0, 60},
                            "assumption; exclusion from the next tranche, V6");
  Number exclusion_growth = number("exclusion_growth", 2, "factor each time after", {1, 5},
                                   "1.5-3: evidence/behaviour G5");
  Number collusion = number("collusion", 0.1, "share of auditors", {0, 1},
                            "assumption; bribed auditors, evidence/behaviour V6");
  RtColumn found = rt_column("found", "leaks found in the ward so far");

 public:
  void begin(const Month&, Ward& ward) const override { oversight.begin(ward); }

  void area(const Month& month, Area& area) const override {
    std::vector<double> audited;
    for (Ward* ward : area.wards) {
      audited.push_back(oversight.audit_comes(month, *ward, oversight.yearly_chance()) ? 1 : 0);
      if (audited.back() == 0 || !oversight.audit_detects(*ward, 1 - collusion)) continue;
      if (ward->recoverable > 0) exclude(month, *ward);
      oversight.clear_up(*ward);
    }
    oversight.learn(area, audited);
  }

  void ward(const Month& month, Ward& ward) const override {
    oversight.month(month, ward, {.fear = 1 - collusion});
    for (Group& group : ward.groups)
      for (Member& m : group.members) {
        sanctions.count_offences(m);
        m.severity = sanctions.next(m);
      }
  }

 private:
  // The next tranche that hasn't come waits, and those after it never overtake it.
  void exclude(const Month& month, Ward& ward) const {
    const std::uint32_t rt = ward.rts().first;
    double months = exclusion;
    for (int n = 0; n < static_cast<int>(ward.now(found, rt)); ++n) months *= exclusion_growth;
    ward.set(found, rt, ward.now(found, rt) + 1);
    double earliest = 0;
    for (Tranche& tranche : ward.tranches) {
      if (tranche.received) continue;
      if (earliest == 0) earliest = std::max(tranche.arrives, double(month.number)) + months;
      tranche.arrives = std::max(tranche.arrives, earliest);
    }
  }
};

}  // namespace

Entry graduated_sanctions() {
  return entry<GraduatedSanctions>(
      Slot::supervision, "graduated-sanctions", Standing::rival, paragraph,
      "V6, G5: Ostrom (1990), Governing the Commons, principle 5; leakage: Olken (2007), J. Polit. "
      "Econ. 115, 200-249; evidence/behaviour 3.3, 3.7");
}

}  // namespace swadaya::models::supervision
