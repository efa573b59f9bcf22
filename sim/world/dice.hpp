// Dice without state: each number is a pure function of (seed, replicate, month, decision, who,
// draw). Philox4x32-10 of Salmon, Moraes, Dror & Shaw (2011), Parallel random numbers: as easy as
// 1, 2, 3.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace swadaya {

// The name of a decision, folded to 32 bits (FNV-1a): "socialization.hears". Two slots never share
// a decision.
constexpr std::uint32_t decision_key(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619u;
  return hash;
}

// The generator itself, for tests against its published vectors.
std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter,
                                    const std::array<std::uint32_t, 2>& key);

// One roll: what is decided, when, and which of several draws. Who decides comes with the call.
struct Roll {
  std::uint32_t decision;  // decision_key("slot.decision")
  std::uint16_t month = 0;
  std::uint16_t draw = 0;
};

class Dice {
 public:
  Dice(std::uint64_t seed, std::uint32_t replicate) : seed_{seed}, replicate_{replicate} {}

  // Uniform on [0, 1) with 24 bits: exact in single precision, so packs and scalars agree.
  double uniform(const Roll& roll, std::uint32_t who) const;
  // Standard normal (inverse distribution function of a 24-bit uniform, to 1e-6; never beyond 5.6).
  double normal(const Roll& roll, std::uint32_t who) const;

  // The same numbers for who = first, first + 1, ...; several times faster than one by one.
  void uniforms(const Roll& roll, std::uint32_t first, std::span<float> out) const;
  void normals(const Roll& roll, std::uint32_t first, std::span<float> out) const;

  // `tile` neighbours, from a multiple of `tile` on, are rolled together: asking for whole tiles
  // wastes nothing.
  static constexpr std::uint32_t tile = 64;

  // Four words of 32 bits.
  std::array<std::uint32_t, 4> block(const Roll& roll, std::uint32_t number) const;

  std::array<std::uint32_t, 2> key() const {
    return {static_cast<std::uint32_t>(seed_), static_cast<std::uint32_t>(seed_ >> 32)};
  }
  std::uint64_t seed() const { return seed_; }
  std::uint32_t replicate() const { return replicate_; }

 private:
  std::uint64_t seed_;
  std::uint32_t replicate_;
};

}  // namespace swadaya
