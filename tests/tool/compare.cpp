// `swadaya run` and `swadaya compare`, from outside.
#include <filesystem>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ComparesAndWritesEveryFile) {
  const std::string file = file_with(
      "experiment.toml",
      std::string{small_ward} +
          "[experiment]\nname = \"two\"\nreplicates = 5\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
          "set = { \"socialization.meetings\" = 5 }\n");
  const std::string out = fresh("out");
  const Outcome first = program("compare " + file + " --out " + out);
  EXPECT_EQ(first.code, 0) << first.text;
  for (const char* name :
       {"experiment.toml", "manifest.json", "results.db", "series.csv", "comparison.csv"})
    EXPECT_TRUE(std::filesystem::exists(out + "/" + name)) << name;
  EXPECT_TRUE(has(text_in(out + "/series.csv"),
                  "variant,month,outcome,n,mean,sd,q05,q25,q50,q75,q95\na,0,informed,5,"));
  EXPECT_EQ(manifest_of(out)["status"], "finished");

  const Outcome again = program("compare " + file + " --out " + out);
  EXPECT_EQ(again.code, 2);
  EXPECT_TRUE(has(again.text, "--overwrite")) << again.text;
  const std::string before = text_in(out + "/series.csv");
  const std::string resolved = fresh("resolved");
  EXPECT_EQ(
      program("compare " + out + "/experiment.toml --out " + resolved + " --threads 1 --quiet")
          .code,
      0);
  EXPECT_TRUE(before == text_in(resolved + "/series.csv"));
}

TEST(Program, GivesAScenarioTheSameSeriesAloneAndInAComparison) {
  const std::string a = file_with("a.toml", small_ward),
                    b = file_with("b.toml", std::string{small_ward} + "[lending]\nnorm = 0.1\n");
  const std::string alone = fresh("alone"), together = fresh("together");
  EXPECT_EQ(program("run " + a + " --replicates 3 --threads 2 --quiet --out " + alone).code, 0);
  EXPECT_EQ(
      program("compare " + a + " " + b + " --replicates 3 --threads 1 --quiet --out " + together)
          .code,
      0);
  const std::string one = text_in(alone + "/series.csv"), two = text_in(together + "/series.csv");
  EXPECT_GT(one.size(), 10000u);
  EXPECT_EQ(one, two.substr(0, one.size()));
}

// The answer first, and what it would be under other assumptions, which change nothing of the
// results.
TEST(Program, SaysWhatTheAnswerHangsOn) {
  const std::string variants = std::string{small_ward} +
                               "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
                               "set = { \"lending.norm\" = 0.1 }\n[experiment]\nreplicates = 3\n";
  const std::string bundle =
      file_with("no-norm.toml", "[scenario]\ntitle = \"Without a norm\"\n[lending]\nnorm = 0.1\n");
  const std::string plain = file_with("plain.toml", variants),
                    asked =
                        file_with("asked.toml", variants + "answer = \"recovery\"\nbeside = [\"" +
                                                    bundle + "\"]\nbeside_replicates = 2\n");
  const std::string one = fresh("one"), two = fresh("two");
  EXPECT_EQ(program("compare " + plain + " --quiet --out " + one).code, 0);
  const Outcome o = program("compare " + asked + " --quiet --out " + two);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(o.text.starts_with("What moves recovery most by month ")) << o.text;
  EXPECT_TRUE(has(o.text, "Without a norm: b no effect (2 worlds).")) << o.text;
  EXPECT_EQ(text_in(one + "/series.csv"), text_in(two + "/series.csv"));
  const Outcome json = program("compare " + asked + " --json --quiet --overwrite --out " + two);
  EXPECT_EQ(nlohmann::json::parse(json.text)["answer"]["answers"].size(), 2u);
  EXPECT_EQ(program("compare " + two + "/experiment.toml --quiet --out " + fresh("three")).code, 0);
}

}  // namespace swadaya
