#include "sim/designs/axes.hpp"

#include <cmath>
#include <map>

#include "sim/base/notes.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

std::vector<Axis> axes_of(const std::string& parameters, bool is_grid,
                          std::vector<Problem>& problems, const std::string& settings = "") {
  const Draft draft = draft_of(file_with("base.toml", small_ward + settings), {}, problems);
  return read_axes(draft, toml_of("[parameters]\n" + parameters, "test.toml"), "sweep", is_grid,
                   all_models(), problems);
}

std::vector<Axis> axes_of(const std::string& parameters, bool is_grid = false,
                          const std::string& settings = "") {
  std::vector<Problem> problems;
  std::vector<Axis> axes = axes_of(parameters, is_grid, problems, settings);
  for (const Problem& problem : problems) ADD_FAILURE() << text_of(problem);
  return axes;
}

std::string wrong(const std::string& parameters) {
  std::vector<Problem> problems;
  axes_of(parameters, true, problems);
  std::string all;
  for (const Problem& problem : problems) all += text_of(problem) + "\n";
  return all;
}

double number_at(const Axis& axis, double u) { return std::get<double>(axis.at(u)); }

}  // namespace

TEST(Axes, ARangeGoesFromEndToEnd) {
  const Axis tau = axes_of("\"lending.tau\" = { low = 0.1, high = 0.5 }\n").at(0);
  EXPECT_TRUE(tau.is_range());
  for (const double u : {0.0, 0.25, 1.0}) EXPECT_NEAR(number_at(tau, u), 0.1 + 0.4 * u, 1e-12);
}

// Whole numbers and listed values are hit by equal parts of the way.
// Walks go on a grid of thirds: 0.1 + 2/3 x 0.3 comes to 0.30000000000000004.
TEST(Axes, WhatIsOnAGridIsAsItIsWritten) {
  const Axis axis = axes_of("\"lending.norm\" = { low = 0.1, high = 0.4 }\n")[0];
  EXPECT_EQ(number_at(axis, 1.0 / 3), 0.2);
  EXPECT_EQ(number_at(axis, 2.0 / 3), 0.3);
  EXPECT_EQ(number_at(axis, 1), 0.4);
  // What isn't short stays what it is.
  EXPECT_EQ(number_at(axis, 0.123456789012), 0.1 + 0.123456789012 * (0.4 - 0.1));
}

TEST(Axes, WholeNumbersAndListsGetSlicesOfEqualWidth) {
  const std::vector<Axis> axes =
      axes_of("\"groups.size\" = { low = 4, high = 7 }\n\"lending.norm\" = [0.5, 0.1, 0.9]\n");
  for (std::size_t a = 0; a < 2; ++a) {
    std::map<double, int> hits;
    for (int i = 0; i < 1200; ++i) ++hits[number_at(axes[a], (i + 0.5) / 1200)];
    EXPECT_EQ(hits.size(), a == 0 ? 4u : 3u);
    for (const auto& [value, n] : hits) EXPECT_EQ(n, a == 0 ? 300 : 400) << value;
    EXPECT_EQ(number_at(axes[a], 1), a == 0 ? 7 : 0.9);  // the end belongs to the last
    EXPECT_EQ(number_at(axes[a], 0), a == 0 ? 4 : 0.5);
  }
}

TEST(Axes, OfAGridTakeEvenSteps) {
  const std::vector<Axis> axes = axes_of(
      "\"lending.tau\" = { low = 0.1, high = 0.5, steps = 3 }\n"
      "[parameters.groups]\nsize = { low = 3, high = 5, steps = 9 }\n",
      true);
  ASSERT_EQ(axes.size(), 2u);
  EXPECT_EQ(axes[0].key, "groups.size");  // however it is nested
  EXPECT_EQ(axes[0].values.size(), 3u);   // there are no more whole numbers
  ASSERT_EQ(axes[1].values.size(), 3u);
  EXPECT_NEAR(std::get<double>(axes[1].values[1]), 0.3, 1e-12);
}

