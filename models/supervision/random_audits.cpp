#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::supervision {

namespace {

const char* const paragraph = R"(
A ward is audited with probability `audit_probability` a year (1: once every year). The board's perceived probability p is
learned, Beta(a, b): it starts from the base rate, moved towards what is announced by `announcement`; own audits and those heard of
in the team area are evidence, forgotten by `forgetting` a month. Of the money for works that is spent, the share

    leakage exp(-deterrence (p - base_audit))

disappears; in the part that is wages, `monitoring_effect` of it less at full `community_monitoring` (materials are out of residents' sight). Of what
is no longer taken from wages `displaced` is taken from materials instead, whose leakage is multiplied by 1 + displaced e m wages / (1 - wages),
e the effect and m the monitoring. An audit detects with `detects`: it brings back `recovers` of what has leaked since the last one, makes the reported loan book true and finds ghost
groups. A dishonest board makes ghost groups, at `ghosts` a month times exp(-5 p), while the fund has money; they borrow like
others and repay nothing; residents find one with `residents_find` a year. Window dressing falls to 1 - p of itself. A defaulter is
noticed and confronted with `confronts` a month, or `confronts_published` where the list of borrowers is published, and never where
that list is lost; being confronted costs `sanction` times the borrower's penalty. Where the list is published going to see them is paid for,
`most_visits` times a debt at most, and never the dead or those who moved; what the list threatens stays. Trust in the board falls with each ghost found,
and rises with publication.)";

const char* const source =
    "Olken (2007), Monitoring corruption, J. Polit. Econ. 115, 200-249 (leakage with and without sure audit, no effect of "
    "grass-roots monitoring on materials); Becker & Stigler (1974); learning: Sah (1991), J. Polit. Econ. 99, 1272-1295; ghost "
    "groups: evidence/programme 2.6, S25";

class RandomAudits final : public Model {
  Oversight oversight;
  Number community_monitoring =
      number("community_monitoring", 0, "intensity of grass-roots monitoring", {0, 1},
             "none by default: S20");
  Number monitoring_effect =
      number("monitoring_effect", 0.5, "of leakage from wages that full monitoring stops", {0, 1},
             "Olken 2007: missing wages fall by about half; size from memory");
  Number displaced = number(
      "displaced", 0.5, "of what monitoring keeps from leaking out of wages, taken from materials",
      {0, 1}, "evidence/experiments E12: little in all; size assumed, sweep it");

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
    const double wages = 1 - monitoring_effect * community_monitoring;
    oversight.month(month, ward, {.wages = wages, .displaced = displaced});
  }
};

}  // namespace

Entry random_audits() {
  return entry<RandomAudits>(Slot::supervision, "random-audits", Standing::by_default, paragraph,
                             source);
}

}  // namespace swadaya::models::supervision
