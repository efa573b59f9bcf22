#include "sim/month/columns.hpp"

#include <cstdint>
#include <gtest/gtest.h>

namespace swadaya {

namespace {

constexpr Column first{0}, second{1}, third{2};
constexpr ColumnCounts small{
    .columns = 3, .rt_columns = 2, .cells = 48, .rt_cells = 5, .written_at_once = 2};

void write(Columns& columns, Column c, float value) {
  for (std::size_t i = 0; i < 48; ++i) columns.next(c)[i] = value + static_cast<float>(i);
}

}  // namespace

TEST(Columns, BeginAtNothingAndLieApart) {
  Columns columns{small};
  EXPECT_EQ(columns.size(), 3u);
  EXPECT_EQ(columns.rt_size(), 2u);
  for (const Column c : {first, second, third}) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(columns.now(c)) % 64, 0u);
    for (std::size_t i = 0; i < 48; ++i) {
      EXPECT_EQ(columns.now(c)[i], 0.0f);
      columns.set(c, i, static_cast<float>(100 * c.number + i));
    }
  }
  for (const std::uint32_t c : {0u, 1u})
    for (std::size_t i = 0; i < 5; ++i) columns.now(RtColumn{c})[i] = -static_cast<float>(c + i);
  for (const Column c : {first, second, third})
    for (std::size_t i = 0; i < 48; ++i)
      EXPECT_EQ(columns.now(c)[i], static_cast<float>(100 * c.number + i));
}

// What a pass writes shows when it is over; what it doesn't write stays.
TEST(Columns, ShowWhatWasWrittenAfterThePass) {
  Columns columns{small};
  for (float pass = 1; pass < 6; ++pass) {
    columns.open({first, third});
    EXPECT_EQ(columns.next(second), nullptr);
    const float before = columns.now(first)[7];
    write(columns, first, 100 * pass), write(columns, third, -100 * pass);
    EXPECT_EQ(columns.now(first)[7], before) << "the frozen side";
    columns.commit();
    EXPECT_EQ(columns.now(first)[7], 100 * pass + 7);
    EXPECT_EQ(columns.now(third)[47], -100 * pass + 47);
    EXPECT_EQ(columns.now(second)[7], 0.0f);
    EXPECT_EQ(columns.next(first), nullptr) << "no pass is open";
  }
}

// Two passes that write different columns share the spares.
TEST(Columns, PassSparesOn) {
  Columns columns{small};
  columns.open({first, second});
  write(columns, first, 10), write(columns, second, 20);
  columns.commit();
  columns.open({third});
  write(columns, third, 30);
  columns.commit();
  EXPECT_EQ(columns.now(first)[1], 11.0f);
  EXPECT_EQ(columns.now(second)[1], 21.0f);
  EXPECT_EQ(columns.now(third)[1], 31.0f);
  EXPECT_THROW(columns.open({first, second, third}), std::out_of_range) << "two at once";
}

TEST(Columns, KnowWhatHasChanged) {
  Columns columns{small};
  EXPECT_TRUE(columns.changed(first)) << "nobody has looked yet";
  columns.forget_changes();
  EXPECT_FALSE(columns.changed(first) || columns.changed(second) || columns.changed(third));
  columns.set(second, 3, 1);
  columns.open({third});
  write(columns, third, 1);
  EXPECT_FALSE(columns.changed(third));
  columns.commit();
  EXPECT_FALSE(columns.changed(first));
  EXPECT_TRUE(columns.changed(second) && columns.changed(third));
}

TEST(Columns, SayWhatTheyHold) {
  const auto bytes = [](std::size_t cells) {
    return Columns{
        {.columns = 3, .rt_columns = 1, .cells = cells, .rt_cells = 5, .written_at_once = 2}}
        .bytes();
  };
  EXPECT_EQ(bytes(2048 * 1024) - bytes(1024 * 1024), 5 * 4 * 1024 * 1024u);
}

}  // namespace swadaya
