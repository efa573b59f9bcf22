// Results that are kept as long as the program runs: no folder, no database.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "sim/month/simulation.hpp"
#include "sim/results/results.hpp"

namespace swadaya {

class ResultsInMemory : public Results {
 public:
  explicit ResultsInMemory(const Experiment& experiment);

  // All series of a job. Any thread.
  void add(std::uint32_t replicate, const std::vector<std::size_t>& variants,
           const std::vector<Series>& series);

  const std::string& folder() const override { return nowhere_; }
  const std::vector<StoredVariant>& variants() const override { return variants_; }
  std::size_t baseline() const override { return baseline_; }
  int months() const override { return months_; }
  std::vector<std::uint32_t> draws() const override;
  Controls controls() const override;
  bool is_in_same_worlds(std::size_t variant) const override;
  void add_variants(std::size_t first, const std::vector<Variant>& variants) override;
  Sample sample(std::size_t variant, const std::vector<int>& months = {}) const override;
  Sample sample_so_far(std::size_t variant, const std::vector<int>& months) const override;
  std::vector<double> values(std::size_t variant, int month, std::size_t outcome) const override;

 private:
  std::vector<std::uint32_t> complete() const;
  Sample sample_of(std::size_t variant, const std::vector<int>& months,
                   const std::vector<std::uint32_t>& replicates) const;

  const std::string nowhere_;
  const std::size_t baseline_;
  const std::uint32_t replicates_, worlds_per_draw_;
  const std::uint64_t seed_;
  const std::uint32_t wards_;
  const int months_;
  mutable std::mutex mutex_;  // over all below
  std::vector<StoredVariant> variants_;
  const Variant baseline_as_set_;
  std::vector<bool> same_worlds_;            // by variant: the baseline's
  std::vector<std::vector<Series>> series_;  // by variant, then replicate; without values: none
};

}  // namespace swadaya
