#include "sim/base/proportional_fit.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace swadaya {

namespace {

constexpr double near_enough = 1e-10;  // of the table's sum

std::vector<double> sums_of(const std::vector<double>& counts, const KnownMargin& margin) {
  std::vector<double> sums(margin.totals.size(), 0.0);
  for (std::size_t c = 0; c < counts.size(); ++c) sums[margin.category_of[c]] += counts[c];
  return sums;
}

// Moves households between cells until the margins hold, or no move helps any more.
class Balance {
 public:
  Balance(std::vector<std::size_t> counts, const std::vector<double>& fit,
          const std::vector<KnownMargin>& margins)
      : counts_{std::move(counts)}, fit_{fit}, margins_{margins} {
    std::vector<double> as_numbers(counts_.begin(), counts_.end());
    off_ = misses(as_numbers, margins_);
  }

  std::vector<std::size_t> held() {
    // A move lowers the sum of misses by 2 at least, or keeps it and is nearer to the fit; the
    // second kind may go in circles, so it is counted.
    for (std::size_t aside = 0; aside < most_aside && total_miss() > 0.5;)
      if (!move(-0.5)) {
        if (!move(0.5)) break;
        ++aside;
      }
    return counts_;
  }

 private:
  static constexpr std::size_t most_aside = 200;

  double total_miss() const {
    double all = 0;
    for (const auto& margin : off_)
      for (const double off : margin) all += std::abs(off);
    return all;
  }

  // The change of the sum of misses by one household from one cell to another.
  double change(std::size_t from, std::size_t to) const {
    double all = 0;
    for (std::size_t m = 0; m < margins_.size(); ++m) {
      const std::size_t a = margins_[m].category_of[from], b = margins_[m].category_of[to];
      if (a == b) continue;
      all += std::abs(off_[m][a] - 1) - std::abs(off_[m][a]) + std::abs(off_[m][b] + 1) -
             std::abs(off_[m][b]);
    }
    return all;
  }

  // What the counts then are further from the fit, squared.
  double strain(std::size_t from, std::size_t to) const {
    return 2 * (static_cast<double>(counts_[to]) - fit_[to]) -
           2 * (static_cast<double>(counts_[from]) - fit_[from]) + 2;
  }

  bool is_off(std::size_t cell, double sign) const {
    for (std::size_t m = 0; m < margins_.size(); ++m)
      if (sign * off_[m][margins_[m].category_of[cell]] > 0.5) return true;
    return false;
  }

  // The best move that changes the sum of misses by less than `below`; false where there is none.
  bool move(double below) {
    std::size_t from = counts_.size(), to = from;
    double best = below, least = 0;
    for (std::size_t a = 0; a < counts_.size(); ++a) {
      if (counts_[a] == 0 || !is_off(a, 1)) continue;
      for (std::size_t b = 0; b < counts_.size(); ++b) {
        if (b == a || fit_[b] <= 0 || last_ == std::pair{b, a}) continue;
        const double by = change(a, b), strained = strain(a, b);
        if (by > best || (from != counts_.size() && by == best && strained >= least)) continue;
        from = a, to = b, best = by, least = strained;
      }
    }
    if (from == counts_.size()) return false;
    --counts_[from], ++counts_[to];
    last_ = {from, to};
    for (std::size_t m = 0; m < margins_.size(); ++m)
      --off_[m][margins_[m].category_of[from]], ++off_[m][margins_[m].category_of[to]];
    return true;
  }

  std::vector<std::size_t> counts_;
  const std::vector<double>& fit_;
  const std::vector<KnownMargin>& margins_;
  std::vector<std::vector<double>> off_;
  std::pair<std::size_t, std::size_t> last_{0, 0};  // not back at once
};

}  // namespace

std::vector<std::vector<double>> misses(const std::vector<double>& counts,
                                        const std::vector<KnownMargin>& margins) {
  std::vector<std::vector<double>> all;
  for (const KnownMargin& margin : margins) {
    all.push_back(sums_of(counts, margin));
    for (std::size_t k = 0; k < margin.totals.size(); ++k) all.back()[k] -= margin.totals[k];
  }
  return all;
}

ProportionalFit fitted(std::vector<double> seed, const std::vector<KnownMargin>& margins,
                       std::size_t most_rounds) {
  ProportionalFit fit{.cells = std::move(seed)};
  if (margins.empty()) return fit;
  const double sum = std::accumulate(margins[0].totals.begin(), margins[0].totals.end(), 0.0);
  for (std::size_t m = 0; m < margins.size(); ++m) {
    const std::vector<double> sums = sums_of(fit.cells, margins[m]);
    for (std::size_t k = 0; k < sums.size(); ++k)
      if (margins[m].totals[k] > 0 && !(sums[k] > 0)) {
        fit.empty = MarginPlace{m, k}, fit.largest_miss = margins[m].totals[k] / sum;
        return fit;
      }
  }
  while (fit.rounds < most_rounds) {
    ++fit.rounds;
    for (const KnownMargin& margin : margins) {
      std::vector<double> factors = sums_of(fit.cells, margin);
      for (std::size_t k = 0; k < factors.size(); ++k)
        factors[k] = factors[k] > 0 ? margin.totals[k] / factors[k] : 0;
      for (std::size_t c = 0; c < fit.cells.size(); ++c)
        fit.cells[c] *= factors[margin.category_of[c]];
    }
    fit.largest_miss = 0;
    for (const auto& margin : misses(fit.cells, margins))
      for (const double off : margin)
        fit.largest_miss = std::max(fit.largest_miss, sum > 0 ? std::abs(off) / sum : 0);
    if (fit.largest_miss <= near_enough) break;
  }
  return fit;
}

std::vector<std::size_t> whole_counts(const std::vector<double>& cells,
                                      const std::vector<KnownMargin>& margins,
                                      const std::function<double()>& uniform) {
  std::vector<std::size_t> counts;
  std::vector<double> rests;
  double whole = 0;
  for (const double x : cells) {
    counts.push_back(static_cast<std::size_t>(x + 1e-9));
    rests.push_back(std::max(0.0, x - static_cast<double>(counts.back())));
    whole += static_cast<double>(counts.back());
  }
  const double sum = margins.empty()
                         ? std::round(std::accumulate(cells.begin(), cells.end(), 0.0))
                         : std::accumulate(margins[0].totals.begin(), margins[0].totals.end(), 0.0);
  for (auto left = std::llround(sum - whole); left > 0; --left) {
    const double all = std::accumulate(rests.begin(), rests.end(), 0.0);
    double at = uniform() * all;
    std::size_t chosen = cells.size();
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (rests[c] <= 0) continue;
      chosen = c;
      if ((at -= rests[c]) < 0) break;
    }
    if (chosen == cells.size()) break;
    ++counts[chosen], rests[chosen] = 0;
  }
  return Balance{std::move(counts), cells, margins}.held();
}

}  // namespace swadaya
