#include "sim/results/comparison.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <numeric>
#include <set>

#include "sim/base/csv.hpp"
#include "sim/base/paired.hpp"
#include "sim/base/simultaneous.hpp"
#include "sim/base/unpaired.hpp"
#include "sim/results/labels.hpp"

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

// What is shown, held at once.
void hold_at_once(std::vector<Compared>& all, const Experiment& experiment, const Results& store) {
  std::set<std::size_t> shown;
  for (const std::string& name : experiment.outcomes) shown.insert(*outcome_index(name));
  const std::vector<int>& months = experiment.months_shown;
  std::vector<Compared*> together;
  std::vector<std::vector<double>> differences;
  std::vector<std::size_t> variants(store.variants().size());
  std::iota(variants.begin(), variants.end(), std::size_t{0});
  against_baseline(store, months, variants, [&](std::size_t v, const Sample& a, const Sample& b) {
    for (Compared& c : all) {
      if (c.variant != v || !shown.contains(c.outcome)) continue;
      const auto before = a.values(c.month, c.outcome), after = b.values(c.month, c.outcome);
      if (before.empty() || c.effect.n < 2 || !c.effect.is_paired) continue;
      std::vector<double>& own = differences.emplace_back();
      for (std::size_t w = 0; w < before.size(); ++w) own.push_back(after[w] - before[w]);
      together.push_back(&c);
    }
  });
  const std::vector<Interval> bands = simultaneous(differences, store.draws(), store.controls());
  for (std::size_t j = 0; j < bands.size(); ++j)
    together[j]->at_once = difference_within(bands[j], together[j]->effect.difference,
                                             outcomes()[together[j]->outcome]);
}

}  // namespace

const char* interval_called(const PairedDifference& effect) {
  if (!effect.is_paired)
    return effect.is_over_parameters() ? "parameters 90 %, not paired"
                                       : "Monte Carlo 95 %, not paired";
  return effect.is_over_parameters() ? "parameters 90 %" : "Monte Carlo 95 %";
}

bool is_better(const PairedDifference& effect, const OutcomeInfo& info) {
  return effect.can_be_told_from_zero() && (effect.difference > 0) == info.higher_is_better;
}

double cost_per_unit(const PairedDifference& effect, double kRp, const OutcomeInfo& info) {
  if (info.name.starts_with("cost_") || !is_better(effect, info)) return nothing;
  return kRp / (std::abs(effect.difference) * info.units_in_one());
}

PairedDifference difference_from(const Results& store, std::size_t variant,
                                 std::span<const double> baseline, std::span<const double> own,
                                 std::span<const std::uint32_t> draws, const Controls& controls) {
  if (store.is_in_same_worlds(variant)) return paired_difference(baseline, own, draws, controls);
  return draws.empty() ? unpaired_difference({baseline}, {own})
                       : unpaired_of_draws(baseline, own, draws);
}

PairedDifference outcome_difference(const Results& store, std::size_t variant, std::size_t outcome,
                                    std::span<const double> baseline, std::span<const double> own,
                                    std::span<const std::uint32_t> draws,
                                    const Controls& controls) {
  return difference_within(difference_from(store, variant, baseline, own, draws, controls),
                           outcomes()[outcome]);
}

std::vector<Compared> comparison_of(const Results& store, const std::vector<int>& months,
                                    const std::vector<std::size_t>& variants) {
  std::vector<Compared> all;
  const std::size_t cost = *outcome_index("cost_kRp");
  const std::vector<std::uint32_t> draws = store.draws();
  const Controls controls = store.controls();
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
            const PairedDifference effect = outcome_difference(
                store, variant, k, a.values(month, k), b.values(month, k), draws, controls);
            all.push_back({variant,
                           k,
                           month,
                           effect,
                           {},
                           {},
                           extra,
                           cost_per_unit(effect, extra, outcomes()[k])});
          }
        }
      });
  return all;
}

