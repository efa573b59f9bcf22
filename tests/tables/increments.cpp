#include "sim/tables/increments.hpp"

#include <nlohmann/json.hpp>

#include "tests/stored.hpp"

namespace swadaya {

namespace {

const std::string ranked =
    std::string{small_ward} +
    "[experiment]\nreplicates = 8\noutcomes = [\"recovery\"]\nmonths_shown = [20]\n"
    "answer = \"recovery\"\nbaseline = \"was\"\n[[variant]]\nname = \"all\"\ntitle = \"3 All\"\n"
    "[[variant]]\nname = \"was\"\n[[variant]]\nname = \"audits\"\ntitle = \"2 Audits\"\n";

// 30 points for 108 million, and all of it 0.7 more for 234 more.
Store store_of_two(const Experiment& e, double audits) {
  return store_with_outcomes(e, "stairs", [=](std::size_t v, std::uint32_t r) {
    const double bit = 0.001 * r, effect[] = {audits + 0.007, 0, audits};
    const double cost[] = {342000, 0, 108000};
    return std::map<std::string, double>{
        {"recovery", 0.4 + bit + effect[v] + 0.0001 * ((r * 3) % 4) * static_cast<double>(v != 1)},
        {"cost_kRp", cost[v]}};
  });
}

}  // namespace

TEST(TablesIncrements, NameTheStepThatIsWorthItsMoneyAndWhatMoreAdds) {
  const Experiment e = experiment_from(ranked);
  const Store store = store_of_two(e, 0.3);
  const std::string text = increments_text(e, store, {400});
  EXPECT_TRUE(has(text, "What more money adds to recovery by month 20 (points), step by step\n"));
  EXPECT_TRUE(has(text, "2 Audits +30.0 [")) << text;
  EXPECT_TRUE(has(text, "] for 108 million Rp; in its place 3 All +0.7 [")) << text;
  EXPECT_TRUE(has(text,
                  "] on top for 234 million Rp more. If one more point is worth what the "
                  "largest costs on average, 11.1 million Rp, choose 2 Audits."))
      << text;
  const auto json = increments_json(e, store);
  EXPECT_EQ(json["worth"], "audits");
  ASSERT_EQ(json["steps"].size(), 2u);
  EXPECT_EQ(json["steps"][1]["variant"], "all");
  EXPECT_NEAR(json["steps"][1]["difference"], 0.007, 1e-9);
  EXPECT_NEAR(json["steps"][1]["extra_cost_kRp"], 234000, 1e-6);
}

TEST(TablesIncrements, SayNothingWhereNothingIsBetter) {
  const Experiment e = experiment_from(ranked);
  const Store store = store_of_two(e, -0.3);
  EXPECT_EQ(increments_text(e, store, {}), "");
  EXPECT_TRUE(increments_json(e, store).is_null());
}

}  // namespace swadaya
