// The built program, from outside.
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>

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
  EXPECT_TRUE(has(text_of_file(out + "/series.csv"),
                  "variant,month,outcome,n,mean,sd,q05,q25,q50,q75,q95\na,0,informed,5,"));
  EXPECT_EQ(manifest_of(out)["status"], "finished");

  const Outcome again = program("compare " + file + " --out " + out);
  EXPECT_EQ(again.code, 2);
  EXPECT_TRUE(has(again.text, "--overwrite")) << again.text;
  const std::string before = text_of_file(out + "/series.csv");
  const std::string resolved = fresh("resolved");
  EXPECT_EQ(
      program("compare " + out + "/experiment.toml --out " + resolved + " --threads 1 --quiet")
          .code,
      0);
  EXPECT_TRUE(before == text_of_file(resolved + "/series.csv"));
}

// Through a pseudo-terminal of this width.
Outcome program_on_a_terminal(const std::string& arguments, int columns) {
  return outcome_of(
      fmt::format("script -qec 'stty cols {} rows 50; TERM=xterm NO_COLOR= {} {}' "
                  "/dev/null",
                  columns, SWADAYA_PROGRAM, arguments));
}

TEST(Program, DrawsCurvesOnATerminalOnly) {
  const std::string file = file_with("small.toml", small_ward);
  const std::string run = "run " + file + " --replicates 3 --quiet --overwrite --out " + fresh("o");
  const std::string braille = "\u28c0";
  const Outcome wide = program_on_a_terminal(run, 110);
  EXPECT_EQ(wide.code, 0) << wide.text;
  EXPECT_TRUE(has(wide.text, braille)) << wide.text;
  EXPECT_TRUE(has(wide.text, "month 30")) << wide.text;
  EXPECT_TRUE(has(wide.text, "recovery, %")) << wide.text;
  EXPECT_TRUE(has(wide.text, "\033[2m")) << wide.text;
  EXPECT_FALSE(has(program_on_a_terminal(run + " --json", 110).text, braille));
  EXPECT_FALSE(has(program_on_a_terminal(run, 50).text, braille));
  const Outcome piped = program(run);
  EXPECT_FALSE(has(piped.text, braille));
  EXPECT_FALSE(has(piped.text, "\033["));
}

TEST(Program, ReportsAnExperimentAndOutlivesAReportThatCannotBeWritten) {
  const std::string file = file_with("small.toml", small_ward), out = fresh("out");
  EXPECT_EQ(program("run " + file + " --replicates 2 --out " + out).code, 0);
  const Outcome french = program("report " + out + " --lang fr"),
                nowhere = program("report " + out + "-none"),
                folder = program("report " + out + " --out " + out);
  EXPECT_EQ(french.code, 2) << french.text;
  EXPECT_EQ(nowhere.code, 2) << nowhere.text;
  EXPECT_EQ(folder.code, 2) << folder.text;
  std::filesystem::remove(out + "/report.html");
  std::filesystem::create_directories(out + "/report.html/in-the-way");
  const Outcome again = program("resume " + out);
  EXPECT_EQ(again.code, 0) << again.text;
  EXPECT_TRUE(has(again.text, "no report: ")) << again.text;
  EXPECT_TRUE(has(again.text, "results: ")) << again.text;
  EXPECT_FALSE(has(again.text, "\nreport: ")) << again.text;
}

TEST(Program, OptimisesUnderABudget) {
  const std::string file = file_with("mix.toml", searches.back().toml);
  const std::string out = fresh("mix");
  const Outcome ran = program("optimise " + file + " --quiet --json --out " + out);
  ASSERT_EQ(ran.code, 0) << ran.text;
  const auto json = nlohmann::json::parse(ran.text);
  EXPECT_LE(json["best"]["spending_kRp"], 500);
  EXPECT_EQ(json["frontier"].size(), 2u);
  EXPECT_TRUE(json["best"]["mix"]["central"] == "on" || json["best"]["mix"]["central"] == "off");
  const std::string all = text_of_file(out + "/optimisation.csv");
  EXPECT_TRUE(has(all, "\nm16,search,")) << all;
  EXPECT_TRUE(has(text_of_file(out + "/frontier.csv"), "\n500,"));
  const std::string again = fresh("again");
  EXPECT_EQ(program("optimise " + out + "/experiment.toml --threads 1 --quiet --out " + again).code,
            0);
  EXPECT_TRUE(all == text_of_file(again + "/optimisation.csv"));
  const Outcome resumed = program("resume " + again + " --quiet");
  EXPECT_EQ(resumed.code, 0) << resumed.text;
  EXPECT_TRUE(has(resumed.text, "the best mix for 0.5 million Rp a ward")) << resumed.text;
  EXPECT_EQ(program("sweep " + file).code, 2);
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
  const std::string one = text_of_file(alone + "/series.csv"),
                    two = text_of_file(together + "/series.csv");
  EXPECT_GT(one.size(), 10000u);
  EXPECT_EQ(one, two.substr(0, one.size()));
}

