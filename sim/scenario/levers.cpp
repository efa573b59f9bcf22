#include "sim/scenario/levers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>

namespace swadaya {

namespace {

// To six digits, so that a value reads as it is.
double rounded(double x) { return std::strtod(fmt::format("{:.6g}", x).c_str(), nullptr); }

double grid_of(const Lever& lever) {
  return lever.step > 0 ? lever.step : (lever.high - lever.low) / 1000;
}

// The value of a range nearest to x among those it can take.
double on_grid(const Lever& lever, double x) {
  const double grid = grid_of(lever);
  const double steps = std::floor((x - lever.low) / grid + 0.5);
  const double most = std::floor((lever.high - lever.low) / grid + 1e-9);
  return rounded(lever.low + std::clamp(steps, 0.0, most) * grid);
}

double setting_at(const Lever& lever, double u) {
  if (lever.is_range()) return on_grid(lever, lever.low + u * (lever.high - lever.low));
  const auto n = static_cast<double>(lever.options.size());
  return std::min(std::floor(u * n), n - 1);
}

}  // namespace

double Lever::cost_at(double setting) const {
  return is_range() ? unit_cost * (setting - baseline)
                    : options[static_cast<std::size_t>(setting)].cost;
}

double Lever::cheapest() const {
  if (is_range()) return unit_cost >= 0 ? on_grid(*this, low) : on_grid(*this, high);
  const auto least =
      std::min_element(options.begin(), options.end(),
                       [](const LeverOption& a, const LeverOption& b) { return a.cost < b.cost; });
  return static_cast<double>(least - options.begin());
}

double Lever::dearest() const {
  if (is_range()) return unit_cost >= 0 ? on_grid(*this, high) : on_grid(*this, low);
  const auto most =
      std::max_element(options.begin(), options.end(),
                       [](const LeverOption& a, const LeverOption& b) { return a.cost < b.cost; });
  return static_cast<double>(most - options.begin());
}

std::string Lever::text_of(double setting) const {
  return is_range() ? fmt::format("{:.6g}", setting)
                    : options[static_cast<std::size_t>(setting)].text;
}

double LeverSpace::spending(const Mix& mix) const {
  double sum = 0;
  for (std::size_t l = 0; l < levers_.size(); ++l) sum += levers_[l].cost_at(mix[l]);
  return sum;
}

Mix LeverSpace::cheapest() const {
  Mix mix;
  for (const Lever& lever : levers_) mix.push_back(lever.cheapest());
  return mix;
}

Mix LeverSpace::affordable(const std::vector<double>& at, double budget,
                           const std::vector<std::size_t>& give_up) const {
  Mix mix;
  for (std::size_t l = 0; l < levers_.size(); ++l) mix.push_back(setting_at(levers_[l], at[l]));
  // What it costs at least with these options: all ranges at their cheap ends.
  double least = 0, ranges = 0;
  for (std::size_t l = 0; l < levers_.size(); ++l) {
    const Lever& lever = levers_[l];
    least += lever.cost_at(lever.is_range() ? lever.cheapest() : mix[l]);
    if (lever.is_range()) ranges += lever.cost_at(mix[l]) - lever.cost_at(lever.cheapest());
  }
  for (const std::size_t l : give_up) {
    if (least <= budget) break;
    const Lever& lever = levers_[l];
    if (lever.is_range()) continue;
    least -= lever.cost_at(mix[l]) - lever.cost_at(lever.cheapest());
    mix[l] = lever.cheapest();
  }
  if (least + ranges <= budget) return mix;
  const double share = ranges > 0 ? std::max(0.0, (budget - least) / ranges) : 0;
  for (std::size_t l = 0; l < levers_.size(); ++l)
    if (levers_[l].is_range() && levers_[l].unit_cost != 0) {
      const double cheap = levers_[l].cheapest();
      mix[l] = on_grid(levers_[l], cheap + share * (mix[l] - cheap));
    }
  // Steps may have been rounded up: one by one back, the cheapest step first.
  while (spending(mix) > budget) {
    std::size_t next = levers_.size();
    double saved = 0;
    for (std::size_t l = 0; l < levers_.size(); ++l) {
      const Lever& lever = levers_[l];
      if (!lever.is_range() || mix[l] == lever.cheapest() || lever.unit_cost == 0) continue;
      const double saves = grid_of(lever) * std::abs(lever.unit_cost);
      if (next == levers_.size() || saves < saved) next = l, saved = saves;
    }
    if (next == levers_.size()) break;
    const Lever& lever = levers_[next];
    mix[next] = on_grid(lever, mix[next] - std::copysign(grid_of(lever), lever.unit_cost));
  }
  return mix;
}

std::vector<double> LeverSpace::coordinates(const Mix& mix) const {
  std::vector<double> at;
  for (std::size_t l = 0; l < levers_.size(); ++l) {
    const Lever& lever = levers_[l];
    at.push_back(lever.is_range() ? (mix[l] - lever.low) / (lever.high - lever.low)
                                  : (mix[l] + 0.5) / static_cast<double>(lever.options.size()));
  }
  return at;
}

std::vector<double> LeverSpace::features(const Mix& mix) const {
  std::vector<double> at;
  for (std::size_t l = 0; l < levers_.size(); ++l) {
    const Lever& lever = levers_[l];
    if (lever.is_range())
      at.push_back((mix[l] - lever.low) / (lever.high - lever.low));
    else if (lever.is_ordered)
      at.push_back(mix[l] / static_cast<double>(lever.options.size() - 1));
    else
      for (std::size_t o = 0; o < lever.options.size(); ++o)
        at.push_back(static_cast<std::size_t>(mix[l]) == o ? 1 : 0);
  }
  return at;
}

OtherCost LeverSpace::other_cost(const Mix& mix) const {
  OtherCost sum;
  for (std::size_t l = 0; l < levers_.size(); ++l) {
    const Lever& lever = levers_[l];
    const double times = lever.is_range() ? mix[l] - lever.baseline : mix[l];
    sum.lump += times * lever.other.lump, sum.monthly += times * lever.other.monthly;
  }
  return sum;
}

Values LeverSpace::values(const Mix& mix) const {
  Values all;
  for (std::size_t l = 0; l < levers_.size(); ++l) {
    const Lever& lever = levers_[l];
    if (lever.is_range())
      all[lever.key] = mix[l];
    else
      for (const auto& [key, value] : lever.options[static_cast<std::size_t>(mix[l])].set)
        all[key] = value;
  }
  return all;
}

}  // namespace swadaya
