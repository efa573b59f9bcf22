#include "sim/report/odd.hpp"

#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::vector<Pattern>& facts() {
  static const auto all = read_patterns(SWADAYA_SOURCE_DIR "/scenarios/patterns.toml");
  return all;
}

}  // namespace

TEST(Odd, HasItsSevenElements) {
  const std::string odd = odd_of(experiment_from(small_ward), all_models(), facts());
  std::size_t at = 0;
  for (const char* heading :
       {"## 1 Purpose and patterns", "## 2 Entities, state variables and scales",
        "## 3 Process overview and scheduling", "## 4 Design concepts", "## 5 Initialization",
        "## 6 Input data", "## 7 Submodels", "## Outcomes", "## Stylised facts"}) {
    const std::size_t next = odd.find(std::string{"\n"} + heading + "\n", at);
    ASSERT_NE(next, std::string::npos) << heading;
    at = next;
  }
  EXPECT_FALSE(has(odd, "| |") || has(odd, "|  |")) << "an empty cell";
}

TEST(Odd, TellsAllOfEachModel) {
  for (const ModelInfo& model : all_models().models()) {
    const std::string odd =
        odd_of(experiment_from("[time]\nmonths = 12\n",
                               {"models." + std::string{name_of(model.slot)} + "=" + model.name}),
               all_models(), facts());
    const std::string paragraph = model.paragraph.substr(model.paragraph.find_first_not_of('\n'));
    EXPECT_TRUE(has(odd, paragraph)) << model.name;
    EXPECT_TRUE(has(odd, "Source: " + model.source)) << model.name;
    for (const ParameterInfo& p : model.parameters) {
      EXPECT_TRUE(has(odd, "| `" + p.name + "` | ")) << model.name << p.name;
      EXPECT_TRUE(has(odd, p.source)) << model.name << p.name;
    }
  }
}

TEST(Odd, MarksWhatIsChanged) {
  const Experiment e = experiment_from(
      "[lending]\nnorm = 0.5\n[[event]]\nmonth = 7\nset = { \"programme.exit\" = 30 }\n"
      "[[variant]]\nname = \"as-it-was\"\n[[variant]]\nname = \"other\"\ntitle = \"Another\"\n"
      "set = { \"models.lending\" = \"hazard\", \"lending.a0\" = -3, \"programme.grant\" = 1000 }\n");
  const std::string odd = odd_of(e, all_models(), facts());
  EXPECT_TRUE(has(odd, "| `norm` | **0.5** (changed) | 3.5 |"));
  EXPECT_TRUE(has(odd, "| `tau` | 1 | 1 |"));
  EXPECT_TRUE(has(odd, "from month 7 on: programme.exit = 30"));
  EXPECT_TRUE(
      has(odd, "- **Another**: lending = `hazard`, lending.a0 = -3, programme.grant = 1000"));
}

}  // namespace swadaya
