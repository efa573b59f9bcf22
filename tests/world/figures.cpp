// Households drawn from figures.
#include <cmath>
#include <gtest/gtest.h>

#include "sim/world/draw.hpp"
#include "tests/world/settings.hpp"

namespace swadaya {

namespace {

World drawn(Values set) {
  set["network.generator"] = 5.0;  // none
  return draw_world(world_settings(set), 11, 0);
}

struct Moments {
  double n = 0, sum = 0, squares = 0;
  void add(double x) { ++n, sum += x, squares += x * x; }
  double mean() const { return sum / n; }
  double sd() const { return std::sqrt(squares / n - mean() * mean()); }
};
template <class F>
Moments over_households(const World& w, F of) {
  Moments m;
  for (Household h = 0; h < w.rows(); ++h)
    if (w.occupied[h] > 0) m.add(of(h));
  return m;
}

}  // namespace

TEST(WorldFigures, ThePovertyRateIsBelowThePovertyLine) {
  const World w = drawn({{"world.poverty_rate", 0.2},
                         {"world.sigma", 0.7},
                         {"world.segregation", 0.0},
                         {"world.elite_richer", 0.0}});
  const double line = std::log(w.poverty_line);
  const Moments below = over_households(
      w, [&](Household h) { return double{w.log_consumption[h]} < line ? 1.0 : 0.0; });
  EXPECT_NEAR(below.mean(), 0.2, 4 * std::sqrt(0.16 / below.n));
  const Moments c = over_households(w, [&](Household h) { return double{w.log_consumption[h]}; });
  EXPECT_NEAR(c.sd(), 0.7, 4 * 0.7 / std::sqrt(2 * c.n));
}

TEST(WorldFigures, WhereRtsDifferMostTheirHouseholdsAreAlike) {
  const World w = drawn({{"world.segregation", 1.0}, {"world.elite_richer", 0.0}});
  for (const Place& rt : w.rts)
    for (Household h = rt.first; h < rt.last; ++h)
      ASSERT_EQ(w.log_consumption[h], w.log_consumption[rt.first]);
  EXPECT_NE(w.log_consumption[w.rts[0].first], w.log_consumption[w.rts[1].first]);
}

TEST(WorldFigures, ElitesAreRicherByTheirShare) {
  const Values plain{{"world.elite_richer", 0.0}}, richer{{"world.elite_richer", 0.5}};
  const World a = drawn(plain), b = drawn(richer);
  for (Household h = 0; h < a.rows(); ++h)
    ASSERT_NEAR(b.log_consumption[h] - a.log_consumption[h], std::log(1.5f) * a.elite[h], 2e-6f);
}

TEST(WorldFigures, AttitudesAreBetaAndPersonsOneAndAPoisson) {
  const World w = drawn({{"world.attitude_a", 2.0},
                         {"world.attitude_b", 3.0},
                         {"world.size", 4.0},
                         {"world.size_poor", 4.0},
                         {"world.susceptibility_spread", 0.4}});
  const Moments attitude = over_households(w, [&](Household h) { return double{w.attitude[h]}; });
  EXPECT_NEAR(attitude.mean(), 0.4, 4 * 0.2 / std::sqrt(attitude.n));  // a / (a + b)
  EXPECT_NEAR(attitude.sd(), 0.2, 0.006);  // ab / ((a + b)^2 (a + b + 1)) = 1 / 25
  const Moments size = over_households(w, [&](Household h) { return double{w.size[h]}; });
  EXPECT_NEAR(size.mean(), 4, 4 * std::sqrt(3 / size.n));
  EXPECT_NEAR(size.sd(), std::sqrt(3.0), 0.06);
  const Moments alone = over_households(w, [&](Household h) { return w.size[h] == 1 ? 1.0 : 0.0; });
  EXPECT_NEAR(alone.mean(), std::exp(-3.0), 4 * std::sqrt(0.05 / alone.n));
  for (Household h = 0; h < w.rows(); ++h)
    if (w.occupied[h] > 0) {
      ASSERT_NEAR(w.susceptibility[h], 1, 0.4);
    }
}

TEST(WorldFigures, EachRtHasAHeadWhoIsAnElite) {
  const World w = drawn({{"world.elite", 0.0}});
  double heads = 0;
  for (const Place& rt : w.rts) {
    int of_rt = 0;
    for (Household h = rt.first; h < rt.last; ++h) {
      of_rt += w.head[h] > 0 ? 1 : 0;
      ASSERT_EQ(w.head[h], w.elite[h]);
      ASSERT_EQ(w.head[h], w.leader[h]);
    }
    EXPECT_GE(of_rt, 1);
    heads += of_rt;
  }
  // An RW's head may be an RT's too.
  EXPECT_LE(heads, static_cast<double>(w.rts.size() + w.rws.size()));
}

}  // namespace swadaya
