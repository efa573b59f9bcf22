// A fact that can't fail is no fact: for each that counts there is a change of settings under which
// it does. The changes are of the rules of 0.1, whose slopes are steep enough for any band.
#include <map>
#include <set>

#include "sim/designs/findings.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

// Facts share an id, and even a month, where a source says several things.
std::string name_of(const Pattern& p) {
  return p.id + " @" + std::to_string(p.quantity.month) + " " +
         outcomes()[p.quantity.outcome].name + (p.statistic == Statistic::spread ? " spread" : "");
}

struct Change {
  std::string what;
  std::vector<std::string> set;
  std::vector<std::string> fail;  // facts under it
};

const std::vector<Change> changes{
    {"nobody has a reason to pay",
     {"lending.norm=0", "lending.next_loan=0", "lending.no_next_loan=0", "lending.social=0",
      "lending.penalty=0", "lending.ward_sd=0"},
     {"S1 @24 reported_repayment", "S1 @36 reported_repayment", "S2 @144 capital_left",
      "S3 @144 recovery", "S5 @144 recovery", "S6 @144 recovery", "S6 @144 recovery spread",
      "S7 @120 lar", "S8 @36 recovery", "N4 @36 lent_kRp", "N7 @120 lending_suspended",
      "N13 @36 recovery"}},
    {"businesses fail and members leave",
     {"lending.bankrupt=0.08", "groups.leaving=0.3", "targeting.elite_bonus=0"},
     {"S4 @60 unwilling_share", "S4 @60 bankrupt_share", "S4 @96 bankrupt_share",
      "S4 @120 bankrupt_share", "S9 @36 group_survival", "S14 @36 elite_excess",
      "N2 @96 unwilling_share", "N2 @120 unwilling_share", "N9 @96 group_survival",
      "N9 @96 members_left"}},
    {"hardly anybody wants a loan, loans earn much, nothing leaks, ghosts are found at once",
     {"groups.wants_loan=0.02", "welfare.spread=2", "supervision.leakage=0", "world.dishonest=1",
      "supervision.residents_find=2"},
     {"S10 @36 founding_after_money", "S12 @36 first_turn_kRp", "S15 @36 elite_excess",
      "S19 @36 leakage", "S25 @144 ghost_age", "N11 @36 poor_served", "N14 @36 borrower_gain"}},
    {"the poorest are known and come first",
     {"targeting.accuracy=1", "targeting.bar=0", "targeting.few=0", "targeting.business_score=0",
      "targeting.elite_bonus=0", "groups.wants_loan=1", "groups.h=10", "groups.founding=0.3"},
     {"S11 @36 loan_order_correlation", "S26 @36 looks_good", "N1 @36 recovery", "N10 @36 cgh"}},
    {"the decision to pay is steep, and lending never ends",
     {"lending.penalty=5", "lending.tau=0.1", "lending.next_loan=3", "programme.max_loans=100",
      "programme.suspend_at=1"},
     {"S21 @60 default_of_loan_2", "S27 @144 lent_kRp", "S28 @144 wards_outlasting_money",
      "N6 @36 recovery"}},
    {"visits correct what is believed, and that decides",
     {"facilitation.corrects=1", "facilitation.hours=14", "facilitation.after_disbursement=0.9",
      "lending.norm=1.5", "lending.next_loan=0", "lending.no_next_loan=0", "lending.tau=0.1",
      "lending.social=0", "lending.erosion=0.5", "lending.penalty=0", "lending.ward_sd=0"},
     {"S22 @48 recovery_12", "N5 @36 recovery"}},
    {"a small ward, whose community is in its groups",
     {"world.rw_per_ward=2", "world.rt_per_rw=3", "world.households_per_rt=40",
      "groups.wants_loan=1", "groups.founding=0.3", "groups.size=10", "socialization.meetings=8",
      "facilitation.pull=1", "facilitation.hours=70", "facilitation.after_disbursement=0.9",
      "participation.b0=1"},
     {"N15 @36 attitude", "N15 @36 participation"}},
    {"neighbours stop all theft of wages, nobody wearies, money is late",
     {"supervision.monitoring_effect=1", "participation.burden_per_meeting=0",
      "coordination.stage_mean=3"},
     {"S18 @36 turnout", "S20 @36 leakage", "N12 @60 recovery_12"}}};

}  // namespace

TEST(FactsCanFail, EachUnderAChangeOfSettings) {
  const std::string scenarios = SWADAYA_SOURCE_DIR "/scenarios/";
  std::map<std::string, Pattern> facts;
  for (Pattern& fact : read_patterns(scenarios + "patterns.toml"))
    if (fact.counts() && fact.not_measured.empty()) facts.emplace(name_of(fact), std::move(fact));
  std::set<std::string> left;
  for (const auto& [name, fact] : facts) left.insert(name);
  for (const Change& change : changes) {
    std::vector<Pattern> asked;
    for (const std::string& name : change.fail) {
      ASSERT_TRUE(facts.contains(name)) << name;
      asked.push_back(facts.at(name));
      left.erase(name);
    }
    const auto run = [](const Experiment& e, const auto& sink) {
      run_jobs(e, all_models(), {}, sink);
    };
    for (const Finding& f :
         findings_of(scenarios + "lenteng-agung/baseline.toml", asked, all_models(),
                     {change.set, 4, 1, scenarios + "bundles/rules-of-0.1.toml"}, run))
      EXPECT_EQ(f.verdict, Verdict::fails)
          << change.what << ": " << name_of(f.pattern) << " = " << f.measure.value << " +- "
          << f.measure.standard_error << f.why;
  }
  EXPECT_EQ(left, std::set<std::string>{}) << "can these fail?";
}

}  // namespace swadaya
