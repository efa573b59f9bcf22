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

namespace {

// Of replicate 0.
std::vector<Job> batches_of(const Experiment& experiment) {
  std::vector<std::vector<std::size_t>> groups;
  std::unordered_map<std::string, std::size_t> group_of;
  for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
    const auto [at, is_new] = group_of.try_emplace(kind_of(experiment.variants[v]), groups.size());
    if (is_new) groups.emplace_back();
    groups[at->second].push_back(v);
  }
  std::vector<Job> jobs;
  for (const auto& group : groups)
    for (std::size_t first = 0; first < group.size(); first += pack_width) {
      const std::size_t last = std::min(group.size(), first + pack_width);
      const auto begin = group.begin();
      jobs.push_back(
          {0,
           {begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last)},
           group[0]});
    }
  return jobs;
}

}  // namespace

std::vector<Job> jobs_of(const Experiment& experiment) {
  const std::vector<Job> batches = batches_of(experiment);
  std::vector<Job> jobs;
  for (std::uint32_t replicate = 0; replicate < experiment.replicates; ++replicate)
    for (const Job& batch : batches) jobs.push_back({replicate, batch.variants, batch.world});
  return jobs;
}

JobsLeft::JobsLeft(const Experiment& experiment, const std::vector<Finished>& done)
    : experiment_{experiment}, batches_{batches_of(experiment)} {
  std::vector<std::size_t> batch_of_variant(experiment.variants.size());
  double cost_of_a_replicate = 0;
  for (std::size_t b = 0; b < batches_.size(); ++b) {
    for (const std::size_t v : batches_[b].variants) batch_of_variant[v] = b;
    of_world_[batches_[b].world].push_back(b);
    costs_.push_back(cost_of(batches_[b], experiment));
    cost_of_a_replicate += costs_.back();
  }
  count_ = planned();
  cost_of_all_ = cost_of_a_replicate * experiment.replicates;
  for (const auto& [variant, replicate] : done) {
    if (replicate >= experiment.replicates) continue;
    const std::size_t batch = batch_of_variant.at(variant);
    const Job whole{replicate, batches_[batch].variants, batches_[batch].world};
    Job& left = begun_.try_emplace(replicate * batches_.size() + batch, whole).first->second;
    std::erase(left.variants, variant);
  }
  for (const auto& [number, left] : begun_) {
    cost_of_all_ -= costs_[number % batches_.size()];
    if (left.variants.empty())
      --count_;
    else
      cost_of_all_ += cost_of(left, experiment);
  }
}

bool JobsLeft::has(std::size_t number) const {
  const auto at = begun_.find(number);
  return at == begun_.end() || !at->second.variants.empty();
}

Job JobsLeft::job(std::size_t number) const {
  if (const auto at = begun_.find(number); at != begun_.end()) return at->second;
  const Job& batch = batches_.at(number % batches_.size());
  return {static_cast<std::uint32_t>(number / batches_.size()), batch.variants, batch.world};
}

double JobsLeft::cost(std::size_t number) const {
  const auto at = begun_.find(number);
  if (at == begun_.end()) return costs_[number % batches_.size()];
  return at->second.variants.empty() ? 0 : cost_of(at->second, experiment_);
}

std::size_t JobsLeft::in_world_of(const Job& job) const {
  std::size_t count = 0;
  for (const std::size_t batch : of_world_.at(job.world))
    count += has(job.replicate * batches_.size() + batch);
  return count;
}

}  // namespace swadaya
