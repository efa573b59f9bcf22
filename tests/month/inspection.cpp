// Whatever a model leaves behind that is no number, outside of its limits or nowhere at all ends
// the run in its name, before anybody counts it or looks something up by it.
#include "sim/month/inspection.hpp"

#include <cmath>
#include <functional>
#include <limits>

#include "sim/base/error.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/month/simulation.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr int bad_month = 14;  // there are groups with loans by then

std::function<void(Ward&)> bad_ward;
std::function<Pack(const Pack&)> bad_attitude;

// Does in its month what the test wants.
class Bad final : public Model {
 public:
  Bad() { writes({column::attitude}); }
  void households(const Month& month, Cells& cells) const override {
    const Pack x = cells.now(column::attitude);
    cells.next(column::attitude, month.number == bad_month && bad_attitude ? bad_attitude(x) : x);
  }
  void after(const Month& month, Ward& ward) const override {
    if (month.number == bad_month && bad_ward && ward.number() == 0) bad_ward(ward);
  }
};

// What the run says that ends.
std::string said() {
  std::vector<Entry> entries = models::all();
  entries.push_back(entry<Bad>(Slot::attitude, "bad", Standing::rival, "It is bad.", "a test"));
  const Catalogue catalogue{std::move(entries)};
  const Experiment experiment = read_experiment(
      file_with("test.toml", small_ward), catalogue,
      {{"models.attitude=bad", "time.months=15", "groups.wants_loan=0.8", "groups.founding=0.1"},
       1,
       {}});
  Work work;
  work.threads = 2;
  return said_by([&] {
    run_jobs(experiment, catalogue, work, [](const Job&, const std::vector<Series>&) {});
  });
}

std::string said_of_ward(const std::function<void(Ward&)>& work) {
  bad_ward = work;
  const std::string text = said();
  bad_ward = nullptr;
  return text;
}

std::string said_of_attitude(const std::function<Pack(const Pack&)>& work) {
  bad_attitude = work;
  const std::string text = said();
  bad_attitude = nullptr;
  return text;
}

Group& a_group(Ward& ward) {
  for (Group& g : ward.groups)
    if (!g.members.empty()) return g;
  throw std::logic_error{"the test wants a group"};
}
Member& a_member(Ward& ward) { return a_group(ward).members[0]; }

}  // namespace

TEST(Inspection, EndARunWhereAPassLeavesThem) {
  for (const double wrong : {nan, infinite, -infinite, 1.5, -0.25}) {
    const std::string text =
        said_of_attitude([&](const Pack&) { return Pack{static_cast<float>(wrong)}; });
    EXPECT_TRUE(text.starts_with("model attitude/bad: failed in `households` of month 14")) << text;
    EXPECT_TRUE(has(text, "attitude of household ") && has(text, "must be within 0 and 1")) << text;
    EXPECT_TRUE(has(text, "replicate 0 of seed 1")) << text;
  }
  // One household of every pack: that of the chunk that is looked at first.
  const std::string one = said_of_attitude([](Pack x) {
    x.set(5, static_cast<float>(nan));
    return x;
  });
  const std::string before = "attitude of household ";
  ASSERT_TRUE(has(one, before) && has(one, " is nan, and must be")) << one;
  EXPECT_EQ(std::stoul(one.substr(one.find(before) + before.size())) % pack_width, 5u) << one;
  EXPECT_EQ(said_of_attitude([](const Pack& x) { return x; }), "");
}

