#include "sim/tables/two_results.hpp"

#include "sim/base/error.hpp"
#include "tests/drawn.hpp"
#include "tests/searched.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

const char* const packages =
    "[experiment]\nreplicates = 6\noutcomes = [\"recovery\"]\nmonths_shown = [12]\n"
    "[[variant]]\nname = \"base\"\n[[variant]]\nname = \"audits\"\n"
    "set = { \"lending.norm\" = 0.1 }\n";

struct Result {
  Experiment experiment;
  Store store;
  // `recovery` of variant v in world w: level + 0.1 v + 0.01 w.
  Result(const std::string& toml, const std::vector<std::string>& set, const std::string& name,
         double level)
      : experiment{experiment_from(std::string{small_ward} + toml, set)},
        store{store_with_outcomes(experiment, name, [&](std::size_t v, std::uint32_t w) {
          return std::map<std::string, double>{
              {"recovery", level + 0.1 * static_cast<double>(v) + 0.01 * w}};
        })} {}
  OneResult one() const { return {experiment, store, "1 (x)"}; }
};

const OutcomeInBoth& row(const TwoResults& two, std::size_t variant, const char* outcome) {
  for (const OutcomeInBoth& one : two.rows)
    if (one.variant == variant && outcomes()[one.outcome].name == outcome) return one;
  ADD_FAILURE() << outcome;
  return two.rows[0];
}

const std::vector<std::string> a_year{"time.months=12"};
std::vector<std::string> and_set(const std::string& more) { return {"time.months=12", more}; }

}  // namespace

TEST(TwoResults, ArePairedWhereWorldsAreTheSame) {
  const Result a{packages, a_year, "a", 0.4}, b{packages, and_set("lending.tau=0.3"), "b", 0.5};
  const TwoResults two = two_results(a.one(), b.one(), all_models());
  ASSERT_EQ(two.both.size(), 2u);
  EXPECT_EQ(two.both[0].why, NotPaired::no);
  EXPECT_EQ(two.both[0].worlds, 6u);
  ASSERT_EQ(two.both[0].settings.size(), 1u);
  EXPECT_EQ(two.both[0].settings[0].key, "lending.tau");
  EXPECT_EQ(two.both[0].settings[0].b, "0.3");
  EXPECT_TRUE(two.both[1].settings.empty()) << "what the baselines differ in isn't said again";
  EXPECT_TRUE(two.experiment.empty());
  const OutcomeInBoth& base = row(two, 0, "recovery");
  EXPECT_TRUE(base.effect.is_paired);
  EXPECT_NEAR(base.effect.difference, 0.1, 1e-12);
  EXPECT_NEAR(base.effect.standard_error, 0, 1e-12) << "each world is 0.1 higher";
  EXPECT_EQ(base.gain.n, 0u);
  EXPECT_NEAR(row(two, 1, "recovery").gain.difference, 0, 1e-12);
  EXPECT_NEAR(row(two, 1, "recovery").gain.baseline_mean, 0.1, 1e-12);
  EXPECT_EQ(outcomes()[two.outcomes.back()].name, "cost_kRp");
  EXPECT_EQ(two.months, std::vector<int>{12});
}

// The first six worlds of ten are the six of the other.
TEST(TwoResults, ArePairedInTheWorldsThatBothHave) {
  const Result a{packages, a_year, "a", 0.4};
  std::string more = packages;
  more.replace(more.find("= 6"), 3, "= 10");
  const Result b{more, a_year, "b", 0.4};
  const TwoResults two = two_results(a.one(), b.one(), all_models());
  EXPECT_EQ(two.both[0].worlds, 6u);
  EXPECT_TRUE(row(two, 0, "recovery").effect.is_same());
  ASSERT_EQ(two.experiment.size(), 1u);
  EXPECT_EQ(two.experiment[0].key, "experiment.replicates");
  EXPECT_EQ(two.experiment[0].b, "10");
}

TEST(TwoResults, SayWhyTheyArentPaired) {
  const Result a{packages, a_year, "a", 0.4}, wards{packages, and_set("world.poor=0.4"), "w", 0.5};
  const TwoResults two = two_results(a.one(), wards.one(), all_models());
  EXPECT_EQ(two.both[0].why, NotPaired::wards);
  const PairedDifference& effect = row(two, 0, "recovery").effect;
  EXPECT_FALSE(effect.is_paired);
  EXPECT_GT(effect.standard_error, 0.005) << "worlds differ among themselves";
  EXPECT_FALSE(row(two, 1, "recovery").gain.is_paired);
  EXPECT_TRUE(has(pairing_text(two.both[0]), "different wards, not paired"));

  Experiment seeded = a.experiment;
  seeded.seed = 9;
  const Store store = store_with_outcomes(seeded, "seeded", [](std::size_t, std::uint32_t w) {
    return std::map<std::string, double>{{"recovery", 0.01 * w}};
  });
  const TwoResults dice = two_results(a.one(), {seeded, store, "2 (y)"}, all_models());
  EXPECT_EQ(dice.both[0].why, NotPaired::dice);
  ASSERT_EQ(dice.experiment.size(), 2u);
  EXPECT_EQ(dice.experiment[0].key, "experiment.seed");
  EXPECT_EQ(dice.experiment[1].key, "version");
}

