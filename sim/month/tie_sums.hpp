// Sums of columns over the ties of the households of a pack, in the order of the ties; weighted by
// a column or not.
#pragma once

#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "sim/month/lanes.hpp"

namespace swadaya {

// Lanes of a household in one register. Spelt out: g++ 12 drops a vector size that hangs on a
// template's argument.
template <int lanes>
struct RegisterOf;
template <>
struct RegisterOf<1> {
  using Type = float;
};
template <>
struct RegisterOf<2> {
  using Type = float __attribute__((vector_size(8)));
};
template <>
struct RegisterOf<4> {
  using Type = float __attribute__((vector_size(16)));
};
template <>
struct RegisterOf<8> {
  using Type = Eight;
};

// With V lanes, a pack is pack_width / V households. `N` columns; a weighted sum comes first, of
// the weight itself.
template <int V, std::size_t N>
class TieSums {
 public:
  TieSums(const Lanes& lanes, Household first, const std::array<const float*, N>& columns)
      : ties_{lanes.world.ties}, packs_{lanes.ties_of_packs}, first_{first}, columns_{columns} {}

  // `needed`: the cells whose sums are asked for; the others get 0.
  template <bool weighted>
  std::array<Pack, N> where(const Pack& needed) const {
    std::array<Pack, N> sums;
    sums.fill(Pack::Zero());
    if constexpr (V == 1) {
      if (bits_of(needed) == 0) return sums;
      if (std::popcount(bits_of(needed)) >= worth_summing_all) {
        side_by_side<weighted>(sums);
        for (Pack& sum : sums) sum = choose(needed, sum, 0.0f);
        return sums;
      }
    }
    for (int k = 0; k < pack_width / V; ++k)
      if (any(needed.data() + k * V)) row<weighted>(k, sums);
    for (Pack& sum : sums) sum = choose(needed, sum, 0.0f);
    return sums;
  }
  std::array<Pack, N> all() const {
    std::array<Pack, N> sums;
    if constexpr (V == 1) {
      sums.fill(Pack::Zero());
      side_by_side<false>(sums);
    } else {
      for (int k = 0; k < pack_width / V; ++k) row<false>(k, sums);
    }
    return sums;
  }

 private:
  static constexpr std::size_t per_register = std::min(V, 8), registers = V / per_register;
  using Register = typename RegisterOf<per_register>::Type;
  static_assert(sizeof(Register) == 4 * per_register);
  static constexpr int worth_summing_all = 5;  // of sixteen households: measured

  static Register loaded(const float* from) {
    Register r;
    std::memcpy(&r, from, sizeof r);
    return r;
  }
  static bool any(const float* weights) {
    if constexpr (V == 1) {
      return *weights != 0.0f;
    } else {
      using Bits = std::uint64_t __attribute__((vector_size(16)));
      constexpr std::size_t parts = V >= 4 ? V / 4 : 1;
      Bits some{};
      for (std::size_t i = 0; i < parts; ++i) {
        Bits bits{};
        std::memcpy(&bits, weights + 4 * i, V >= 4 ? sizeof bits : V * sizeof(float));
        some |= bits;
      }
      return (some[0] | some[1]) != 0;
    }
  }

  // The k-th household of the pack, its lanes side by side. A tie without weight adds nothing, and
  // is passed over.
  template <bool weighted>
  void row(int k, std::array<Pack, N>& sums) const {
    std::array<std::array<Register, registers>, N> sum{};
    for (const Household n : ties_.of(first_ + static_cast<Household>(k))) {
      if constexpr (V == 16) __builtin_prefetch(columns_[0] + std::size_t{n} * V);
    }
    for (const Household n : ties_.of(first_ + static_cast<Household>(k))) {
      const std::size_t cell = std::size_t{n} * V;
      if constexpr (weighted)
        if (!any(columns_[0] + cell)) continue;
      for (std::size_t r = 0; r < registers; ++r) {
        const std::size_t at = cell + r * per_register;
        const Register first = loaded(columns_[0] + at);
        sum[0][r] += first;
        for (std::size_t i = 1; i < N; ++i) {
          const Register value = loaded(columns_[i] + at);
          sum[i][r] += weighted ? first * value : value;
        }
      }
    }
    for (std::size_t i = 0; i < N; ++i)
      std::memcpy(sums[i].data() + k * V, sum[i].data(), V * sizeof(float));
  }

  // Sixteen households of one lane at once: no sum waits for another, and no loop ends early.
  template <bool weighted>
  void side_by_side(std::array<Pack, N>& sums) const {
    const std::size_t pack = first_ / pack_width;
    const Household* n = packs_.neighbour.data() + packs_.start[pack];
    const Household* const end = packs_.neighbour.data() + packs_.start[pack + 1];
    alignas(64) float sum[N][pack_width] = {};
    for (; n != end; n += pack_width) {
      if constexpr (weighted) {
        Pack weights;
        for (int k = 0; k < pack_width; ++k) weights.data()[k] = columns_[0][n[k]];
        (Pack::from(sum[0]) + weights).put(sum[0]);
        for (std::uint32_t bits = bits_of(weights); bits != 0; bits &= bits - 1) {
          const int k = std::countr_zero(bits);
          for (std::size_t i = 1; i < N; ++i) sum[i][k] += weights.data()[k] * columns_[i][n[k]];
        }
      } else {
        for (std::size_t i = 0; i < N; ++i)
          for (int k = 0; k < pack_width; ++k) sum[i][k] += columns_[i][n[k]];
      }
    }
    for (std::size_t i = 0; i < N; ++i) sums[i] = Pack::from(sum[i]);
  }

  const Ties& ties_;
  const TiesOfPacks& packs_;
  Household first_;
  std::array<const float*, N> columns_;
};

}  // namespace swadaya
