#include "sim/designs/structural.hpp"

#include <gtest/gtest.h>

namespace swadaya {

namespace {

BundleEffect effect(double low, double high, int rank = 0, bool tied = false) {
  BundleEffect e;
  e.effect.n = 9;
  e.effect.low = low, e.effect.high = high, e.effect.difference = (low + high) / 2;
  e.effect.standard_error = (high - low) / 4;
  e.answer = answer_of(e.effect, true);
  e.rank = rank;
  e.tied = tied;
  return e;
}

BundleEffect no_lever() {
  BundleEffect e;
  e.answer = Answer::no_lever;
  return e;
}

}  // namespace

TEST(Structural, SaysWhetherASignSurvives) {
  EXPECT_EQ(sign_survival({effect(1, 3), effect(0.5, 1)}), Survival::holds);
  EXPECT_EQ(sign_survival({effect(1, 3), effect(-2, -1)}), Survival::reverses);
  EXPECT_EQ(sign_survival({effect(1, 3), effect(-1, 1)}), Survival::uncertain);
  EXPECT_EQ(sign_survival({effect(1, 3), no_lever()}), Survival::untested);
  EXPECT_EQ(sign_survival({effect(1, 3), effect(2, 3), no_lever()}), Survival::holds);
  EXPECT_NE(sign_words({effect(1, 3), effect(-1, 1)}, {"evidence", "null"}).find("null"),
            std::string::npos);
}

TEST(Structural, SaysWhetherARankSurvives) {
  EXPECT_EQ(rank_survival({effect(1, 3, 1), effect(1, 3, 1)}), Survival::holds);
  EXPECT_EQ(rank_survival({effect(1, 3, 1), effect(1, 3, 4)}), Survival::differs);
  EXPECT_EQ(rank_words({effect(1, 3, 1), effect(1, 3, 1)}), "1st in all");
  EXPECT_EQ(rank_words({effect(1, 3, 2), effect(1, 3, 4)}), "2nd-4th");
}

TEST(Structural, RanksByWhatIsCertainOnly) {
  const std::vector<double> low{1, 2, 3, 4}, high{11, 12, 13.5, 14}, near{11.5, 11.5, 13, 14.5};
  const auto ranks = ranks_of({low, high, near}, true);
  EXPECT_EQ(ranks[0].rank, 3);
  EXPECT_EQ(ranks[1].rank, 1);
  EXPECT_EQ(ranks[2].rank, 1);
  EXPECT_TRUE(ranks[1].tied);
  EXPECT_EQ(ranks_of({low, high, near}, false)[0].rank, 1);
}

}  // namespace swadaya
