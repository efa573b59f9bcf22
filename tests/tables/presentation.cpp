// What each design leaves in its folder and says, from outside.
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, OptimisesUnderABudget) {
  const std::string file = file_with("mix.toml", searches.back().toml);
  const std::string out = fresh("mix");
  const Outcome ran = program("optimise " + file + " --quiet --json --out " + out);
  ASSERT_EQ(ran.code, 0) << ran.text;
  const auto json = nlohmann::json::parse(ran.text);
  EXPECT_LE(json["best"]["spending_kRp"], 500);
  EXPECT_EQ(json["frontier"].size(), 2u);
  EXPECT_TRUE(json["best"]["mix"]["central"] == "on" || json["best"]["mix"]["central"] == "off");
  const std::string all = text_in(out + "/optimisation.csv");
  EXPECT_TRUE(has(all, "\nm16,search,")) << all;
  EXPECT_TRUE(has(text_in(out + "/frontier.csv"), "\n500,"));
  const std::string again = fresh("again");
  EXPECT_EQ(program("optimise " + out + "/experiment.toml --threads 1 --quiet --out " + again).code,
            0);
  EXPECT_TRUE(all == text_in(again + "/optimisation.csv"));
  const Outcome resumed = program("resume " + again + " --quiet");
  EXPECT_EQ(resumed.code, 0) << resumed.text;
  EXPECT_TRUE(has(resumed.text, "the best mix for 0.5 million Rp a ward")) << resumed.text;
  EXPECT_EQ(program("sweep " + file).code, 2);
}

TEST(Program, EachDesignHasItsTables) {
  const std::string ward = std::string{small_ward} + "[experiment]\nreplicates = 2\n";
  const std::string lever =
      "[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 0.1 }\n"
      "[[factorial.lever]]\nname = \"b\"\n"
      "set = { \"socialization.meetings\" = 6 }\n";
  struct Case {
    std::string command, toml;
    std::vector<std::string> files;
  };
  for (const auto& [command, toml, files] : std::vector<Case>{
           {"run", ward, {"series.csv"}},
           {"factorial", ward + lever, {"series.csv", "comparison.csv", "factorial.csv"}},
           {"sweep",
            ward + "[sweep.parameters]\n\"lending.norm\" = [0.1, 0.2]\n",
            {"series.csv", "sweep.csv"}}}) {
    const std::string out = fresh(command);
    const Outcome o =
        program(command + " " + file_with(command + ".toml", toml) + " --quiet --out " + out);
    ASSERT_EQ(o.code, 0) << o.text;
    std::vector<std::string> tables;
    for (const auto& entry : std::filesystem::directory_iterator{out})
      if (entry.path().extension() == ".csv") tables.push_back(entry.path().filename().string());
    std::sort(tables.begin(), tables.end());
    std::vector<std::string> expected = files;
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(tables, expected) << command;
  }
}

}  // namespace swadaya
