#include "sim/jobs/jobs.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>

#include "sim/base/pack.hpp"
#include "sim/world/draw.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

namespace {

// Everything that chance is drawn from, and what else the variants of a job share, as one text.
std::string kind_of(const Variant& variant) {
  const Scenario& scenario = variant.scenario;
  std::string kind = fmt::format("{} {} {}", variant.first_world, scenario.months,
                                 fmt::join(scenario.models, " "));
  const auto add = [&](const Value& value) {
    if (const auto* number = std::get_if<double>(&value))
      fmt::format_to(std::back_inserter(kind), "\n{}", *number);  // its shortest form is exact
    else if (const auto* text = std::get_if<std::string>(&value))
      fmt::format_to(std::back_inserter(kind), "\n{}:{}", text->size(), *text);
    else
      fmt::format_to(std::back_inserter(kind), "\n[{}]",
                     fmt::join(std::get<std::vector<double>>(value), " "));
  };
  for (const char* section : {"network.", "world."})
    for (auto at = scenario.values.lower_bound(section);
         at != scenario.values.end() && at->first.starts_with(section); ++at)
      add(at->second);
  return kind;
}

// A batch of v lanes costs about 4 + v: the dice, the neighbours' numbers and the world are shared.
double cost_of_batch(std::size_t v) { return 4.0 + static_cast<double>(v); }

// Drawing a world takes as long as this many months of it would with no variant at all.
constexpr double months_of_drawing = 8;

// Where they come from files, a ward's: what else a run costs is small beside it.
constexpr double households_guessed = 10'450;

double households_of(const Scenario& s) {
  return households_in_figures(s.values).value_or(households_guessed);
}

}  // namespace

// What is left of n variants goes in batches of a power of two, so nine go as 8 + 1, and fifteen as
// 16.
std::size_t batch_of(std::size_t n) {
  if (n >= pack_width) return pack_width;
  std::size_t power = 1;
  while (power * 2 <= n) power *= 2;
  double split = 0;
  for (std::size_t left = n, v = power; left > 0; v /= 2)
    if (left >= v) split += cost_of_batch(v), left -= v;
  return cost_of_batch(power * 2) < split ? n : power;
}

double cost_of(const Job& job, const Experiment& experiment) {
  const Scenario& scenario = experiment.variants[job.variants[0]].scenario;
  double lanes = 0;
  for (std::size_t left = job.variants.size(); left > 0;) {
    const std::size_t batch = batch_of(left);
    lanes += cost_of_batch(batch);
    left -= batch;
  }
  return households_of(scenario) * (scenario.months * lanes + months_of_drawing * cost_of_batch(0));
}

std::optional<double> household_months_of(const Experiment& experiment) {
  const int parted = experiment.branch_at.value_or(experiment.from_month);
  double all = 0;
  const auto add = [&](const Variant& variant, int months) {
    const auto households = households_in_figures(variant.scenario.values);
    if (households) all += *households * months;
    return households.has_value();
  };
  if (!add(experiment.variants[0], parted - experiment.from_month)) return std::nullopt;
  for (const Variant& variant : experiment.variants)
    if (!add(variant, variant.scenario.months - parted)) return std::nullopt;
  return all * experiment.replicates;
}

std::vector<Job> jobs_of(const Experiment& experiment) {
  std::vector<std::vector<std::size_t>> groups;
  std::unordered_map<std::string, std::size_t> group_of;
  for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
    const auto [at, is_new] = group_of.try_emplace(kind_of(experiment.variants[v]), groups.size());
    if (is_new) groups.emplace_back();
    groups[at->second].push_back(v);
  }
  std::vector<Job> jobs;
  for (std::uint32_t replicate = 0; replicate < experiment.replicates; ++replicate)
    for (const auto& group : groups)
      for (std::size_t first = 0; first < group.size(); first += pack_width) {
        const std::size_t last = std::min(group.size(), first + pack_width);
        const auto begin = group.begin();
        jobs.push_back({replicate,
                        {begin + static_cast<std::ptrdiff_t>(first),
                         begin + static_cast<std::ptrdiff_t>(last)},
                        group[0]});
      }
  return jobs;
}

}  // namespace swadaya
