#include "sim/scenario/late_events.hpp"

#include "tests/stage.hpp"

namespace swadaya {

TEST(LateEvents, AreSaidOnceAMonth) {
  const std::string late = std::string{small_ward} +
                           "[[event]]\nmonth = 400\nset = { \"lending.norm\" = 0 }\n"
                           "[[event]]\nmonth = 30\nset = { \"lending.norm\" = 1 }\n"
                           "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n";
  const auto warnings = late_event_warnings(experiment_from(late));
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_TRUE(has(warnings[0], "month 400 comes after the last month, 30")) << warnings[0];
}

}  // namespace swadaya