TEST(Inspection, EndARunWhereAWardLeavesThem) {
  using OnWard = std::function<void(Ward&)>;
  const std::vector<std::pair<OnWard, std::string>> cases{
      {[](Ward& w) { w.set(column::informed, 3, 0.5f); }, "informed of household 3 is 0.5"},
      {[](Ward& w) { w.set(column::attitude, 3, static_cast<float>(nan)); },
       "attitude of household 3"},
      {[](Ward& w) { w.set(column::attitude, 1u << 30, 1); }, "there is no household 1073741824"},
      {[](Ward& w) { w.set(rt_column::trust, 0, 7); }, "trust of RT 0 is 7"},
      {[](Ward& w) { w.set(rt_column::trust, 99999, 0); }, "there is no RT 99999"},
      {[](Ward& w) { a_group(w).cohesion = nan; }, "its cohesion is nan"},
      {[](Ward& w) { a_group(w).capacity = -1; }, "its capacity is -1"},
      {[](Ward& w) { a_group(w).rt = 1u << 31; }, "its RT is 2147483648"},
      {[](Ward& w) { a_group(w).founder = 1u << 31; }, "its founder is 2147483648"},
      {[](Ward& w) { a_group(w).stage = static_cast<Stage>(9); }, "its stage is 9"},
      {[](Ward& w) { a_group(w).priority = nan; }, "its priority is nan"},
      {[](Ward& w) { a_group(w).visits = -3; }, "its visits is -3"},
      {[](Ward& w) { a_group(w).own.clear(); }, "its number of columns"},
      {[](Ward& w) { a_member(w).household = 1u << 31; }, "a member's household is 2147483648"},
      {[](Ward& w) { a_member(w).fate = static_cast<Fate>(77); }, "a member's fate is 77"},
      {[](Ward& w) { a_member(w).lent_in = -2; }, "the month of a loan is -2"},
      {[](Ward& w) { a_member(w).balance = nan; }, "a member's balance is nan"},
      {[](Ward& w) { a_member(w).savings = -5; }, "a member's savings is -5"},
      {[](Ward& w) { a_member(w).overdue = infinite; }, "what is overdue is inf"},
      {[](Ward& w) { w.fund.lend(nan); }, "the fund's cash is nan"},
      {[](Ward& w) { w.spent.lending = -1; }, "spent on lending is -1"},
      {[](Ward& w) { w.detection = nan; }, "detection is nan"},
      {[](Ward& w) { w.open = 3; }, "open lending is 3"},
      {[](Ward& w) { w.borrowers.poor = -1; }, "the number of borrowers is -1"},
      {[](Ward& w) {
         w.first_loans.push_back({1u << 31, 1});
       },
       "the household of a first loan"},
      {[](Ward& w) {
         w.missed.push_back({1, 1u << 31, 0, 1});
       },
       "the group of a missed instalment"},
      {[](Ward& w) {
         w.cohorts.push_back({nan, 0, 0, 0});
       },
       "lent in a month is nan"},
      {[](Ward& w) {
         w.tranches.push_back({nan, nan, 1});
       },
       "the month of a tranche is nan"},
      {[](Ward& w) { w.ranking.asked[1] = -1; }, "households ranked is -1"},
      {[](Ward& w) { w.ever_borrowed.clear(); }, "the number of households that may borrow"},
  };
  for (const auto& [work, part] : cases) {
    const std::string text = said_of_ward(work);
    EXPECT_TRUE(text.starts_with("model attitude/bad: failed in `after` of month 14")) << text;
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  }
  const std::string text = said_of_ward([](Ward& w) { a_member(w).balance = nan; });
  EXPECT_TRUE(has(text, "in ward 0, group ") && has(text, "(founded by household ")) << text;
  EXPECT_EQ(said_of_ward([](Ward&) {}), "");
}

TEST(Inspection, HoldForStatesThatArePutBack) {
  const Scenario s = scenario_from(small_ward, {"groups.wants_loan=0.8", "groups.founding=0.1"});
  const World world = world_of(s);
  const Scenario* const one = &s;
  Simulation simulation{world, {&one, 1}, all_models(), Order::one_by_one};
  while (simulation.month() < bad_month) simulation.step();
  const std::string good = simulation.state(0);
  const auto is_refused = [&](const std::string& state) {
    try {
      Simulation{world, {&one, 1}, all_models(), Order::one_by_one, state};
    } catch (const WrongState&) {
      return true;
    }
    return false;
  };
  EXPECT_FALSE(is_refused(good));
  Ward& ward = simulation.ward(0, 0);
  const double cohesion = a_group(ward).cohesion;
  a_group(ward).cohesion = nan;
  EXPECT_TRUE(is_refused(simulation.state(0)));
  a_group(ward).cohesion = cohesion;
  EXPECT_TRUE(simulation.state(0) == good);
  // A household that knows of the programme, among the first columns' numbers.
  const std::size_t at = good.find(std::string("\x00\x00\x80\x3f", 4));
  ASSERT_NE(at, std::string::npos);
  std::string forged = good;
  forged.replace(at, 4, std::string("\x00\x00\xc0\x7f", 4));  // not a number
  EXPECT_TRUE(is_refused(forged));
}

}  // namespace swadaya
