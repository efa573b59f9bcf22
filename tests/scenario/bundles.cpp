#include "sim/scenario/bundles.hpp"

#include <filesystem>

#include "sim/designs/bundled.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string base =
    std::string{small_ward} +
    "[lending]\nnorm = 0.5\ntau = 0.3\n[experiment]\nname = \"two\"\nreplicates = 4\n"
    "[[variant]]\nname = \"as-it-was\"\n[[variant]]\nname = \"mended\"\n"
    "set = { \"lending.norm\" = 1, \"facilitation.hours\" = 280 }\n";

double number(const Bundle& bundle, std::size_t variant, const std::string& key) {
  return std::get<double>(bundle.experiment.variants[variant].scenario.values.at(key));
}

}  // namespace

TEST(Bundles, LieBetweenTheScenarioAndItsVariants) {
  const std::string file = file_with("two.toml", base),
                    mine =
                        file_with("mine.toml", "[lending]\nnorm = 0.2\ntau = 0.1\nerosion = 0.5\n");
  const auto bundles =
      read_bundles({file}, {mine}, all_models(), {{"lending.erosion=0.7"}, {}, {}});
  ASSERT_EQ(bundles.size(), 1u);
  EXPECT_EQ(bundles[0].experiment.name, "two-mine");
  EXPECT_EQ(number(bundles[0], 0, "lending.norm"), 0.2);  // the bundle's, over the scenario's
  EXPECT_EQ(number(bundles[0], 0, "lending.tau"), 0.1);
  EXPECT_EQ(number(bundles[0], 1, "lending.norm"), 1);       // the variant's, over the bundle's
  EXPECT_EQ(number(bundles[0], 1, "lending.erosion"), 0.7);  // the command line's, over all
  EXPECT_EQ(bundles[0].experiment.seed, 1u);
}

TEST(Bundles, SayWhichLeversTheyTakeAway) {
  const std::string file = file_with("two.toml", base),
                    none = file_with("none.toml", "[models]\nfacilitation = \"none\"\n");
  const auto bundles = read_bundles({file}, {none}, all_models(), {});
  const Variant& mended = bundles[0].experiment.variants[1];
  ASSERT_EQ(mended.left_out.size(), 1u);
  EXPECT_EQ(mended.left_out[0], (LeftOut{"facilitation.hours", "none", true}));
  EXPECT_TRUE(mended.has_lever);  // lending.norm is left
  const std::string both =
      file_with("both.toml", "[models]\nfacilitation = \"none\"\nlending = \"none\"\n");
  EXPECT_FALSE(read_bundles({file}, {both}, all_models(), {})[0].experiment.variants[1].has_lever);
}

TEST(Bundles, AreFoundBesideTheScenario) {
  const std::string folder =
      std::filesystem::path{file_with("two.toml", base)}.parent_path().string();
  std::filesystem::create_directories(folder + "/bundles");
  file_with("bundles/hopeful.toml", "[lending]\nnorm = 1\n");
  const auto folders = bundle_folders(folder + "/two.toml", "/nowhere/bin");
  EXPECT_EQ(std::filesystem::weakly_canonical(bundle_file("hopeful", folders)),
            std::filesystem::weakly_canonical(folder + "/bundles/hopeful.toml"));
  try {
    bundle_file("hopefull", folders);
    FAIL();
  } catch (const BadInput& bad) {
    EXPECT_NE(std::string{bad.what()}.find("hopeful"), std::string::npos) << bad.what();
  }
}

}  // namespace swadaya
