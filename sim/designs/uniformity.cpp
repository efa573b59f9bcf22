#include "sim/designs/uniformity.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>

#include "sim/base/statistics.hpp"
#include "sim/world/dice.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

using Binomial = boost::math::binomial_distribution<>;

// How unlikely, one by one, the counts below some places between 0 and 1 are: the least of them.
class Tails {
 public:
  explicit Tails(std::size_t n) : n_{n}, places_{std::min<std::size_t>(n, 40)} {
    for (std::size_t i = 1; i < places_; ++i) {
      const Binomial below{static_cast<double>(n_), place(i)};
      std::vector<double> least;
      for (std::size_t count = 0; count <= n_; ++count) {
        const double or_fewer = cdf(below, static_cast<double>(count));
        const double or_more =
            count == 0 ? 1 : cdf(complement(below, static_cast<double>(count) - 1));
        least.push_back(std::min(or_fewer, or_more));
      }
      tail_.push_back(std::move(least));
    }
  }

  double least(std::vector<double> numbers) const {
    std::sort(numbers.begin(), numbers.end());
    double least = 1;
    for (std::size_t i = 1; i < places_; ++i) {
      const auto below = std::upper_bound(numbers.begin(), numbers.end(), place(i));
      least = std::min(least, tail_[i - 1][static_cast<std::size_t>(below - numbers.begin())]);
    }
    return least;
  }

 private:
  double place(std::size_t i) const {
    return static_cast<double>(i) / static_cast<double>(places_);
  }

  std::size_t n_, places_;
  std::vector<std::vector<double>> tail_;  // by place, then count
};

}  // namespace

double evenness(const std::vector<double>& numbers) {
  if (numbers.size() < 2) return nothing;
  const Tails tails{numbers.size()};
  const double own = tails.least(numbers);
  constexpr std::uint32_t samples = 2000;
  const Dice dice{1, 0};
  std::vector<double> drawn(numbers.size());
  std::size_t as_far = 0;
  for (std::uint32_t i = 0; i < samples; ++i) {
    Stream random{dice, "evenness", i};
    for (double& x : drawn) x = random.uniform();
    as_far += tails.least(drawn) <= own;
  }
  return (static_cast<double>(as_far) + 1) / (samples + 1);
}

ShareInterval share_interval(std::size_t hits, std::size_t n) {
  if (n == 0) return {0, 1};
  const auto trials = static_cast<double>(n), successes = static_cast<double>(hits);
  return {Binomial::find_lower_bound_on_p(trials, successes, 0.025),
          Binomial::find_upper_bound_on_p(trials, successes, 0.025)};
}

ShareInterval count_interval(std::size_t n, double chance) {
  const Binomial counts{static_cast<double>(n), chance};
  return {std::floor(quantile(counts, 0.005)), std::ceil(quantile(counts, 0.995))};
}

}  // namespace swadaya
