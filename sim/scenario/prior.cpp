#include "sim/scenario/prior.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <fmt/format.h>

namespace swadaya {

namespace {

// Calls `use` with the uncut distribution; a beta one lies on [0, 1].
template <class Use>
double with_distribution(const Prior& prior, Use use) {
  switch (prior.shape) {
    case Shape::normal:
      return use(boost::math::normal{prior.a, prior.b});
    case Shape::lognormal:
      return use(boost::math::lognormal{std::log(prior.a), prior.b});
    default:
      return use(boost::math::beta_distribution<>{prior.a, prior.b});
  }
}

struct Ends {
  double low, high;
};

// Shares of the uncut distribution below the ends of the range.
template <class Distribution>
Ends shares_of(const Prior& prior, const Distribution& d) {
  if (prior.shape == Shape::beta) return {0, 1};
  const auto below = [&](double x) {
    if (x == -unbounded || (prior.shape == Shape::lognormal && x <= 0)) return 0.0;
    return x == unbounded ? 1.0 : boost::math::cdf(d, x);
  };
  return {below(prior.range.low), below(prior.range.high)};
}

constexpr int steps = 2000;  // of the integrals over quantiles

}  // namespace

double Prior::quantile(double u) const {
  if (shape == Shape::uniform) return range.low + u * (range.high - range.low);
  const double x = with_distribution(*this, [&](const auto& d) {
    const Ends ends = shares_of(*this, d);
    return boost::math::quantile(d, ends.low + u * (ends.high - ends.low));
  });
  if (shape == Shape::beta) return range.low + x * (range.high - range.low);
  return std::min(range.high, std::max(range.low, x));
}

double Prior::log_density(double x) const {
  if (!(x >= range.low && x <= range.high)) return -unbounded;
  const double width = range.high - range.low;
  if (shape == Shape::uniform) return -std::log(width);
  return with_distribution(*this, [&](const auto& d) {
    if (shape == Shape::beta)
      return std::log(boost::math::pdf(d, (x - range.low) / width)) - std::log(width);
    if (shape == Shape::lognormal && x <= 0) return -unbounded;
    const Ends ends = shares_of(*this, d);
    return std::log(boost::math::pdf(d, x)) - std::log(ends.high - ends.low);
  });
}

double Prior::mean() const {
  double sum = 0;
  for (int i = 0; i < steps; ++i) sum += quantile((i + 0.5) / steps);
  return sum / steps;
}

double Prior::sd() const {
  const double center = mean();
  double sum = 0;
  for (int i = 0; i < steps; ++i) {
    const double away = quantile((i + 0.5) / steps) - center;
    sum += away * away;
  }
  return std::sqrt(sum / steps);
}

std::string Prior::text() const {
  const std::string ends =
      (std::isfinite(range.low) ? fmt::format(", low = {}", range.low) : "") +
      (std::isfinite(range.high) ? fmt::format(", high = {}", range.high) : "");
  switch (shape) {
    case Shape::normal:
      return fmt::format("{{ distribution = \"normal\", mean = {}, sd = {}{} }}", a, b, ends);
    case Shape::lognormal:
      return fmt::format("{{ distribution = \"lognormal\", median = {}, sigma = {}{} }}", a, b,
                         ends);
    case Shape::beta:
      return fmt::format("{{ distribution = \"beta\", a = {}, b = {}{} }}", a, b, ends);
    default:
      return fmt::format("{{ distribution = \"uniform\"{} }}", ends);
  }
}

}  // namespace swadaya
