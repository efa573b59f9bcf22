// Statistics of a run as it comes in, world by world, as JSON for a page. Only worlds that are
// known of every variant count, so that means of few worlds don't differ by which these are.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "sim/explorer/request.hpp"
#include "sim/month/outcome.hpp"

namespace swadaya {

// Curves of both sides over the months.
class LiveCurves {
 public:
  explicit LiveCurves(const ExploreRequest& request);
  void add(std::size_t variant, std::uint32_t replicate, const Series& series);
  // How many worlds are known of both sides.
  std::size_t worlds() const;
  // {"worlds": 8, "of": 32, "months": 36, "outcomes": {"informed": {
  //   "baseline": {"mean": [...], "low": [...], "high": [...]}, "changed": {...},
  //   "difference": {"mean": [...], "low": [...], "high": [...], "paired": true}}}}
  // By month; low to high holds 90 % of the worlds, of differences the 95 % interval of the mean:
  // paired by world, or of two means where the sides' wards are different. null where there is no
  // number.
  nlohmann::json json() const;

 private:
  std::vector<std::size_t> outcomes_;
  std::vector<double> scale_;  // by outcome
  std::size_t months_, replicates_;
  bool same_worlds_;                 // of both sides
  std::vector<double> values_;       // [variant][outcome][month][replicate]; not a number so far
  std::vector<std::uint8_t> known_;  // by replicate: 1 baseline, 2 changed
  std::vector<std::string> names_;
  // Where the replicates of a variant, outcome and month begin.
  std::size_t place(std::size_t variant, std::size_t outcome, std::size_t month) const {
    return ((variant * outcomes_.size() + outcome) * months_ + month) * replicates_;
  }
};

// One outcome at one month, at each point.
class LivePoints {
 public:
  explicit LivePoints(const PointsRequest& request);
  void add(std::size_t variant, std::uint32_t replicate, const Series& series);
  std::size_t worlds() const;  // known of every point
  // {"worlds": 4, "of": 16, "outcome": "recovery", "month": 36,
  //  "baseline": {"mean", "low", "high"},
  //  "points": [{"mean", "low", "high", "difference": {"mean", "low", "high", "paired"}} ...]}
  nlohmann::json json() const;

 private:
  std::size_t outcome_, replicates_;
  int month_;
  double scale_;
  std::vector<double> values_;        // [variant][replicate]
  std::vector<std::uint32_t> known_;  // by replicate: how many variants
  std::size_t variants_;
  std::vector<bool> same_worlds_;  // by variant: the baseline's
};

}  // namespace swadaya
