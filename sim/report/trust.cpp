// How far an answer can be trusted: facts that it was held against, and what isn't known that it
// rests on.
#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "sim/designs/increments.hpp"
#include "sim/designs/sweep.hpp"
#include "sim/report/parts.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

constexpr std::size_t fewest_draws = 10;

const char* verdict_called(FactVerdict verdict) {
  return verdict == FactVerdict::holds   ? "met"
         : verdict == FactVerdict::fails ? "missed"
                                         : "not measured";
}

// By draw of the parameters that has a figure: the mean difference between two packages.
using ByDraw = std::map<std::uint32_t, double>;

ByDraw by_draw(const std::vector<std::uint32_t>& draws, std::span<const double> from,
               std::span<const double> to) {
  std::map<std::uint32_t, std::pair<double, double>> sums;  // and how many
  for (std::size_t w = 0; w < draws.size(); ++w)
    if (const double d = to[w] - from[w]; std::isfinite(d)) {
      auto& [sum, worlds] = sums[draws[w]];
      sum += d, worlds += 1;
    }
  ByDraw all;
  for (const auto& [draw, sum] : sums) all[draw] = sum.first / sum.second;
  return all;
}

// [parameter, rank correlation, low, high], the strongest first: those that can be told from zero
// though so many are looked at.
nlohmann::json correlates(const Experiment& experiment, const ByDraw& drawn) {
  struct One {
    std::string key;
    double r;
    CorrelationInterval interval;
  };
  std::vector<Values> settings;
  std::vector<double> differences;
  for (const auto& [draw, difference] : drawn) {
    settings.push_back(experiment.posterior.values(draw * worlds_per_draw_of(experiment)));
    differences.push_back(difference);
  }
  std::vector<One> all;
  const std::size_t looked_at = experiment.posterior.keys.size();
  for (const std::string& key : experiment.posterior.keys) {
    std::vector<double> x;
    for (const Values& values : settings) x.push_back(std::get<double>(values.at(key)));
    const double r = correlation(midranks_of(x), midranks_of(differences));
    const CorrelationInterval at_once = correlation_interval(r, x.size(), looked_at);
    if (at_once.low > 0 || at_once.high < 0)
      all.push_back({key, r, correlation_interval(r, x.size())});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const One& a, const One& b) { return std::abs(a.r) > std::abs(b.r); });
  nlohmann::json json = nlohmann::json::array();
  for (const One& one : all)
    json.push_back({one.key, report_number(one.r, 4), report_number(one.interval.low, 4),
                    report_number(one.interval.high, 4)});
  return json;
}

// In how many draws it is the best choice at a price for one unit, by the means of their worlds.
std::size_t draws_led(const std::vector<std::uint32_t>& draws, const std::vector<Sample>& samples,
                      int month, std::size_t outcome, std::size_t leader, double price,
                      const PackagesCompared& packages) {
  const std::size_t cost = *outcome_index("cost_kRp");
  const double worth = price * outcomes()[outcome].good_in_one();
  std::vector<ByDraw> net;  // by package, beyond the baseline
  for (const Sample& sample : samples) {
    const bool is_elsewhere = packages.is_elsewhere(net.size());
    const auto of = [&](std::size_t k) {
      return by_draw(draws, samples[0].values(month, k), sample.values(month, k));
    };
    const ByDraw effects = of(outcome), costs = of(cost);
    net.emplace_back();
    if (is_elsewhere) continue;  // no choice that these wards have
    for (const auto& [draw, effect] : effects)
      if (const auto at = costs.find(draw); at != costs.end())
        net.back()[draw] = worth * effect - at->second;
  }
  std::size_t led = 0;
  for (const auto& one : net[leader])
    led += std::all_of(net.begin(), net.end(), [&](const ByDraw& other) {
      const auto at = other.find(one.first);
      return at == other.end() || at->second <= one.second;
    });
  return led;
}

nlohmann::json facts_json(const FactStates& facts) {
  nlohmann::json all = nlohmann::json::array();
  for (const FactState& one : facts.all) {
    nlohmann::json about = nlohmann::json::array();
    for (const std::string& name : one.outcomes)
      if (const auto k = outcome_index(name)) about.push_back(*k);
    all.push_back({{"fact", one.fact},
                   {"statement", one.statement},
                   {"source", one.source},
                   {"use", one.use},
                   {"hard", one.is_hard},
                   {"verdict", verdict_called(one.verdict)},
                   {"outcomes", std::move(about)},
                   {"unit", one.unit},
                   {"share", one.unit == "share" || one.unit == "points"},
                   {"value", report_number(one.value)},
                   {"low", report_number(one.band_low)},
                   {"high", report_number(one.band_high)}});
  }
  return all;
}

// Of the step worth its money at each outcome and month shown.
nlohmann::json rests_json(const Experiment& experiment, const Store& store,
                          const std::vector<std::size_t>& variants) {
  nlohmann::json all = nlohmann::json::array();
  const std::vector<std::uint32_t> draws = store.draws();
  if (draws.empty() || !has_baseline(experiment)) return all;
  const std::vector<Sample> samples = samples_of(store, report_months(experiment), variants);
  for (const int month : report_months(experiment))
    for (const std::string& name : experiment.outcomes) {
      const std::size_t k = *outcome_index(name);
      const PackagesCompared packages = packages_compared(store, samples, month, k, variants);
      const Increments ladder = increments_from(0, packages);
      if (ladder.steps.empty()) continue;
      const std::size_t leader = ladder.steps[ladder.worth].package;
      const ByDraw drawn =
          by_draw(draws, samples[0].values(month, k), samples[leader].values(month, k));
      if (drawn.size() < fewest_draws) continue;
      all.push_back({{"outcome", k},
                     {"month", month},
                     {"variant", leader},
                     {"draws", drawn.size()},
                     {"led", draws_led(draws, samples, month, k, leader, ladder.price, packages)},
                     {"price", report_number(ladder.price)},
                     {"parameters", correlates(experiment, drawn)}});
    }
  return all;
}

}  // namespace

nlohmann::json report_trust(const Experiment& experiment, const Store& store,
                            const std::vector<std::size_t>& variants) {
  const FactStates& facts = experiment.facts;
  return {{"facts", facts_json(facts)},
          {"same_settings",
           facts.all.empty() || facts.are_of(experiment.variants[experiment.baseline].scenario)},
          {"rests", rests_json(experiment, store, variants)}};
}

}  // namespace swadaya
