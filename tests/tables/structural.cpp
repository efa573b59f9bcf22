#include "sim/tables/structural.hpp"

#include <nlohmann/json.hpp>

#include "tests/stored.hpp"

namespace swadaya {

namespace {

// A comparison under one bundle: what two interventions add to recovery there.
struct Under {
  Bundle bundle;
  Store store;
  Under(const std::string& name, double first, double second)
      : bundle{name, "",
               experiment_from(std::string{small_ward} +
                               "[experiment]\nreplicates = 3\noutcomes = [\"recovery\"]\n"
                               "months_shown = [12]\n[[variant]]\nname = \"base\"\n"
                               "[[variant]]\nname = \"first\"\n[[variant]]\nname = \"second\"\n")},
        store{store_with_outcomes(bundle.experiment, name, [&](std::size_t v, std::uint32_t r) {
          const double adds[] = {0, first, second};
          const double chance = v == 0 ? 0 : 0.001 * (r - 1.0) * static_cast<double>(v);
          return std::map<std::string, double>{{"recovery", 0.5 + adds[v] + chance}};
        })} {}
};

}  // namespace

TEST(StructuralTable, SaysWhatSurvivesInWordsFiguresAndJson) {
  const Under hopeful{"hopeful", 0.1, 0.2}, sceptic{"sceptic", 0.1, -0.2};
  const std::vector<BundleResult> results{{hopeful.bundle, hopeful.store},
                                          {sceptic.bundle, sceptic.store}};
  const std::string text = structural_table(results);
  EXPECT_TRUE(has(text, "What survives a change of assumptions: month 12")) << text;
  EXPECT_TRUE(has(text, "reverses: + hopeful, - sceptic")) << text;
  EXPECT_TRUE(has(text, "+10.0 [ +9.8, +10.2]")) << text;
  EXPECT_TRUE(has(text, "first ") && has(text, "better")) << text;
  const std::string csv = structural_csv(results);
  EXPECT_TRUE(has(csv, "\n12,recovery,first,hopeful,0.1,")) << csv;
  EXPECT_TRUE(has(csv, ",up,2,0,holds,differs,Monte Carlo 95 %\n"))
      << csv;  // behind the second there
  EXPECT_TRUE(has(csv, ",down,2,0,reverses,differs,Monte Carlo 95 %\n"))
      << csv;  // and before it here
  const auto json = structural_json(results);
  ASSERT_EQ(json.size(), 2u);
  EXPECT_EQ(json[0]["sign"], "holds");
  EXPECT_EQ(json[1]["sign"], "reverses");
  EXPECT_NEAR(json[1]["bundles"][1]["difference"].get<double>(), -0.2, 1e-9);
}

TEST(StructuralTable, NoNameOfABundleIsAFormula) {
  const Under odd{"=1+1", 0.1, 0.2};
  const std::string csv = structural_csv({{odd.bundle, odd.store}});
  EXPECT_TRUE(has(csv, "\n12,recovery,first,'=1+1,0.1,")) << csv;
}

TEST(StructuralTable, WhatHasNoMeaningIsSaid) {
  Under hopeful{"hopeful", 0.1, 0.2}, null{"null", 0, 0};
  null.bundle.experiment.variants[1].has_lever = false;
  null.bundle.experiment.variants[1].left_out = {{"lending.norm", "none", true}};
  const std::vector<BundleResult> results{{hopeful.bundle, hopeful.store},
                                          {null.bundle, null.store}};
  EXPECT_TRUE(has(structural_table(results),
                  "first in null: has no lever, runs without lending.norm (none), which has no "
                  "meaning there."))
      << structural_table(results);
  EXPECT_TRUE(has(structural_csv(results), "\n12,recovery,first,null,,,,,no lever,,,untested,"))
      << structural_csv(results);
  EXPECT_EQ(left_out_json(null.bundle)[0]["key"], "lending.norm");
  EXPECT_TRUE(left_out_json(hopeful.bundle).empty());
}

}  // namespace swadaya
