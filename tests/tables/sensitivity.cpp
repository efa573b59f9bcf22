#include "sim/tables/sensitivity.hpp"

#include <nlohmann/json.hpp>

#include "tests/designed.hpp"

namespace swadaya {

// Linear: over its whole range norm moves the outcome by 0.4, tau by -0.18, from everywhere.
TEST(SensitivityTable, AnElementaryEffectIsASlope) {
  const Experiment e = experiment_from(experiment_with(
      "[sensitivity]\nmethod = \"morris\"\nwalks = 6\n[sensitivity.parameters]\n"
      "\"lending.norm\" = { low = 0, high = 1 }\n\"lending.tau\" = { low = 0.1, high = 1 }\n"));
  const Store store = Store::open(folder_with(e, "m", [](const Values& v, std::uint32_t r) {
    return 0.5 + 0.4 * setting(v, "lending.norm") - 0.2 * setting(v, "lending.tau") + 0.01 * r;
  }));
  const std::string csv = sensitivity_csv(e, store);
  EXPECT_EQ(csv.substr(0, csv.find('\n')),
            "outcome,month,parameter,mu,mu_star,mu_star_low,mu_star_high,sigma,chance,noise");
  const auto json = sensitivity_json(e, store)["sensitivities"][0];
  for (const auto& p : json["parameters"]) {
    const bool is_norm = p["parameter"] == "lending.norm";
    EXPECT_NEAR(p["mu"].get<double>(), is_norm ? 0.4 : -0.18, 1e-9);
    EXPECT_NEAR(p["mu_star"].get<double>(), is_norm ? 0.4 : 0.18, 1e-9);
    EXPECT_NEAR(p["sigma"].get<double>(), 0, 1e-9);
  }
  const std::string text = sensitivity_table(e, store);
  EXPECT_TRUE(has(text, "lending.norm moves recovery most: 40 points on average")) << text;
  EXPECT_LT(text.find("lending.norm  "), text.find("lending.tau  ")) << text;
}

// Of a sum, variances add up: 1 part in 1 + 4.
TEST(SensitivityTable, SharesOfTheVarianceAddUp) {
  const Experiment e = experiment_from(experiment_with(
      "[sensitivity]\nmethod = \"sobol\"\npoints = 256\n[sensitivity.parameters]\n"
      "\"lending.norm\" = { low = 0, high = 1 }\n\"participation.J\" = { low = 0, high = 1 }\n",
      1));
  const Store store = Store::open(folder_with(e, "s", [](const Values& v, std::uint32_t) {
    return 0.2 * setting(v, "lending.norm") + 0.4 * setting(v, "participation.J");
  }));
  const auto json = sensitivity_json(e, store)["sensitivities"][0];
  for (const auto& p : json["parameters"]) {
    const double share = p["parameter"] == "lending.norm" ? 0.2 : 0.8;
    EXPECT_NEAR(p["first"]["value"].get<double>(), share, 0.03);
    EXPECT_NEAR(p["total"]["value"].get<double>(), share, 0.03);
  }
  EXPECT_TRUE(has(sensitivity_table(e, store), "participation.J moves recovery most: "));
  EXPECT_TRUE(has(sensitivity_csv(e, store), "parameter,first,first_low,first_high,total,"));
}

// Chance is no reason for differences that aren't there.
TEST(SensitivityTable, SaysThatAnOutcomeIsTheSameEverywhere) {
  for (const std::string method :
       {"method = \"morris\"\nwalks = 3", "method = \"sobol\"\npoints = 8"}) {
    const Experiment e = experiment_from(experiment_with(
        "[sensitivity]\n" + method +
        "\n[sensitivity.parameters]\n"
        "\"lending.norm\" = { low = 0, high = 1 }\n\"lending.tau\" = { low = 0.1, high = 1 }\n"));
    const Store store = Store::open(
        folder_with(e, "c", [](const Values&, std::uint32_t r) { return 0.5 + 0.1 * r; }));
    const std::string text = sensitivity_table(e, store);
    EXPECT_TRUE(has(text, "recovery is the same at every point")) << text;
    EXPECT_FALSE(has(text, "Chance within worlds makes")) << text;
    EXPECT_FALSE(has(text, "lending.norm   ")) << "no figures of nothing: " << text;
    EXPECT_EQ(sensitivity_json(e, store)["sensitivities"][0]["constant"], true);
  }
}

}  // namespace swadaya
