// Sixteen neighbouring cells, in one to four vector registers, and the functions that kernels may
// use on them. Every operation is exactly rounded and none may be fused, so a cell gets the same
// bits in any packing and on any vector width. Written on the compiler's own vectors: an expression
// is what it says, without templates to be read by every file that has one.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <initializer_list>

namespace swadaya {

inline constexpr int pack_width = 16;

#if defined(__AVX512F__)
inline constexpr int register_width = 16;
#elif defined(__AVX__)
inline constexpr int register_width = 8;
#else
inline constexpr int register_width = 4;
#endif
inline constexpr int pack_registers = pack_width / register_width;
using FloatRegister = float __attribute__((vector_size(4 * register_width)));
using IntRegister = std::int32_t __attribute__((vector_size(4 * register_width)));

// Eight cells in a register, for what is summed by household.
using Eight = float __attribute__((vector_size(32)));

// Sixteen numbers; plain array arithmetic: a + b, a * b, 1 - a, a.min(b), a.max(b). A number stands
// for sixteen times itself.
class alignas(64) Pack {
 public:
  Pack() = default;
  Pack(float x) {
    for (FloatRegister& r : registers) r = x - FloatRegister{};
  }
  static Pack Zero() { return Pack{0.0f}; }
  static Pack Constant(float x) { return Pack{x}; }
  static Pack from(const float* numbers) {
    Pack p;
    std::memcpy(&p, numbers, sizeof p);
    return p;
  }
  void put(float* numbers) const { std::memcpy(numbers, this, sizeof *this); }

  float operator[](int k) const { return registers[k / register_width][k % register_width]; }
  void set(int k, float x) { registers[k / register_width][k % register_width] = x; }
  float* data() { return reinterpret_cast<float*>(registers); }
  const float* data() const { return reinterpret_cast<const float*>(registers); }

  Pack max(const Pack& other) const {
    return by_registers([](auto a, auto b) { return a < b ? b : a; }, *this, other);
  }
  Pack min(const Pack& other) const {
    return by_registers([](auto a, auto b) { return b < a ? b : a; }, *this, other);
  }
  float smallest() const {
    float least = (*this)[0];
    for (int k = 1; k < pack_width; ++k) least = (*this)[k] < least ? (*this)[k] : least;
    return least;
  }

  template <class F, class... P>
  static Pack by_registers(F f, const P&... packs) {
    Pack result;
    for (int i = 0; i < pack_registers; ++i) result.registers[i] = f(packs.registers[i]...);
    return result;
  }

  FloatRegister registers[pack_registers];
};

inline Pack operator+(const Pack& a, const Pack& b) {
  return Pack::by_registers([](auto x, auto y) { return x + y; }, a, b);
}
inline Pack operator-(const Pack& a, const Pack& b) {
  return Pack::by_registers([](auto x, auto y) { return x - y; }, a, b);
}
inline Pack operator*(const Pack& a, const Pack& b) {
  return Pack::by_registers([](auto x, auto y) { return x * y; }, a, b);
}
inline Pack operator/(const Pack& a, const Pack& b) {
  return Pack::by_registers([](auto x, auto y) { return x / y; }, a, b);
}
inline Pack operator-(const Pack& a) {
  return Pack::by_registers([](auto x) { return -x; }, a);
}
inline Pack& operator+=(Pack& a, const Pack& b) { return a = a + b; }
inline Pack& operator*=(Pack& a, const Pack& b) { return a = a * b; }

// Sixteen whole numbers.
struct alignas(64) WholePack {
  IntRegister registers[pack_registers];

