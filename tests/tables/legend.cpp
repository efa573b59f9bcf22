#include "sim/tables/legend.hpp"

#include "sim/results/in_memory.hpp"
#include "sim/world/boards.hpp"
#include "tests/results/known.hpp"

namespace swadaya {

namespace {

class Legend : public KnownEffect {
 protected:
  std::string text_of(const Results& results) const {
    const std::size_t worlds = experiment.replicates;
    std::vector<Compared> shown;
    for (const Compared& c : comparison_of(results, {last}))
      if (c.outcome == outcome("informed") || c.outcome == outcome("gini")) shown.push_back(c);
    return legend(results, shown, worlds, "", {10000});
  }
};

}  // namespace

TEST_F(Legend, SaysThatParametersAreTakenAsKnown) {
  const Store store = filled(experiment);
  const std::string text = text_of(store);
  EXPECT_TRUE(has(text, "Monte Carlo, 95 %") && has(text, "Parameters are taken as known")) << text;
  EXPECT_FALSE(has(text, "draws")) << text;
}

// The mean over draws, to +-0.02 or so; what lies between draws is nothing, so it isn't close.
TEST_F(Legend, SaysWhatIsntKnownAndWhetherEnoughWasSimulated) {
  experiment.posterior.keys = {"lending.norm"};
  experiment.replicates = 20;
  experiment.worlds_per_draw = 4;
  const Store store = filled(experiment);
  const std::string text = text_of(store);
  EXPECT_TRUE(has(text, "Brackets hold what 90 % of the draws of the parameters expect")) << text;
  EXPECT_TRUE(has(text, "Mean differences of informed at month 30 are known to ±")) << text;
  EXPECT_EQ(worlds_text(store, 20), "20 worlds, 5 draws of the parameters");
}

TEST_F(Legend, SaysWhereDrawsAreTooFew) {
  experiment.posterior.keys = {"lending.norm"};
  const Store store = filled(experiment);  // two draws
  EXPECT_TRUE(has(text_of(store), "too few to tell what they leave open"));
}

// "noisy" changes no gini in four worlds: 1 - .05^(1/4) is 0.53.
TEST_F(Legend, SaysWhatEqualWorldsLeaveOpen) {
  const Store store = filled(experiment);
  EXPECT_TRUE(has(text_of(store),
                  "same: equal in all 4 worlds (up to 53 % of wards could still "
                  "differ)"))
      << text_of(store);
}

TEST_F(Legend, NamesWhatOnlySomeWorldsHave) {
  ResultsInMemory results{experiment};
  for (std::uint32_t r = 0; r < 4; ++r)
    for (std::size_t v = 0; v < 3; ++v) {
      Series own = series(v, r);
      if (r == 0) own.values[last * outcomes().size() + outcome("informed")] = std::nan("");
      results.add(r, {v}, {own});
    }
  const std::string text = text_of(results);
  EXPECT_TRUE(has(
      text, "°: only worlds that have a figure on both sides count: informed (3 of 4 at least)"))
      << text;
}

TEST_F(Legend, SaysWhatTheLuckOfBoardsTookFromChance) {
  experiment.replicates = 60;
  const auto text_with = [&](double of_luck) {
    for (Variant& v : experiment.variants)
      v.scenario.values = {{"world.areas", 1.0}, {"world.wards_per_area", 1.0}};
    ResultsInMemory results{experiment};
    for (std::uint32_t r = 0; r < 60; ++r)
      for (std::size_t v = 0; v < 3; ++v) {
        Series own = series(v, r % 4);
        if (v == 0)
          own.values[last * outcomes().size() + outcome("informed")] +=
              of_luck * luck_of_boards(Dice{experiment.seed, r}, 1)[1];
        results.add(r, {v}, {own});
      }
    return text_of(results);
  };
  EXPECT_TRUE(has(text_with(0.2), "times as many worlds would tell as much")) << text_with(0.2);
  EXPECT_FALSE(has(text_with(0), "times as many worlds"));
}

TEST_F(Legend, MarksWhatRestsOnFewWorlds) {
  experiment.replicates = 30;
  ResultsInMemory results{experiment};
  for (std::uint32_t r = 0; r < 30; ++r)
    for (std::size_t v = 0; v < 3; ++v) {
      Series own = series(v == 0 && r > 1 ? 1 : v, r % 4);
      results.add(r, {v}, {own});
    }
  EXPECT_TRUE(has(text_of(results), "*: rests on fewer than ten worlds that differ at all"))
      << text_of(results);
}

}  // namespace swadaya
