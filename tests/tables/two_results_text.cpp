#include <nlohmann/json.hpp>

#include "sim/tables/two_results.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

const char* const packages =
    "[experiment]\nreplicates = 4\ntitle = \"Mine\"\noutcomes = [\"recovery\"]\n"
    "months_shown = [12]\n[[variant]]\nname = \"base\"\n[[variant]]\nname = \"audits\"\n"
    "set = { \"lending.norm\" = 0.1 }\n";

Store store_at(const Experiment& e, const char* name, double level) {
  return store_with_outcomes(e, name, [level](std::size_t v, std::uint32_t w) {
    return std::map<std::string, double>{
        {"recovery", level + 0.1 * static_cast<double>(v) + 0.01 * w}};
  });
}

}  // namespace

TEST(TwoResultsText, SaysWhatDiffersAndWhetherItIsPaired) {
  const std::string toml = std::string{small_ward} + packages;
  const Experiment a = experiment_from(toml, {"time.months=12"}),
                   b = experiment_from(toml, {"time.months=12", "lending.tau=0.3"}),
                   c = experiment_from(toml, {"time.months=12", "world.poor=0.4"});
  const Store x = store_at(a, "a", 0.4), y = store_at(b, "b", 0.5), z = store_at(c, "c", 0.5);
  const OneResult one{a, x, "1"}, two{b, y, "1"}, wards{c, z, "1"};
  const TwoResults paired = two_results(one, two, all_models());
  const std::string text = two_results_text(one, two, paired, {});
  EXPECT_TRUE(text.starts_with("A: Mine (" + x.folder() + ", 4 worlds)\nB: Mine (")) << text;
  EXPECT_TRUE(has(text, "lending.tau")) << text;
  EXPECT_TRUE(has(text, "+10.0")) << text;
  EXPECT_TRUE(has(text, "B less A: paired, in the 4 worlds that both have.")) << text;
  const std::string same = two_results_text(one, one, two_results(one, one, all_models()), {});
  EXPECT_TRUE(has(same, "What was set differently\nNothing.\n")) << same;
  EXPECT_TRUE(has(same, "same")) << same;
  const std::string apart = two_results_text(one, wards, two_results(one, wards, all_models()), {});
  EXPECT_TRUE(has(apart, "different wards, not paired")) << apart;
  EXPECT_TRUE(has(apart, "world.poor")) << apart;

  const auto json = two_results_json(one, two, paired);
  EXPECT_EQ(json["variants"][1]["a"], "audits");
  EXPECT_EQ(json["variants"][1]["paired"], true);
  EXPECT_EQ(json["variants"][0]["settings"][0]["key"], "lending.tau");
  EXPECT_NEAR(json["rows"][0]["difference"].get<double>(), 0.1, 1e-9);
  EXPECT_EQ(json["rows"][0]["interval"], "Monte Carlo 95 %");
  bool gains = false;
  for (const auto& row : json["rows"])
    if (row["variant"] == "audits" && row["outcome"] == "recovery") {
      gains = true;
      EXPECT_NEAR(row["gain"]["a"].get<double>(), 0.1, 1e-9);
    }
  EXPECT_TRUE(gains);
}

}  // namespace swadaya
