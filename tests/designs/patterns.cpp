#include "sim/designs/patterns.hpp"

#include <cmath>
#include <set>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string fact =
    "[[pattern]]\nid = \"T1\"\nstatement = \"News spreads\"\nsource = \"test\"\ntarget = \"some\"\nweight = 3\n";

std::string refusal_of_facts(const std::string& toml) {
  return said_by([&] { read_patterns(file_with("facts.toml", toml)); });
}

Pattern pattern_of(const std::string& lines) {
  return read_patterns(file_with("facts.toml", fact + lines))[0];
}

// As it is: 1, 2, 3, 4; changed: 3, 4, 5, 8; at month 5 all ten times as much.
std::vector<double> made_up(const Quantity& quantity, bool changed) {
  std::vector<double> values =
      changed ? std::vector<double>{3, 4, 5, 8} : std::vector<double>{1, 2, 3, 4};
  if (quantity.month == 5)
    for (double& x : values) x *= 10;
  return values;
}

}  // namespace

TEST(Patterns, MeasureWhatTheySay) {
  const std::string at = "outcome = \"informed\"\nmonths = [3]\nband = [0, 1]\n";
  const Measure mean = measured(pattern_of(at), made_up);
  EXPECT_NEAR(mean.value, 2.5, 1e-12);
  EXPECT_NEAR(mean.standard_error, std::sqrt(5.0 / 3) / 2, 1e-12);
  const Measure sd = measured(pattern_of(at + "statistic = \"sd\"\n"), made_up);
  EXPECT_NEAR(sd.value, std::sqrt(5.0 / 3), 1e-12);
  EXPECT_NEAR(sd.standard_error, sd.value / std::sqrt(6.0), 1e-12);
  EXPECT_NEAR(measured(pattern_of(at + "one_minus = true\n"), made_up).value, -1.5, 1e-12);
  const Measure over =
      measured(pattern_of(at + "over = { outcome = \"informed\", month = 5 }\n"), made_up);
  EXPECT_NEAR(over.value, 0.1, 1e-12);
  EXPECT_NEAR(over.standard_error, 0, 1e-12);  // the same in every world
  const std::string set = at + "set = { \"lending.norm\" = 1 }\n";
  EXPECT_NEAR(measured(pattern_of(set), made_up).value, 5, 1e-12);
  const Measure difference = measured(pattern_of(set + "compare = \"difference\"\n"), made_up);
  EXPECT_NEAR(difference.value, 2.5, 1e-12);
  EXPECT_NEAR(difference.standard_error, 0.5, 1e-12);  // differences 2, 2, 2, 4
  EXPECT_NEAR(measured(pattern_of(set + "compare = \"ratio\"\n"), made_up).value, 2, 1e-12);
}

// 1, 2, ..., 100: the percentiles are 5.95 and 95.05. What samples drawn anew come to spreads about
// as the two percentiles do together: their densities are 1/100, so each has the error
// sqrt(0.05 * 0.95 / 100) * 100 = 2.2; of the ratio 16, 37 % of it.
TEST(Patterns, SpreadIsThe95thOverThe5thPercentile) {
  const Pattern p =
      pattern_of("outcome = \"informed\"\nmonths = [3]\nband = [0, 1]\nstatistic = \"spread\"\n");
  const auto up_to = [](int n) {
    return [n](const Quantity&, bool) {
      std::vector<double> values;
      for (int i = 1; i <= n; ++i) values.push_back(i);
      return values;
    };
  };
  const Measure spread = measured(p, up_to(100));
  EXPECT_NEAR(spread.value, 95.05 / 5.95, 1e-9);
  EXPECT_NEAR(spread.standard_error, 0.37 * spread.value, 0.2 * spread.value);
  EXPECT_EQ(spread.standard_error, measured(p, up_to(100)).standard_error);
  EXPECT_TRUE(std::isnan(measured(p, up_to(1)).standard_error));
  EXPECT_TRUE(std::isnan(measured(p, [](const Quantity&, bool) {
                           return std::vector<double>{-1, 0, 1};
                         }).value));
}

TEST(Patterns, SayWhatTheyAreFor) {
  const std::string at = "outcome = \"informed\"\nmonths = [3]\nband = [0, 1]\n";
  EXPECT_EQ(pattern_of(at).use, Use::apart);
  EXPECT_EQ(pattern_of(at + "use = \"fitted\"\n").use, Use::fitted);
  EXPECT_TRUE(pattern_of(at).is_hard());
  const Pattern built = pattern_of(at + "use = \"construction\"\n");
  EXPECT_FALSE(built.counts() || built.is_hard());
}

TEST(Patterns, SayWhatIsWrongWithTheirFile) {
  for (
      const auto& [lines, part] : std::vector<std::pair<std::string, std::string>>{
          {fact + "outcome = \"infromed\"\nmonths = [3]\nband = [0, 1]\n", "nearest: informed"},
          {fact + "outcome = \"informed\"\nmonths = [3]\nband = [1, 0]\n", "must be [low, high]"},
          {fact + "outcome = \"informed\"\nmonths = [3.5]\nband = [0, 1]\n",
           "a whole number between 0 and 1200"},
          {fact + "outcome = \"informed\"\nmonth = 3\nband = [0, 1]\n", "did you mean `months`?"},
          {fact + "outcome = \"informed\"\nmonths = [3]\nband = [0, 1]\ncompare = \"ratio\"\n",
           "`set`, `scale` or an [[event]] must say a change"},
          {fact +
               "outcome = \"informed\"\nmonths = [3]\nband = [0, 1]\nscale = { \"lending.norm\" = \"half\" }\n",
           "must be a number: it scales the value"},
          {fact + "outcome = \"informed\"\nmonths = [3]\nband = [0, 1]\nuse = \"fit\"\n",
           "must be one of apart, fitted, construction"},
          {"[[patern]]\nid = \"x\"\n", "[[pattern]] tables only"},
          {"", "has no [[pattern]]"}})
    EXPECT_NE(refusal_of_facts(lines).find(part), std::string::npos)
        << lines << refusal_of_facts(lines);
  EXPECT_NE(refusal_of_facts(fact + "outcome = \"infromed\"\nmonths = [3]\nband = [0, 1]\n")
                .find("facts.toml:7"),
            std::string::npos);
}

TEST(Patterns, OfTheProjectCanBeRead) {
  const auto patterns = read_patterns(SWADAYA_SOURCE_DIR "/scenarios/patterns.toml");
  std::set<std::string> ids;
  for (const Pattern& p : patterns) ids.insert(p.id);
  EXPECT_EQ(ids.size(), 43u);  // S1-S28, N1-N15
}

// Those that the calibration fits say so, and no others do.
TEST(Patterns, OfTheProjectAreFittedWhereTheCalibrationSaysSo) {
  const Node calibration =
      read_toml(SWADAYA_SOURCE_DIR "/scenarios/lenteng-agung/calibration.toml");
  std::set<std::string> fitted, held_out;
  for (const Node& id : *calibration.find("calibration")->find("fit")->list())
    fitted.insert(*id.text());
  for (const Node& id : *calibration.find("calibration")->find("hold_out")->list())
    held_out.insert(*id.text());
  for (const Pattern& p : read_patterns(SWADAYA_SOURCE_DIR "/scenarios/patterns.toml")) {
    EXPECT_EQ(fitted.contains(p.id), p.use == Use::fitted) << p.id;
    EXPECT_TRUE(!held_out.contains(p.id) || (p.use == Use::apart && p.not_measured.empty()))
        << p.id;
  }
}

}  // namespace swadaya
