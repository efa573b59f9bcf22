#include "sim/scenario/key_info.hpp"

#include "sim/scenario/toml.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

const KeyTable& inner() {
  static const KeyTable table{
      "inner", "what a table holds", {whole_key("depth", {1, 3}, {}, "how deep")}};
  return table;
}

std::size_t faults(const KeyInfo& info, const std::string& value) {
  return broken_rules(info, toml_value(value, "test")).size();
}

}  // namespace

TEST(KeyInfo, LimitsAreClosedButWhereTheLowEndIsRefused) {
  KeyInfo step = number_key("step", {0, 2}, {}, "of something");
  EXPECT_EQ(faults(step, "0"), 0u);
  EXPECT_EQ(faults(step, "2"), 0u);
  EXPECT_EQ(faults(step, "2.1"), 1u);
  EXPECT_EQ(faults(step, "nan"), 1u);
  step.is_above = true;
  EXPECT_EQ(faults(step, "0"), 1u);
  EXPECT_EQ(faults(step, "1e-300"), 0u);
}

TEST(KeyInfo, EachWrongEntryOfAListIsOneFault) {
  KeyInfo months = key_of(KeyKind::wholes, "months", "each from 1 to 9");
  months.range = {1, 9};
  EXPECT_EQ(faults(months, "[1, 9]"), 0u);
  EXPECT_EQ(faults(months, "[0, 5, 2.5, 10]"), 3u);
  EXPECT_EQ(faults(months, "5"), 1u);
  EXPECT_EQ(faults(key_of(KeyKind::numbers, "budgets", "one or more"), "5"), 0u);
  EXPECT_EQ(faults(key_of(KeyKind::texts, "files", "one or more"), "[\"a\", 1, \"b\"]"), 1u);
}

TEST(KeyInfo, HasItsDefaultAsAFileSaysIt) {
  EXPECT_EQ(default_of(number_key("a", {0, 1}, 0.02, "")), "0.02");
  EXPECT_EQ(default_of(flag_key("a", true, "")), "true");
  EXPECT_EQ(default_of(choice_key("a", {"grid", "lhs"}, "")), "\"grid\"");
  EXPECT_EQ(default_of(text_key("a", "")), "");
}

TEST(KeyInfo, HelpHasALineForEachKeyAndThoseBelowIt) {
  KeyInfo step = number_key("step", {0, unbounded}, 0.5, "above nothing");
  step.is_above = true;
  const KeyTable table{"test",
                       "for this test",
                       {needed(whole_key("count", {2, 8}, {}, "how many")), std::move(step),
                        pick_key("fruit", {"apple", "pear"}, "outcome", "which"),
                        number_key("sd", {0, unbounded}, {}, "of it"),
                        key_of(KeyKind::tables, "many", "of them", inner)}};
  EXPECT_EQ(keys_text(table),
            "  count: how many; a whole number between 2 and 8; needed\n"
            "  step = 0.5: above nothing; a number above 0\n"
            "  fruit: which; the name of an outcome\n"
            "  sd: of it; a number from 0\n"
            "  many: of them; tables\n"
            "    depth: how deep; a whole number between 1 and 3\n");
  EXPECT_EQ(table.find("cuont"), nullptr);
  EXPECT_THROW(table.at("cuont"), std::logic_error);
}

TEST(KeyInfo, ANameLeadsNowhereElse) {
  EXPECT_EQ(as_name("My Ward_2"), "my-ward-2");
  EXPECT_EQ(as_name("../../escaped"), "escaped");
  EXPECT_EQ(as_name("..."), "");
  for (const char* name : {"My Village", "../../escaped", "a/b", ""}) {
    const std::string said = refusal("[scenario]\nname = \"" + std::string{name} + "\"\n");
    EXPECT_TRUE(has(said, "small letters, digits and hyphens")) << name << said;
  }
  EXPECT_TRUE(has(refusal("[scenario]\nname = \"My Village\"\n"), "did you mean my-village?"));
}

// A double holds whole numbers up to 2^53.
TEST(KeyInfo, ASeedIsReadToTheLastDigitOrRefused) {
  const auto seed_in = [](const std::string& text) {
    return experiment_from("[experiment]\nseed = " + text + "\n").seed;
  };
  EXPECT_EQ(seed_in("9223372036854775807"), 9223372036854775807u);
  EXPECT_EQ(seed_in("9007199254740993"), 9007199254740993u);
  EXPECT_EQ(seed_in("7.0"), 7u);
  for (const char* wrong : {"-1", "9007199254740993.0", "0.5"})
    EXPECT_TRUE(has(refusal("[experiment]\nseed = " + std::string{wrong} + "\n"),
                    "a whole number between 0 and 9223372036854775807"))
        << wrong;
}

}  // namespace swadaya
