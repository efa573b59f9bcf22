#include "sim/scenario/file_keys.hpp"

#include "tests/stage.hpp"

namespace swadaya {

TEST(FileKeys, AreWrittenInTheOrderOfTheirDeclaration) {
  const KeyTable keys = experiment_keys({});
  TableText table{keys};
  table.put("months_shown", std::vector<int>{1, 2});
  table.put("outcomes", std::vector<std::string>{"recovery"});
  table.put("seed", std::uint64_t{18446744073709551615u});
  table.put("title", std::string{"say \"so\""});
  EXPECT_EQ(table.lines(),
            "title = \"say \\\"so\\\"\"\nseed = 18446744073709551615\noutcomes = [\"recovery\"]\n"
            "months_shown = [1, 2]\n");
  EXPECT_THROW(table.put("sed", std::uint64_t{1}), std::logic_error);
}

TEST(FileKeys, OfAScenarioAreReadAsDeclared) {
  const Scenario s = scenario_from(
      "[scenario]\nname = \"own\"\ntitle = \"Own\"\ndescription = \"words\"\n"
      "[time]\nstep = \"month\"\nmonths = 7\n[[event]]\nmonth = 0\n"
      "set = { \"lending.norm\" = 0.2 }\n");
  EXPECT_EQ(s.name, "own");
  EXPECT_EQ(s.title, "Own");
  EXPECT_EQ(s.description, "words");
  EXPECT_EQ(s.months, 7);
  ASSERT_EQ(s.events.size(), 1u);
  EXPECT_EQ(s.events[0].month, 0);
  const std::string said = refusal(
      "[scenario]\ntitel = \"x\"\ntitle = 1\n[time]\nstep = \"week\"\nmonths = 0\n"
      "[[event]]\nmonths = 3\n");
  for (const char* part :
       {"did you mean `scenario.title`?", "scenario.title = 1: must be a text in quotes",
        "time.step = \"week\": must be one of month", "time.months = 0: must be a whole number",
        "did you mean `month`?", "event.set: must be said"})
    EXPECT_TRUE(has(said, part)) << part << "\n" << said;
}

}  // namespace swadaya
