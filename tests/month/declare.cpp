#include "sim/month/declare.hpp"

#include <stdexcept>

#include "sim/month/behaviour.hpp"
#include "sim/month/ward.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

struct Everything : Declares {
  Number share = number("share", 0.25, "share", {0, 1}, "a test");
  Numbers shares = number("shares", 0.75, "share", {0, 1}, "a test");
  Whole months = whole("months", 3, "months", {1, 12}, "a test");
  Flag open = flag("open", true, "it is open", "a test");
  Whole kind = choice("kind", "round", {"square", "round"}, "its form", "a test");
  List steps = list("steps", {1, 2}, "months", {0, 9}, "a test");
  Column first = column("first", "the first");
  Column second = column("second", "the second");
  RtColumn here = rt_column("here", "of an RT");
  GroupColumn seen = group_column("seen", 1, "of a group");
  WardColumn heard = ward_column("heard", -1, "of a ward");
  Decision rolls = decision("rolls"), tires = decision("tires");
};

// `a * b` compiles.
template <class A, class B>
concept Multiply = requires(const A& a, const B& b) {
  a* b;
};

}  // namespace

TEST(Declare, GivesEachLaneItsOwnNumbers) {
  Declare declare{"test"};
  std::vector<Everything> all;
  for (const std::uint32_t lane : {0u, 1u}) {
    const Declare::Making making{declare, lane};
    all.emplace_back();
  }
  EXPECT_EQ(declare.parameters().size(), 6u);  // noted once
  EXPECT_EQ(declare.columns().size(), 5u);
  EXPECT_EQ(declare.decisions(), (std::vector<std::string>{"rolls", "tires"}));
  for (const Everything& one : all) {
    EXPECT_EQ(one.share, 0.25);
    EXPECT_EQ(one.months, 3);
    EXPECT_TRUE(one.open);
    EXPECT_EQ(one.kind, 1);
    EXPECT_EQ(one.second.number, column::count + 1);
    EXPECT_EQ(one.here.number, rt_column::count);
    EXPECT_EQ(one.rolls.key, decision_key("test.rolls"));
    EXPECT_EQ(one.tires.index, 1u);
  }
  declare.set({{"test.share", 0.5},
               {"test.shares", 1.0},
               {"test.open", 0.0},
               {"test.steps", std::vector<double>{7}},
               {"other.share", 0.9}},
              1, 2);
  EXPECT_EQ(all[0].share, 0.25);
  EXPECT_EQ(all[1].share, 0.5);
  EXPECT_TRUE(all[0].open);
  EXPECT_FALSE(all[1].open);
  EXPECT_EQ(all[0].steps.size(), 2u);
  EXPECT_EQ(all[1].steps[0], 7);
  const Pack& pack = all[0].shares;
  for (int cell = 0; cell < pack_width; ++cell) EXPECT_EQ(pack[cell], cell % 2 ? 1.0f : 0.75f);
}

TEST(Declare, CountsOnFromWhatStandsBefore) {
  Declare one{Slot::lending};
  {
    const Declare::Making making{one, 0};
    const Everything all;
  }
  Declare other{Slot::welfare, one.next()};
  const Declare::Making making{other, 0};
  const Everything all;
  EXPECT_EQ(all.first.number, column::count + 2);
  EXPECT_EQ(all.here.number, rt_column::count + 1);
  EXPECT_EQ(all.seen.number, 1u);
  EXPECT_EQ(all.heard.number, 1u);
  EXPECT_EQ(all.rolls.index, 0u);  // within its model
}

TEST(Declare, KeepsANumberOutOfPacks) {
  static_assert(Multiply<Number, double> && Multiply<Number, Number> && Multiply<Whole, Number>);
  static_assert(Multiply<Numbers, Pack> && Multiply<Pack, float>);
  static_assert(!Multiply<Number, Pack> && !Multiply<Pack, Number>);
}

TEST(Declare, RefusesWhatIsDeclaredWrongly) {
  struct Twice : Declares {
    Twice() {
      number("a", 0, "share", {0, 1}, "a test"), number("a", 0, "share", {0, 1}, "a test");
    }
  };
  struct Beyond : Declares {
    Number a = number("a", 2, "share", {0, 1}, "a test");
  };
  struct WithoutSource : Declares {
    Number a = number("a", 0, "share", {0, 1}, "");
  };
  struct NoOption : Declares {
    Whole a = choice("a", "red", {"green"}, "colour", "a test");
  };
  const auto fails = [](auto make) {
    Declare declare{"test"};
    const Declare::Making making{declare, 0};
    EXPECT_THROW(make(), std::logic_error);
  };
  fails([] { Twice{}; });
  fails([] { Beyond{}; });
  fails([] { WithoutSource{}; });
  fails([] { NoOption{}; });
  EXPECT_THROW(Everything{}, std::logic_error) << "nothing is being made";
}

namespace {

// Keeps what it must remember in columns of groups, wards and areas.
class Remembers final : public Model {
  Number step = number("step", 1, "a month", {0, 9}, "a test");
  GroupColumn age = group_column("age", 10, "grows with each month");
  WardColumn months = ward_column("months", 5, "grows with each month");
  AreaColumn turns = area_column("turns", "grows with each month");
  AreaList told = area_list("told", "one more each month");

 public:
  void area(const Month& month, Area& area) const override {
    area[turns] += step;
    area[told].push_back(month.number);
    area.wards[0]->for_works = area[turns] + 100 * static_cast<double>(area[told].size());
  }
  void ward(const Month&, Ward& ward) const override {
    ward[months] += step;
    for (Group& group : ward.groups) group[age] += step;
    ward.due = ward[months];
    ward.repaid = ward.groups.empty() ? 0 : ward.groups[0][age];
  }
};

}  // namespace

TEST(Declare, ColumnsOfGroupsWardsAndAreasAreOfEachVariantAndGoOn) {
  std::vector<Entry> entries = models::all();
  entries.push_back(
      entry<Remembers>(Slot::attitude, "remembers", Standing::rival, "It remembers.", "a test"));
  const Catalogue catalogue{std::move(entries)};
  Scenario a = scenario_from(all_nulls), b = a;
  for (Scenario* s : {&a, &b}) s->models[static_cast<std::size_t>(Slot::attitude)] = "remembers";
  a.values["attitude.step"] = 1.0;
  b.values["attitude.step"] = 2.0;
  const World world = world_of(a);
  const std::vector<const Scenario*> both{&a, &b};
  Simulation simulation{world, both, catalogue, Order::one_by_one};
  const auto step = [](Simulation& s, std::uint32_t variant) {
    s.step_slot(Slot::attitude);
    const Ward& ward = s.ward(0, variant);
    return std::array{ward.for_works, ward.due, ward.repaid};
  };
  for (const std::uint32_t v : {0u, 1u}) simulation.ward(0, v).add(Group{});
  EXPECT_EQ(step(simulation, 0), (std::array{101.0, 6.0, 11.0}));
  const std::string state = simulation.state(1);
  const Scenario* const alone = &b;
  Simulation resumed{world, {&alone, 1}, catalogue, Order::one_by_one, state};
  EXPECT_EQ(step(resumed, 0), (std::array{204.0, 9.0, 14.0}));
  EXPECT_EQ(step(simulation, 1), (std::array{204.0, 9.0, 14.0}));
}

}  // namespace swadaya
