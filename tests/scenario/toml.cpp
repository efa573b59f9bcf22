#include "sim/scenario/toml.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

TEST(Toml, KnowsWhereEverythingStands) {
  const Node root = read_toml(file_with("a.toml",
                                        "title = \"x\"\n"
                                        "[lending]\n"
                                        "  norm = 0.2\n"
                                        "on = true\n"
                                        "list = [1, 2.5]\n"));
  const Node* norm = root.find("lending")->find("norm");
  ASSERT_NE(norm, nullptr);
  EXPECT_EQ(*norm->number(), 0.2);
  EXPECT_EQ(norm->line, 3);
  EXPECT_EQ(norm->column, 3);
  EXPECT_TRUE(norm->file->ends_with("a.toml"));
  EXPECT_EQ(root.find("lending")->find("list")->list()->size(), 2u);
  EXPECT_EQ(root.find("nothing"), nullptr);
  EXPECT_TRUE(has(text_of(problem_at(*norm, "lending.norm", "is too small", "try more")),
                  "a.toml:3:3: lending.norm = 0.2: is too small; try more"));
}

TEST(Toml, SaysWhereATextIsNone) {
  EXPECT_TRUE(has(said_by([] { toml_of("a = 1\nb = = 2\n", "b.toml"); }), "b.toml:2:"));
  EXPECT_TRUE(has(said_by([] { toml_of("a = 1\nb = = 2\n", "b.toml"); }), "isn't TOML"));
  EXPECT_TRUE(has(said_by([] { toml_of("\nd = 2001-02-03\n", "b.toml"); }),
                  "b.toml:2:5: dates and times mean nothing here"));
  EXPECT_EQ(said_by([] { read_toml("/nowhere/a.toml"); }),
            "/nowhere/a.toml: there is no such file");
}

TEST(Toml, ValuesOfTheCommandLineMayBeBareWords) {
  EXPECT_EQ(*toml_value("0.2", "--set").number(), 0.2);
  EXPECT_EQ(*toml_value("hazard", "--set").text(), "hazard");
  EXPECT_EQ(*toml_value("\"quoted\"", "--set").text(), "quoted");
  EXPECT_EQ(toml_value("[1, 2]", "--set").list()->size(), 2u);
  EXPECT_EQ(text_of(toml_value("true", "--set")), "true");
  EXPECT_EQ(*toml_value("0.2", "--set").file, "--set");
  EXPECT_EQ(toml_value("0.2", "--set").line, 0);
}

TEST(Toml, QuotedTextIsReadBack) {
  for (const std::string& text :
       {std::string{"plain"}, std::string{"a \"quoted\" \\ word"}, std::string{"two\nlines\t\x01"},
        std::string{"Rp 5 → é"}, std::string{}})
    EXPECT_EQ(*toml_of("t = " + quoted(text), "a").find("t")->text(), text);
  EXPECT_EQ(quoted("a\"b"), "\"a\\\"b\"");
}

TEST(Toml, TablesTakenApartAreTheSameHoweverTheyAreNested) {
  const auto keys_of = [](const std::string& text) {
    std::string all;
    for (const auto& [key, node] : flattened(*toml_of(text, "a").table()))
      all += key + "=" + text_of(node) + " ";
    return all;
  };
  EXPECT_EQ(keys_of("lending = { norm = 1, tau = [1, 2] }"), "lending.norm=1 lending.tau=[1, 2] ");
  EXPECT_EQ(keys_of("\"lending.norm\" = 1\n\"lending.tau\" = [1, 2]"),
            keys_of("lending = { norm = 1, tau = [1, 2] }"));
}

// What a table is written as is read as the same table, and written the same again.
TEST(Toml, ATableIsReadBackAsItIsWritten) {
  const Node root = toml_of(
      "[search]\npoints = 5\nflag = false\n\"odd key\" = \"x\"\nlevels = [1, [2, \"a\"]]\n"
      "[search.priors]\n\"lending.norm\" = { low = 0, high = 1 }\n"
      "[[search.target]]\nmonth = 3\nset = { a = 1, b = { c = 2 } }\n[[search.target]]\nmonth = 4\n",
      "a.toml");
  const std::string text = table_text("search", *root.find("search")->table());
  EXPECT_TRUE(has(text, "[[search.target]]\nmonth = 4\n")) << text;
  EXPECT_TRUE(has(text, "[search.priors]\n")) << text;
  const Node back = toml_of(text, "b.toml");
  EXPECT_EQ(table_text("search", *back.find("search")->table()), text);
  EXPECT_EQ(*back.find("search")
                 ->find("target")
                 ->list()
                 ->at(0)
                 .find("set")
                 ->find("b")
                 ->find("c")
                 ->number(),
            2);
  EXPECT_EQ(*back.find("search")->find("odd key")->text(), "x");
}