std::vector<Served> served_by(const Results& store, const std::vector<int>& months) {
  std::vector<Served> all;
  const std::size_t cost = *outcome_index("cost_kRp"), served = *outcome_index("poor_served");
  const Sample baseline = store.sample(store.baseline(), months);
  const std::vector<std::uint32_t> draws = store.draws();
  const Controls controls = store.controls();
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const Sample sample = store.sample(v, months);
    for (const int month : months) {
      const double reached = summary_of(sample.values(month, served)).mean;
      const double spent = summary_of(sample.values(month, cost)).mean;
      const PairedDifference more =
          outcome_difference(store, v, served, baseline.values(month, served),
                             sample.values(month, served), draws, controls);
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

std::vector<Compared> comparison_of(const Experiment& experiment, const Results& store,
                                    const std::vector<Structure>& structure) {
  std::vector<Compared> all =
      comparison_of(store, months_compared(store.months(), experiment.months_shown));
  hold_at_once(all, experiment, store);
  for (Compared& compared : all) {
    for (const Structure& s : structure)
      if (s.variant == compared.variant && s.outcome == compared.outcome &&
          s.month == compared.month)
        compared.structure = s.range;
    compared.missed = experiment.facts.stamp_of(outcomes()[compared.outcome].name).names();
  }
  return all;
}

const std::vector<ComparisonColumn>& comparison_columns() {
  using C = const Compared&;
  static const std::vector<ComparisonColumn> all{
      {"month", [](C c) { return static_cast<double>(c.month); }},
      {"n", [](C c) { return static_cast<double>(c.effect.n); }},
      {"baseline_mean", [](C c) { return c.effect.baseline_mean; }},
      {"variant_mean", [](C c) { return c.effect.variant_mean; }},
      {"difference", [](C c) { return c.effect.difference; }},
      {"standard_error", [](C c) { return c.effect.standard_error; }},
      {"low", [](C c) { return c.effect.low; }},
      {"high", [](C c) { return c.effect.high; }},
      {"monte_carlo_low", [](C c) { return c.effect.monte_carlo.low; }},
      {"monte_carlo_high", [](C c) { return c.effect.monte_carlo.high; }},
      {"luck_low", [](C c) { return c.effect.luck.low; }},
      {"luck_high", [](C c) { return c.effect.luck.high; }},
      {"structure_low", [](C c) { return c.structure.low; }},
      {"structure_high", [](C c) { return c.structure.high; }},
      {"cost_difference_kRp", [](C c) { return c.cost_difference; }},
      {"cost_per_unit", [](C c) { return c.cost_per_unit; }},
      {"unequal_pairs", [](C c) { return static_cast<double>(c.effect.unequal); }},
      {"ward_low", [](C c) { return c.effect.ward.low; }},
      {"ward_high", [](C c) { return c.effect.ward.high; }},
      {"simultaneous_low", [](C c) { return c.at_once.low; }},
      {"simultaneous_high", [](C c) { return c.at_once.high; }},
      {"variance_cut", [](C c) { return c.effect.variance_cut; }}};
  return all;
}

std::string comparison_csv(const Results& store, const std::vector<Compared>& compared) {
  fmt::memory_buffer out;
  out.append(std::string_view{"variant,outcome"});
  for (const ComparisonColumn& column : comparison_columns())
    fmt::format_to(std::back_inserter(out), ",{}", column.name);
  out.append(std::string_view{",interval,fails\n"});
  for (const Compared& c : compared) {
    fmt::format_to(std::back_inserter(out), "{},{}", csv_field(store.variants()[c.variant].name),
                   outcomes()[c.outcome].name);
    for (const ComparisonColumn& column : comparison_columns()) add_cell(out, column.value(c));
    fmt::format_to(std::back_inserter(out), ",{},{}\n", csv_field(interval_called(c.effect)),
                   csv_field(c.missed));
  }
  return fmt::to_string(out);
}

std::string series_csv(const Experiment&, const Results& store) { return series_csv(store); }

}  // namespace swadaya
