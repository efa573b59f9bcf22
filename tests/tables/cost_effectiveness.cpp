#include "sim/tables/cost_effectiveness.hpp"

#include <nlohmann/json.hpp>

#include "tests/stored.hpp"

namespace swadaya {

namespace {

constexpr Look wide{1000};  // no line is broken

Experiment four() {
  return experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\noutcomes = [\"poor_served\"]\nmonths_shown = [12]\n"
      "[[variant]]\nname = \"base\"\n[[variant]]\nname = \"good\"\n[[variant]]\nname = \"best\"\n"
      "[[variant]]\nname = \"dear\"\n");
}

// Served 10, 20, 25, 15 for 1, 2, 4 and 3 million Rp, in every world.
Store filled(const Experiment& e) {
  return store_with_outcomes(e, "worth", [](std::size_t v, std::uint32_t) {
    const double served[] = {10, 20, 25, 15}, cost[] = {1000, 2000, 4000, 3000};
    return std::map<std::string, double>{{"poor_served", served[v]}, {"cost_kRp", cost[v]}};
  });
}

}  // namespace

TEST(CostEffectivenessTable, PricesTheFrontierAndNamesWhatIsBeaten) {
  const Experiment e = four();
  const Store store = filled(e);
  const std::string csv = cost_effectiveness_csv(e, store);
  EXPECT_TRUE(has(
      csv,
      "\n12,poor_served,base,10,1000,frontier,,,,,,1,1,Monte Carlo 95 %,2,,10,1000,frontier,,0,\n"))
      << csv;
  EXPECT_TRUE(has(
      csv,
      "\n12,poor_served,good,20,2000,frontier,100,100,100,100,100,1,1,Monte Carlo 95 %,2,,20,2000,frontier,100,0,\n"))
      << csv;
  EXPECT_TRUE(has(
      csv,
      "\n12,poor_served,best,25,4000,frontier,400,400,400,400,400,1,1,Monte Carlo 95 %,2,,25,4000,frontier,400,0,\n"))
      << csv;
  EXPECT_TRUE(has(
      csv,
      "\n12,poor_served,dear,15,3000,dominated,,,,,,0,0,Monte Carlo 95 %,2,,15,3000,dominated,,0,\n"))
      << csv;
  const std::string text = cost_effectiveness_table(e, store, wide);
  EXPECT_TRUE(has(text, "Worth the money? Month 12, poor served")) << text;
  EXPECT_TRUE(has(text, "Beaten: dear.")) << text;
  EXPECT_TRUE(has(text, "0.10")) << text;  // million Rp for each more
}

TEST(CostEffectivenessTable, EveryPriceHasItsChoice) {
  const Experiment e = four();
  const Store store = filled(e);
  const std::string csv = acceptability_csv(e, store);
  EXPECT_EQ(
      csv.substr(0, csv.find('\n')),
      "month,outcome,willingness_kRp,variant,probability_best,net_benefit_kRp,evpi_kRp,interval,"
      "probability_best_monte_carlo,share_of_worlds_best,fails");
  EXPECT_TRUE(has(csv, "\n12,poor_served,0,base,1,-1000,,Monte Carlo 95 %,1,1,\n"))
      << csv;  // worth nothing: the cheapest
  EXPECT_TRUE(has(csv, "\n12,poor_served,800,best,1,16000,,Monte Carlo 95 %,1,1,\n"))
      << csv;  // 800 x 25 - 4000
  const auto json = cost_effectiveness_json(e, store);
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["options"][2]["icer_kRp"], 400);
  EXPECT_TRUE(json[0]["options"][3]["icer_kRp"].is_null());
}

TEST(CostEffectivenessTable, SaysOfWhatItIsSureAndBecauseOfWhat) {
  const Experiment e = four();
  const std::string text = cost_effectiveness_table(e, filled(e), wide);
  EXPECT_TRUE(has(text, "Parameters taken as known")) << text;
  EXPECT_TRUE(has(text, "nothing to learn")) << text;
  EXPECT_TRUE(has(text, "of like experiments")) << text;
  EXPECT_TRUE(has(text, "with members' own time (society), up to month 12, in rupiah of 2001"))
      << text;
  EXPECT_TRUE(has(text, "discounted at 3 % a year")) << text;
  Experiment dear = four();
  dear.accounting.show = 2023, dear.accounting.perspective = Accounting::programme;
  const std::string later = cost_effectiveness_table(dear, filled(dear), wide);
  EXPECT_TRUE(has(later, "without members' own time (programme)")) << later;
  EXPECT_TRUE(has(later, "shown in those of 2023 (times 3.445, by Indonesia's consumer prices)"))
      << later;
}

TEST(CostEffectivenessTable, OverDrawsItPricesWhatIsNotKnown) {
  Experiment e = four();
  e.replicates = 40;
  e.posterior.keys = {"lending.norm"};
  // The last does 15 or 45 by the draw, and luck of worlds besides.
  const Store store = store_with_outcomes(e, "priced", [](std::size_t v, std::uint32_t r) {
    const double served[] = {10, 20, 25, r / 2 % 2 ? 45.0 : 15.0}, cost[] = {1e3, 2e3, 4e3, 3e3};
    return std::map<std::string, double>{{"poor_served", served[v] + 0.01 * (r % 2)},
                                         {"cost_kRp", cost[v]}};
  });
  const std::string text = cost_effectiveness_table(e, store, wide),
                    csv = cost_effectiveness_csv(e, store);
  EXPECT_TRUE(has(text, "in 20 draws of them")) << text;
  EXPECT_TRUE(has(text, "knowing the parameters before the choice would be worth")) << text;
  EXPECT_TRUE(has(text, "of draws")) << text;
  // In half of the draws it does less than what costs less.
  EXPECT_TRUE(has(csv, "dear,30.005,3000,frontier,")) << csv;
  EXPECT_TRUE(has(csv, ",inf,")) << csv;
  EXPECT_TRUE(has(csv, ",0.5,")) << csv;
  EXPECT_TRUE(has(csv, ",parameters 90 %,40,")) << csv;
}

TEST(CostEffectivenessTable, EqualsShareAPlace) {
  Experiment e = four();
  const Store store = store_with_outcomes(e, "shared", [](std::size_t v, std::uint32_t) {
    const double served[] = {10, 20, 10, 15}, cost[] = {1000, 2000, 1000, 3000};
    return std::map<std::string, double>{{"poor_served", served[v]}, {"cost_kRp", cost[v]}};
  });
  const std::string text = cost_effectiveness_table(e, store, wide),
                    csv = cost_effectiveness_csv(e, store);
  EXPECT_TRUE(has(
      csv,
      "\n12,poor_served,best,10,1000,frontier,,,,,,1,1,Monte Carlo 95 %,2,base,10,1000,frontier,,0,\n"))
      << csv;
  EXPECT_TRUE(has(text, "best is in every world what base is, and shares its place")) << text;
  EXPECT_FALSE(has(text, "Beaten: best")) << text;
}

TEST(CostEffectivenessTable, OfOneVariantThereIsNothingToChoose) {
  Experiment e = four();
  e.variants.resize(1);
  EXPECT_EQ(cost_effectiveness_table(e, filled(e)), "");
}

}  // namespace swadaya
