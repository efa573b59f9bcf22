// `swadaya learn`, from outside.
#include "tests/learnt.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, LearnsWhatToMeasureNext) {
  const std::string file = known_experiment(20).posterior.file, out = fresh("out");
  const std::string experiment = file.substr(0, file.rfind('/')) + "/known.toml";
  const Outcome ran = program("compare " + experiment + " --quiet --out " + out);
  ASSERT_EQ(ran.code, 0) << ran.text;
  const Outcome text = program("learn " + out);
  EXPECT_EQ(text.code, 0) << text.text;
  EXPECT_TRUE(has(text.text, "What to measure next")) << text.text;
  const Outcome asked =
      program("learn " + out + " --json --price 300 --month 24 --outcome informed" +
              " --survey informed --n 77 --wards 3");
  ASSERT_EQ(asked.code, 0) << asked.text;
  const auto json = nlohmann::json::parse(asked.text);
  EXPECT_EQ(json["outcome"], "informed");
  EXPECT_EQ(json["month"], 24);
  EXPECT_EQ(json["price_kRp"], 300);
  EXPECT_EQ(json["wards"], 3);
  EXPECT_EQ(json["surveys"][0]["people"][1], 77);
  EXPECT_EQ(json["draws"], 20);

  const auto refused = [&](const std::string& options, const std::string& words) {
    const Outcome outcome = program("learn " + out + " " + options);
    EXPECT_EQ(outcome.code, 2) << outcome.text;
    EXPECT_TRUE(has(outcome.text, words)) << outcome.text;
  };
  refused("--outcome recovry", "did you mean `recovery`?");
  refused("--outcome cost_kRp", "is what packages cost");
  refused("--survey borrowers", "say so with --sd");
  refused("--month 999", "lies behind the last month");
  refused("--price 0", "--price");
  refused("--n 0", "--n");
}

TEST(Program, LearnsNothingWhereParametersAreTakenAsKnown) {
  const std::string file = known_experiment(20).posterior.file, out = fresh("out");
  const std::string experiment = file.substr(0, file.rfind('/')) + "/known.toml";
  ASSERT_EQ(
      program("compare " + experiment + " --posterior none --replicates 2 --quiet --out " + out)
          .code,
      0);
  const Outcome outcome = program("learn " + out);
  EXPECT_EQ(outcome.code, 2);
  EXPECT_TRUE(has(outcome.text, "taken as known")) << outcome.text;
  EXPECT_TRUE(has(outcome.text, "--posterior FILE.csv")) << outcome.text;
}

}  // namespace swadaya
