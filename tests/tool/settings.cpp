#include <nlohmann/json.hpp>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ListsWhatFilesMaySay) {
  const Outcome table = program("settings calibration");
  EXPECT_EQ(table.code, 0) << table.text;
  for (const char* part : {"[calibration]", "points = 2000", "between 20 and 100000",
                           "[calibration.target]", "[calibration.priors]"})
    EXPECT_TRUE(has(table.text, part)) << part << table.text;
  EXPECT_FALSE(has(table.text, "[sweep]"));
  const Outcome word = program("settings audit_prob");
  EXPECT_TRUE(has(word.text, "[supervision]\n  audit_probability = ")) << word.text;
  const auto all = nlohmann::json::parse(program("settings --json").text);
  EXPECT_GT(all.size(), 400u);
  const Outcome none = program("settings pionts");
  EXPECT_EQ(none.code, 2);
  EXPECT_TRUE(has(none.text, "did you mean `points`?")) << none.text;
  EXPECT_TRUE(has(program("sweep --help").text, "points = 64: number of points"));
}

}  // namespace swadaya