TEST(TwoResults, AreNotPairedWhereWorldsTookOtherDraws) {
  struct Drawn {
    Drawn(const std::string& name, const std::string& sample)
        : experiment{over(sample, 6)},
          store{store_with_outcomes(experiment, name, [](std::size_t, std::uint32_t w) {
            return std::map<std::string, double>{{"recovery", 0.1 * w}};
          })} {}
    Experiment experiment;
    Store store;
  };
  const Drawn a{"one", "lending.tau\n0.2\n0.4\n0.6\n"}, b{"two", "lending.tau\n0.1\n0.4\n0.6\n"};
  const OneResult one{a.experiment, a.store, ""}, two{b.experiment, b.store, ""};
  EXPECT_EQ(two_results(one, one, all_models()).both[0].why, NotPaired::no);
  const TwoResults both = two_results(one, two, all_models());
  EXPECT_EQ(both.both[0].why, NotPaired::draws);
  EXPECT_FALSE(both.rows[0].effect.is_paired);
}

TEST(TwoResults, HoldBaselinesAgainstEachOtherWhereNoNameIsInBoth) {
  const Result a{packages, a_year, "a", 0.4};
  std::string other = packages;
  for (const char* name : {"base", "audits"})
    other.replace(other.find(name), std::string{name}.size(), std::string{"my-"} + name);
  const Result b{other, a_year, "b", 0.4};
  const TwoResults two = two_results(a.one(), b.one(), all_models());
  ASSERT_EQ(two.both.size(), 1u);
  EXPECT_EQ(two.only_a, std::vector<std::string>{"audits"});
  EXPECT_EQ(two.only_b, std::vector<std::string>{"my-audits"});
}

TEST(TwoResults, AreNoSearches) {
  const Result a{packages, a_year, "a", 0.4};
  const Experiment e = small_optimisation();
  const Store store = Store::open(searched_folder(e, optimisation_search(e), "search", of_audits));
  EXPECT_TRUE(has(said_by([&] {
                    two_results(a.one(), {e, store, ""}, all_models());
                  }),
                  "holds an optimisation"));
  const Store empty{store_of("empty"), a.experiment, Existing::overwrite};
  EXPECT_THROW(two_results({a.experiment, empty, ""}, a.one(), all_models()), BadInput);
}

// Of two worlds Student's t is 12.7: without bounds a share would differ by more than it can.
TEST(TwoResults, StayInsideWhatAShareCanDifferBy) {
  const auto two_worlds = [](double other) {
    return [=](std::size_t v, std::uint32_t w) {
      return std::map<std::string, double>{{"recovery", w == 0 ? other : 0.7},
                                           {"cost_kRp", 1000.0 * static_cast<double>(w + v)}};
    };
  };
  Result a{packages, a_year, "few-a", 0}, b{packages, and_set("lending.tau=0.3"), "few-b", 0},
      larger{packages, and_set("world.households_per_rt=50"), "few-c", 0};
  for (Result* one : {&a, &b, &larger}) one->experiment.replicates = 2;
  const Store x = store_with_outcomes(a.experiment, "x", two_worlds(0.6)),
              y = store_with_outcomes(b.experiment, "y", two_worlds(0.1)),
              z = store_with_outcomes(larger.experiment, "z", two_worlds(0.1));
  for (const OneResult& other :
       {OneResult{b.experiment, y, "1 (x)"}, OneResult{larger.experiment, z, "1 (x)"}}) {
    const OneResult first{a.experiment, x, "1 (x)"};
    const TwoResults two = two_results(first, other, all_models());
    const OutcomeInBoth& base = row(two, 0, "recovery");
    EXPECT_NEAR(base.effect.difference, -0.25, 1e-12);
    EXPECT_EQ(base.effect.low, -1);
    EXPECT_LE(base.effect.high, 1);
    EXPECT_EQ(base.effect.monte_carlo.low, -1);
    for (const auto& one : two_results_json(first, other, two)["rows"])
      if (one["outcome"] == "recovery") {
        EXPECT_GE(one["low"].get<double>(), -1) << one;
      }
  }
}

}  // namespace swadaya
