#include "sim/results/in_memory.hpp"

#include <algorithm>
#include <numeric>

#include "sim/world/boards.hpp"

namespace swadaya {

ResultsInMemory::ResultsInMemory(const Experiment& experiment)
    : baseline_{experiment.baseline},
      replicates_{experiment.replicates},
      worlds_per_draw_{worlds_per_draw_of(experiment)},
      seed_{experiment.seed},
      wards_{wards_of(experiment.variants[experiment.baseline].scenario.values)},
      months_{experiment.variants[0].scenario.months},
      baseline_as_set_{experiment.variants[experiment.baseline]} {
  add_variants(0, experiment.variants);
}

void ResultsInMemory::add_variants(std::size_t first, const std::vector<Variant>& variants) {
  const std::lock_guard guard{mutex_};
  const auto fresh = new_variants(variants_, first, variants, nowhere_);
  variants_.insert(variants_.end(), fresh.begin(), fresh.end());
  for (std::size_t v = same_worlds_.size(); v < variants_.size(); ++v)
    same_worlds_.push_back(share_worlds(baseline_as_set_, variants[v - first]));
  series_.resize(variants_.size(), std::vector<Series>(replicates_));
}

void ResultsInMemory::add(std::uint32_t replicate, const std::vector<std::size_t>& variants,
                          const std::vector<Series>& series) {
  const std::lock_guard guard{mutex_};
  for (std::size_t i = 0; i < variants.size(); ++i)
    series_.at(variants[i]).at(replicate) = series[i];
}

std::vector<std::uint32_t> ResultsInMemory::complete() const {
  std::vector<std::uint32_t> all;
  for (std::uint32_t r = 0; r < replicates_; ++r)
    if (std::none_of(series_.begin(), series_.end(),
                     [r](const auto& own) { return own[r].values.empty(); }))
      all.push_back(r);
  return all;
}

std::vector<std::uint32_t> ResultsInMemory::draws() const {
  const std::lock_guard guard{mutex_};
  return draws_dealt(complete(), worlds_per_draw_);
}

bool ResultsInMemory::is_in_same_worlds(std::size_t variant) const {
  const std::lock_guard guard{mutex_};
  return same_worlds_.at(variant);
}

Controls ResultsInMemory::controls() const {
  if (worlds_per_draw_ > 0) return {};
  const std::lock_guard guard{mutex_};
  return luck_of_worlds(seed_, variants_[baseline_].first_world, wards_, complete());
}

Sample ResultsInMemory::sample_of(std::size_t variant, const std::vector<int>& months,
                                  const std::vector<std::uint32_t>& replicates) const {
  std::vector<int> wanted = months;
  if (wanted.empty()) {
    wanted.resize(static_cast<std::size_t>(months_) + 1);
    std::iota(wanted.begin(), wanted.end(), 0);
  }
  Sample sample{wanted, outcomes().size(), replicates.size()};
  for (std::size_t at = 0; at < replicates.size(); ++at) {
    const Series& series = series_.at(variant).at(replicates[at]);
    if (series.values.empty()) continue;
    for (const int month : wanted)
      for (std::size_t k = 0; k < outcomes().size(); ++k)
        if (month <= series.months) sample.set(month, k, at, series.at(month, k));
  }
  return sample;
}

Sample ResultsInMemory::sample(std::size_t variant, const std::vector<int>& months) const {
  const std::lock_guard guard{mutex_};
  return sample_of(variant, months, complete());
}

Sample ResultsInMemory::sample_so_far(std::size_t variant, const std::vector<int>& months) const {
  const std::lock_guard guard{mutex_};
  std::vector<std::uint32_t> all(replicates_);
  std::iota(all.begin(), all.end(), std::uint32_t{0});
  return sample_of(variant, months, all);
}

std::vector<double> ResultsInMemory::values(std::size_t variant, int month,
                                            std::size_t outcome) const {
  const Sample all = sample(variant, {month});
  const auto values = all.values(month, outcome);
  return {values.begin(), values.end()};
}

}  // namespace swadaya
