#include "sim/tables/draws.hpp"

#include <nlohmann/json.hpp>

#include "tests/drawn.hpp"

namespace swadaya {

TEST(DrawsText, SaysWhatIsDrawn) {
  const Experiment e = over("lending.norm,lending.erosion\n1,0.1\n2,0.2\n3,0.3\n");
  const std::string words = draws_text(e, {});
  EXPECT_TRUE(has(
      words, "Drawn are lending.norm, lending.erosion, from a sample of 3: each draw in 2 worlds"))
      << words;
  EXPECT_EQ(draws_json(e)["parameters"].size(), 2u);
  EXPECT_EQ(draws_json(e)["sample"], 3);
}

TEST(DrawsText, SaysWhyNothingIsDrawn) {
  Overrides other;
  other.set = {"models.lending=hazard"};
  const Experiment e = read_experiment(
      file_over("socialization.q_other,models.lending\n0.1,repayment-odds\n"), all_models(), other);
  const std::string words = draws_text(e, {});
  EXPECT_TRUE(has(words, "draws.csv isn't drawn from, since the draws are of repayment-odds"))
      << words;
  EXPECT_TRUE(draws_json(e)["parameters"].empty());
  EXPECT_EQ(draws_json(e)["unused"], e.posterior.unused);
}

TEST(DrawsText, IsSilentWhereNoSampleIsNamed) {
  const Experiment e = experiment_from(small_ward);
  EXPECT_EQ(draws_text(e, {}), "");
  EXPECT_TRUE(draws_json(e).is_null());
}

}  // namespace swadaya
