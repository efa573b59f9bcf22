#include "sim/month/tie_sums.hpp"

#include <gtest/gtest.h>

#include "tests/bare.hpp"

namespace swadaya {

namespace {

struct Two : Declares {
  Column weight = column("weight", "of a tie");
  Column value = column("value", "of a household");
};

// 64 households, some without a tie, some with many.
World tied() {
  std::vector<Tie> ties;
  for (Household a = 0; a < 50; ++a)
    for (Household b = a + 1; b < 50; ++b)
      if ((a * 31 + b * 17) % 11 < 1 + a % 4) ties.push_back({a, b});
  return world_by_hand({.households = 64}, ties);
}

// As a slow reading has it: tie by tie, in their order, in single precision.
float slow(const Lanes& lanes, Household h, std::uint32_t lane, Column value,
           const Column* weight) {
  float sum = 0;
  for (const Household n : lanes.world.ties.of(h)) {
    const std::size_t cell = std::size_t{n} * lanes.count + lane;
    const float v = lanes.columns.now(value)[cell];
    sum += weight ? lanes.columns.now(*weight)[cell] * v : v;
  }
  return sum;
}

template <int V>
void expect_slow_sums() {
  const World world = tied();
  Declare declare{"test"};
  const Declare::Making making{declare, 0};
  const Two two;
  Lanes lanes = lanes_of(world, V, declare);
  for (std::size_t cell = 0; cell < 64 * V; ++cell) {
    lanes.columns.set(two.value, cell, 0.1f * static_cast<float>(cell * 37 % 101));
    if (cell % 3 != 0)  // a third of the weights, and all of some households, are 0
      lanes.columns.set(two.weight, cell,
                        cell / V % 5 == 0 ? 0.0f : 0.3f * static_cast<float>(cell % 7));
  }
  for (std::size_t pack = 0; pack < 64 * V / pack_width; ++pack) {
    const auto first = static_cast<Household>(pack * pack_width / V);
    const TieSums<V, 2> sums{
        lanes, first, {lanes.columns.now(two.weight), lanes.columns.now(two.value)}};
    for (const int asked : {0, 2, 9, 16}) {  // cells whose sums are needed
      Pack needed = Pack::Zero();
      for (int k = 0; k < asked; ++k) needed.set(k * 7 % pack_width, 1);
      const auto all = sums.all();
      const auto some = sums.template where<true>(needed);
      const auto plain = sums.template where<false>(needed);
      for (int k = 0; k < pack_width; ++k) {
        const auto h = first + static_cast<Household>(k / V);
        const auto lane = static_cast<std::uint32_t>(k % V);
        const float weights = slow(lanes, h, lane, two.weight, nullptr);
        const float values = slow(lanes, h, lane, two.value, nullptr);
        const float weighted = slow(lanes, h, lane, two.value, &two.weight);
        EXPECT_EQ(all[0][k], weights) << V << " " << h;
        EXPECT_EQ(all[1][k], values) << V << " " << h;
        const bool is_needed = needed[k] > 0;
        EXPECT_EQ(some[0][k], is_needed ? weights : 0.0f) << V << " " << h << " " << asked;
        EXPECT_EQ(some[1][k], is_needed ? weighted : 0.0f) << V << " " << h << " " << asked;
        EXPECT_EQ(plain[1][k], is_needed ? values : 0.0f) << V << " " << h << " " << asked;
      }
    }
  }
}

}  // namespace

// To the bit, however many variants lie side by side.
TEST(TieSums, AreTheSumsOfASlowReading) {
  expect_slow_sums<1>();
  expect_slow_sums<2>();
  expect_slow_sums<4>();
  expect_slow_sums<8>();
  expect_slow_sums<16>();
}

}  // namespace swadaya
