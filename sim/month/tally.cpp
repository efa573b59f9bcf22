#include "sim/month/tally.hpp"

#include "sim/base/exact.hpp"

namespace swadaya {

ConsumptionBins::ConsumptionBins(float lowest_bin) : lowest{lowest_bin} {
  for (std::size_t b = 0; b < count; ++b)
    middle.push_back(exp_of(double{lowest} + (static_cast<double>(b) + 0.5) / double{per_log}));
}

double ConsumptionBins::gini(const std::vector<std::uint32_t>& households) const {
  double people = 0, consumed = 0;
  for (std::size_t b = 0; b < count; ++b)
    people += households[b], consumed += households[b] * middle[b];
  if (people == 0 || consumed == 0) return 0;
  // One less twice the area under the Lorenz curve.
  double under = 0, below = 0;
  for (std::size_t b = 0; b < count; ++b) {
    const double here = households[b] * middle[b];
    under += households[b] / people * (2 * below + here) / consumed;
    below += here;
  }
  return 1 - under;
}

void Tally::add(const Tally& next) {
  const Sums& larger = next.sums.giant > sums.giant ? next.sums : sums;
  const double giant = larger.giant, adopted = larger.adopted;
  add_members_of(sums, next.sums);
  sums.giant = giant, sums.adopted = adopted;
  for (std::size_t b = 0; b < consumption.size(); ++b) consumption[b] += next.consumption[b];
}

}  // namespace swadaya
