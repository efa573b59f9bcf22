#include "sim/scenario/levers.hpp"

#include <gtest/gtest.h>

#include "sim/world/sobol.hpp"
#include "tests/levers.hpp"

namespace swadaya {

TEST(Levers, AreBroughtWithinTheBudget) {
  Lever steps = range("steps", 10);
  steps.high = 4, steps.step = 1;
  const LeverSpace space{{range("a", 100), steps, flag("b", 80), range("free", 0)}};
  const std::vector<double> all(4, 1.0);
  EXPECT_EQ(space.affordable(all, no_limit, {}), (Mix{1, 4, 1, 1}));
  const Mix half = space.affordable(all, 150, {2, 1, 0, 3});
  EXPECT_EQ(half[2], 1);  // affordable with less of the rest
  EXPECT_LE(space.spending(half), 150);
  EXPECT_GT(space.spending(half), 139);
  EXPECT_EQ(half[1], std::round(half[1]));
  EXPECT_EQ(half[3], 1);  // what costs nothing needn't be given up
  EXPECT_EQ(space.affordable(all, 50, {2, 1, 0, 3})[2], 0);
  EXPECT_EQ(space.affordable(all, 0, {0, 1, 2, 3}), (Mix{0, 0, 0, 1}));
  for (const double budget : {0.0, 33.3, 77.7, 123.4})
    for (const auto& u : sobol_points(64, 4, 1))
      EXPECT_LE(space.spending(space.affordable(u, budget, {0, 1, 2, 3})), budget);
  const Mix mix{0.25, 3, 1, 0.5};
  EXPECT_EQ(space.affordable(space.coordinates(mix), no_limit, {}), mix);
}

TEST(Levers, CostWhatTheyAddToTheBaseline) {
  Lever saves = range("hours", -50);
  saves.baseline = 0.5;
  EXPECT_EQ(saves.cost_at(1), -25);  // less than nothing
  EXPECT_EQ(saves.cheapest(), 1);
  EXPECT_EQ(saves.dearest(), 0);
  Lever three = flag("order", 80);
  three.options.push_back({"need-first", {{"order", 2.0}}, -10});
  EXPECT_EQ(three.cheapest(), 2);
  EXPECT_EQ(three.dearest(), 1);
  EXPECT_EQ(three.text_of(2), "need-first");
  EXPECT_EQ(range("x", 1).text_of(0.12345678), "0.123457");
  const LeverSpace space{{saves, three}};
  EXPECT_EQ(space.cheapest(), (Mix{1, 2}));
  EXPECT_EQ(space.spending({0, 1}), 25 + 80);
}

TEST(Levers, TakeStepsAndNeverLeaveTheirRange) {
  Lever lever = range("months", 1);
  lever.low = 2, lever.high = 9, lever.step = 3;  // 2, 5, 8
  const LeverSpace space{{lever}};
  for (const auto& [u, value] :
       {std::pair{0.0, 2.0}, {0.2, 2.0}, {0.3, 5.0}, {0.8, 8.0}, {1.0, 8.0}})
    EXPECT_EQ(space.affordable({u}, no_limit, {}), Mix{value}) << u;
}

TEST(Levers, AreFeaturesAndSettings) {
  Lever ordered = flag("on", 1), other = flag("order", 1);
  other.options.push_back({"third", {{"order", 2.0}, {"also", 3.0}}, 1});
  other.is_ordered = false;
  const LeverSpace space{{range("a", 1), ordered, other}};
  EXPECT_EQ(space.features({0.25, 1, 2}), (std::vector<double>{0.25, 1, 0, 0, 1}));
  EXPECT_EQ(space.values({0.25, 0, 2}), (Values{{"a", 0.25}, {"order", 2.0}, {"also", 3.0}}));
}

}  // namespace swadaya
