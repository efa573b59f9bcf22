#include "sim/designs/perfect_information.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include "sim/base/statistics.hpp"
#include "sim/world/stream.hpp"

namespace swadaya {

namespace {

constexpr std::size_t further_draws = 200;  // like the experiment's own

double likely_value(const Cases& worlds, std::span<const std::uint32_t> draws, double price) {
  return value_of_knowing(expectations_of(worlds, draws, Unsure::left_out), price);
}

std::vector<std::vector<std::size_t>> worlds_of_draws(std::span<const std::uint32_t> draws) {
  std::map<std::uint32_t, std::vector<std::size_t>> all;
  for (std::size_t w = 0; w < draws.size(); ++w) all[draws[w]].push_back(w);
  std::vector<std::vector<std::size_t>> worlds;
  for (auto& [draw, own] : all) worlds.push_back(std::move(own));
  return worlds;
}

// As many draws as there are, each with all of its worlds, some of them several times.
double value_drawn_again(const Cases& worlds, const std::vector<std::vector<std::size_t>>& of_draws,
                         double price, Stream& random) {
  Cases again{std::vector<std::vector<double>>(worlds.options()),
              std::vector<std::vector<double>>(worlds.options())};
  std::vector<std::uint32_t> draws;
  for (std::uint32_t k = 0; k < of_draws.size(); ++k)
    for (const std::size_t w :
         of_draws[random.below(static_cast<std::uint32_t>(of_draws.size()))]) {
      draws.push_back(k);
      for (std::size_t v = 0; v < worlds.options(); ++v) {
        again.effects[v].push_back(worlds.effects[v][w]);
        again.costs[v].push_back(worlds.costs[v][w]);
      }
    }
  return likely_value(again, draws, price);
}

std::size_t best_of_all(const std::vector<double>& means) {
  return static_cast<std::size_t>(std::max_element(means.begin(), means.end()) - means.begin());
}

}  // namespace

Cases expectations_of(const Cases& worlds, std::span<const std::uint32_t> draws, Unsure unsure) {
  Cases all;
  const std::size_t options = worlds.options(), n = worlds.size();
  std::vector<std::vector<double>> figures;
  for (std::size_t v = 1; v < options; ++v)
    for (const auto* of : {&worlds.effects, &worlds.costs}) {
      figures.emplace_back((*of)[v]);
      for (std::size_t w = 0; w < n; ++w) figures.back()[w] -= (*of)[0][w];
    }
  if (figures.empty()) return all;
  const auto freed = expectations_by_draw(figures, draws, unsure);
  if (freed.empty()) return all;
  for (std::size_t v = 0; v < options; ++v)
    for (const bool is_cost : {false, true}) {
      const auto& base = (is_cost ? worlds.costs : worlds.effects)[0];
      const double mean = std::accumulate(base.begin(), base.end(), 0.0) / static_cast<double>(n);
      std::vector<double> own(freed[0].size(), mean);
      for (std::size_t d = 0; v > 0 && d < own.size(); ++d)
        own[d] += freed[2 * (v - 1) + (is_cost ? 1 : 0)][d];
      (is_cost ? all.costs : all.effects).push_back(std::move(own));
    }
  return all;
}

Informed informed_by_all(const Cases& worlds, std::span<const std::uint32_t> draws, double price,
                         std::uint64_t seed) {
  Informed informed;
  const Cases likely = expectations_of(worlds, draws, Unsure::left_out);
  informed.value = value_of_knowing(likely, price);
  informed.probability.assign(worlds.options(), 0.0);
  const std::vector<double> means = mean_net_benefit(likely, price);
  for (std::size_t i = 0; i < likely.size(); ++i) {
    std::size_t best = best_of_all(means);
    for (std::size_t v = 0; v < likely.options(); ++v)
      if (likely.net_benefit(v, i, price) > likely.net_benefit(best, i, price)) best = v;
    informed.best.push_back(best);
    informed.probability[best] += 1 / static_cast<double>(likely.size());
  }
  if (likely.size() == 0) return informed;
  informed.changes = 1 - informed.probability[best_of_all(means)];
  const Dice dice{seed, 0};
  Stream random{dice, "perfect_information"}, dealer{dice, "perfect_information.deals"};
  const auto of_draws = worlds_of_draws(draws);
  std::vector<double> further;
  for (std::size_t r = 0; r < further_draws; ++r)
    if (const double value = value_drawn_again(worlds, of_draws, price, random);
        std::isfinite(value))
      further.push_back(value);
  const Summary summary = summary_of(further);
  informed.standard_error = summary.sd, informed.bias = summary.mean - informed.value;
  std::vector<std::uint32_t> dealt{draws.begin(), draws.end()};
  for (std::size_t r = 0; r < Informed::deals; ++r) {
    for (std::size_t i = dealt.size(); i > 1; --i)
      std::swap(dealt[i - 1], dealt[dealer.below(static_cast<std::uint32_t>(i))]);
    informed.dealt.push_back(likely_value(worlds, dealt, price));
  }
  judge_together({&informed});
  return informed;
}

}  // namespace swadaya
