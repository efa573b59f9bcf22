#include "sim/designs/targets.hpp"

#include "tests/stage.hpp"

namespace swadaya {

namespace {

// 30 months, twice; a baseline and a variant.
Experiment two_variants() {
  return experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\n[[variant]]\nname = \"as-it-is\"\n"
      "[[variant]]\nname = \"louder\"\nset = { \"socialization.meetings\" = 8 }\n");
}

Target target_from(const std::string& toml, std::vector<Problem>& problems) {
  return read_target(with_id(toml_of(toml, "test.toml")), two_variants(), problems);
}

std::string wrong(const std::string& toml) {
  std::vector<Problem> problems;
  target_from(toml, problems);
  std::string all;
  for (const Problem& problem : problems) all += text_of(problem) + "\n";
  return all;
}

std::string wrong_csv(const std::string& csv) {
  return said_by([&] { targets_in(file_with("seen.csv", csv)); });
}

}  // namespace

TEST(Targets, AreReadAsTheyAreSaid) {
  std::vector<Problem> problems;
  const Target value = target_from("outcome = \"informed\"\nmonth = 6\nvalue = 0.3\n", problems);
  EXPECT_EQ(value.pattern.id, "informed @6");
  EXPECT_EQ(value.pattern.low, 0.3);
  EXPECT_EQ(value.pattern.high, 0.3);
  EXPECT_EQ(value.variant, 0u);
  EXPECT_EQ(value.weight, 1);
  EXPECT_FALSE(value.is_held_out);
  const Target all = target_from(
      "id = \"T1\"\noutcome = \"recovery\"\nmonth = 30\none_minus = true\nband = [-inf, 2]\n"
      "statistic = \"sd\"\nover = { outcome = \"informed\", month = 3 }\ncompare = \"ratio\"\n"
      "variant = \"louder\"\nweight = 2.5\nsd = 0.1\nheld_out = true\n",
      problems);
  EXPECT_TRUE(problems.empty());
  const Pattern& p = all.pattern;
  EXPECT_EQ(p.quantity.outcome, *outcome_index("recovery"));
  EXPECT_EQ(p.quantity.month, 30);
  EXPECT_TRUE(p.quantity.one_minus && all.is_held_out);
  EXPECT_EQ(p.statistic, Statistic::sd);
  EXPECT_EQ(p.low, -unbounded);
  ASSERT_TRUE(p.over);
  EXPECT_EQ(p.over->month, 3);
  EXPECT_EQ(p.compare, Compare::ratio);
  EXPECT_EQ(all.variant, 1u);
  EXPECT_EQ(all.weight, 2.5);
  EXPECT_EQ(all.sd, 0.1);
}

// A fact as a table is that fact again.
TEST(Targets, OfAFactSayTheSame) {
  std::vector<Problem> problems;
  const Target first = target_from(
      "id = \"T1 @12\"\nstatement = \"So it is\"\nsource = \"test\"\noutcome = \"recovery\"\n"
      "month = 12\none_minus = true\nstatistic = \"sd\"\nband = [0.1, inf]\n"
      "over = { outcome = \"informed\", month = 3 }\nvariant = \"louder\"\n"
      "compare = \"difference\"\n",
      problems);
  Pattern fact = first.pattern;
  fact.id = "T1";
  const Target again = read_target(target_of(fact, "louder", {}), two_variants(), problems);
  EXPECT_TRUE(problems.empty());
  const Pattern &a = first.pattern, &b = again.pattern;
  EXPECT_EQ(a.id + a.statement + a.source, b.id + b.statement + b.source);
  EXPECT_EQ(a.low, b.low);
  EXPECT_EQ(a.high, b.high);
  EXPECT_EQ(a.statistic, b.statistic);
  EXPECT_EQ(a.quantity.outcome, b.quantity.outcome);
  EXPECT_EQ(a.quantity.month, b.quantity.month);
  EXPECT_EQ(a.quantity.one_minus, b.quantity.one_minus);
  ASSERT_TRUE(b.over);
  EXPECT_EQ(a.over->outcome, b.over->outcome);
  EXPECT_EQ(a.over->month, b.over->month);
  EXPECT_EQ(a.compare, b.compare);
  EXPECT_EQ(first.variant, again.variant);
}

TEST(Targets, OfAFileStandOneARow) {
  const std::vector<Node> all =
      targets_in(file_with("seen.csv",
                           "outcome,month,value,high,low,variant,held_out\n"
                           "informed,6,0.3,,,,0\nrecovery,30,,0.6,0.4,louder,1\n"));
  ASSERT_EQ(all.size(), 2u);
  std::vector<Problem> problems;
  const Target one = read_target(all[0], two_variants(), problems),
               other = read_target(all[1], two_variants(), problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(one.pattern.id, "informed @6");
  EXPECT_EQ(one.pattern.low, 0.3);
  EXPECT_FALSE(one.is_held_out);
  EXPECT_EQ(other.pattern.id, "recovery @30 louder");
  EXPECT_EQ(other.pattern.low, 0.4);  // whichever column stands first
  EXPECT_EQ(other.pattern.high, 0.6);
  EXPECT_EQ(other.variant, 1u);
  EXPECT_TRUE(other.is_held_out);
  EXPECT_EQ(all[1].line, 3);
}

TEST(Targets, SayWhatIsWrong) {
  const std::string at = "outcome = \"informed\"\nmonth = 6\n";
  for (const auto& [toml, part] : std::vector<std::pair<std::string, std::string>>{
           {"outcome = \"informd\"\nmonth = 6\nvalue = 1\n", "nearest: informed"},
           {"outcome = \"informed\"\nmonth = 31\nvalue = 1\n", "between 0 and 30"},
           {at, "must be [low, high]"},
           {at + "band = [2, 1]\n", "must be [low, high]"},
           {at + "value = 1\nband = [0, 1]\n", "one of them is enough"},
           {at + "value = 1\nvariant = \"lauder\"\n", "nearest: louder"},
           {at + "value = 1\ncompare = \"ratio\"\n", "`variant` must be another"},
           {"outcome = \"informed\"\nvalue = 1\n", "month"}})
    EXPECT_TRUE(has(wrong(toml), part)) << toml << wrong(toml);
  EXPECT_EQ(wrong(at + "value = 1\n"), "");
  EXPECT_TRUE(has(wrong_csv("outcome,month,vlaue\ninformed,6,1\n"), "nearest: value"));
  EXPECT_TRUE(has(wrong_csv("outcome,month,low\ninformed,6,1\n"), "value or low and high"));
  EXPECT_TRUE(has(wrong_csv("outcome,month,value\ninformed,6,many\n"), "seen.csv:2"));
}

// 40 for 40 % would be missed by every point.
TEST(Targets, OfAShareAreShares) {
  const std::string at = "outcome = \"informed\"\nmonth = 4\n";
  EXPECT_TRUE(has(wrong(at + "value = 40\n"), "must lie between 0 and 1: informed is a share"));
  EXPECT_TRUE(has(wrong(at + "value = 40\n"), "40 % is 0.4"));
  EXPECT_TRUE(has(wrong(at + "band = [0.2, 1.5]\n"), "must lie between 0 and 1"));
  EXPECT_EQ(wrong(at + "value = 0.4\n"), "");
  EXPECT_EQ(wrong(at + "band = [0.4, inf]\n"), "");
  EXPECT_EQ(wrong("outcome = \"borrowers\"\nmonth = 4\nvalue = 40\n"), "");
  EXPECT_EQ(wrong(at + "band = [-1, 5]\nvariant = \"louder\"\ncompare = \"ratio\"\n"), "");
}

}  // namespace swadaya
