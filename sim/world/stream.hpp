// Random numbers one after the other, for generators and searches that ask for as many as they
// need.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/world/dice.hpp"

namespace swadaya {

// One stream a purpose, counted by calls. A uniform random bit
// generator of the standard library's kind.
class Stream {
 public:
  Stream(const Dice& dice, std::string_view purpose, std::uint32_t who = 0)
      : dice_{&dice}, decision_{decision_key(purpose)}, who_{who} {}
  using result_type = std::uint32_t;
  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return 0xffffffffu; }
  result_type operator()() {
    if (used_ == 4) refill();
    return words_[used_++];
  }
  double uniform() { return static_cast<double>((*this)() >> 8) * 0x1p-24; }  // [0, 1)
  // A whole number below `count`, each equally likely but for 2^-32.
  std::uint32_t below(std::uint32_t count) {
    return static_cast<std::uint32_t>((std::uint64_t{(*this)()} * count) >> 32);
  }

 private:
  void refill();
  const Dice* dice_;
  std::uint32_t decision_, who_, calls_ = 0;
  std::array<std::uint32_t, 4> words_{};
  int used_ = 4;
};

}  // namespace swadaya
