#include "sim/tables/curves.hpp"

#include <cmath>
#include <filesystem>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

Curve line(std::vector<double> mean) {
  const std::vector<double> none(mean.size(), nothing);
  return {std::move(mean), none, none};
}

// A folder's store of two replicates in which variants go up to 1, or to 0.5 with --set ... norm.
std::string folder_of(const Experiment& experiment) {
  const std::string folder =
      std::filesystem::path{file_with("x", "")}.parent_path().string() + "/s";
  Store store{folder, experiment, Existing::overwrite};
  for (std::uint32_t r = 0; r < 2; ++r)
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
      Series series{experiment.variants[v].scenario.months, {}};
      for (int month = 0; month <= series.months; ++month)
        for (std::size_t k = 0; k < outcomes().size(); ++k)
          series.values.push_back((v == 0 ? 1.0 : 0.5) * month / series.months);
      store.add(r, {v}, {series});
    }
  store.load();
  return folder;
}

const std::string two = std::string{small_ward} +
                        "[experiment]\nreplicates = 2\noutcomes = [\"recovery\", \"informed\", "
                        "\"poor_served\"]\n[[variant]]\nname = \"base\"\ntitle = \"As it was\"\n"
                        "[[variant]]\nname = \"other\"\nset = { \"lending.norm\" = 0.1 }\n";

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace

TEST(Curves, AreDrawnInDotsOfBraille) {
  // Eight columns of dots, four rows: up from the bottom left to the top right, two columns a row.
  EXPECT_EQ(drawn(line({0, 3}), {4, 1, 0, 3}, Colour::plain), (std::vector<std::string>{"⣀⠤⠒⠉"}));
  EXPECT_EQ(drawn(line({3, 3}), {2, 2, 0, 3}, Colour::plain),
            (std::vector<std::string>{"⠉⠉", "  "}));
  // A step is one unbroken line.
  EXPECT_EQ(drawn(line({0, 0, 1, 1}), {2, 1, 0, 1}, Colour::plain),
            (std::vector<std::string>{"⣀⠏"}));
}

TEST(Curves, LeaveAGapWhereThereIsNoFigure) {
  EXPECT_EQ(drawn(line({nothing, nothing, 1, 1}), {2, 1, 0, 1}, Colour::plain),
            (std::vector<std::string>{" ⠉"}));
}

TEST(Curves, DotTheRangeOfReplicates) {
  const Curve curve{{1, 1}, {0, 0}, {3, 3}};
  EXPECT_EQ(drawn(curve, {2, 1, 0, 3}, Colour::plain), (std::vector<std::string>{"⡥⡥"}));
  // Faint where there is no line.
  const auto lines = drawn({{3, 3}, {0, 0}, {3, 3}}, {1, 2, 0, 3}, Colour::ansi);
  EXPECT_EQ(lines[0], "⠉");
  EXPECT_EQ(lines[1], "\033[2m⡀\033[0m");
}

TEST(Curves, ScalesEndAtRoundNumbers) {
  const auto expect = [](double low, double high, double bottom, double top) {
    const Scale s = scale_around(low, high);
    EXPECT_NEAR(s.bottom, bottom, 1e-9) << low << " " << high;
    EXPECT_NEAR(s.top, top, 1e-9) << low << " " << high;
    EXPECT_LE(s.bottom, low + 1e-9);
    EXPECT_GE(s.top, high - 1e-9);
  };
  expect(0, 100, 0, 100);
  expect(3, 87, 0, 90);
  expect(0.012, 0.017, 0.012, 0.017);
  expect(-3, 12, -4, 12);
  expect(5, 5, 0, 5);
  expect(0, 0, 0, 1);
}

TEST(Curves, StandBesideTheBaselineOnOneScale) {
  const Experiment e = experiment_from(two);
  const Store store = Store::open(folder_of(e));
  const std::string text = curves(e, store, {100, Colour::plain, Curves::drawn});
  for (const char* part : {"recovery, %", "informed, %", "As it was", "other", "month 30", "100"})
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  EXPECT_LT(text.find("As it was"), text.find("other"));
  for (std::size_t at = 0, end; (end = text.find('\n', at)) != std::string::npos; at = end + 1)
    EXPECT_LE(width_of(text.substr(at, end - at)), 100u);
  EXPECT_FALSE(has(text.substr(0, text.find("informed, %")), "As it was"));  // beside each other
  const std::string narrow = curves(e, store, {40, Colour::plain, Curves::drawn});
  EXPECT_TRUE(has(narrow.substr(0, narrow.find("informed, %")), "As it was")) << narrow;
  EXPECT_EQ(curves(e, store, {25, Colour::plain, Curves::drawn}), "");
}

TEST(Curves, HaveTheMainOutcomesFirstInAnyWidth) {
  std::string text = two;
  text.replace(text.find("outcomes = ["), std::string{"outcomes = ["}.size(),
               "outcomes = [\"leakage\", \"attitude\", \"gini\", \"capital_left\", "
               "\"reported_repayment\", ");
  for (int v = 0; v < 7; ++v) text += "[[variant]]\nname = \"v" + std::to_string(v) + "\"\n";
  const Experiment e = experiment_from(text);
  const Store store = Store::open(folder_of(e));
  for (const std::size_t width : {60u, 80u, 100u, 118u, 160u}) {
    const std::string drawn = curves(e, store, {width, Colour::plain, Curves::drawn});
    std::size_t before = 0;
    for (const char* part :
         {"recovery, %", "reported repayment", "poor served", "capital left, %"}) {
      const std::size_t at = drawn.find(part);
      ASSERT_NE(at, std::string::npos) << part << " at " << width << "\n" << drawn;
      EXPECT_GE(at, before) << part << " at " << width;
      before = at;
    }
    EXPECT_FALSE(has(drawn.substr(0, before), "leakage"));
    for (std::size_t at = 0, end; (end = drawn.find('\n', at)) != std::string::npos; at = end + 1)
      EXPECT_LE(width_of(drawn.substr(at, end - at)), width);
  }
}

TEST(Curves, OfALoneScenarioShowAllOutcomes) {
  const Experiment e = experiment_from(two.substr(0, two.find("[[variant]]")));
  const Store store = Store::open(folder_of(e));
  const std::string text = curves(e, store, {60, Colour::plain, Curves::drawn});
  EXPECT_EQ(count_of(text, "month 30"), 3u) << text;
  EXPECT_TRUE(has(text, "poor served, households")) << text;
}

}  // namespace swadaya
