#include "sim/tables/figures.hpp"

#include <gtest/gtest.h>
#include <sstream>

#include "sim/base/paired.hpp"
#include "tests/files.hpp"

namespace swadaya {

namespace {

OutcomeInfo share() {
  OutcomeInfo info{"x", "share", "of all"};
  info.type = UnitType::share;
  return info;
}

struct Interval {
  double estimate, low, high;
};
FigureColumn column(const std::vector<Interval>& rows) {
  FigureColumn c{"x", "", {}};
  for (const Interval& row : rows) {
    Figure f;
    f.estimate = row.estimate, f.low = row.low, f.high = row.high;
    c.figures.push_back(f);
  }
  return c;
}

std::string line_with(const std::string& text, const std::string& part) {
  const auto at = text.find(part);
  const auto begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}
int count(const std::string& text, const std::string& part) {
  int n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

}  // namespace

TEST(Figures, DifferencesAreScaledAndColoured) {
  const std::vector<double> before{0.2, 0.3, 0.4}, after{0.3, 0.39, 0.51};
  const Figure f = difference_figure(paired_difference(before, after), share());
  EXPECT_NEAR(f.estimate, 10, 1e-9);  // points
  EXPECT_EQ(f.tone, Tone::good);
  EXPECT_EQ(difference_figure(paired_difference(after, before), share()).tone, Tone::bad);
  OutcomeInfo worse = share();
  worse.higher_is_better = false;
  EXPECT_EQ(difference_figure(paired_difference(before, after), worse).tone, Tone::bad);
  const std::vector<double> noisy{0.1, 0.4, 0.4};
  const Figure zero = difference_figure(paired_difference(before, noisy), share());
  EXPECT_TRUE(zero.is_about_zero());
  EXPECT_EQ(zero.estimate_text(1), "≈ 0");
  EXPECT_EQ(zero.tone, Tone::faint);
  EXPECT_EQ(difference_figure(paired_difference(before, before), share()).estimate_text(1), "same");
  EXPECT_EQ(plain_figure(2500).estimate_text(1), "2.5");
  EXPECT_EQ(plain_figure(2500).estimate_text(1, Language::indonesian()), "2,5");
  EXPECT_EQ(plain_figure(nothing).estimate_text(1), "-");
}

TEST(Figures, HaveTheirDecimalPointsBelowEachOther) {
  const std::string text = blocks({"a", "b"}, {column({{5, 1, 9}, {123.4, -10, 200}})}, {});
  const std::string first = line_with(text, "a "), second = line_with(text, "b ");
  EXPECT_EQ(first.find(".0 ["), second.find(".4 [")) << text;
  EXPECT_EQ(first.find(']'), second.find(']')) << text;
}

TEST(Figures, WhatDiffersForCertainIsNotWrittenAsZero) {
  FigureColumn c{"x", "", {}};
  Figure f;
  f.estimate = 0.004, f.low = 0.003, f.high = 0.005, f.is_difference = true;
  c.figures = {f};
  c.settle();
  EXPECT_EQ(c.text_of(f), "+0.004 [+0.003, +0.005]");
  EXPECT_EQ(c.text_of(f, Language::indonesian()), "+0,004 [+0,003; +0,005]");
  FigureColumn large{"x", "", {plain_figure(1234567)}};
  large.settle();
  EXPECT_EQ(large.text_of(large.figures[0]), "1235");  // no decimals from a thousand on
}

TEST(Figures, StandInAsManyBlocksAsTheWidthAsksFor) {
  std::vector<FigureColumn> columns;
  for (int c = 0; c < 6; ++c) {
    columns.push_back(column({{1, 0, 2}, {3, 2, 4}}));
    columns.back().heading = "outcome " + std::to_string(c);
  }
  Look narrow, wide;
  narrow.width = 60, wide.width = 400;
  const std::string one = blocks({"first row", "second row"}, columns, wide),
                    many = blocks({"first row", "second row"}, columns, narrow);
  EXPECT_EQ(count(one, "first row"), 1);
  EXPECT_GT(count(many, "first row"), 1);
  for (int c = 0; c < 6; ++c) EXPECT_EQ(count(many, "outcome " + std::to_string(c)), 1);
  std::istringstream lines{many};
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(width_of(line), 60u) << line;
    EXPECT_FALSE(line.ends_with(' ')) << line;
  }
}

TEST(Figures, WordsMayStandInTheirPlace) {
  FigureColumn c{"verdict", "", {in_words("holds", Tone::good), in_words("-")}};
  Look coloured;
  coloured.colour = Colour::ansi;
  EXPECT_TRUE(has(blocks({"a", "b"}, {c}, coloured), "\033[32mholds\033[0m"));
  EXPECT_EQ(paragraph("one two three", Look{8}), "one two\nthree\n");
}

}  // namespace swadaya
