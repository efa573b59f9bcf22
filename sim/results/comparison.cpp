#include "sim/results/comparison.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <numeric>
#include <set>

#include "sim/base/csv.hpp"
#include "sim/base/paired.hpp"

namespace swadaya {

namespace {

// Calls `each(variant, its sample)`, never with more than two samples in memory.
template <class Each>
void against_baseline(const Results& store, const std::vector<int>& months,
                      const std::vector<std::size_t>& variants, const Each& each) {
  const Sample baseline = store.sample(store.baseline(), months);
  for (const std::size_t v : variants)
    if (v != store.baseline()) each(v, baseline, store.sample(v, months));
}

}  // namespace

bool is_better(const PairedDifference& effect, const OutcomeInfo& info) {
  return effect.can_be_told_from_zero() && (effect.difference > 0) == info.higher_is_better;
}

double cost_per_unit(const PairedDifference& effect, double kRp, const OutcomeInfo& info) {
  if (info.name.starts_with("cost_") || !is_better(effect, info)) return nothing;
  return kRp / (std::abs(effect.difference) * info.units_in_one());
}

std::vector<Compared> comparison_of(const Results& store, const std::vector<int>& months,
                                    const std::vector<std::size_t>& variants) {
  std::vector<Compared> all;
  const std::size_t cost = *outcome_index("cost_kRp");
  std::vector<std::size_t> chosen = variants;
  if (chosen.empty()) {
    chosen.resize(store.variants().size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
  }
  against_baseline(
      store, months, chosen, [&](std::size_t variant, const Sample& a, const Sample& b) {
        for (const int month : months) {
          const double extra =
              paired_difference(a.values(month, cost), b.values(month, cost)).difference;
          for (std::size_t k = 0; k < outcomes().size(); ++k) {
            const PairedDifference effect =
                paired_difference(a.values(month, k), b.values(month, k));
            all.push_back(
                {variant, k, month, effect, extra, cost_per_unit(effect, extra, outcomes()[k])});
          }
        }
      });
  return all;
}

std::vector<Served> served_by(const Results& store, const std::vector<int>& months) {
  std::vector<Served> all;
  const std::size_t cost = *outcome_index("cost_kRp"), served = *outcome_index("poor_served");
  const Sample baseline = store.sample(store.baseline(), months);
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const Sample sample = store.sample(v, months);
    for (const int month : months) {
      const double reached = summary_of(sample.values(month, served)).mean;
      const double spent = summary_of(sample.values(month, cost)).mean;
      const PairedDifference more =
          paired_difference(baseline.values(month, served), sample.values(month, served));
      const double extra =
          paired_difference(baseline.values(month, cost), sample.values(month, cost)).difference;
      all.push_back({v, month, reached > 0 ? spent / reached : nothing,
                     cost_per_unit(more, extra, outcomes()[served])});
    }
  }
  return all;
}

std::vector<int> months_compared(int last, const std::vector<int>& shown) {
  std::set<int> months(shown.begin(), shown.end());
  for (int month = 12; month <= last; month += 12) months.insert(month);
  months.insert(last);
  return {months.begin(), months.end()};
}

std::string series_csv(const Results& store) {
  fmt::memory_buffer out;
  out.append(std::string_view{"variant,month,outcome,n,mean,sd,q05,q25,q50,q75,q95\n"});
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const Sample sample = store.sample(v);
    const std::string name = csv_field(store.variants()[v].name);
    for (int month = 0; month <= store.months(); ++month)
      for (std::size_t k = 0; k < outcomes().size(); ++k) {
        const Summary s = summary_of(sample.values(month, k));
        fmt::format_to(std::back_inserter(out), "{},{},{},{}", name, month, outcomes()[k].name,
                       s.n);
        for (const double x : {s.mean, s.sd, s.q05, s.q25, s.q50, s.q75, s.q95}) add_cell(out, x);
        out.push_back('\n');
      }
  }
  return fmt::to_string(out);
}

std::string comparison_csv(const Results& store, const std::vector<int>& months) {
  fmt::memory_buffer out;
  out.append(std::string_view{
      "variant,outcome,month,baseline_mean,variant_mean,difference,standard_error,low,high,"
      "cost_difference_kRp,cost_per_unit\n"});
  for (const Compared& c : comparison_of(store, months)) {
    fmt::format_to(std::back_inserter(out), "{},{},{}", csv_field(store.variants()[c.variant].name),
                   outcomes()[c.outcome].name, c.month);
    const PairedDifference& d = c.effect;
    for (const double x : {d.baseline_mean, d.variant_mean, d.difference, d.standard_error, d.low,
                           d.high, c.cost_difference, c.cost_per_unit})
      add_cell(out, x);
    out.push_back('\n');
  }
  return fmt::to_string(out);
}

std::string series_csv(const Experiment&, const Results& store) { return series_csv(store); }

std::string comparison_csv(const Experiment& experiment, const Results& store) {
  return comparison_csv(store, months_compared(store.months(), experiment.months_shown));
}

}  // namespace swadaya
