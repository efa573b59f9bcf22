#include "sim/designs/structural.hpp"

#include "sim/base/unpaired.hpp"
#include "sim/tables/structural.hpp"
#include "tests/stored.hpp"

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

// What all worlds have in common cancels within the same wards, and not between different ones.
TEST(Structural, DoesNotPairDifferentWards) {
  const Bundle bundle{
      "own", "",
      experiment_from(std::string{small_ward} +
                      "[experiment]\nreplicates = 6\noutcomes = [\"recovery\"]\n"
                      "months_shown = [12]\n[[variant]]\nname = \"was\"\n[[variant]]\n"
                      "name = \"more\"\n[[variant]]\nname = \"larger\"\ntitle = \"Larger\"\n"
                      "set = { \"world.households_per_rt\" = 60 }\n")};
  const Store store =
      store_with_outcomes(bundle.experiment, "wards", [](std::size_t v, std::uint32_t r) {
        const double luck = 0.1 * (r % 3), gain = v == 0 ? 0 : 0.05 + 0.001 * (r % 2);
        return std::map<std::string, double>{{"recovery", 0.3 + luck + gain}};
      });
  const std::vector<StructuralRow> rows = structural_rows({{bundle, store}});
  ASSERT_EQ(rows.size(), 2u);
  const BundleEffect &here = rows[0].in[0], &there = rows[1].in[0];
  EXPECT_TRUE(here.effect.is_paired);
  EXPECT_EQ(here.answer, Answer::up);
  EXPECT_FALSE(there.effect.is_paired);
  EXPECT_EQ(there.answer, Answer::uncertain);
  EXPECT_EQ(there.rank, 0) << "in other wards there is no rank among these";
  const std::size_t k = *outcome_index("recovery");
  const PairedDifference apart =
      unpaired_difference({store.values(0, 12, k)}, {store.values(2, 12, k)});
  EXPECT_EQ(there.effect.low, apart.low);
  EXPECT_EQ(there.effect.high, apart.high);
  const std::string text = structural_table({{bundle, store}}, {});
  EXPECT_TRUE(has(text, "Larger: different wards, not paired, and without a rank.")) << text;
  const std::string csv = structural_csv({{bundle, store}});
  EXPECT_TRUE(has(csv, ",\"Monte Carlo 95 %, not paired\"\n")) << csv;
}

}  // namespace swadaya
