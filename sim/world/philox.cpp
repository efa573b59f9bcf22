#include "sim/world/philox.hpp"

#include <cstring>

#ifdef __SSE2__
#include <immintrin.h>
#endif

namespace swadaya {

namespace {

using Words = std::uint32_t __attribute__((vector_size(32)));
using Doubles = std::uint64_t __attribute__((vector_size(32)));  // double words

// Products of the lower halves of each double word. The compiler does not find this instruction by
// itself.
inline Doubles product_of_low(const Doubles& a, const Doubles& b) {
#ifdef __AVX2__
  return reinterpret_cast<Doubles>(
      _mm256_mul_epu32(reinterpret_cast<__m256i>(a), reinterpret_cast<__m256i>(b)));
#elif defined(__SSE2__)
  __m128i x[2], y[2];
  std::memcpy(x, &a, sizeof x);
  std::memcpy(y, &b, sizeof y);
  x[0] = _mm_mul_epu32(x[0], y[0]);
  x[1] = _mm_mul_epu32(x[1], y[1]);
  Doubles product;
  std::memcpy(&product, x, sizeof product);
  return product;
#else
  constexpr std::uint64_t low = 0xffffffffu;
  return (a & low) * (b & low);
#endif
}

struct Product {
  Words high, low;
};

inline Product product_of(const Words& x, std::uint32_t factor) {
  const Doubles low = Doubles{} + 0xffffffffu, f = Doubles{} + factor;
  const Doubles even = product_of_low(reinterpret_cast<Doubles>(x), f);
  const Doubles odd = product_of_low(reinterpret_cast<Doubles>(x) >> 32, f);
  return {reinterpret_cast<Words>((even >> 32) | (odd & ~low)),
          reinterpret_cast<Words>((even & low) | (odd << 32))};
}

}  // namespace

SixteenBlocks philox_sixteen(const Counter& counter, const std::array<std::uint32_t, 2>& key) {
  SixteenBlocks blocks;
  Words a[2], b[2], c[2], d[2];
  for (std::uint32_t half = 0; half < 2; ++half) {
    a[half] = Words{0, 1, 2, 3, 4, 5, 6, 7} + (counter.first + 8 * half);
    b[half] = Words{} + counter.second;
    c[half] = Words{} + counter.third;
    d[half] = Words{} + counter.fourth;
  }
  std::uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < 10; ++round) {
    for (int half = 0; half < 2; ++half) {
      const Product p = product_of(a[half], 0xD2511F53u), q = product_of(c[half], 0xCD9E8D57u);
      a[half] = q.high ^ b[half] ^ k0;
      b[half] = q.low;
      c[half] = p.high ^ d[half] ^ k1;
      d[half] = p.low;
    }
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  std::memcpy(blocks.word[0].data(), a, sizeof a);
  std::memcpy(blocks.word[1].data(), b, sizeof b);
  std::memcpy(blocks.word[2].data(), c, sizeof c);
  std::memcpy(blocks.word[3].data(), d, sizeof d);
  return blocks;
}

}  // namespace swadaya
