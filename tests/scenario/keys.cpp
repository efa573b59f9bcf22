#include "sim/scenario/keys.hpp"

#include "tests/stage.hpp"

namespace swadaya {

namespace {

const KeyTable& inner() {
  static const KeyTable table{
      "inner", "what a table holds", {whole_key("depth", {1, 3}, {}, "how deep")}};
  return table;
}

const KeyTable& declared() {
  static const KeyTable table = [] {
    KeyInfo above = number_key("step", {0, unbounded}, 0.5, "above nothing");
    above.is_above = true;
    KeyInfo years = key_of(KeyKind::wholes, "years", "each from 1 to 9");
    years.range = {1, 9};
    return KeyTable{
        "test",
        "for this test",
        {needed(whole_key("count", {2, 8}, {}, "how many")), std::move(above), std::move(years),
         flag_key("loud", true, "whether"), choice_key("way", {"up", "down"}, "where to"),
         pick_key("fruit", {"apple", "pear"}, "fruit", "which"),
         name_key("name", "part of a file's name"), text_key("words", "any"),
         key_of(KeyKind::texts, "list", "of texts"),
         key_of(KeyKind::table, "one", "a table", inner),
         key_of(KeyKind::tables, "many", "tables", inner),
         key_of(KeyKind::moved, "moved", "by parameter", inner)}};
  }();
  return table;
}

std::string said_of(const std::string& toml) {
  std::vector<Problem> problems;
  check_keys(toml_of(toml, "test.toml"), declared(), "test", problems);
  std::string text;
  for (const Problem& problem : problems) text += text_of(problem) + "\n";
  return text;
}

}  // namespace

TEST(Keys, GiveWhatIsSaidAndElseTheDefault) {
  std::vector<Problem> problems;
  const Node all = toml_of(
      "count = 3\nstep = 0.1\nyears = [1, 9]\nloud = false\nway = \"down\"\nfruit = \"pear\"\n"
      "name = \"a-1\"\nwords = \"Any\"\nlist = \"alone\"\n",
      "test.toml");
  const Keys keys{all, declared(), "test", problems};
  EXPECT_EQ(keys.whole<int>("count"), 3);
  EXPECT_EQ(keys.number("step"), 0.1);
  EXPECT_EQ(keys.numbers("years"), (std::vector<double>{1, 9}));
  EXPECT_FALSE(keys.flag("loud"));
  EXPECT_EQ(keys.text("way"), "down");
  EXPECT_EQ(keys.texts("list"), std::vector<std::string>{"alone"});
  EXPECT_EQ(keys.said("moved"), nullptr);
  EXPECT_TRUE(problems.empty());
  const Node little = toml_of("count = 2\n", "test.toml");
  const Keys defaults{little, declared(), "test", problems};
  EXPECT_EQ(defaults.number("step"), 0.5);
  EXPECT_TRUE(defaults.flag("loud"));
  EXPECT_EQ(defaults.text("way"), "up");
  EXPECT_EQ(defaults.text("fruit"), "");
  EXPECT_THROW(defaults.text("wort"), std::logic_error);
  EXPECT_TRUE(problems.empty());
}

TEST(Keys, SayWhatIsNotAsDeclared) {
  for (const auto& [line, part] : std::vector<std::pair<std::string, std::string>>{
           {"", "test.count: must be said: how many"},
           {"count = 1", "test.count = 1: must be a whole number between 2 and 8"},
           {"count = 2.5", "a whole number between 2 and 8"},
           {"count = nan", "a whole number between 2 and 8"},
           {"count = \"3\"", "a whole number between 2 and 8"},
           {"step = 0", "must be a number above 0"},
           {"years = [1, 10]", "test.years = 10: must be a list, each a whole number between 1"},
           {"years = 4", "must be a list"},
           {"loud = 1", "must be true or false"},
           {"way = \"dwn\"", "must be one of up, down; nearest: down"},
           {"fruit = \"aple\"", "there is no such fruit; nearest: apple"},
           {"name = \"My Ward\"", "small letters, digits and hyphens"},
           {"words = 1", "must be a text in quotes"},
           {"list = [\"a\", 2]", "test.list = 2: must be a list of texts"},
           {"one = 1", "must be a table"},
           {"one = { depth = 4 }", "test.one.depth = 4: must be a whole number between 1 and 3"},
           {"many = { depth = 4 }", "must be written [["},
           {"[[many]]\ndepth = 4", "test.many.depth = 4"},
           {"moved = { \"lending.norm\" = { depth = 4 } }", "test.moved.lending.norm.depth = 4"},
           {"moved = { lending = { norm = { depth = 4 } } }", "test.moved.lending.norm.depth = 4"},
           {"cuont = 3", "there is no such key; did you mean `count`?"},
           {"elsewhere = 3", "there is no such key; there are count, step,"}})
    EXPECT_TRUE(has(said_of(line + "\n"), part)) << line << "\n" << said_of(line + "\n");
  EXPECT_EQ(said_of("count = 8\nstep = 1e-9\nyears = []\none = { depth = 3 }\n"), "");
}

TEST(Keys, AWrongValueIsReportedOnceAndReadAsTheDefault) {
  std::vector<Problem> problems;
  const Node node = toml_of("count = 2\nstep = -1\n", "test.toml");
  const Keys keys{node, declared(), "test", problems};
  EXPECT_EQ(keys.number("step"), 0.5);
  EXPECT_EQ(keys.find("step"), nullptr);
  EXPECT_NE(keys.said("step"), nullptr);
  EXPECT_EQ(problems.size(), 1u);
}

}  // namespace swadaya
