#include "sim/scenario/keys.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

namespace {

// What a reader says of a table that stands in a file from its second line on.
template <class Read>
std::string said(const std::string& text, const Read& read) {
  const Node root = toml_of("[run]\n" + text, "a.toml");
  std::vector<Problem> problems;
  Keys keys{*root.find("run")->table(), "run", problems};
  read(keys);
  std::string all;
  for (const Problem& p : problems) all += text_of(p) + "\n";
  return all;
}

}  // namespace

TEST(Keys, AreReadIntoTheirVariables) {
  double share = 0.5, other = 7;
  int months = 0;
  std::string title = "none", slot = "lending", name;
  std::vector<std::string> one, two;
  EXPECT_EQ(said("share = 0.25\nmonths = 12\ntitle = \"A\"\nname = \"a-1\"\none = \"x\"\n"
                 "two = [\"x\", \"y\"]\n",
                 [&](Keys& keys) {
                   EXPECT_TRUE(keys.number("share", 0, 1, share));
                   EXPECT_FALSE(keys.number("other", 0, 1, other));
                   keys.whole("months", 1, 1200, months);
                   keys.text("title", title);
                   keys.name("name", name);
                   keys.choice("slot", {"lending", "groups"}, slot);
                   keys.texts("one", one);
                   keys.texts("two", two);
                   keys.refuse_others();
                 }),
            "");
  EXPECT_EQ(share, 0.25);
  EXPECT_EQ(other, 7);  // what isn't there stays
  EXPECT_EQ(months, 12);
  EXPECT_EQ(title, "A");
  EXPECT_EQ(name, "a-1");
  EXPECT_EQ(slot, "lending");
  EXPECT_EQ(one, std::vector<std::string>{"x"});
  EXPECT_EQ(two.size(), 2u);
}

TEST(Keys, SayPlaceKeyValueAndRule) {
  double x = 0.5;
  int n = 3;
  std::string text = "before";
  std::vector<std::string> list;
  EXPECT_EQ(said("x = 1.5\n", [&](Keys& keys) { EXPECT_FALSE(keys.number("x", 0, 1, x)); }),
            "a.toml:2:1: run.x = 1.5: must be a number between 0 and 1\n");
  EXPECT_EQ(said("x = nan\n", [&](Keys& keys) { EXPECT_FALSE(keys.number("x", 0, 1, x)); }),
            "a.toml:2:1: run.x = nan: must be a number between 0 and 1\n");
  EXPECT_EQ(said("n = 2.5\n", [&](Keys& keys) { keys.whole("n", 1, 9, n); }),
            "a.toml:2:1: run.n = 2.5: must be a whole number between 1 and 9\n");
  EXPECT_EQ(said("t = 1\n", [&](Keys& keys) { keys.text("t", text); }),
            "a.toml:2:1: run.t = 1: must be a text in quotes\n");
  EXPECT_EQ(
      said("t = \"Two words\"\n", [&](Keys& keys) { keys.name("t", text); }),
      "a.toml:2:1: run.t = \"Two words\": must be made of small letters, digits and hyphens\n");
  EXPECT_EQ(said("c = \"lendin\"\n",
                 [&](Keys& keys) {
                   keys.choice("c", {"lending", "groups"}, text);
                 }),
            "a.toml:2:1: run.c = \"lendin\": must be one of lending, groups; nearest: lending\n");
  EXPECT_EQ(said("l = [\"a\", 2]\n", [&](Keys& keys) { keys.texts("l", list); }),
            "a.toml:2:11: run.l = 2: must be a list of texts in quotes\n");
  EXPECT_EQ(x, 0.5);
  EXPECT_EQ(n, 3);
}

TEST(Keys, RefuseWhatNobodyAskedFor) {
  const std::string text = said("seed = 1\nsede = 2\nentirely-different = 3\n", [](Keys& keys) {
    keys.take("seed");
    keys.refuse_others();
  });
  EXPECT_TRUE(has(text, "a.toml:3:1: run.sede = 2: there is no such key; did you mean `seed`?"))
      << text;
  EXPECT_TRUE(has(text, "run.entirely-different = 3: there is no such key\n")) << text;
  EXPECT_FALSE(has(text, "a.toml:2")) << text;
}

TEST(Keys, NamesArePartsOfFileNames) {
  for (const char* good : {"a", "ward-7", "0"}) EXPECT_TRUE(is_valid_name(good)) << good;
  for (const char* bad : {"", "A", "a b", "a/b", "a.b", "é", "a_b"})
    EXPECT_FALSE(is_valid_name(bad)) << bad;
}

}  // namespace swadaya
