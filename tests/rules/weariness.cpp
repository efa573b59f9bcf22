#include "sim/rules/weariness.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

// With g what a month's meetings add of what is left and f what fades, b' = b + g (1 - b) - f b
// goes to g / (g + f), by the factor 1 - g - f a month.
TEST(Weariness, GoesToWhereMeetingsAndForgettingBalance) {
  Bare<Weariness> bare{world_by_hand({}),
                       {{"rule.burden_per_meeting", 0.1},
                        {"rule.burden_fades", 0.05},
                        {"rule.programme_meetings", 2.0},
                        {"programme.meetings", 4.0},
                        {"programme.exit", 40.0},
                        {"programme.meetings_after", 0.5}}};
  bare.ward().set(column::member, 1, 1);
  Pack joined = Pack::Zero();
  joined.set(0, 1.0f);
  const auto pass_months = [&](int first, int last) {
    for (int month = first; month <= last; ++month) {
      const Month now = bare.at(month);
      bare.rule().call_meetings(now, bare.ward());
      std::size_t pack = 0;
      bare.pass({column::burden}, [&](Cells& cells) {
        bare.rule().end_month(now, cells, pack++ == 0 ? joined : Pack::Zero());
      });
    }
  };
  pass_months(1, 3);
  const double to = 0.2 / 0.25;
  for (const Household h : {0u, 1u})
    EXPECT_NEAR(bare.ward().now(column::burden, h), to * (1 - std::pow(0.75, 3)), 1e-6) << h;
  EXPECT_EQ(bare.ward().now(column::burden, 2), 0.0f);
  pass_months(4, 40);
  EXPECT_NEAR(bare.ward().now(column::burden, 0), to, 1e-4);
  pass_months(41, 200);
  EXPECT_NEAR(bare.ward().now(column::burden, 0), 0.1 / 0.15, 1e-4) << "half of the meetings go on";
}

// A group's own meetings count with their weight.
TEST(Weariness, CountsOwnMeetingsByTheirWeight) {
  for (const double weight : {0.0, 0.5, 1.0}) {
    Bare<Weariness> bare{world_by_hand({}),
                         {{"rule.burden_per_meeting", 0.1},
                          {"rule.burden_fades", 0.0},
                          {"rule.programme_meetings", 1.0},
                          {"rule.own_meetings", weight},
                          {"programme.meetings", 4.0}}};
    const Month now = bare.at(1);
    bare.rule().call_meetings(now, bare.ward());
    bare.pass({column::burden},
              [&](Cells& cells) { bare.rule().end_month(now, cells, Pack{1.0f}); });
    EXPECT_NEAR(bare.ward().now(column::burden, 0), 0.1 * (1 + 3 * weight), 1e-6) << weight;
  }
}

}  // namespace swadaya
