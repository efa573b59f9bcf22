#include "sim/report/dossier.hpp"

#include <fmt/format.h>
#include <functional>

#include "tests/facts.hpp"
#include "tests/learnt.hpp"

namespace swadaya {

namespace {

// An experiment of the main job's shape: a calibrated sample, facts, costs, other assumptions, and
// what a person has to say of it.
const char* const whole_experiment = R"([scenario]
description = "A ward"
[experiment]
title = "Packages <b>held</b> against the programme"
posterior = "draws.csv"
facts = "facts.csv"
replicates = 60
outcomes = ["recovery", "poor_served", "leakage"]
answer = "recovery"
months_shown = [20, 30]
[experiment.study]
decision = "Which package the ministry pays for"
setting = "A made-up ward"
comparators = "The only one on offer"
perspective = "Members pay with their time"
horizon = "Loans come back late"
access = "https://example.org/model"
sources = "none but this test"
ethics = "Shame isn't counted"
[[variant]]
name = "none"
[[variant]]
name = "package"
title = "The package"
set = { "socialization.meetings" = 5 }
)";

struct MadeDossier {
  Experiment experiment;
  Store store;
  Dossier dossier;
};

std::string without_line(std::string text, const std::string& begins) {
  const std::size_t at = text.find("\n" + begins);
  EXPECT_NE(at, std::string::npos) << begins;
  return text.erase(at, text.find('\n', at + 1) - at);
}

using ChangeSeries = std::function<void(Series&)>;

Dossier made(const std::string& toml = whole_experiment, bool beside = true,
             bool with_costs = true) {
  file_with("draws.csv", known_draws(30));
  file_with("facts.csv", three_facts());
  const std::string file = file_with("whole.toml", std::string{small_ward} + toml);
  const Experiment e = read_experiment(file, all_models(), {});
  Store store{store_of("dossier"), e, Existing::overwrite};
  const int months = e.variants[0].scenario.months;
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    const double x = e.posterior.keys.empty()
                         ? 0.01 * r
                         : std::get<double>(e.posterior.values(r).at("lending.norm"));
    std::vector<Series> series;
    std::vector<std::size_t> variants;
    for (std::size_t v = 0; v < e.variants.size(); ++v) {
      Series one = series_of(v == 0 ? 0.3 + 0.4 * x : 0.25 + 0.6 * x, months);
      if (with_costs)
        for (int m = 1; m <= months; ++m)
          one.values[static_cast<std::size_t>(m) * outcomes().size() + *outcome_index("cost_kRp")] =
              10.0 * m * static_cast<double>(v + 1);
      series.push_back(one), variants.push_back(v);
    }
    store.add(r, variants, series);
  }
  store.load();
  Reported reported{e, store, all_models(), {}, {}};
  reported.manifest.made_by_version = "9.9.9", reported.manifest.made_by_commit = "abcdef";
  if (beside && e.variants.size() > 1 && !e.answer.empty())
    reported.beside = {answers_of(e, store, "Had meetings tied nobody")};
  return dossier_of(reported, "2001-08-17");
}

const DossierItem& item(const Dossier& d, const std::string& number) {
  return *std::find_if(d.cheers.begin(), d.cheers.end(),
                       [&](const DossierItem& one) { return one.number == number; });
}

}  // namespace

TEST(Dossier, Answers24Of28ItemsOfCheers) {
  const Dossier d = made();
  ASSERT_EQ(d.cheers.size(), 28u);
  for (std::size_t i = 0; i < d.cheers.size(); ++i)
    EXPECT_EQ(d.cheers[i].number, std::to_string(i + 1));
  EXPECT_EQ(d.answered(), 24u) << d.open_numbers();
  EXPECT_EQ(d.open_numbers(), "21, 25, 27, 28");
  for (const DossierItem& one : d.cheers)
    EXPECT_EQ(one.is_answered(), !one.says.empty() && one.open.empty()) << one.number;
}

// Each item that loses its ground is open, and no other one.
TEST(Dossier, OpensItemsThatLoseTheirGround) {
  const std::string whole = whole_experiment;
  for (const auto& [line, items] : std::vector<std::pair<std::string, std::string>>{
           {"decision", "3, 21, 25, 27, 28"},
           {"setting", "6, 21, 25, 27, 28"},
           {"comparators", "7, 21, 25, 27, 28"},
           {"perspective", "8, 21, 25, 27, 28"},
           {"horizon", "9, 21, 25, 27, 28"},
           {"access", "16, 21, 25, 27, 28"},
           {"sources", "21, 22, 25, 27, 28"},
           {"ethics", "21, 25, 26, 27, 28"},
           {"answer", "4, 11, 21, 25, 27, 28"},
           {"facts", "17, 21, 25, 26, 27, 28"},
           {"posterior", "20, 21, 22, 24, 25, 27, 28"}})
    EXPECT_EQ(made(without_line(whole, line)).open_numbers(), items) << line;
  EXPECT_EQ(
      made("[experiment]\ndiscount = 0.05\n" + whole.substr(whole.find("title"))).open_numbers(),
      "2, 10, 21, 25, 27, 28");  // nor a description
}

