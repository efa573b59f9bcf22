// What a variant carries from month to month: written, put back elsewhere, and gone on from.
#include "sim/month/state.hpp"

#include "sim/month/simulation.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

Scenario busy(const std::vector<std::string>& set = {}) { return scenario_from(small_ward, set); }

// A variant's state at a month, run from the start among `company` others.
std::string state_at(const Scenario& s, int month, std::size_t company = 0,
                     Order order = Order::one_by_one) {
  const World world = world_of(s);
  const std::vector<const Scenario*> variants(company + 1, &s);
  Simulation simulation{world, variants, all_models(), order};
  while (simulation.month() < month) simulation.step();
  return simulation.state(static_cast<std::uint32_t>(company / 2));
}

// The same, gone on from `state`.
std::string later(const Scenario& s, const std::string& state, int month, std::size_t company = 0,
                  Order order = Order::one_by_one) {
  const World world = world_of(s);
  const std::vector<const Scenario*> variants(company + 1, &s);
  Simulation simulation{world, variants, all_models(), order, state};
  while (simulation.month() < month) simulation.step();
  return simulation.state(static_cast<std::uint32_t>(company / 2));
}

// Every model in its slot, the other slots at their defaults, and all nulls together.
std::vector<Scenario> scenarios_with_every_model() {
  std::vector<Scenario> all{scenario_from(all_nulls)};
  for (const ModelInfo& model : all_models().models()) {
    std::vector<std::string> set{"models." + std::string{name_of(model.slot)} + "=" + model.name};
    if (model.slot != Slot::socialization) set.push_back("socialization.meetings=2");
    if (model.slot != Slot::groups)
      set.insert(set.end(), {"groups.wants_loan=0.8", "groups.founding=0.1"});
    all.push_back(scenario_from(
        "[time]\nmonths = 36\n[world]\nrw_per_ward = 2\nrt_per_rw = 3\nhouseholds_per_rt = 40\n"
        "dishonest = 1\nwards_per_area = 2\n[programme]\ngrant = 20000\n",
        set));
  }
  return all;
}

}  // namespace

TEST(State, GoesOnWithTheSameBitsForEveryModel) {
  for (const Scenario& s : scenarios_with_every_model()) {
    const std::string half = state_at(s, 23), whole = state_at(s, 30);
    EXPECT_TRUE(later(s, half, 23) == half) << ::testing::PrintToString(s.models);
    EXPECT_TRUE(later(s, half, 30) == whole) << ::testing::PrintToString(s.models);
    EXPECT_TRUE(later(s, half, 30, 6) == whole) << ::testing::PrintToString(s.models);
  }
}

TEST(State, IsTheSameInEveryPackingAndOrder) {
  const Scenario s = busy();
  const std::string half = state_at(s, 12), whole = state_at(s, 18);
  EXPECT_FALSE(half == whole);
  for (const std::size_t company : {1, 3, 6, 15}) {
    EXPECT_TRUE(state_at(s, 12, company) == half) << company;
    EXPECT_TRUE(later(s, half, 18, company) == whole) << company;
  }
  EXPECT_TRUE(later(s, half, 18, 0, Order::backwards) == whole);
  for (const std::size_t threads : {1, 2, 3, 8})
    with_threads(threads,
                 [&] { EXPECT_TRUE(later(s, half, 18, 3, Order::parallel) == whole) << threads; });
}

TEST(State, IsPutBackAsItWas) {
  const Scenario s = busy();
  for (const int month : {0, 1, 12}) {
    const std::string state = state_at(s, month);
    EXPECT_TRUE(later(s, state, month) == state) << month;
  }
}

TEST(State, TakesTheParametersOfTheMonthItGoesOnFrom) {
  const std::string event = "[[event]]\nmonth = ";
  const std::string set = "\nset = { \"socialization.meetings\" = 8, \"lending.norm\" = 0.1 }\n";
  const std::string half = state_at(busy(), 12);
  const Scenario before = scenario_from(small_ward + event + "9" + set),
                 now = scenario_from(small_ward + event + "13" + set),
                 after = scenario_from(small_ward + event + "15" + set);
  const std::string changed = later(now, half, 20);
  EXPECT_TRUE(changed == state_at(now, 20));
  EXPECT_TRUE(later(before, half, 20) == changed);
  EXPECT_TRUE(later(after, half, 20) == state_at(after, 20));
  EXPECT_FALSE(changed == state_at(busy(), 20));
  EXPECT_TRUE(later(busy({"socialization.meetings=8", "lending.norm=0.1"}), half, 20) == changed);
}

TEST(State, RefusesWhatIsNoneOfThisWorldAndTheseModels) {
  const Scenario s = busy();
  const std::string state = state_at(s, 12);
  const auto is_refused = [&](const Scenario& scenario, const std::string& bytes) {
    try {
      later(scenario, bytes, 12);
    } catch (const WrongState&) {
      return true;
    }
    return false;
  };
  EXPECT_FALSE(is_refused(s, state));
  EXPECT_TRUE(is_refused(busy({"world.households_per_rt=50"}), state));
  EXPECT_TRUE(is_refused(busy({"models.lending=hazard", "models.welfare=asset-trap"}), state));
  EXPECT_TRUE(is_refused(s, state + "x"));
  for (std::size_t length = 1; length < state.size(); length += 1 + length / 7)
    EXPECT_TRUE(is_refused(s, state.substr(0, length))) << length;
}

// Whatever the bytes are, nothing is read or written outside of what there is.
TEST(State, SurvivesAnyBytes) {
  const Scenario s = busy();
  const World world = world_of(s);
  const Scenario* one = &s;
  const std::string state = state_at(s, 24);
  const std::size_t behind_columns = state.size() * 9 / 10;
  int refused = 0, taken = 0;
  for (std::size_t k = 0; k < 400; ++k) {
    std::string bytes = state;
    const std::size_t from = k % 2 ? 0 : behind_columns;
    const std::size_t at = from + k * 7919 % (bytes.size() - from);
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << k % 8));
    try {
      Simulation{world, {&one, 1}, all_models(), Order::one_by_one, bytes};
      ++taken;
    } catch (const WrongState&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 10);
  EXPECT_GT(taken, 10);
}

}  // namespace swadaya
