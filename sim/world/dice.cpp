#include "sim/world/dice.hpp"

#include <Random123/philox.h>
#include <algorithm>

#include "sim/base/pack.hpp"
#include "sim/world/philox.hpp"

namespace swadaya {

namespace {

constexpr std::uint32_t tile = Dice::tile;

// Who shares a block: the four words of block 16 n + k belong to 64 n + k, + 16, + 32 and + 48, so
// that sixteen blocks hold 64 neighbours in order.
struct Spot {
  std::uint32_t block, word;
};
Spot spot_of(std::uint32_t who) { return {who / tile * 16 + who % 16, who % tile / 16}; }

std::uint32_t when_of(const Roll& roll) {
  return roll.month | static_cast<std::uint32_t>(roll.draw) << 16;
}

Pack uniforms_of(const WholePack& top) { return pack_of(top) * 0x1p-24f; }

// By the inverse distribution function, at the middle of the uniform number's step of 2^-24.
// Wichura (1988), algorithm AS 241, PPND7.
Pack normals_of(const WholePack& top) {
  const WholePack mirrored = WholePack::by_registers(
      [](auto x) {
        const auto other = (1 << 24) - 1 - x;
        return other < x ? other : x;
      },
      top);
  const Pack p = (pack_of(mirrored) + 0.5f) * 0x1p-24f;  // at most a half, exact
  const Pack q = 0.5f - p;
  const Pack c = 0.180625f - q * q;
  const Pack central =
      q * (((5.9109374720e1f * c + 1.5929113202e2f) * c + 5.0434271938e1f) * c + 3.3871327179e0f) /
      (((6.7187563600e1f * c + 7.8757757664e1f) * c + 1.7895169469e1f) * c + 1.0f);
  const Pack r = sqrt_of(-log_of(p));  // below 4.2: the formula for far tails is not needed
  const Pack t = r - 1.6f;
  const Pack tail =
      (((1.7023821103e-1f * t + 1.3067284816e0f) * t + 2.7568153900e0f) * t + 1.4234372777e0f) /
      ((1.2021132975e-1f * t + 7.3700164250e-1f) * t + 1.0f);
  const Pack size = choose(is_less(Pack::Constant(0.425f), q), tail, central);
  const Pack below = uniforms_of(top) - 0.5f;
  return choose(is_less(below, Pack::Zero()), -size, size);
}

// Fills `out` with the numbers of who = first, first + 1, ...
template <class Value>
void fill(const Dice& dice, const Roll& roll, std::uint32_t first, std::span<float> out,
          Value values_of) {
  for (std::size_t i = 0; i < out.size();) {
    const std::uint32_t who = first + static_cast<std::uint32_t>(i);
    const std::uint32_t skipped = who % tile;
    const SixteenBlocks blocks = philox_sixteen(
        {who / tile * 16, when_of(roll), roll.decision, dice.replicate()}, dice.key());
    std::array<float, tile> numbers;
    for (std::size_t w = 0; w < 4; ++w) {
      WholePack top;
      std::memcpy(&top, &blocks.word[w], sizeof top);
      top = WholePack::by_registers([](auto x) { return (x >> 8) & 0xffffff; }, top);
      values_of(top).put(&numbers[w * pack_width]);
    }
    const std::size_t count = std::min<std::size_t>(tile - skipped, out.size() - i);
    std::copy_n(numbers.begin() + skipped, count, out.begin() + static_cast<std::ptrdiff_t>(i));
    i += count;
  }
}

}  // namespace

std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter,
                                    const std::array<std::uint32_t, 2>& key) {
  const auto words =
      r123::Philox4x32{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
  return {words[0], words[1], words[2], words[3]};
}

std::array<std::uint32_t, 4> Dice::block(const Roll& roll, std::uint32_t number) const {
  return philox({number, when_of(roll), roll.decision, replicate_}, key());
}

double Dice::uniform(const Roll& roll, std::uint32_t who) const {
  const Spot spot = spot_of(who);
  return static_cast<double>(block(roll, spot.block)[spot.word] >> 8) * 0x1p-24;
}
double Dice::normal(const Roll& roll, std::uint32_t who) const {
  const Spot spot = spot_of(who);
  const auto top = static_cast<std::int32_t>(block(roll, spot.block)[spot.word] >> 8);
  return double{normals_of(WholePack::by_registers(
      [&] { return top - IntRegister{}; }))[0]};  // the same arithmetic as for many
}

void Dice::uniforms(const Roll& roll, std::uint32_t first, std::span<float> out) const {
  fill(*this, roll, first, out, uniforms_of);
}
void Dice::normals(const Roll& roll, std::uint32_t first, std::span<float> out) const {
  fill(*this, roll, first, out, normals_of);
}

}  // namespace swadaya
