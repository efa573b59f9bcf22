#include "sim/exact.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace swadaya {

// Cephes' exp by Moshier: a rational function of the remainder modulo ln 2.
double exp_of(double x) {
  if (x < -700.0) return 0.0;
  x = std::min(x, 700.0);
  const double n = static_cast<double>(static_cast<std::int64_t>(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5)));
  const double r = x - n * 6.93145751953125e-1 - n * 1.42860682030941723212e-6;
  const double s = r * r;
  const double p = r * ((1.26177193074810590878e-4 * s + 3.02994407707441961300e-2) * s + 9.99999999999999999910e-1);
  const double q = ((3.00198505138664455042e-6 * s + 2.52448340349684104192e-3) * s + 2.27265548208155028766e-1) * s + 2.0;
  const double mantissa = 1.0 + 2.0 * (p / (q - p));
  return mantissa * std::bit_cast<double>(static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023) << 52);
}

// 2 artanh((m - 1) / (m + 1)) as a series, with the mantissa m within [sqrt(1/2), sqrt(2)].
double log_of(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  auto exponent = static_cast<std::int64_t>(bits >> 52) - 1023;
  double mantissa = std::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
  if (mantissa > 1.4142135623730951) mantissa *= 0.5, ++exponent;
  const double t = (mantissa - 1.0) / (mantissa + 1.0);
  const double s = t * t;
  double sum = 0;
  for (int k = 21; k >= 1; k -= 2) sum = sum * s + 1.0 / k;
  return static_cast<double>(exponent) * 0.6931471805599453 + 2.0 * t * sum;
}

double logistic_of(double x) { return 1.0 / (1.0 + exp_of(-x)); }

double chance_of(double rate, double months) { return 1.0 - exp_of(-rate * months); }

double exponential_of(double uniform, double mean) {
  return -mean * log_of(std::max(uniform, 0x1p-25));  // uniforms have 24 bits
}

}  // namespace swadaya
