// What the program says of itself and of files, from outside.
#include <nlohmann/json.hpp>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

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

TEST(Program, TellsAllOfAModel) {
  const Outcome o = program("models lending/hazard");
  EXPECT_EQ(o.code, 0);
  const ModelInfo& model = *all_models().find(Slot::lending, "hazard");
  EXPECT_TRUE(has(o.text, "lending / hazard\n")) << o.text;
  EXPECT_TRUE(has(o.text, model.paragraph)) << o.text;
  for (const ParameterInfo& p : model.parameters)
    EXPECT_TRUE(has(o.text, "\n  " + p.name + " = ")) << p.name << o.text;
}

namespace {

// What the program writes to standard output alone, and to standard error alone.
std::string output_of(const std::string& arguments) {
  return outcome_of("(" SWADAYA_PROGRAM " " + arguments + " 2>/dev/null)").text;
}
std::string errors_of(const std::string& arguments) {
  return outcome_of("(" SWADAYA_PROGRAM " " + arguments + " 2>&1 >/dev/null)").text;
}

}  // namespace

TEST(Program, DescribesANetworkOfAFile) {
  const std::string file =
      file_with("edges.csv", "i,j,weight\n1,2,9\n2,3,9\n3,1,9\n3,4,9\n1,3,9\n");
  const auto json = nlohmann::json::parse(output_of("network --json " + file));
  EXPECT_EQ(json["households"], 4);
  EXPECT_EQ(json["ties"], 4);
  EXPECT_NEAR(json["transitivity"].get<double>(), 0.6, 1e-12);
  EXPECT_EQ(errors_of("network --json " + file),
            file + ": 4 households, 4 ties; columns i, j; left out: weight, 1 repeat\n");
}

TEST(Program, SaysOnceWhatItReadOfAWorld) {
  file_with("hh.csv", "HHID;Leader;nama\n1;2;A\n2;2;B\n3;1;C\n4;2;D\n5;2;E\n6;-9;F\n");
  file_with("ties.csv", "w;giver;taker\n0,5;3;1\n1;3;2\n1;3;4\n1;3;5\n");
  const std::string scenario = file_with(
      "s.toml",
      "[time]\nmonths = 3\n[world]\nfrom = \"files\"\nhouseholds = \"hh.csv\"\n[network]\n"
      "edges = \"ties.csv\"\ncolumns = { from = \"giver\", to = \"taker\" }\n[world.columns]\n"
      "leader = { column = \"Leader\", yes = 1, no = 2, missing = [-9, 99] }\n"
      "[experiment]\nreplicates = 2\noutcomes = [\"informed\"]\n[[variant]]\nname = \"a\"\n"
      "[[variant]]\nname = \"b\"\nset = { \"models.lending\" = \"none\" }\n");
  // All 6 pairs of the four others go through the leader; nobody has a tie to the sixth.
  EXPECT_NEAR(
      nlohmann::json::parse(output_of("network --json " + scenario))["leaders"]["betweenness"]
          .get<double>(),
      1.2, 1e-12);
  const std::string said = errors_of("network " + scenario);
  EXPECT_TRUE(has(said,
                  "hh.csv: 6 households, named by the column HHID; left alone: nama; not known: "
                  "leader of 1 household without a value\n"))
      << said;
  EXPECT_TRUE(has(said, "ties.csv: 6 households, 4 ties; columns giver, taker; left out: w\n"))
      << said;
  EXPECT_EQ(errors_of("run " + scenario + " --quiet --out " + fresh("out")), "");
}

// What is wrong with data is said before a run begins, and nothing is left of it.
TEST(Program, LooksIntoDataFilesFirst) {
  file_with("hh.csv", "id,leader\n1,1\n2,7\n");
  const std::string scenario = file_with(
      "s.toml",
      "[time]\nmonths = 3\n[world]\nfrom = \"files\"\nhouseholds = \"hh.csv\"\n[world.columns]\n"
      "leader = \"leader\"\n");
  const std::string what = "hh.csv:3: leader = 7: must be 1 or 0, yes or no, or empty";
  EXPECT_TRUE(has(errors_of("validate " + scenario), what));
  const std::string folder = fresh("out");
  EXPECT_TRUE(has(errors_of("run " + scenario + " --out " + folder), what));
  EXPECT_FALSE(std::filesystem::exists(folder));
  EXPECT_TRUE(has(errors_of("validate --set world.households= " + scenario),
                  "`from = \"files\"` needs a file of households"));
  file_with("hh.csv", "id,leader\n1,1\n2,0\n");
  EXPECT_TRUE(has(errors_of("--verbose validate " + scenario),
                  "hh.csv: 2 rows; used: id, leader; taken as given: size 4.2 (world.size)"));
}

}  // namespace swadaya
