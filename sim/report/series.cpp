#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/report/parts.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_numbers = 180000;  // in all fans together
constexpr std::size_t most_months = 73;       // of a curve on paper
constexpr double steps = 5000;                // from zero to the largest value of an outcome
constexpr std::size_t mean = 2;               // among what a fan is of
constexpr double finer = 10;  // steps of the mean, which tables write out, to one of the others

// Evenly over the run, with those shown.
std::vector<int> months_drawn(int last, const std::vector<int>& shown, std::size_t most) {
  std::set<int> months(shown.begin(), shown.end());
  const auto all = static_cast<std::size_t>(last) + 1;
  const auto stride = static_cast<int>((all + most - 1) / most);
  for (int month = 0; month <= last; month += stride) months.insert(month);
  months.insert(last);
  return {months.begin(), months.end()};
}

// The mean, which the words and tables tell of, between the quantiles of the worlds.
using Spread = std::array<double, 5>;
using Fan = std::vector<Spread>;  // by month

std::vector<Fan> fans_of(const Sample& sample, const std::vector<int>& months) {
  std::vector<Fan> fans(outcomes().size());
  for (std::size_t k = 0; k < fans.size(); ++k)
    for (const int month : months) {
      const Summary s = summary_of(sample.values(month, k));
      fans[k].push_back({s.q05, s.q25, s.mean, s.q75, s.q95});
    }
  return fans;
}

// In whole steps, each from the last that there was.
nlohmann::json changes(const Fan& fan, std::size_t which, double step) {
  nlohmann::json all = nlohmann::json::array();
  std::int64_t last = 0;
  for (const Spread& q : fan) {
    if (!std::isfinite(q[which])) {
      all.push_back(nullptr);
      continue;
    }
    const auto now = static_cast<std::int64_t>(std::llround(q[which] / step));
    all.push_back(now - last);
    last = now;
  }
  return all;
}

nlohmann::json fan_json(const Fan& fan, double step) {
  nlohmann::json rows = nlohmann::json::array();
  for (std::size_t q = 0; q < 5; ++q)
    rows.push_back(changes(fan, q, q == mean ? step / finer : step));
  return rows;
}

}  // namespace

nlohmann::json report_series(const Experiment& experiment, const Store& store,
                             const std::vector<std::size_t>& variants) {
  const std::size_t per_month = 5 * outcomes().size() * variants.size();
  const std::vector<int> months =
      months_drawn(store.months(), report_months(experiment),
                   std::clamp(most_numbers / per_month, std::size_t{13}, most_months));
  std::vector<std::vector<Fan>> fans;
  nlohmann::json summaries = nlohmann::json::array();
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const Sample sample = store.sample(variants[i], months);
    fans.push_back(fans_of(sample, months));
    for (const int month : report_months(experiment))
      for (std::size_t k = 0; k < outcomes().size(); ++k)
        if (const Summary s = summary_of(sample.values(month, k)); s.n > 0)
          summaries.push_back({i, k, month, s.n, report_number(s.mean), report_number(s.q05),
                               report_number(s.q95)});
  }
  nlohmann::json sizes = nlohmann::json::array(), all(variants.size(), nlohmann::json::array());
  for (std::size_t k = 0; k < outcomes().size(); ++k) {
    double largest = 0;
    bool varies = false;
    for (const auto& own : fans)
      for (const Spread& q : own[k])
        for (const double x : q)
          if (std::isfinite(x)) {
            largest = std::max(largest, std::abs(x));
            varies = true;
          }
    const double step = largest > 0 ? largest / steps : 1;
    sizes.push_back(varies ? nlohmann::json(step) : nlohmann::json(nullptr));
    for (std::size_t i = 0; i < variants.size(); ++i)
      all[i].push_back(varies ? fan_json(fans[i][k], step) : nlohmann::json(nullptr));
  }
  return {{"months", months}, {"steps", sizes}, {"fans", all}, {"summaries", summaries}};
}

}  // namespace swadaya
