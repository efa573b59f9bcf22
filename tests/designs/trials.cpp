#include "sim/designs/trials.hpp"

#include <cmath>
#include <random>

#include "tests/stored.hpp"
#include "tests/trials.hpp"

namespace swadaya {

namespace {

Trial made_up(const std::string& compare, double effect, double error, int worlds) {
  return trial_from(trial_text(compare, effect,
                               "standard_error = " + std::to_string(error) +
                                   "\nworlds = " + std::to_string(worlds) + "\n") +
                    small_base + louder);
}

// Control 1, 2, 3, 4 and treatment 3, 4, 5, 8: differences 2, 2, 2, 4.
std::vector<double> scripted(const Quantity& quantity, bool treated) {
  std::vector<double> values =
      treated ? std::vector<double>{3, 4, 5, 8} : std::vector<double>{1, 2, 3, 4};
  if (quantity.month == 5)
    for (double& x : values) x *= 10;
  return values;
}

}  // namespace

TEST(Trials, ComeToTheirKnownEffect) {
  EXPECT_NEAR(simulated(made_up("difference", 1, 1, 1), scripted).effect, 2.5, 1e-12);
  EXPECT_NEAR(simulated(made_up("ratio", 2, 1, 1), scripted).effect, 2, 1e-12);
  EXPECT_NEAR(simulated(made_up("log-ratio", 1, 1, 1), scripted).effect, std::log(2), 1e-12);
  Trial minus = made_up("difference", 1, 1, 1);
  minus.quantity.one_minus = true;
  EXPECT_NEAR(simulated(minus, scripted).effect, -2.5, 1e-12);
  Trial over = made_up("difference", 1, 1, 1);
  over.over = Quantity{over.quantity.outcome, 5, false};
  EXPECT_NEAR(simulated(over, scripted).effect, 0, 1e-12);  // a tenth in either arm
}

// Differences 2, 2, 2, 4 have sd 1. Of the ratio, worlds say (t - 2c) / 2.5: 0.4, 0, -0.4, 0.
TEST(Trials, KnowHowSureTheyAre) {
  const Simulated d = simulated(made_up("difference", 1, 1, 1), scripted);
  EXPECT_EQ(d.pairs, 4u);
  EXPECT_NEAR(d.standard_error, 0.5, 1e-12);
  const double sd = std::sqrt(0.32 / 3);
  EXPECT_NEAR(simulated(made_up("ratio", 2, 1, 1), scripted).standard_error, sd / 2, 1e-12);
  // In logs, t / 5 - c / 2.5, which is half of that.
  EXPECT_NEAR(simulated(made_up("log-ratio", 1, 1, 1), scripted).standard_error, sd / 4, 1e-12);
}

// Variance sd^2 (1/worlds + 1/4) + error^2, a Student's t of 3 (all / worlds' part)^2 degrees.
TEST(Trials, PredictAnotherStudyOfTheSameSize) {
  const Simulated alone = simulated(made_up("difference", 1, 1e-6, 4), scripted);
  EXPECT_NEAR(alone.high - 2.5, 2.353363 * std::sqrt(0.5), 1e-5);
  EXPECT_NEAR(2.5 - alone.low, alone.high - 2.5, 1e-12);
  const Simulated both = simulated(made_up("difference", 1, std::sqrt(0.5), 4), scripted);
  EXPECT_NEAR(both.high - 2.5, 1.782288, 1e-5);  // variance 1, 3 x 4 degrees
  const Simulated wide = simulated(made_up("difference", 1, 100, 4), scripted);
  EXPECT_NEAR(wide.high - 2.5, 164.49, 0.01);
}

// If the model is right, nine of ten studies lie inside, however few worlds were run.
TEST(Trials, CoverWhatTheyPromise) {
  for (const int worlds : {1, 30}) {
    Trial trial = made_up("difference", 1, 0.5, worlds);
    std::mt19937 dice{7};
    std::normal_distribution<double> normal;
    const int studies = 4000;
    int inside = 0;
    for (int i = 0; i < studies; ++i) {
      trial.effect = 1 + 2 / std::sqrt(worlds) * normal(dice) + 0.5 * normal(dice);
      inside += tested(trial, [&](const Quantity&, bool treated) {
                  std::vector<double> values(8, 3.0);
                  if (treated)
                    for (double& x : values) x += 1 + 2 * normal(dice);
                  return values;
                }).inside;
    }
    EXPECT_NEAR(inside / static_cast<double>(studies), 0.9, 0.015) << worlds;
  }
}

TEST(Trials, AreJudgedBySignAndSize) {
  const Tested right = tested(made_up("difference", 2, 1, 1), scripted);
  EXPECT_TRUE(right.inside);
  EXPECT_EQ(right.sign_right, true);
  const Tested far = tested(made_up("difference", 30, 1, 1), scripted);
  EXPECT_FALSE(far.inside);
  EXPECT_EQ(far.sign_right, true);
  const Tested wrong = tested(made_up("ratio", 0.5, 1, 1), scripted);
  EXPECT_EQ(wrong.sign_right, false);
  Trial null = made_up("difference", 1, 0.01, 100);
  null.effect = 0, null.is_null = true;
  const Tested moved = tested(null, scripted);
  EXPECT_FALSE(moved.inside);
  EXPECT_EQ(moved.sign_right, std::nullopt);
  EXPECT_FALSE(a_sign_is_wrong({right, far, moved}));
  EXPECT_TRUE(a_sign_is_wrong({right, wrong}));
}

TEST(Trials, SayNothingWhereNothingWasMeasured) {
  const auto empty = [](const Quantity&, bool) { return std::vector<double>{nothing, nothing, 1}; };
  const Tested t = tested(made_up("difference", 2, 1, 1), empty);
  EXPECT_EQ(t.simulated.pairs, 1u);
  EXPECT_FALSE(std::isfinite(t.simulated.effect));
  EXPECT_FALSE(t.inside);
  EXPECT_EQ(t.sign_right, false);
  const auto zero = [](const Quantity&, bool) { return std::vector<double>{0, 0, 0}; };
  EXPECT_FALSE(std::isfinite(simulated(made_up("log-ratio", 2, 1, 1), zero).effect));
}

// Both arms in the same worlds, each as it says; what is set from outside holds for both.
TEST(Trials, RunTwoArms) {
  Trial trial =
      trial_from(trial_text("difference", 3, "standard_error = 1\nworlds = 1\n") +
                 "[trial.base]\nscenario = \"ward.toml\"\nreplicates = 4\n"
                 "set = { lending.norm = 1, models.welfare = \"fixed\" }\n" +
                 louder + "[[trial.treatment.event]]\nmonth = 3\nset = { lending.norm = 2 }\n");
  const Overrides overrides{{"lending.social=2", "welfare.churn=0.2", "time.months=99"}, 6, 5};
  const Experiment e = experiment_of(trial, all_models(), overrides);
  EXPECT_EQ(e.replicates, 6u);
  EXPECT_EQ(e.seed, 5u);
  ASSERT_EQ(e.variants.size(), 2u);
  for (const Variant& v : e.variants) {
    EXPECT_EQ(v.scenario.months, 6);
    EXPECT_EQ(v.scenario.values.at("lending.norm"), Value{1.0});
    EXPECT_EQ(v.scenario.values.at("lending.social"), Value{2.0});
    EXPECT_FALSE(v.scenario.values.contains("welfare.churn"));  // of another model
  }
  EXPECT_TRUE(e.variants[0].scenario.events.empty());
  ASSERT_EQ(e.variants[1].scenario.events.size(), 1u);
  EXPECT_EQ(e.variants[1].scenario.values.at("socialization.meetings"), Value{8.0});
  const Tested t = tested(trial, e, [](const Experiment& run, const auto& sink) {
    for (std::uint32_t r = 0; r < run.replicates; ++r)
      sink({r, {1, 0}, 0}, {series_of(13 + (r % 2 ? 1.0 : -1.0), 6), series_of(10, 6)});
  });
  EXPECT_EQ(t.simulated.effect, 3);
  EXPECT_EQ(t.simulated.pairs, 6u);
}

// Whatever the scenario says, by its file, an option or a draw, each arm has its part of it.
TEST(Trials, ScaleWhatTheScenarioSays) {
  const Trial trial =
      trial_from(trial_text("difference", 3, "standard_error = 1\nworlds = 1\n") + small_base +
                 "[trial.control]\nscale = { lending.norm = 0.5, lending.tau = 0.5 }\n"
                 "[trial.treatment]\nscale = { lending.norm = 2 }\n"
                 "[[trial.treatment.event]]\nmonth = 3\nscale = { lending.norm = 1.5 }\n");
  const auto norm = [](const Scenario& s) { return s.values.at("lending.norm"); };
  Overrides overrides{{"lending.norm=1.5", "lending.tau=1"}, {}, {}};
  const Experiment e = experiment_of(trial, all_models(), overrides);
  const Variant &control = e.variants.at(0), &treatment = e.variants.at(1);
  EXPECT_EQ(norm(control.scenario), Value{0.75});
  EXPECT_EQ(norm(treatment.scenario), Value{3.0});
  EXPECT_EQ(control.scenario.values.at("lending.tau"), Value{0.5});
  EXPECT_EQ(treatment.scenario.values.at("lending.tau"), Value{1.0});
  EXPECT_EQ(treatment.scenario.events.at(0).set.at("lending.norm"), Value{4.5});
  const Values draw{{"lending.norm", 1.0}, {"lending.tau", 2.0}};
  EXPECT_EQ(norm(moved(control, draw)), Value{0.5});
  EXPECT_EQ(moved(control, draw).values.at("lending.tau"), Value{1.0});
  EXPECT_EQ(norm(moved(treatment, draw)), Value{2.0});
  EXPECT_EQ(moved(treatment, draw).values.at("lending.tau"), Value{2.0});
  EXPECT_EQ(moved(treatment, draw).events.at(0).set.at("lending.norm"), Value{3.0});
}

// Each world has its draw; a study's worlds have one together, so that their number helps nothing.
TEST(Trials, TakeDrawsOfAPosterior) {
  const Trial trial = trial_from(trial_text("difference", 3, "standard_error = 1\nworlds = 100\n") +
                                 small_base + louder);
  Overrides overrides;
  overrides.posterior = file_with("posterior.csv", "lending.norm,besley_coate\n0.1,0.2\n");
  EXPECT_TRUE(has(said_by([&] { experiment_of(trial, all_models(), overrides); }), "besley_coate"));
  overrides.posterior = file_with("posterior.csv", "lending.norm,targeting.ordeal\n0.1,0.2\n");
  const Experiment e = experiment_of(trial, all_models(), overrides);
  EXPECT_EQ(e.posterior.draws.size(), 4u);
  const auto run = [](const Experiment& own, const auto& sink) {
    for (std::uint32_t r = 0; r < own.replicates; ++r)
      sink({r, {0, 1}, 0}, {series_of(10, 6), series_of(13 + (r % 2 ? 1.0 : -1.0), 6)});
  };
  const Tested drawn = tested(trial, e, run),
               plain = tested(trial, experiment_of(trial, all_models(), {}), run);
  EXPECT_EQ(drawn.simulated.effect, plain.simulated.effect);
  EXPECT_GT(drawn.simulated.high, plain.simulated.high + 0.5);
}

TEST(Trials, RefuseWhatTheirScenarioCannotBe) {
  const auto said = [&](const std::string& more, const Overrides& overrides = {}) {
    const Trial trial = trial_from(trial_text("difference", 3, "standard_error = 1\nworlds = 1\n") +
                                   small_base + louder + more);
    return said_by([&] { experiment_of(trial, all_models(), overrides); });
  };
  EXPECT_EQ(said(""), "");
  const std::string wrong = said("[trial.control]\nset = { lending.norn = 1 }\n");
  EXPECT_TRUE(has(wrong, "made-up.toml:")) << wrong;
  EXPECT_TRUE(has(wrong, "did you mean `lending.norm`?")) << wrong;
  EXPECT_TRUE(has(said("", {{"lending.norn=1"}, {}, {}}), "did you mean `lending.norm`?"));
  EXPECT_TRUE(has(said("[[trial.treatment.event]]\nmoth = 3\nset = { lending.norm = 1 }\n"),
                  "did you mean `month`?"));
  const auto scaled = [&](const std::string& factor) {
    return said("[trial.control]\nscale = { " + factor + " }\n");
  };
  EXPECT_TRUE(has(scaled("lending.norn = 1"), "did you mean `lending.norm`?"));
  EXPECT_TRUE(has(scaled("lending.norm = \"x\""), "must be a number: it scales the value"));
  EXPECT_TRUE(has(scaled("programme.tranches = 2"), "isn't a number, and can't be scaled"));
  EXPECT_TRUE(has(scaled("lending.norm = 1000"), "made-up.toml:"));
}

}  // namespace swadaya
