#include "sim/results/points.hpp"

#include <cmath>

#include "tests/files.hpp"
#include "tests/stage.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

PointColumn column_of(const std::vector<PointColumn>& all, const std::string& key) {
  for (const PointColumn& one : all)
    if (one.key == key) return one;
  ADD_FAILURE() << key;
  return {};
}

const std::string sweep = std::string{small_ward} +
                          "[experiment]\nreplicates = 1\n[sweep.parameters]\n"
                          "\"lending.norm\" = { low = 0.1, high = 0.3, step = 0.1 }\n"
                          "\"lending.tau\" = [0.2, 0.5]\n";

}  // namespace

TEST(Points, ASweepHasTheValuesOfItsPoints) {
  const Experiment e = experiment_from(sweep);
  const Store store{store_of("points"), e, Existing::overwrite};
  const auto points = store.points();
  ASSERT_EQ(points.size(), 2u);
  const PointColumn norm = column_of(points, "lending.norm"),
                    tau = column_of(points, "lending.tau");
  ASSERT_EQ(norm.numbers.size(), e.variants.size());
  for (std::size_t v = 0; v < e.variants.size(); ++v) {
    EXPECT_EQ(norm.numbers[v], std::get<double>(e.variants[v].scenario.values.at("lending.norm")));
    EXPECT_EQ(tau.numbers[v], std::get<double>(e.variants[v].scenario.values.at("lending.tau")));
  }
  EXPECT_EQ(norm.texts.back(), "0.3") << "as it is written";
}

// Also of the one that doesn't set it: its value is what the others are held against.
TEST(Points, AComparisonHasWhatItsVariantsSet) {
  const Experiment e =
      experiment_from(std::string{small_ward} +
                      "[experiment]\nreplicates = 1\n[[variant]]\nname = \"a\"\n"
                      "[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n"
                      "[[variant]]\nname = \"c\"\nscale = { \"lending.tau\" = 2 }\n");
  const Store store{store_of("compared"), e, Existing::overwrite};
  const auto points = store.points();
  ASSERT_EQ(points.size(), 2u);
  const double usual = std::get<double>(e.variants[0].scenario.values.at("lending.norm"));
  EXPECT_EQ(column_of(points, "lending.norm").numbers, (std::vector<double>{usual, 0.1, usual}));
  const auto tau = column_of(points, "lending.tau").numbers;
  EXPECT_DOUBLE_EQ(tau[2], 2 * tau[0]);
}

TEST(Points, ThoseOfASearchAreAddedAsItGoes) {
  const Experiment e = experiment_from(std::string{small_ward} + "[experiment]\nreplicates = 1\n");
  Store store{store_of("searched"), e, Existing::overwrite};
  EXPECT_TRUE(store.points().empty());
  const auto generation = [&](const std::vector<double>& norms) {
    std::vector<Variant> variants;
    for (const double norm : norms) {
      variants.push_back(e.variants[0]);
      variants.back().name = "g" + std::to_string(norm);
      variants.back().scenario.values["lending.norm"] = norm;
    }
    return variants;
  };
  store.add_variants(1, generation({0.2, 0.4}));
  store.add_variants(3, generation({0.7}));  // alone, of a key that is known
  store.add_variants(3, generation({0.7}));  // and again, as `resume` does
  const PointColumn norm = column_of(store.points(), "lending.norm");
  EXPECT_TRUE(std::isnan(norm.numbers[0]));
  EXPECT_EQ((std::vector<double>{norm.numbers.begin() + 1, norm.numbers.end()}),
            (std::vector<double>{0.2, 0.4, 0.7}));
}

TEST(Points, AreAPartOfWhatIsChecked) {
  const std::string folder = store_of("checked");
  { const Store store{folder, experiment_from(sweep), Existing::overwrite}; }
  EXPECT_EQ(said_by([&] { Store::open(folder); }), "");
  Database{folder + "/results.db", Access::write}.run(
      "UPDATE point SET value = 0.9 WHERE variant = 1 AND key = 'lending.norm'");
  EXPECT_TRUE(has(said_by([&] { Store::open(folder); }), "variants, points, replicates"));
}

}  // namespace swadaya
