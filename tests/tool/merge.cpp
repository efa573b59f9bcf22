// Runs that are cut into parts and put together again, from outside.
#include <filesystem>
#include <fstream>

#include "sim/results/store.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"
#include "tests/unpacked.hpp"

namespace swadaya {

namespace {

const std::string two_variants = std::string{small_ward} +
                                 "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
                                 "set = { \"socialization.meetings\" = 4 }\n[experiment]\n";

// Folders of the parts of a command, each run.
std::vector<std::string> parts_of(const std::string& command, int of, const std::string& name) {
  std::vector<std::string> folders;
  for (int number = 1; number <= of; ++number) {
    folders.push_back(fresh(name + "-" + std::to_string(number)));
    const Outcome o = program(command + " --quiet --parts " + std::to_string(number) + "/" +
                              std::to_string(of) + " --out " + folders.back());
    EXPECT_EQ(o.code, 0) << o.text;
    EXPECT_TRUE(o.text.starts_with("part " + std::to_string(number) + "/")) << o.text;
  }
  return folders;
}

std::string joined(const std::vector<std::string>& folders) {
  std::string all;
  for (const std::string& folder : folders) all += " " + folder;
  return all;
}

// What the page shows, but for when it was made and by which command.
std::string shown_in(const std::string& folder) {
  std::string page = data_of(text_in(folder + "/report.html"));
  for (const std::string key : {"\"command_line\":\"", "\"started\":\""})
    if (const std::size_t at = page.find(key); at != std::string::npos)
      page.erase(at, page.find('"', at + key.size()) - at);
  return page;
}

}  // namespace

// With a sample of parameters, a ranking under other assumptions, and files of the worlds.
TEST(Program, MergesPartsToWhatOneRunWrites) {
  const std::string bundle =
      file_with("strict.toml", "[scenario]\ntitle = \"Strict\"\n[lending]\npenalty = 2\n");
  const std::string other =
      file_with("lax.toml", "[scenario]\ntitle = \"Lax\"\n[lending]\npenalty = 0.1\n");
  const std::string third =
      file_with("mild.toml", "[scenario]\ntitle = \"Mild\"\n[lending]\npenalty = 0.5\n");
  file_with("draws.csv", "lending.norm,lending.penalty\n1,0.2\n4,0.9\n2,0.5\n");
  const std::string file = file_with(
      "whole.toml", two_variants +
                        "replicates = 6\nposterior = \"draws.csv\"\nanswer = \"recovery\"\n"
                        "same_money = 1000\nbeside_replicates = 2\nbeside = [\"" +
                        bundle + "\", \"" + other + "\", \"" + third + "\"]\n");
  const std::string one = fresh("one"), merged = fresh("merged"), run = "compare " + file;
  const Outcome whole = program(run + " --quiet --out " + one);
  ASSERT_EQ(whole.code, 0) << whole.text;
  auto parts = parts_of(run, 2, "part");
  std::swap(parts[0], parts[1]);  // in any order
  const Outcome o = program("merge" + joined(parts) + " --quiet --out " + merged);
  EXPECT_EQ(o.code, 0) << o.text;
  expect_same_results(
      one, merged,
      {"series.csv", "comparison.csv", "cost_effectiveness.csv", "acceptability.csv", "equity.csv",
       "experiment.toml", "posterior.csv", "answers.json"});
  const Store a = Store::open(one), b = Store::open(merged);
  EXPECT_EQ(a.fingerprint(), b.fingerprint());
  EXPECT_EQ(a.checksums(), b.checksums());
  EXPECT_EQ(shown_in(one), shown_in(merged));
  EXPECT_EQ(o.text.substr(0, o.text.find("\nresults: ")),
            whole.text.substr(0, whole.text.find("\nresults: ")));
  const auto manifest = manifest_of(merged);
  EXPECT_EQ(manifest["status"], "finished");
  EXPECT_TRUE(manifest["part"].is_null());
  EXPECT_EQ(manifest["merged_from"].size(), 2u);
  EXPECT_EQ(manifest["experiment_checksum"], manifest_of(one)["experiment_checksum"]);
  // It is a folder as any other.
  EXPECT_EQ(program("report " + merged).code, 0);
  EXPECT_EQ(program("resume " + merged + " --quiet").code, 0);
}

// More parts than worlds: points of a sweep are dealt out.
TEST(Program, MergesPartsOfASweepOfFewWorlds) {
  const std::string file = file_with(
      "points.toml", std::string{small_ward} +
                         "[experiment]\nname = \"points\"\nreplicates = 1\n[sweep.parameters]\n"
                         "\"world.poor\" = [0.1, 0.2, 0.3]\n\"lending.norm\" = [0.1, 0.4]\n");
  const std::string one = fresh("one"), merged = fresh("merged");
  ASSERT_EQ(program("sweep " + file + " --quiet --out " + one).code, 0);
  const auto parts = parts_of("sweep " + file, 3, "part");
  EXPECT_EQ(Store::open(parts[0]).finished().size(), 2u);
  EXPECT_EQ(program("merge" + joined(parts) + " --quiet --out " + merged).code, 0);
  expect_same_results(one, merged, {"sweep.csv", "series.csv", "experiment.toml"});
  const Outcome o = program("sweep " + file + " --quiet --parts 1/4 --out " + fresh("four"));
  EXPECT_EQ(o.code, 2);
  EXPECT_TRUE(has(o.text, "there are 3 jobs")) << o.text;
}

// Each bundle is cut, and the order of bundles and what has no lever in them is that of one run.
TEST(Program, MergesPartsOfAComparisonUnderBundles) {
  const std::string file =
      file_with("bundled.toml", two_variants +
                                    "name = \"bundled\"\nreplicates = 4\n"
                                    "outcomes = [\"informed\", \"recovery\"]\n");
  const std::string one = fresh("one"), merged = fresh("merged"),
                    run = "compare " + file + " --bundle null --bundle evidence";
  const Outcome whole = program(run + " --quiet --out " + one);
  ASSERT_EQ(whole.code, 0) << whole.text;
  const auto parts = parts_of(run, 2, "part");
  for (const std::string& part : parts)
    EXPECT_FALSE(std::filesystem::exists(part + "/structural.csv"));
  EXPECT_EQ(program("report " + parts[0] + "/null").code, 2);
  const Outcome o = program("merge " + parts[1] + " " + parts[0] + " --quiet --out " + merged);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(has(o.text, "no lever")) << o.text;
  const auto told = [](const std::string& text) { return text.substr(text.find("What survives")); };
  EXPECT_EQ(told(o.text).substr(0, told(o.text).find("\nresults: ")),
            told(whole.text).substr(0, told(whole.text).find("\nresults: ")));
  for (const char* name : {"/structural.csv", "/bundles.json"})
    EXPECT_EQ(text_in(one + name), text_in(merged + name)) << name;
  for (const std::string bundle : {"/null", "/evidence"}) {
    expect_same_results(one + bundle, merged + bundle,
                        {"series.csv", "comparison.csv", "cost_effectiveness.csv", "equity.csv",
                         "experiment.toml"});
    const Store a = Store::open(one + bundle), b = Store::open(merged + bundle);
    EXPECT_EQ(a.fingerprint(), b.fingerprint());
    EXPECT_EQ(a.checksums(), b.checksums());
  }
  const auto json = nlohmann::json::parse(
      program("merge" + joined(parts) + " --quiet --json --overwrite --out " + merged).text);
  EXPECT_EQ(json["bundles"].size(), 2u);
  EXPECT_EQ(json["bundles"][0]["bundle"], "null");

  const auto refused = [&](const std::string& folders, const std::string& why) {
    const std::string out = fresh("refused");
    const Outcome wrong = program("merge " + folders + " --out " + out);
    EXPECT_EQ(wrong.code, 2) << folders;
    EXPECT_TRUE(has(wrong.text, why)) << wrong.text;
    EXPECT_FALSE(std::filesystem::exists(out));
  };
  refused(parts[0], "is one of 2 parts, of which 2 is missing");
  refused(parts[0] + " " + one, "holds a whole run and no part of one");
  const auto other = parts_of("compare " + file + " --bundle evidence --bundle null", 2, "other");
  refused(parts[0] + " " + other[1], "isn't of the same bundles");
  const Outcome cut = program(run + " --quiet --parts 1/9 --out " + fresh("nine"));
  EXPECT_EQ(cut.code, 2);
  EXPECT_TRUE(has(cut.text, "--parts = 1/9")) << cut.text;
}

TEST(Program, FinishesAPartAndNoMoreOfIt) {
  const std::string file = file_with("resumed.toml", two_variants + "replicates = 4\n");
  const auto parts = parts_of("compare " + file, 2, "part");
  {
    Store store = Store::open(parts[1], Access::write);
    Damage damage;
    damage.runs = {{0, 1}, {1, 1}};
    store.forget(damage);
  }
  Outcome o = program("merge" + joined(parts) + " --out " + fresh("merged"));
  EXPECT_EQ(o.code, 2);
  EXPECT_TRUE(has(o.text, "isn't finished: 2 of 4 runs are stored")) << o.text;
  o = program("resume " + parts[1] + " --quiet");
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(o.text.starts_with("part 2/2: 4 runs\n")) << o.text;
  EXPECT_EQ(Store::open(parts[1]).finished().size(), 4u);
  EXPECT_EQ(program("merge" + joined(parts) + " --quiet --out " + fresh("merged")).code, 0);
  // Nothing tells of a part as if it were the whole.
  for (const std::string call : {"report ", "export ", "export --format xlsx ", "dossier "}) {
    o = program(call + parts[0]);
    EXPECT_EQ(o.code, 2) << call;
    EXPECT_TRUE(has(o.text, "holds part 1/2 of a run alone")) << o.text;
  }
  for (const char* file_of_all : {"series.csv", "comparison.csv", "report.html"})
    EXPECT_FALSE(std::filesystem::exists(parts[0] + "/" + file_of_all)) << file_of_all;
  o = program("resume " + parts[0] + " --replicates 8");
  EXPECT_EQ(o.code, 2);
  EXPECT_TRUE(has(o.text, "a part of a run")) << o.text;
}

TEST(Program, RefusesPartsThatDontBelongTogether) {
  const std::string file = file_with("one.toml", two_variants + "replicates = 4\n");
  const std::string own = "compare " + file, whole = fresh("whole"), place = fresh("out"),
                    out = " --out " + place;
  const auto parts = parts_of(own, 2, "part"), seeded = parts_of(own + " --seed 2", 2, "seeded"),
             other = parts_of(own + " --set lending.norm=0.2", 2, "other"),
             three = parts_of(own, 3, "three");
  ASSERT_EQ(program(own + " --quiet --out " + whole).code, 0);
  const auto refused = [&](const std::string& folders, const std::string& why) {
    const Outcome o = program("merge " + folders + out);
    EXPECT_EQ(o.code, 2) << folders;
    EXPECT_TRUE(has(o.text, why)) << o.text;
    EXPECT_FALSE(std::filesystem::exists(place + "/results.db"));
  };
  refused(parts[0], "of which 2 is missing");
  refused(parts[0] + " " + parts[0], "is part 1/2, as ");
  refused(parts[0] + " " + seeded[1], "seed 2");
  refused(parts[0] + " " + other[1], "norm = 0.2");
  refused(parts[0] + " " + three[1], "it is part 2/3");
  refused(parts[0] + " " + whole, "holds a whole run");
  refused(parts[0] + " " + fresh("nowhere"), "holds no results");
  EXPECT_EQ(program("merge" + joined(parts) + " --out " + parts[0]).code, 2);
  // A part that somebody has edited.
  std::ofstream{parts[1] + "/experiment.toml", std::ios::app} << "# another\n";
  refused(joined(parts), "isn't what the run was begun with");
}

TEST(Program, CutsNothingThatHasToStayWhole) {
  const std::string file = file_with("one.toml", two_variants + "replicates = 4\n");
  for (const std::string& call :
       {"compare " + file + " --parts 3/2", "compare " + file + " --parts x",
        "compare " + file + " --parts 1/9", "compare " + file + " --parts 1/9 --bundle null",
        "run " + file_with("small.toml", small_ward) +
            " --replicates 2 --checkpoint 3 --parts 1/2"}) {
    const std::string place = fresh("out");
    const Outcome o = program(call + " --out " + place);
    EXPECT_EQ(o.code, 2) << call << o.text;
    EXPECT_TRUE(has(o.text, "--parts")) << o.text;
    EXPECT_FALSE(std::filesystem::exists(place)) << call;
  }
  for (const SmallSearch& search : searches) {
    const Outcome o = program(search.command + " " + file_with("search.toml", search.toml) +
                              " --parts 1/2 --out " + fresh("out"));
    EXPECT_EQ(o.code, 2) << o.text;
    EXPECT_TRUE(has(o.text, "each of its steps depends on those before")) << o.text;
  }
}

}  // namespace swadaya
