#include "sim/dice.hpp"

#include <Random123/philox.h>

#include "sim/exact.hpp"

namespace swadaya {

namespace {

constexpr double step = 0x1p-24;  // uniforms have 24 bits

// At the middle of the word's 24-bit step.
float normal_of(std::uint32_t word) {
  return static_cast<float>(normal_quantile((static_cast<double>(word >> 8) + 0.5) * step));
}

float uniform_of(std::uint32_t word) { return static_cast<float>(word >> 8) * static_cast<float>(step); }

// Fills `out` with value(word) for who = first, first + 1, ...; four neighbours share a block.
template <class Block, class Value>
void fill(std::uint32_t first, std::span<float> out, Block block, Value value) {
  std::size_t i = 0;
  while (i < out.size()) {
    const auto who = first + static_cast<std::uint32_t>(i);
    const std::array<std::uint32_t, 4> words = block(who / 4);
    for (std::uint32_t k = who % 4; k < 4 && i < out.size(); ++k, ++i) out[i] = value(words[k]);
  }
}

}  // namespace

std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter, const std::array<std::uint32_t, 2>& key) {
  const auto words = r123::Philox4x32{}({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
  return {words[0], words[1], words[2], words[3]};
}

std::array<std::uint32_t, 4> Dice::block(const Roll& roll, std::uint32_t number) const {
  const std::uint32_t when = roll.month | static_cast<std::uint32_t>(roll.draw) << 16;
  return philox({number, when, roll.decision, replicate_},
                {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32)});
}

double Dice::uniform(const Roll& roll, std::uint32_t who) const {
  return double{uniform_of(block(roll, who / 4)[who % 4])};
}

double Dice::normal(const Roll& roll, std::uint32_t who) const {
  return double{normal_of(block(roll, who / 4)[who % 4])};
}

void Dice::uniforms(const Roll& roll, std::uint32_t first, std::span<float> out) const {
  fill(first, out, [&](std::uint32_t number) { return block(roll, number); }, uniform_of);
}

void Dice::normals(const Roll& roll, std::uint32_t first, std::span<float> out) const {
  fill(first, out, [&](std::uint32_t number) { return block(roll, number); }, normal_of);
}

}  // namespace swadaya