  std::int32_t operator[](int k) const { return registers[k / register_width][k % register_width]; }
  template <class F, class... P>
  static WholePack by_registers(F f, const P&... packs) {
    WholePack result;
    for (int i = 0; i < pack_registers; ++i) result.registers[i] = f(packs.registers[i]...);
    return result;
  }
};
// Towards zero, of numbers that a whole one can hold.
inline WholePack whole_of(const Pack& x) {
  return WholePack::by_registers([](auto r) { return __builtin_convertvector(r, IntRegister); }, x);
}
inline Pack pack_of(const WholePack& x) {
  return Pack::by_registers([](auto r) { return __builtin_convertvector(r, FloatRegister); }, x);
}

// Conditions are packs of 0 and 1; `both` is a product, `either` a maximum, `not` is 1 - a.
inline Pack choose(const Pack& condition, const Pack& yes, const Pack& no) {
  return Pack::by_registers([](auto c, auto y, auto n) { return c > 0.0f ? y : n; }, condition, yes,
                            no);
}
inline Pack is_less(const Pack& a, const Pack& b) {
  return Pack::by_registers(
      [](auto x, auto y) { return x < y ? FloatRegister{} + 1.0f : FloatRegister{}; }, a, b);
}
// 1 where a uniform number falls below the chance.
inline Pack happens(const Pack& chance, const Pack& dice) { return is_less(dice, chance); }

// e^x to 2 ulp, for x within [-87, 88] (beyond, its value at the bound). Cephes' expf by Moshier.
inline Pack exp_of(const Pack& exponent) {
  constexpr float whole = 0x1.8p23f;  // adding it leaves no room for a fraction: rounds to even
  const Pack x = exponent.max(-87.0f).min(88.0f);
  const Pack n = (x * 1.44269504f + whole) - whole;
  const Pack r = x - n * 0.693359375f + n * 2.12194440e-4f;
  Pack p{1.9875691500e-4f};
  for (const float c :
       {1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f})
    p = p * r + c;
  p = p * r * r + r + 1.0f;
  const Pack power = Pack::by_registers(
      [](auto i) {
        return reinterpret_cast<FloatRegister>((__builtin_convertvector(i, IntRegister) + 127)
                                               << 23);
      },
      n);
  return p * power;
}

// Natural logarithm of x > 0, to 2 ulp or so. Cephes' logf by Moshier.
inline Pack log_of(const Pack& x) {
  const WholePack power = WholePack::by_registers(
      [](auto r) { return (reinterpret_cast<IntRegister>(r) >> 23) - 127; }, x);
  const Pack mantissa = Pack::by_registers(
      [](auto r, auto n) {
        return reinterpret_cast<FloatRegister>(reinterpret_cast<IntRegister>(r) - (n << 23));
      },
      x, power);
  const Pack large = is_less(1.41421356f, mantissa);
  const Pack m = choose(large, mantissa * 0.5f, mantissa) - 1.0f;
  const Pack e = pack_of(power) + large;
  const Pack s = m * m;
  Pack p{7.0376836292e-2f};
  for (const float c : {-1.1514610310e-1f, 1.1676998740e-1f, -1.2420140846e-1f, 1.4249322787e-1f,
                        -1.6668057665e-1f, 2.0000714765e-1f, -2.4999993993e-1f, 3.3333331174e-1f})
    p = p * m + c;
  return m + (p * m * s - 0.5f * s + e * -2.12194440e-4f) + e * 0.693359375f;
}

// Exactly rounded.
inline Pack sqrt_of(const Pack& x) {
  Pack root;
  for (int k = 0; k < pack_width; ++k) root.data()[k] = std::sqrt(x.data()[k]);
  return root;
}

inline Pack logistic_of(const Pack& x) { return 1.0f / (1.0f + exp_of(-x)); }

// Chance that something with this rate (per month) happens at least once within `length` months.
inline Pack chance_of(const Pack& rate, float length) { return 1.0f - exp_of(-rate * length); }

// Bit k is set where cell k is above 0.
inline std::uint32_t bits_of(const Pack& condition) {
  std::uint32_t bits = 0;
  for (int k = 0; k < pack_width; ++k)
    bits |= static_cast<std::uint32_t>(condition.data()[k] > 0.0f) << k;
  return bits;
}

}  // namespace swadaya
