#include "sim/explorer/live.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/base/unpaired.hpp"
#include "sim/results/labels.hpp"
#include "sim/results/results.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

// Five digits are more than a page can draw.
json rounded(double x) {
  if (!std::isfinite(x)) return nullptr;
  if (x == 0) return 0;
  const double unit = std::pow(10.0, std::floor(std::log10(std::abs(x))) - 4);
  return std::strtod(fmt::format("{:.5g}", std::round(x / unit) * unit).c_str(), nullptr);
}

// What is counted in a ward, of which a part is simulated.
double scale_of(const OutcomeInfo& info, double share) { return info.is_a_ward ? 1 / share : 1; }

json range_json(double mean, double low, double high) {
  return {{"mean", rounded(mean)}, {"low", rounded(low)}, {"high", rounded(high)}};
}

// The entries from `first` on of the replicates that are known entirely.
std::vector<double> complete(const std::vector<double>& values, std::size_t first,
                             const auto& known, auto all) {
  std::vector<double> out;
  for (std::size_t r = 0; r < known.size(); ++r)
    if (known[r] == all) out.push_back(values[first + r]);
  return out;
}

std::size_t count_known(const auto& known, auto all) {
  return static_cast<std::size_t>(std::count(known.begin(), known.end(), all));
}

constexpr std::uint8_t both = 3;

// World by world where chance gives both sides the same, else of two independent means.
PairedDifference difference_of(const std::vector<double>& before, const std::vector<double>& after,
                               bool same_worlds, const OutcomeInfo& info) {
  return difference_within(
      same_worlds ? paired_difference(before, after) : unpaired_difference({before}, {after}),
      info);
}

}  // namespace

LiveCurves::LiveCurves(const ExploreRequest& request)
    : months_{static_cast<std::size_t>(request.experiment.variants[0].scenario.months) + 1},
      replicates_{request.experiment.replicates},
      same_worlds_{share_worlds(request.experiment.variants[0], request.experiment.variants[1])},
      known_(replicates_) {
  for (const std::string& name : request.experiment.outcomes) {
    outcomes_.push_back(*outcome_index(name));
    scale_.push_back(scale_of(outcomes()[outcomes_.back()], request.share));
    names_.push_back(name);
  }
  values_.assign(2 * outcomes_.size() * months_ * replicates_, nothing);
}

void LiveCurves::add(std::size_t variant, std::uint32_t replicate, const Series& series) {
  for (std::size_t o = 0; o < outcomes_.size(); ++o)
    for (std::size_t m = 0; m < months_; ++m)
      values_[place(variant, o, m) + replicate] =
          scale_[o] * series.at(static_cast<int>(m), outcomes_[o]);
  known_[replicate] |= static_cast<std::uint8_t>(1 << variant);
}

std::size_t LiveCurves::worlds() const { return count_known(known_, both); }

json LiveCurves::json() const {
  nlohmann::json out{{"worlds", worlds()}, {"of", replicates_}, {"months", months_ - 1}};
  nlohmann::json& all = out["outcomes"] = nlohmann::json::object();
  struct Arrays {
    nlohmann::json mean = nlohmann::json::array(), low = nlohmann::json::array(),
                   high = nlohmann::json::array();
    void add(double m, double l, double h) {
      mean.push_back(rounded(m)), low.push_back(rounded(l)), high.push_back(rounded(h));
    }
    nlohmann::json json() { return {{"mean", mean}, {"low", low}, {"high", high}}; }
  };
  for (std::size_t o = 0; o < outcomes_.size(); ++o) {
    Arrays baseline, changed, difference;
    for (std::size_t m = 0; m < months_; ++m) {
      const std::vector<double> before = complete(values_, place(0, o, m), known_, both),
                                after = complete(values_, place(1, o, m), known_, both);
      const PairedDifference d =
          difference_of(before, after, same_worlds_, outcomes()[outcomes_[o]]);
      const Summary a = summary_of(before), b = summary_of(after);
      baseline.add(a.mean, a.q05, a.q95);
      changed.add(b.mean, b.q05, b.q95);
      difference.add(d.difference, d.low, d.high);
    }
    all[names_[o]] = {{"baseline", baseline.json()},
                      {"changed", changed.json()},
                      {"difference", difference.json()}};
    all[names_[o]]["difference"]["paired"] = same_worlds_;
  }
  return out;
}

LivePoints::LivePoints(const PointsRequest& request)
    : outcome_{request.outcome},
      replicates_{request.request.experiment.replicates},
      month_{request.month},
      scale_{scale_of(outcomes()[request.outcome], request.request.share)},
      values_((request.points + 1) * replicates_, nothing),
      known_(replicates_),
      variants_{request.points + 1} {
  const std::vector<Variant>& all = request.request.experiment.variants;
  for (std::size_t point = 0; point < variants_; ++point)
    same_worlds_.push_back(share_worlds(all[0], all[point]));
}

void LivePoints::add(std::size_t variant, std::uint32_t replicate, const Series& series) {
  values_[variant * replicates_ + replicate] = scale_ * series.at(month_, outcome_);
  ++known_[replicate];
}

std::size_t LivePoints::worlds() const {
  return count_known(known_, static_cast<std::uint32_t>(variants_));
}

json LivePoints::json() const {
  const auto of = [&](std::size_t variant) {
    return complete(values_, variant * replicates_, known_, static_cast<std::uint32_t>(variants_));
  };
  const auto ranges = [&](std::size_t variant) {
    const Summary s = summary_of(of(variant));
    return range_json(s.mean, s.q05, s.q95);
  };
  nlohmann::json out{
      {"worlds", worlds()}, {"of", replicates_},     {"outcome", outcomes()[outcome_].name},
      {"month", month_},    {"baseline", ranges(0)}, {"points", nlohmann::json::array()}};
  for (std::size_t point = 1; point < variants_; ++point) {
    nlohmann::json one = ranges(point);
    const PairedDifference d =
        difference_of(of(0), of(point), same_worlds_[point], outcomes()[outcome_]);
    one["difference"] = range_json(d.difference, d.low, d.high);
    one["difference"]["paired"] = bool{same_worlds_[point]};
    out["points"].push_back(std::move(one));
  }
  return out;
}

}  // namespace swadaya
