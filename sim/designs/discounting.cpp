#include "sim/designs/discounting.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace swadaya {

namespace {

constexpr std::size_t most_at_once = 4'000'000;  // values

std::vector<int> months_from(int first, int last) {
  std::vector<int> all;
  for (int month = first; month <= last; ++month) all.push_back(month);
  return all;
}

}  // namespace

double discount_factor(double rate_a_year, int month) {
  return std::pow(1 + rate_a_year, -month / 12.0);
}

double discounted_sum(std::span<const double> sums, double rate_a_year) {
  double all = 0, before = 0;
  for (std::size_t m = 0; m < sums.size(); ++m) {
    all += (sums[m] - before) * discount_factor(rate_a_year, static_cast<int>(m));
    before = sums[m];
  }
  return all;
}

bool adds_up(std::size_t outcome) {
  constexpr std::array others{"borrowers",        "lent_kRp",      "poor_served",
                              "near_poor_served", "others_served", "elite_served",
                              "women_served",     "lent_poor_kRp", "first_turn_kRp"};
  const std::string& name = outcomes()[outcome].name;
  return name.starts_with("cost_") ||
         std::any_of(others.begin(), others.end(), [&](const char* one) { return name == one; });
}

DiscountedSums discounted_sums(const Results& results, std::size_t variant,
                               const std::vector<int>& months,
                               const std::vector<std::size_t>& asked, double rate_a_year) {
  DiscountedSums at(months.size(), std::vector<std::vector<double>>(asked.size()));
  if (months.empty()) return at;
  const int last = *std::max_element(months.begin(), months.end());
  const std::size_t worlds = results.values(variant, 0, asked.empty() ? 0 : asked[0]).size();
  const int step = static_cast<int>(std::max<std::size_t>(
      1, most_at_once / std::max<std::size_t>(1, worlds * outcomes().size())));
  std::vector<std::vector<double>> sum(asked.size(), std::vector<double>(worlds, 0.0)),
      before = sum;
  for (int from = 0; from <= last; from += step) {
    const int to = std::min(last, from + step - 1);
    const Sample sample = results.sample(variant, months_from(from, to));
    for (int month = from; month <= to; ++month) {
      const double worth = discount_factor(rate_a_year, month);
      for (std::size_t k = 0; k < asked.size(); ++k) {
        const auto now = sample.values(month, asked[k]);
        for (std::size_t r = 0; r < now.size(); ++r) {
          if (!std::isfinite(now[r])) continue;  // counted once there is a figure again
          sum[k][r] += (now[r] - before[k][r]) * worth;
          before[k][r] = now[r];
        }
      }
      for (std::size_t m = 0; m < months.size(); ++m)
        if (months[m] == month)
          for (std::size_t k = 0; k < asked.size(); ++k) at[m][k] = sum[k];
    }
  }
  return at;
}

}  // namespace swadaya
