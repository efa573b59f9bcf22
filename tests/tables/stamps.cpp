#include "sim/tables/stamps.hpp"

#include <nlohmann/json.hpp>

#include "sim/results/comparison.hpp"
#include "sim/tables/tables.hpp"
#include "tests/facts.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

Experiment stamped_experiment(const std::string& facts) {
  file_with("facts.csv", facts);
  const std::string file = file_with(
      "stamped.toml",
      std::string{small_ward} +
          "[experiment]\nreplicates = 3\nfacts = \"facts.csv\"\noutcomes = [\"recovery\", "
          "\"poor_served\"]\nmonths_shown = [12]\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
          "set = { \"lending.norm\" = 0.6 }\n");
  return read_experiment(file, all_models(), {});
}

Store filled_store(const Experiment& e) {
  return store_with_outcomes(e, "stamped", [](std::size_t v, std::uint32_t r) {
    const double x = 0.2 + 0.1 * static_cast<double>(v) + 0.01 * r;
    return std::vector<std::pair<std::string, double>>{{"recovery", x}, {"poor_served", 10 * x}};
  });
}

}  // namespace

TEST(Stamps, StandBehindTheNameAndSayWhatTheyMean) {
  const Experiment e = stamped_experiment(three_facts());
  EXPECT_EQ(stamped(e.facts, "recovery"), "recovery ‡");
  EXPECT_EQ(stamped(e.facts, "poor_served"), "poor served");
  const std::string text = stamps_text(e, {10000});
  EXPECT_TRUE(has(text,
                  "‡ recovery misses 1 of 2 hard facts: S2 @144 (Half is left: 70 % where 30 % "
                  "to 60 % was found)"))
      << text;
  EXPECT_TRUE(has(text, "measured with other settings")) << text;
  Look look{10000};
  look.language = Language::indonesian();
  const std::string own = stamps_text(e, look);
  EXPECT_TRUE(has(own,
                  "‡ pengembalian sebenarnya meleset dari 1 di antara 2 fakta keras: S2 @144 "
                  "(Half is left: 70% dalam model, 30% sampai 60% di dunia nyata). Jangan "
                  "mendasarkan keputusan pada angkanya."))
      << own;
  EXPECT_TRUE(has(own, "Fakta diukur dengan pengaturan yang berbeda")) << own;
}

TEST(Stamps, AreNoneWhereAllHardFactsHold) {
  const Experiment e =
      stamped_experiment(fact_heading + fact_row("S3 @36", "yes", "holds", "recovery"));
  EXPECT_EQ(stamps_text(e), "");
  EXPECT_TRUE(stamps_json(e).empty());
}

TEST(Stamps, SayThatFactsWereMeasuredWithOtherSettingsOnlyWhereSo) {
  const std::string sum = settings_checksum(stamped_experiment(three_facts()).variants[0].scenario);
  EXPECT_FALSE(has(stamps_text(stamped_experiment(three_facts(sum))), "other settings"));
}

TEST(Stamps, WriteBandsAsPeopleReadThem) {
  FactState fact = stamped_experiment(three_facts()).facts.all[0];
  EXPECT_EQ(fact_band(fact), "30 % to 60 %");
  fact.unit = "ratio", fact.band_low = 5, fact.band_high = std::numeric_limits<double>::infinity();
  EXPECT_EQ(fact_band(fact), "at least 5");
}

TEST(Stamps, StandInTablesAndFiles) {
  const Experiment e = stamped_experiment(three_facts());
  const Store store = filled_store(e);
  EXPECT_TRUE(has(comparison_table(e, store), "recovery ‡"));
  EXPECT_FALSE(has(comparison_table(e, store), "served ‡"));
  const auto json = comparison_json(e, store);
  for (const auto& row : json["rows"])
    EXPECT_EQ(row.contains("fails"), row["outcome"] == "recovery") << row;
  EXPECT_EQ(json["rows"][0]["fails"], nlohmann::json::array({"S2 @144"}));
  const std::string csv = comparison_csv(store, comparison_of(e, store, {}));
  EXPECT_TRUE(has(csv, ",interval,fails\n")) << csv.substr(0, 400);
  EXPECT_TRUE(has(csv, "b,recovery,12,3,")) << csv.substr(0, 400);
  EXPECT_TRUE(has(csv, ",Monte Carlo 95 %,S2 @144\n"));
}

}  // namespace swadaya
