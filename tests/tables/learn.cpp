#include "sim/tables/learn.hpp"

#include <nlohmann/json.hpp>

#include "sim/results/in_memory.hpp"
#include "tests/learnt.hpp"

namespace swadaya {

TEST(LearnTable, SaysWhichUnknownWouldChangeTheChoiceAndToWhat) {
  const Experiment e = known_experiment();
  ResultsInMemory results{e};
  fill_known(e, results, 0.01);
  const WorthKnowing learnt = learnt_from(e, results);
  const std::string text = learn_text(learnt, results, {200});
  EXPECT_TRUE(has(text, "What to measure next: recovery at month 20, 0.2")) << text;
  for (const char* words :
       {"least clear", "lending.norm", "all 2 of lending", "everything", "no more than chance",
        "By lending.norm: none up to 0.", "The package above.", "At other prices", "1000 people"})
    EXPECT_TRUE(has(text, words)) << words << "\n" << text;
  EXPECT_FALSE(has(text, "are few"));
}

TEST(LearnTable, HasAllForPrograms) {
  const Experiment e = known_experiment(40);
  ResultsInMemory results{e};
  fill_known(e, results);
  LearnQuestion question;
  question.price = 200;
  const WorthKnowing learnt = learnt_from(e, results, question);
  EXPECT_TRUE(has(learn_text(learnt, results), "40 draws are few"));
  EXPECT_FALSE(has(learn_text(learnt, results), "least clear"));
  const auto json = learn_json(learnt, results);
  EXPECT_EQ(json["outcome"], "recovery");
  EXPECT_EQ(json["price_kRp"], 200);
  EXPECT_EQ(json["prices_kRp"].size(), json["best_at_price"].size());
  const auto& first = json["parameters"][0];
  EXPECT_EQ(first["name"], "lending.norm");
  EXPECT_NEAR(first["value_kRp"].get<double>(), 500, 25);
  EXPECT_TRUE(first["can_be_told_from_chance"]);
  EXPECT_NEAR(first["best"]["package"].get<double>() + first["best"]["none"].get<double>(), 1,
              1e-12);
  EXPECT_EQ(first["stretches"][1]["variant"], "package");
  EXPECT_EQ(first["by_price_kRp"].size(), json["prices_kRp"].size());
  EXPECT_EQ(json["surveys"][0]["outcome"], "recovery");
  EXPECT_EQ(json["surveys"][0]["people"].size(), json["surveys"][0]["value_kRp"].size());
}

}  // namespace swadaya