// The parser has one call for each level, and ends where there are thousands.
TEST(Toml, RefusesWhatIsNestedByTheThousand) {
  const auto deep = [](int levels, const std::string& between) {
    std::string text = "a";
    for (int i = 1; i < levels; ++i) text += between + "a";
    return text;
  };
  const auto said = [](const std::string& text) {
    return said_by([&] { toml_of(text, "deep.toml"); });
  };
  EXPECT_TRUE(has(said(deep(40000, ".") + " = 1\n"), "deep.toml:1: keys are nested too deeply"));
  EXPECT_TRUE(has(said("b = 1\n[" + deep(40000, " . ") + "]\n"), "deep.toml:2: keys are nested"));
  EXPECT_TRUE(has(said("a = " + std::string(40000, '[')), "values are nested too deeply"));
  EXPECT_TRUE(has(said(std::string(400, '{')), "values are nested too deeply"));
  EXPECT_EQ(said(deep(20, ".") + " = [[1.5, 2.5], { x = 0.5 }]\n"), "");
}

// What the parser calls a fault of its own is one of the text, with or without assertions.
TEST(Toml, RefusesWhatTheParserDoesNotExpect) {
  for (const char* line : {"[=", "[[[6]", "[\\^", "a = [{[}]", "a = [{} } ]", "[ \t="})
    for (const int before : {0, 1, 5}) {
      std::string text;
      for (int i = 1; i <= before; ++i) text += "k" + std::to_string(i) + " = 1\n";
      const std::string said = said_by([&] { toml_of(text + line + "\nb = 2\n", "odd.toml"); });
      EXPECT_TRUE(has(said, "odd.toml:" + std::to_string(before + 1))) << line << said;
      EXPECT_TRUE(has(said, "isn't TOML")) << line << said;
    }
  EXPECT_EQ(*toml_value("[{[}]", "--set").text(), "[{[}]");  // a bare word
}

// Some of which the parser takes for blanks, or for nothing that can be.
TEST(Toml, LettersBeyondAsciiStandInQuotes) {
  const auto said = [](const std::string& text) {
    return said_by([&] { toml_of(text, "letters.toml"); });
  };
  for (const char* line : {"a = 1\u0464", "\u00e9 = 1", "a\u00a0= 1", "[\u00e9]", "a = \u4e2d"})
    EXPECT_TRUE(has(said("b = 1\n" + std::string{line} + "\n"), "letters.toml:2: isn't TOML"))
        << line;
  EXPECT_EQ(said("\uFEFFa = \"\u00e9\" # \u00e9\n'\u00e9' = 1\nb = '''\u00e9'''\n"), "");
  EXPECT_EQ(*toml_value("caf\u00e9", "--set").text(), "caf\u00e9");
  EXPECT_EQ(*toml_value("\"caf\u00e9\"", "--set").text(), "caf\u00e9");
}

// Letters that the parser looks for blanks at: behind a line that goes on, and in a word that a
// quote stands in.
TEST(Toml, LettersBeyondAsciiAreNoBlanks) {
  for (const std::string letter : {"\u00a7", "\u0190", "\u2d00", "\ufb50"}) {
    const Node root = toml_of("a = \"\"\"\\\n  " + letter + "b\"\"\"\n", "letters.toml");
    EXPECT_EQ(*root.find("a")->text(), letter + "b");
    for (const std::string& word :
         {"3\"" + letter + "\"", "3/x\"" + letter, "[3.\"" + letter + "\"]"})
      EXPECT_TRUE(has(said_by([&] { toml_of("a = " + word + "\n", "word.toml"); }), "isn't TOML"))
          << word;
  }
}

// Dots and brackets in words are words.
TEST(Toml, LooksPastStringsAndComments) {
  const std::string dots(300, '.'), open(300, '['), three(3, '\'');
  const Node root = toml_of("a = \"" + dots + "\\\"" + open + "\" # " + open + "\nb = '" + open +
                                "'\nc = \"\"\"" + open + "\n" + dots + "\"\"\"\nd = " + three +
                                open + "\n" + three + "\n",
                            "words.toml");
  EXPECT_EQ(*root.find("b")->text(), open);
  EXPECT_EQ(*root.find("c")->text(), open + "\n" + dots);
}

TEST(Toml, KeepsWholeNumbersExactly) {
  const Node root = toml_of("a = 9223372036854775807\nb = 2.0\n", "a.toml");
  EXPECT_EQ(root.find("a")->integer, 9223372036854775807);
  EXPECT_FALSE(root.find("b")->integer);
  EXPECT_FALSE(node_with(*root.find("a"), 3.0).integer);
}

}  // namespace swadaya
