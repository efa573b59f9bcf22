#include "sim/designs/by_draw.hpp"

#include <cmath>
#include <random>

#include "sim/base/statistics.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

using Rows = std::vector<std::vector<double>>;

struct Simulated {
  Rows figures;
  std::vector<std::uint32_t> draws;
};

// Two figures whose expectations by draw have standard deviations 1 and 2 and correlation 0.5;
// worlds of a draw lie `chance` around them, with a part in common.
Simulated simulated(std::size_t draws, std::size_t worlds, double chance, std::mt19937& random) {
  std::normal_distribution<double> normal;
  Simulated s{Rows(2), {}};
  for (std::size_t d = 0; d < draws; ++d) {
    const double a = normal(random), b = normal(random);
    const double first = 10 + a, second = -5 + 2 * (0.5 * a + std::sqrt(0.75) * b);
    for (std::size_t w = 0; w < worlds; ++w) {
      const double common = normal(random);
      s.figures[0].push_back(first + chance * (0.8 * common + 0.6 * normal(random)));
      s.figures[1].push_back(second + chance * (0.8 * common + 0.6 * normal(random)));
      s.draws.push_back(static_cast<std::uint32_t>(d));
    }
  }
  return s;
}

double variance(const std::vector<double>& x) { return std::pow(summary_of(x).sd, 2); }

std::vector<double> less(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> all;
  for (std::size_t i = 0; i < a.size(); ++i) all.push_back(a[i] - b[i]);
  return all;
}

}  // namespace

// Var(second - first) is 4 + 1 - 2: chance, with a variance of 9 a world and 2 worlds a draw, more
// than doubles that of means, and isn't in that of the expectations, single or in differences.
TEST(ByDraw, ExpectationsVaryAsTheyDoWithoutChance) {
  std::mt19937 random{7};
  double first = 0, second = 0, difference = 0;
  constexpr int times = 100;
  for (int i = 0; i < times; ++i) {
    const Simulated s = simulated(60, 2, 3, random);
    const Rows freed = expectations_by_draw(s.figures, s.draws, Unsure::left_out);
    ASSERT_EQ(freed.size(), 2u);
    ASSERT_EQ(freed[0].size(), 60u);
    first += variance(freed[0]) / times;
    second += variance(freed[1]) / times;
    difference += variance(less(freed[1], freed[0])) / times;
  }
  EXPECT_NEAR(first, 1, 0.4);  // 5.5 of means
  EXPECT_NEAR(second, 4, 0.5);
  EXPECT_NEAR(difference, 3, 0.4);
}

TEST(ByDraw, WithoutChanceTheyAreTheMeans) {
  std::mt19937 random{8};
  const Simulated s = simulated(20, 2, 0, random);
  const Rows freed = expectations_by_draw(s.figures, s.draws, Unsure::left_out);
  for (std::size_t k : {0, 1})
    for (std::size_t d = 0; d < 20; ++d) EXPECT_NEAR(freed[k][d], s.figures[k][2 * d], 1e-9);
}

// More figures than draws can tell apart, in units far apart, one constant and one twice there.
TEST(ByDraw, IsSteadyWithManyFigures) {
  std::mt19937 random{9};
  std::normal_distribution<double> normal;
  Rows figures(30);
  std::vector<std::uint32_t> draws;
  for (std::uint32_t d = 0; d < 25; ++d) {
    const double shared = normal(random);
    for (int w = 0; w < 2; ++w) {
      draws.push_back(d);
      for (std::size_t k = 0; k < 28; ++k)
        figures[k].push_back((k % 2 ? 1e6 : 1e-6) * (shared + normal(random)));
      figures[28].push_back(4);
      figures[29].push_back(figures[0].back());
    }
  }
  const Rows freed = expectations_by_draw(figures, draws, Unsure::left_out);
  double share = 0;  // of the variance 1 of expectations
  for (std::size_t k = 0; k < 28; ++k) share += variance(freed[k]) / (k % 2 ? 1e12 : 1e-12) / 28;
  EXPECT_GT(share, 0.5);
  EXPECT_LT(share, 1.8);
  for (const double x : freed[28]) EXPECT_DOUBLE_EQ(x, 4);
  for (std::size_t d = 0; d < 25; ++d) EXPECT_NEAR(freed[29][d], freed[0][d], 1e-12);
}

// Of expectations that don't differ means do, by chance: the most likely spread is none or little;
// carrying that it isn't known leaves a good part of it.
TEST(ByDraw, CarriesHowLittleIsKnownOfTheSpread) {
  std::mt19937 random{10};
  std::normal_distribution<double> normal;
  double likely = 0, carried = 0;
  constexpr int times = 100;
  for (int i = 0; i < times; ++i) {
    Rows figures(1);
    std::vector<std::uint32_t> draws;
    for (std::uint32_t w = 0; w < 40; ++w)
      figures[0].push_back(normal(random)), draws.push_back(w / 2);
    likely += variance(expectations_by_draw(figures, draws, Unsure::left_out)[0]) / times;
    carried += variance(expectations_by_draw(figures, draws, Unsure::carried)[0]) / times;
  }
  EXPECT_LT(likely, 0.15);  // 0.5 of means
  EXPECT_GT(carried, likely);
  EXPECT_LT(carried, 0.5);
}

TEST(ByDraw, ChanceThatCannotBeToldGivesNothing) {
  const Rows four{{1, 2, 3, 4, 5, 6, 7, 8}};
  const auto is_empty = [&](const std::vector<std::uint32_t>& draws) {
    return expectations_by_draw(four, draws, Unsure::carried).empty();
  };
  EXPECT_TRUE(is_empty({0, 0, 1, 1, 2, 2, 3, 3}));
  EXPECT_TRUE(is_empty({0, 1, 2, 3, 4, 5, 6, 7}));
  EXPECT_FALSE(is_empty({0, 0, 1, 1, 2, 2, 3, 4}));
}

}  // namespace swadaya
