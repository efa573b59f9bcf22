#include <nlohmann/json.hpp>

#include "sim/report/parts.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string two =
    std::string{small_ward} +
    "[experiment]\nreplicates = 2\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
    "set = { \"socialization.meetings\" = 6 }\n[[variant]]\nname = \"c\"\n"
    "set = { \"world.poor\" = 0.3 }\n[[variant]]\nname = \"d\"\n"
    "set = { \"models.lending\" = \"none\" }\n";

}  // namespace

TEST(ReportWard, HasLanesOfVariantsThatRunTogether) {
  const Experiment e = experiment_from(two);
  const auto both = report_ward(e, all_models(), {0, 1});
  EXPECT_EQ(both["variants"], (nlohmann::json{0, 1}));
  EXPECT_EQ(both["lanes"].size(), 2u);
  EXPECT_EQ(both["households"], 240);
  EXPECT_EQ(report_ward(e, all_models(), {0, 2})["variants"], nlohmann::json{0});  // another world
  EXPECT_EQ(report_ward(e, all_models(), {0, 3})["variants"], nlohmann::json{0});  // another model
}

TEST(ReportWard, IsLeftOutWhereItCantBeDrawn) {
  Experiment e = experiment_from(two, {"world.households_per_rt=100000"});
  EXPECT_EQ(report_ward(e, all_models(), {0})["missing"], "large");
  e = experiment_from(two);
  e.from = "checkpoint-12.bin";
  EXPECT_EQ(report_ward(e, all_models(), {0})["missing"], "from");
}

}  // namespace swadaya