TEST(Axes, TakeTheDeclaredRangeWithTheModelThatIsChosen) {
  const Axis tau = axes_of("\"lending.tau\" = \"range\"\n").at(0);
  EXPECT_EQ(tau.low, 0.02);
  EXPECT_EQ(tau.high, 2);
  const Axis published = axes_of("\"supervision.published\" = \"range\"\n").at(0);
  EXPECT_EQ(published.values.size(), 2u);
  EXPECT_EQ(std::get<bool>(published.at(0.9)), true);
  const Axis a0 =
      axes_of("\"lending.a0\" = \"range\"\n", false, "[models]\nlending = \"hazard\"\n").at(0);
  std::vector<Problem> problems;
  const Draft draft = draft_of(file_with("base.toml", small_ward), {}, problems);
  EXPECT_EQ(parameter_of(draft, all_models(), "lending.a0"), nullptr);
  EXPECT_EQ(parameter_of(draft, all_models(), "lendin.tau"), nullptr);
  EXPECT_EQ(parameter_of(draft, all_models(), "programme.tenor")->kind, Kind::whole);
  EXPECT_LT(a0.low, a0.high);
}

TEST(Axes, SayWhatIsWrong) {
  for (const auto& [parameters, part] : std::vector<std::pair<std::string, std::string>>{
           {"", "there is no parameter to move"},
           {"\"lending.norm\" = []\n", "must have a value"},
           {"\"lending.norm\" = 3\n", "must be a list of values"},
           {"\"lending.nrm\" = \"range\"\n", "there is no such parameter here"},
           {"\"lending.norm\" = { low = 2, high = 1 }\n", "`low` < `high`"},
           {"\"lending.norm\" = { low = -1, high = 1 }\n", "lending.norm"},
           {"\"lending.norm\" = { low = 0, high = 1, steps = 1 }\n", "between 2 and"},
           {"\"lending.norm\" = { low = 0, hihg = 1 }\n", "did you mean `high`"}})
    EXPECT_TRUE(has(wrong(parameters), part)) << parameters << wrong(parameters);
}

TEST(Axes, PointsBecomeVariantsThatSetThem) {
  const std::vector<Axis> axes =
      axes_of("\"lending.tau\" = { low = 0.1, high = 0.5 }\n\"lending.norm\" = [0.5, 0.1]\n");
  Draft draft;
  add_point(draft, {}, axes, {0.9, 0.25});
  add_point(draft, {}, axes, {0, 1});
  EXPECT_TRUE(draft.is_experiment);
  ASSERT_EQ(draft.variants.size(), 2u);
  EXPECT_EQ(*draft.variants[1].find("name")->text(), "p2");
  EXPECT_EQ(*draft.variants[0].find("title")->text(), "norm 0.1, tau 0.2");
  const Node* set = draft.variants[1].find("set");
  EXPECT_EQ(*set->find("lending.tau")->number(), 0.5);
  EXPECT_EQ(*set->find("lending.norm")->number(), 0.5);
}

TEST(Axes, AGridTakesSteps) {
  const auto values = [&](const std::string& range) {
    std::vector<double> all;
    Draft draft;
    std::vector<Problem> problems;
    const Node table = toml_of("[parameters]\n\"lending.norm\" = { " + range + " }\n", "t.toml");
    for (const Axis& axis : read_axes(draft, table, "sweep", true, all_models(), problems))
      for (const auto& value : axis.values) all.push_back(std::get<double>(value));
    for (const Problem& problem : problems) ADD_FAILURE() << text_of(problem);
    return all;
  };
  // As they are written, to the last bit.
  EXPECT_EQ(values("low = 0, high = 0.5, step = 0.1"),
            (std::vector<double>{0, 0.1, 0.2, 0.3, 0.4, 0.5}));
  EXPECT_EQ(values("low = 0, high = 0.5, steps = 6"),
            (std::vector<double>{0, 0.1, 0.2, 0.3, 0.4, 0.5}));
  EXPECT_EQ(values("low = 0.1, high = 0.9, steps = 9"),
            (std::vector<double>{0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}));
  std::string heard;
  listen_to_notes([&](const std::string& line) { heard += line; });
  EXPECT_EQ(values("low = 0, high = 1, step = 0.3"), (std::vector<double>{0, 0.3, 0.6, 0.9}));
  listen_to_notes({});
  EXPECT_TRUE(has(heard, "sweep.parameters.lending.norm: steps of 0.3 from 0 end at 0.9, below 1"))
      << heard;
  for (const auto& [range, part] : std::vector<std::pair<std::string, std::string>>{
           {"step = 0", "must be a number"},
           {"step = 0.1, steps = 3", "stands beside `steps`"},
           {"step = 0.00001", "makes more than 10,000 values"}})
    EXPECT_TRUE(has(wrong("\"lending.norm\" = { low = 0, high = 1, " + range + " }\n"), part))
        << range;
}

}  // namespace swadaya
