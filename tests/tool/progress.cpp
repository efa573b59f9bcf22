// How far a run is, from outside.
#include <sstream>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

// A bar that is gone in the end; elsewhere nothing, before ten seconds have passed.
TEST(Program, DrawsABarOnATerminalOnly) {
  const std::string file = file_with("small.toml", "[time]\nmonths = 36\n");
  const std::string run =
      "run " + file + " --replicates 24 --threads 1 --overwrite --out " + fresh("o");
  const std::string wiped = "\r\033[K";
  const Outcome o = program_on_a_terminal(run, 80);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, wiped + "[")) << o.text;
  EXPECT_TRUE(has(o.text, " million household-months/s  ")) << o.text;
  EXPECT_TRUE(has(o.text, " s left" + wiped)) << o.text;
  EXPECT_FALSE(has(program_on_a_terminal(run + " --quiet", 80).text, wiped));
  EXPECT_FALSE(has(program(run).text, wiped));
}

// Each line of standard error is an object, and standard output what it is without.
TEST(Program, TellsProgressInJson) {
  const std::string file = file_with("small.toml", "[time]\nmonths = 36\n");
  const std::string run = "run " + file + " --replicates 6 --threads 1 --overwrite --out ";
  const std::string out = fresh("o"), said = fresh("said.txt");
  const std::string plain = program(run + out + " --quiet").text;
  const Outcome o =
      outcome_of("{ " SWADAYA_PROGRAM " " + run + out + " --progress json 2>" + said + "; }");
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.text, plain);
  std::istringstream lines{text_in(said)};
  std::vector<nlohmann::json> events;
  for (std::string line; std::getline(lines, line);) events.push_back(nlohmann::json::parse(line));
  ASSERT_GE(events.size(), 3u);
  EXPECT_EQ(events.front()["event"], "begin");
  EXPECT_EQ(events.front()["folder"], out);
  EXPECT_EQ(events.front()["replicates"], 6);
  EXPECT_EQ(events.back()["event"], "end");
  EXPECT_EQ(events.back()["status"], "finished");
  EXPECT_EQ(events.back()["complete_replicates"], 6);
  const auto& last = events[events.size() - 2];
  EXPECT_EQ(last["event"], "progress");
  EXPECT_EQ(last["done"], 6);
  EXPECT_EQ(last["all"], 6);
  EXPECT_EQ(last["of"], "jobs");
  EXPECT_EQ(last["share"], 1.0);
  EXPECT_GT(last["household_months_per_second"], 0);
  // What is wrong comes as an object, too.
  const Outcome wrong = program("run " + fresh("nowhere.toml") + " --progress json");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_EQ(nlohmann::json::parse(wrong.text)["event"], "error");
  EXPECT_EQ(program("run " + file + " --progress xml").code, 2);
}

}  // namespace swadaya
