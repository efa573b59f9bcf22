// Sixteen neighbouring cells, one or two vector registers, and the functions that kernels may use
// on them. Every operation is exactly rounded and none may be fused, so a cell gets the same bits
// in any packing and on any vector width.
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace swadaya {

inline constexpr int pack_width = 16;

// Plain array arithmetic: a + b, a * b, 1 - a, a.min(b), a.max(b). Write `const Pack x = ...`,
// never `auto`.
using Pack = Eigen::Array<float, pack_width, 1>;

// Eight cells in a register. The compiler takes Eigen's `select` apart into single cells inside
// large kernels, and every vector load after that waits for eight small stores; comparisons and
// choices are therefore spelt out on registers.
using Eight = float __attribute__((vector_size(32)));

template <class F, class... P>
inline Pack by_eights(F f, const P&... packs) {
  Pack result;
  for (int half = 0; half < pack_width; half += 8) {
    const auto eight = [half](const Pack& p) {
      Eight e;
      std::memcpy(&e, p.data() + half, sizeof e);
      return e;
    };
    const Eight e = f(eight(packs)...);
    std::memcpy(result.data() + half, &e, sizeof e);
  }
  return result;
}

// Conditions are packs of 0 and 1; `both` is a product, `either` a maximum, `not` is 1 - a.
inline Pack choose(const Pack& condition, const Pack& yes, const Pack& no) {
  return by_eights([](Eight c, Eight y, Eight n) { return c > 0.0f ? y : n; }, condition, yes, no);
}
inline Pack choose(const Pack& condition, float yes, const Pack& no) {
  return choose(condition, Pack::Constant(yes), no);
}
inline Pack choose(const Pack& condition, const Pack& yes, float no) {
  return choose(condition, yes, Pack::Constant(no));
}
inline Pack is_less(const Pack& a, const Pack& b) {
  return by_eights([](Eight x, Eight y) { return x < y ? Eight{} + 1.0f : Eight{}; }, a, b);
}
// 1 where a uniform number falls below the chance.
inline Pack happens(const Pack& chance, const Pack& dice) { return is_less(dice, chance); }

// e^x to 2 ulp, for x within [-87, 88] (beyond, its value at the bound). Cephes' expf by Moshier.
inline Pack exp_of(const Pack& exponent) {
  const Pack x = exponent.max(-87.0f).min(88.0f);
  const Pack n = (x * 1.44269504f).rint();
  const Pack r = x - n * 0.693359375f + n * 2.12194440e-4f;
  Pack p = Pack::Constant(1.9875691500e-4f);
  for (const float c :
       {1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f})
    p = p * r + c;
  p = p * r * r + r + 1.0f;
  const Eigen::Array<std::int32_t, pack_width, 1> bits = (n.cast<std::int32_t>() + 127) * (1 << 23);
  return p * Pack::Map(reinterpret_cast<const float*>(bits.data()));
}

// Natural logarithm of x > 0, to 2 ulp or so. Cephes' logf by Moshier.
inline Pack log_of(const Pack& x) {
  using Bits = Eigen::Array<std::int32_t, pack_width, 1>;
  const Bits bits = Bits::Map(reinterpret_cast<const std::int32_t*>(x.data()));
  const Bits power = bits.shiftRight<23>() - 127;
  const Bits fraction = bits - power.shiftLeft<23>();
  const Pack exponent = power.cast<float>();
  const Pack mantissa = Pack::Map(reinterpret_cast<const float*>(fraction.data()));
  const Pack large = is_less(Pack::Constant(1.41421356f), mantissa);
  const Pack m = choose(large, mantissa * 0.5f, mantissa) - 1.0f;
  const Pack e = exponent + large;
  const Pack s = m * m;
  Pack p = Pack::Constant(7.0376836292e-2f);
  for (const float c : {-1.1514610310e-1f, 1.1676998740e-1f, -1.2420140846e-1f, 1.4249322787e-1f,
                        -1.6668057665e-1f, 2.0000714765e-1f, -2.4999993993e-1f, 3.3333331174e-1f})
    p = p * m + c;
  return m + (p * m * s - 0.5f * s + e * -2.12194440e-4f) + e * 0.693359375f;
}

// Exactly rounded; Eigen's own takes the processor's estimate of 1 / sqrt(x) where there is one.
inline Pack sqrt_of(const Pack& x) {
  Pack root;
  for (int k = 0; k < pack_width; ++k) root[k] = std::sqrt(x[k]);
  return root;
}

inline Pack logistic_of(const Pack& x) { return 1.0f / (1.0f + exp_of(-x)); }

// Chance that something with this rate (per month) happens at least once within `length` months.
inline Pack chance_of(const Pack& rate, float length) { return 1.0f - exp_of(-rate * length); }

// Bit k is set where cell k is above 0.
inline std::uint32_t bits_of(const Pack& condition) {
  alignas(64) static constexpr float power[pack_width] = {
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768};
  return static_cast<std::uint32_t>(
      choose(condition, Pack::MapAligned(power), 0.0f).sum());  // whole numbers: exact
}

}  // namespace swadaya
