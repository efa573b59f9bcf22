#include "sim/rules/ladder.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

// All of due, joins, joined before and ever joined: eight kinds of household, twice.
TEST(Ladder, IsClimbedByThoseWhoAreDueAndLeftByThemAlone) {
  Bare<Ladder> bare{world_by_hand({})};
  Pack due = Pack::Zero(), joins = Pack::Zero();
  for (int k = 0; k < pack_width; ++k) {
    const auto h = static_cast<Household>(k);
    due.set(k, k & 1 ? 1.0f : 0.0f), joins.set(k, k & 2 ? 1.0f : 0.0f);
    bare.ward().set(column::joined, h, k & 4 ? 1.0f : 0.0f);
    bare.ward().set(column::rung, h, k & 4 ? 3.0f : 0.0f);
    bare.ward().set(column::ever_joined, h, k & 12 ? 1.0f : 0.0f);
  }
  Pack takes_part;
  bare.pass({column::joined, column::rung, column::ever_joined},
            [&](Cells& cells) { takes_part = bare.rule().climb(cells, due, joins, Pack{2.0f}); });
  for (int k = 0; k < pack_width; ++k) {
    const auto h = static_cast<Household>(k);
    const bool is_due = k & 1, is_in = is_due ? k & 2 : k & 4;
    EXPECT_EQ(takes_part[k], is_in ? 1.0f : 0.0f) << k;
    EXPECT_EQ(bare.ward().now(column::joined, h), is_in ? 1.0f : 0.0f) << k;
    EXPECT_EQ(bare.ward().now(column::rung, h), !is_in ? 0.0f : is_due ? 2.0f : 3.0f) << k;
    EXPECT_EQ(bare.ward().now(column::ever_joined, h), is_in || k & 12 ? 1.0f : 0.0f) << k;
  }
}

// Household h hears in month h: it decides then, and every five months from then on.
TEST(Reviews, ComeInTheMonthOfTheNewsAndRegularlyFromThenOn) {
  Bare<Reviews> bare{world_by_hand({}), {{"rule.review_every", 5.0}}};
  const Column until{column::count};
  for (int month = 1; month <= 30; ++month) {
    const Month now = bare.at(month);
    for (Household h = 0; h < 16; ++h)
      bare.ward().set(column::informed, h, h > 0 && month >= static_cast<int>(h) ? 1.0f : 0.0f);
    bare.pass({until}, [&](Cells& cells) {
      const Pack due = bare.rule().due(cells);
      for (int h = 0; h < pack_width; ++h) {
        const bool decides = h > 0 && month >= h && (month - h) % 5 == 0;
        EXPECT_EQ(due[h], decides ? 1.0f : 0.0f) << month << " " << h;
      }
      bare.rule().end_month(now, cells, due);
    });
  }
}

TEST(Speaking, IsDoneByItsShare) {
  for (const double share : {0.0, 0.3, 1.0}) {
    Bare<Speaking> bare{world_by_hand({.rts = 5, .households = 1600}), {{"rule.speaks", share}}};
    double speak = 0;
    bare.pass({}, [&](Cells& cells) {
      const Pack all = bare.rule().happens(cells);
      for (int k = 0; k < pack_width; ++k) speak += double{all[k]};
    });
    EXPECT_NEAR(speak / 8000, share, 4 * std::sqrt(share * (1 - share) / 8000)) << share;
  }
}

}  // namespace swadaya
