#include "sim/designs/bundled.hpp"

#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string two = std::string{small_ward} +
                        "[experiment]\nname = \"two\"\ntitle = \"Two wards\"\nreplicates = 4\n"
                        "[[variant]]\nname = \"as-it-was\"\n[[variant]]\nname = \"mended\"\n"
                        "set = { \"lending.norm\" = 1 }\n";

std::vector<Bundle> bundles_of(const std::vector<std::string>& bundles,
                               const std::string& experiment = two) {
  return read_bundles({file_with("two.toml", experiment)}, bundles, all_models(), {});
}

std::string wrong(const std::vector<std::string>& bundles, const std::string& experiment = two) {
  return said_by([&] { bundles_of(bundles, experiment); });
}

}  // namespace

TEST(Bundled, IsTheExperimentUnderEachBundleInTheirOrder) {
  const std::string mine = file_with("My Own_2.toml", "[lending]\ntau = 0.1\n"),
                    other =
                        file_with("other.toml",
                                  "[scenario]\ntitle = \"Other people\"\n[lending]\ntau = 0.4\n");
  const std::vector<Bundle> all = bundles_of({other, mine});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].name, "other");
  EXPECT_EQ(all[0].experiment.title, "Two wards (other: Other people)");
  EXPECT_EQ(all[1].name, "my-own-2");
  EXPECT_EQ(all[1].experiment.name, "two-my-own-2");
  EXPECT_EQ(all[1].experiment.title, "Two wards (my-own-2)");
  for (std::size_t b = 0; b < 2; ++b)
    for (const Variant& variant : all[b].experiment.variants)
      EXPECT_EQ(variant.scenario.values.at("lending.tau"), Value{b == 0 ? 0.4 : 0.1});
}

TEST(Bundled, RefusesBundlesThatCannotStandSideBySide) {
  const std::string a = file_with("a.toml", "[lending]\ntau = 0.1\n"),
                    longer = file_with("longer.toml", "[time]\nmonths = 60\n"),
                    same = file_with("A.toml", "[lending]\ntau = 0.4\n"),
                    experiment = file_with("experiment-of.toml", two);
  EXPECT_EQ(wrong({a}), "");
  EXPECT_TRUE(has(wrong({a, same}), "another bundle has the name `a`"));
  EXPECT_TRUE(has(wrong({a, longer}), "bundles must run equally long; `a` runs 30 months"));
  EXPECT_NE(wrong({a, experiment}), "");
}

// What a variant sets may have no meaning under one bundle, but must have one somewhere.
TEST(Bundled, LeavesOutWhatHasNoMeaningUnderABundle) {
  const std::string none = file_with("none.toml", "[models]\nlending = \"none\"\n"),
                    usual = file_with("usual.toml", "[lending]\ntau = 0.1\n");
  const std::vector<Bundle> all = bundles_of({none, usual});
  ASSERT_EQ(all[0].experiment.variants[1].left_out.size(), 1u);
  EXPECT_EQ(all[0].experiment.variants[1].left_out[0].key, "lending.norm");
  EXPECT_TRUE(all[1].experiment.variants[1].left_out.empty());
  std::string misspelt = two;
  misspelt.replace(misspelt.find("lending.norm"), 12, "lending.nrom");
  EXPECT_TRUE(has(wrong({usual, none}, misspelt), "lending.norm"))
      << wrong({usual, none}, misspelt);
}

}  // namespace swadaya
