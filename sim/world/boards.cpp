#include "sim/world/boards.hpp"

#include <cmath>
#include <numbers>
#include <string>

namespace swadaya {

namespace {

constexpr Roll standing_roll{decision_key("world.ward_effect")};
constexpr Roll honesty_roll{decision_key("world.dishonest")};

}  // namespace

Board board_of(const Dice& dice, std::uint32_t ward) {
  return {static_cast<float>(dice.normal(standing_roll, ward)), dice.uniform(honesty_roll, ward)};
}

std::uint32_t wards_of(const Values& values) {
  const auto number = [&](const char* key) {
    const auto at = values.find(std::string{"world."} + key);
    return at == values.end() ? 0.0 : std::get<double>(at->second);
  };
  if (number("from") == 1) return 1;  // files are of one ward
  return static_cast<std::uint32_t>(number("areas") * number("wards_per_area"));
}

std::vector<double> luck_of_boards(const Dice& dice, std::uint32_t wards) {
  constexpr std::size_t count = 4;
  std::vector<double> luck(count, 0.0);
  for (std::uint32_t ward = 0; ward < wards; ++ward) {
    // A normal number is the quantile at the middle of its uniform number's step.
    const double u = dice.uniform(standing_roll, ward) + 0x1p-25;
    for (std::size_t k = 0; k < count; ++k)
      luck[k] +=
          std::numbers::sqrt2 * std::cos(static_cast<double>(k + 1) * std::numbers::pi * u) / wards;
  }
  return luck;
}

}  // namespace swadaya
