#include "sim/designs/factorial.hpp"

#include <cmath>

#include "sim/base/paired.hpp"
#include "sim/results/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

// Outcomes of three levers: y = 10 + 3 a - 2 b + 5 a c + noise of the world, which is the same in
// every combination.
std::vector<std::vector<double>> made_up(int replicates) {
  std::vector<std::vector<double>> outcomes(8);
  for (std::size_t s = 0; s < 8; ++s)
    for (int r = 0; r < replicates; ++r) {
      const double a = (s & 1) != 0 ? 1 : 0, b = (s & 2) != 0 ? 1 : 0, c = (s & 4) != 0 ? 1 : 0;
      outcomes[s].push_back(10 + 3 * a - 2 * b + 5 * a * c + std::sin(r));
    }
  return outcomes;
}

const std::string levers =
    "[[factorial.lever]]\nname = \"talk\"\ntitle = \"Talk\"\nset = { \"socialization.meetings\" = 5 }\n"
    "[[factorial.lever]]\nname = \"norm\"\nset = { lending = { norm = 1 } }\n";

}  // namespace

TEST(Factorial, TakesEffectsApart) {
  const FactorialEffects e = factorial_effects(made_up(4), true);
  EXPECT_NEAR(e.levers[0].alone.difference, 3, 1e-12);
  EXPECT_NEAR(e.levers[0].average.difference, 5.5, 1e-12);  // 3, and 5 half of the time
  EXPECT_NEAR(e.levers[0].last.difference, 8, 1e-12);
  EXPECT_NEAR(e.levers[0].share.difference, 5.5, 1e-12);  // half of what a and c do together
  EXPECT_NEAR(e.levers[1].share.difference, -2, 1e-12);
  EXPECT_NEAR(e.levers[2].alone.difference, 0, 1e-12);
  EXPECT_NEAR(e.levers[2].share.difference, 2.5, 1e-12);
  EXPECT_NEAR(e.whole.difference, 6, 1e-12);
  double sum = 0;
  for (const LeverEffects& lever : e.levers) sum += lever.share.difference;
  EXPECT_NEAR(sum, e.whole.difference, 1e-12);
  for (const Interaction& i : e.interactions)
    EXPECT_NEAR(i.effect.difference, i.a == 0 && i.b == 2 ? 5 : 0, 1e-12);
  EXPECT_EQ(e.ranking, (std::vector<std::size_t>{0, 2, 1}));
  EXPECT_NEAR(e.lead.difference, 3, 1e-12);
  EXPECT_EQ(factorial_effects(made_up(4), false).ranking, (std::vector<std::size_t>{1, 2, 0}));
  // The worlds' own noise falls out of every pair.
  EXPECT_NEAR(e.levers[0].share.standard_error, 0, 1e-12);
}

// Ten draws move what talk does, worlds of a draw hardly: more worlds don't narrow what isn't
// known.
TEST(Factorial, TellsWhatParametersLeaveOpen) {
  const auto effects = [](int worlds_per_draw) {
    std::vector<std::vector<double>> outcomes(4);
    std::vector<std::uint32_t> draws;
    for (std::uint32_t draw = 0; draw < 10; ++draw)
      for (int w = 0; w < worlds_per_draw; ++w) {
        draws.push_back(draw);
        for (std::size_t s = 0; s < 4; ++s)
          outcomes[s].push_back((s & 1) != 0 ? 1 + 0.1 * draw + 0.01 * (w % 2) : 0);
      }
    return factorial_effects(outcomes, true, draws);
  };
  const PairedDifference few = effects(2).levers[0].share, many = effects(20).levers[0].share;
  ASSERT_TRUE(few.is_over_parameters());
  EXPECT_EQ(few.low, few.parameters.low);
  EXPECT_NEAR(many.high - many.low, few.high - few.low, 0.05 * (few.high - few.low));
  EXPECT_GT(few.high - few.low, 0.8);  // of draws from 1 to 1.9
  EXPECT_FALSE(effects(1).levers[0].share.is_over_parameters());
}

TEST(Factorial, RunsEveryCombinationOnce) {
  const Experiment e = experiment_from(std::string{small_ward} + levers);
  ASSERT_EQ(e.variants.size(), 4u);
  EXPECT_EQ(e.variants[0].name, "none");
  EXPECT_EQ(e.variants[3].name, "talk--norm");
  EXPECT_EQ(e.variants[3].title, "Talk + norm");
  EXPECT_EQ(std::get<double>(e.variants[1].scenario.values.at("socialization.meetings")), 5);
  EXPECT_EQ(std::get<double>(e.variants[2].scenario.values.at("socialization.meetings")), 2);
  EXPECT_EQ(std::get<double>(e.variants[3].scenario.values.at("lending.norm")), 1);
  EXPECT_EQ(e.baseline, 0u);
}

TEST(Factorial, RefusesLeversThatCannotBeCombined) {
  EXPECT_NE(refusal("[[factorial.lever]]\nname = \"a\"\nset = { \"lending.norm\" = 1 }\n")
                .find("2 to 8 levers"),
            std::string::npos);
  EXPECT_NE(
      refusal(levers + "[[factorial.lever]]\nname = \"again\"\nset = { \"lending.norm\" = 0 }\n")
          .find("is set by the lever `norm`, too"),
      std::string::npos);
  EXPECT_NE(
      refusal(levers + "[[factorial.lever]]\nname = \"none\"\nset = { \"lending.tau\" = 1 }\n")
          .find("name of its own"),
      std::string::npos);
  EXPECT_NE(
      refusal(levers + "[[factorial.lever]]\nname = \"typo\"\nset = { \"lending.nrom\" = 1 }\n")
          .find("did you mean `lending.norm`"),
      std::string::npos);
}

TEST(Factorial, KnowsItsLeversFromTheStore) {
  const Experiment e =
      experiment_from(std::string{small_ward} + "[experiment]\nreplicates = 3\n" + levers);
  const std::string folder = file_with("keep", "") + "-results";
  Store store{folder, e, Existing::overwrite};
  std::vector<const Scenario*> lanes;
  for (const Variant& v : e.variants) lanes.push_back(&v.scenario);
  for (std::uint32_t r = 0; r < 3; ++r) {
    const World world = world_of(e.variants[0].scenario, e.seed, r);
    store.add(r, {0, 1, 2, 3},
              run(world, lanes, all_models(), Order::one_by_one, [] { return true; }));
  }
  store.load();
  const auto found = levers_of(store);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].title, "Talk");
  const std::size_t informed = *outcome_index("informed");
  const FactorialEffects effects = factorial_effects(store, 30, informed);
  EXPECT_NEAR(
      effects.levers[0].alone.difference,
      paired_difference(store.values(0, 30, informed), store.values(1, 30, informed)).difference,
      1e-12);
  const std::string csv = factorial_csv(store, {30});
  EXPECT_NE(csv.find("share,talk,,informed,30,"), std::string::npos);
  EXPECT_NE(csv.find("interaction,talk,norm,recovery,30,"), std::string::npos);
  EXPECT_NE(csv.find(",Monte Carlo 95 %\n"), std::string::npos) << csv;
}

}  // namespace swadaya
