#include "sim/tables/learn.hpp"

#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/results/in_memory.hpp"
#include "sim/tables/cost_effectiveness.hpp"
#include "tests/learnt.hpp"

namespace swadaya {

TEST(LearnTable, SaysWhichUnknownWouldChangeTheChoiceAndToWhat) {
  const Experiment e = known_experiment();
  ResultsInMemory results{e};
  fill_known(e, results, 0.01);
  const WorthKnowing learnt = learnt_from(e, results);
  const std::string text = learn_text(learnt, results, e.facts, {200});
  EXPECT_TRUE(has(text, "What to measure next: recovery at month 20, 0.2")) << text;
  for (const char* words :
       {"least clear", "lending.norm", "all 2 of lending", "everything", "no more than chance",
        "By lending.norm: none up to 0.", "The package above.", "At other prices", "1000 people"})
    EXPECT_TRUE(has(text, words)) << words << "\n" << text;
  EXPECT_FALSE(has(text, "are few"));
  EXPECT_TRUE(has(text, "of society, members' own time among them, in rupiah of 2001")) << text;
}

// What it is worth to know everything is one figure, whoever prints it: also where costs are the
// programme's alone, in prices of another year, and shown discounted beside.
TEST(LearnTable, HasTheValueOfEverythingOfTheTablesOfCosts) {
  Experiment e = known_experiment(40);
  e.months_shown = {20};
  for (const bool is_own : {false, true}) {
    if (is_own)
      e.accounting.perspective = Accounting::programme, e.accounting.show = 2010,
      e.accounting.price_factor = 2;
    Store store{store_of(is_own ? "own" : "plain"), e, Existing::overwrite};
    fill_known(e, store, 0.02);
    store.load();
    const auto learnt = learn_json(learnt_from(e, store), store);
    const std::string file =
        file_with("acceptability.csv", acceptability_csv(e, store));  // what `compare` writes
    const Csv csv = read_csv(file);
    const std::size_t price = *csv.column("willingness_kRp"), evpi = *csv.column("evpi_kRp");
    std::size_t seen = 0;
    for (std::size_t p = 0; p < learnt["prices_kRp"].size(); ++p)
      for (const Csv::Row& row : csv.rows) {
        const double at = learnt["prices_kRp"][p], of_csv = std::stod(row.fields[price]);
        if (std::abs(at - of_csv) > 1e-9 * at) continue;
        EXPECT_NEAR(learnt["all"]["by_price_kRp"][p], std::stod(row.fields[evpi]), 1e-5 * at);
        ++seen;
      }
    EXPECT_GT(seen, 0u);
    EXPECT_NEAR(learnt["price_kRp"], is_own ? 400 : 200, 40);
    EXPECT_NEAR(learnt["all"]["value_kRp"], is_own ? 1000 : 500, 100);
    EXPECT_EQ(learnt["accounting"]["price_factor"], is_own ? 2 : 1);
    EXPECT_EQ(learnt["accounting"]["discount"], 0);
  }
}

TEST(LearnTable, MarksAnOutcomeThatMissesAHardFact) {
  Experiment e = known_experiment(40);
  ResultsInMemory results{e};
  fill_known(e, results);
  FactState missed;
  missed.fact = "S1 @20", missed.is_hard = true, missed.verdict = FactVerdict::fails;
  missed.outcomes = {"recovery"};
  e.facts.all = {missed};
  EXPECT_TRUE(has(learn_text(learnt_from(e, results), results, e.facts),
                  "What to measure next: recovery ‡ at month 20"));
}

TEST(LearnTable, HasAllForPrograms) {
  const Experiment e = known_experiment(40);
  ResultsInMemory results{e};
  fill_known(e, results);
  LearnQuestion question;
  question.price = 200;
  const WorthKnowing learnt = learnt_from(e, results, question);
  EXPECT_TRUE(has(learn_text(learnt, results, e.facts), "40 draws are few"));
  EXPECT_FALSE(has(learn_text(learnt, results, e.facts), "least clear"));
  const auto json = learn_json(learnt, results);
  EXPECT_EQ(json["outcome"], "recovery");
  EXPECT_EQ(json["price_kRp"], 200);
  EXPECT_EQ(json["prices_kRp"].size(), json["best_at_price"].size());
  const auto& first = json["parameters"][0];
  EXPECT_EQ(first["name"], "lending.norm");
  EXPECT_NEAR(first["value_kRp"].get<double>(), 500, 25);
  EXPECT_TRUE(first["can_be_told_from_chance"]);
  EXPECT_NEAR(first["best"]["package"].get<double>() + first["best"]["none"].get<double>(), 1,
              1e-12);
  EXPECT_EQ(first["stretches"][1]["variant"], "package");
  EXPECT_EQ(first["by_price_kRp"].size(), json["prices_kRp"].size());
  EXPECT_EQ(json["surveys"][0]["outcome"], "recovery");
  EXPECT_EQ(json["surveys"][0]["people"].size(), json["surveys"][0]["value_kRp"].size());
}

}  // namespace swadaya
