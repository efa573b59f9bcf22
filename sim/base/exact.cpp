#include "sim/base/exact.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace swadaya {

// Cephes' exp by Moshier: a rational function of the remainder modulo ln 2.
double exp_of(double x) {
  if (x < -700.0) return 0.0;
  x = std::min(x, 700.0);
  const double n =
      static_cast<double>(static_cast<std::int64_t>(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5)));
  const double r = x - n * 6.93145751953125e-1 - n * 1.42860682030941723212e-6;
  const double s = r * r;
  const double p = r * ((1.26177193074810590878e-4 * s + 3.02994407707441961300e-2) * s +
                        9.99999999999999999910e-1);
  const double q = ((3.00198505138664455042e-6 * s + 2.52448340349684104192e-3) * s +
                    2.27265548208155028766e-1) *
                       s +
                   2.0;
  const double mantissa = 1.0 + 2.0 * (p / (q - p));
  return mantissa * std::bit_cast<double>(
                        static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023) << 52);
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

double normal_quantile(double p) {
  const double q = p - 0.5;
  if (std::abs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * (((5.9109374720e1 * r + 1.5929113202e2) * r + 5.0434271938e1) * r + 3.3871327179e0) /
           (((6.7187563600e1 * r + 7.8757757664e1) * r + 1.7895169469e1) * r + 1.0);
  }
  double r = std::sqrt(-log_of(std::min(p, 1.0 - p)));
  double z;
  if (r <= 5.0) {
    r -= 1.6;
    z = (((1.7023821103e-1 * r + 1.3067284816e0) * r + 2.7568153900e0) * r + 1.4234372777e0) /
        ((1.2021132975e-1 * r + 7.3700164250e-1) * r + 1.0);
  } else {
    r -= 5.0;
    z = (((1.7337203997e-2 * r + 4.2868294337e-1) * r + 3.0812263860e0) * r + 6.6579051150e0) /
        ((1.2258202635e-2 * r + 2.4197894225e-1) * r + 1.0);
  }
  return q < 0 ? -z : z;
}

}  // namespace swadaya