TEST(Program, ExitsWithTwoAndAReasonOnBadInput) {
  const std::string wrong = file_with("wrong.toml", "[lending]\nnorn = 1\n");
  for (const auto& [arguments, part] : std::vector<std::pair<std::string, std::string>>{
           {"validate " + wrong, "did you mean `lending.norm`"},
           {"run " + wrong, "wrong.toml:2:1"},
           {"run nowhere.toml", "there is no such file"},
           {"comapre x", "did you mean `compare`"},
           {"models strategic-repaymet", "did you mean `strategic-repayment`"},
           {"run " + file_with("ok.toml", small_ward) + " --out /dev/null/x", "can't be made"},
           {"run " + file_with("ok.toml", small_ward) + " --out " + wrong, "is a file"}}) {
    const Outcome o = program(arguments);
    EXPECT_EQ(o.code, 2) << arguments << "\n" << o.text;
    EXPECT_TRUE(has(o.text, part)) << o.text;
  }
}

TEST(Program, ListsWhatFilesMaySay) {
  const Outcome table = program("settings calibration");
  EXPECT_EQ(table.code, 0) << table.text;
  for (const char* part : {"[calibration]", "points = 2000", "between 20 and 100000",
                           "[calibration.target]", "[calibration.priors]"})
    EXPECT_TRUE(has(table.text, part)) << part << table.text;
  EXPECT_FALSE(has(table.text, "[sweep]"));
  const Outcome word = program("settings audit_prob");
  EXPECT_TRUE(has(word.text, "[supervision]\n  audit_probability = ")) << word.text;
  const auto all = nlohmann::json::parse(program("settings --json").text);
  EXPECT_GT(all.size(), 400u);
  const Outcome none = program("settings pionts");
  EXPECT_EQ(none.code, 2);
  EXPECT_TRUE(has(none.text, "did you mean `points`?")) << none.text;
  EXPECT_TRUE(has(program("sweep --help").text, "points = 64: number of points"));
}

TEST(Program, DescribesItself) {
  EXPECT_TRUE(has(program("--help").text, "Compares scenarios"));
  EXPECT_TRUE(has(program("metrics").text, "capital_left"));
  const auto models = nlohmann::json::parse(program("models --json").text);
  EXPECT_GE(models.size(), 20u);
  for (const auto& model : models)
    for (const auto& parameter : model["parameters"])
      EXPECT_FALSE(parameter["source"].get<std::string>().empty() ||
                   parameter["unit"].get<std::string>().empty());
  const auto schema = nlohmann::json::parse(program("schema").text);
  for (const char* table : {"lending", "event", "variant", "sweep", "factorial"})
    EXPECT_TRUE(schema["properties"].contains(table)) << table;
  EXPECT_EQ(program("validate " SWADAYA_SOURCE_DIR "/scenarios/lenteng-agung/experiment.toml").code,
            0);
  EXPECT_TRUE(
      nlohmann::json::parse(program("network --json " + file_with("ok.toml", small_ward)).text)
          .contains("leading_eigenvalue"));
}

TEST(Program, ComparesUnderBundlesOfAssumptions) {
  for (const char* branch : {"", "branch_at = 6\n"}) {
    const std::string file = file_with(
        "two.toml",
        std::string{small_ward} +
            "[experiment]\nname = \"two\"\nreplicates = 4\noutcomes = [\"informed\"]\n" + branch +
            "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"loud\"\n"
            "set = { \"socialization.meetings\" = 8 }\n");
    const std::string out = fresh("out"), again = fresh("again");
    const Outcome o =
        program("compare " + file + " --bundle evidence --bundle null --quiet --out " + out);
    EXPECT_EQ(o.code, 0) << o.text;
    EXPECT_TRUE(has(o.text, "no lever")) << o.text;  // everyone knows without meetings
    for (const char* name : {"/structural.csv", "/evidence/series.csv", "/null/comparison.csv"})
      EXPECT_TRUE(std::filesystem::exists(out + name)) << name;
    const std::string own = out + "/evidence";
    EXPECT_EQ(program("compare " + own + "/experiment.toml --quiet --out " + again).code, 0);
    expect_same_results(own, again);
    const Outcome wrong = program("compare " + file + " --bundle evidense");
    EXPECT_EQ(wrong.code, 2);
    EXPECT_TRUE(has(wrong.text, "evidence")) << wrong.text;
  }
}

}  // namespace swadaya
