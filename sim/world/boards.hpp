// What the dice give the boards of a world's wards, which is known before anything is drawn or run:
// chance whose distribution, and so whose expectation, is known exactly.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/world/dice.hpp"

namespace swadaya {

struct Board {
  float standing;  // standard normal
  double honesty;  // uniform on [0, 1): below `world.dishonest` the board is dishonest
};
Board board_of(const Dice& dice, std::uint32_t ward);

// Wards of a world with these settings; 0 where they say nothing of a world.
std::uint32_t wards_of(const Values& values);

// Four numbers of a world that have expectation 0, variance 1 / `wards` and no correlation: over
// its wards, means of sqrt 2 cos (k pi u), k from 1 to 4, u the share of wards whose boards stand
// lower. Together they follow any smooth curve in the standing, and a step where wards fall from
// one way into another; bounded, so that no single ward has much weight.
std::vector<double> luck_of_boards(const Dice& dice, std::uint32_t wards);

}  // namespace swadaya