TEST(Dossier, OpensWhatCostsWouldAnswer) {
  EXPECT_EQ(made(whole_experiment, true, false).open_numbers(),
            "1, 8, 10, 13, 14, 15, 21, 23, 24, 25, 27, 28");
}

TEST(Dossier, SaysWhatAPersonSays) {
  std::string toml = whole_experiment;
  toml.insert(toml.find("ethics ="),
              "funding = \"Nobody paid\"\nconflicts = \"None\"\nengagement = \"Two | groups\"\n"
              "engagement_effect = \"Little\"\n");
  const Dossier d = made(toml);
  EXPECT_EQ(d.answered(), 28u) << d.open_numbers();
  EXPECT_EQ(item(d, "27").says, "Nobody paid");
  EXPECT_EQ(item(d, "21").says, "Two \\| groups");
}

// Figures are those of the folder: 100 (0.2 x - 0.05) points for 200 kRp, x the mean of the norms
// drawn.
TEST(Dossier, HasTheFoldersFigures) {
  const Dossier d = made();
  const Experiment e = read_experiment(
      file_with("whole.toml", std::string{small_ward} + whole_experiment), all_models(), {});
  double x = 0;
  for (std::uint32_t r = 0; r < e.replicates; ++r)
    x += std::get<double>(e.posterior.values(r).at("lending.norm")) / e.replicates;
  const std::string points = fmt::format("{:+.1f} points [", 100 * (0.2 * x - 0.05));
  EXPECT_TRUE(has(d.markdown, "The package " + points)) << d.markdown.substr(0, 3000);
  EXPECT_TRUE(has(d.markdown, "It costs 0.2 million Rp a ward more than none"))
      << d.markdown.substr(0, 3000);
  EXPECT_TRUE(has(item(d, "23").says, fmt::format("| The package | 0.4 | {:.1f} % | {}",
                                                  100 * (0.25 + 0.6 * x), points)))
      << item(d, "23").says;
  EXPECT_TRUE(has(item(d, "22").says, "| `lending.norm` | 0.5 |")) << item(d, "22").says;
  EXPECT_TRUE(has(item(d, "7").says, "**The package**: socialization.meetings = 5"));
  EXPECT_TRUE(has(d.markdown, "2001-08-17") && has(d.markdown, "9.9.9 (abcdef)"));
}

TEST(Dossier, StampsWhatMissesAHardFact) {
  const Dossier d = made();
  const std::string first = d.markdown.substr(0, d.markdown.find("# CHEERS"));
  EXPECT_TRUE(has(first, "recovery ‡")) << first;
  EXPECT_TRUE(has(first, "misses 1 of 2 hard facts: S2 @144")) << first;
  EXPECT_TRUE(has(d.markdown, "**FAILS (hard)**"));
  const Dossier without = made(without_line(whole_experiment, "facts"));
  EXPECT_FALSE(has(without.markdown, "‡"));
  EXPECT_TRUE(has(without.markdown, "nothing in this folder holds the model against the world"));
}

TEST(Dossier, HoldsAllStandards) {
  const Dossier d = made();
  for (const char* part :
       {"# CHEERS 2022\n", "# TRACE\n", "# Kinds of validation\n", "# AQuA Book\n",
        "# The model: ODD\n", "## 7 Submodels\n", "### 5 Predictive validity: open"})
    EXPECT_TRUE(has(d.markdown, part)) << part;
  const std::string page = dossier_html(d);
  EXPECT_FALSE(has(page, "<b>held"));
  EXPECT_TRUE(has(page, "&lt;b&gt;held&lt;/b&gt;"));
}

TEST(Dossier, SaysWhatOtherAssumptionsGave) {
  EXPECT_TRUE(has(made().markdown, "**Had meetings tied nobody.** The same package leads"));
  EXPECT_TRUE(
      has(made(whole_experiment, false).markdown, "Nothing was run under other assumptions"));
}

TEST(Dossier, OfOneScenarioClaimsNoAnswer) {
  const std::string toml = whole_experiment;
  const Dossier d = made(toml.substr(0, toml.find("[[variant]]")));
  EXPECT_TRUE(has(d.markdown, "there is no answer to give"));
  EXPECT_FALSE(item(d, "1").is_answered() || item(d, "23").is_answered());
}

}  // namespace swadaya
