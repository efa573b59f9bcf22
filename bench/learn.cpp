// What to measure next, as large as it may come: 500 draws of twelve parameters, two worlds each,
// nine packages.
#include "sim/designs/learn.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <string>

#include "sim/results/in_memory.hpp"
#include "sim/world/stream.hpp"

namespace {

using namespace swadaya;

const std::vector<std::string> keys{
    "lending.norm",    "lending.erosion", "lending.habit",         "lending.instalment",
    "lending.penalty", "lending.social",  "lending.tau",           "groups.breaks",
    "groups.contact",  "groups.founding", "socialization.q_other", "facilitation.learning"};

}  // namespace

static void learn_of_500_draws(benchmark::State& state) {
  Experiment e;
  e.replicates = 1000;
  e.variants.resize(9);
  e.outcomes = {"recovery"};
  e.answer = "recovery";
  e.months_shown = {1};
  e.posterior.keys = keys;
  const Dice dice{1, 0};
  Stream random{dice, "bench.learn"};
  for (int i = 0; i < 500; ++i) {
    e.posterior.sample.points.emplace_back();
    for (std::size_t k = 0; k < keys.size(); ++k)
      e.posterior.sample.points.back().push_back(random.uniform());
    e.posterior.sample.weights.push_back(1.0 / 500);
  }
  e.posterior.deal(e.replicates, e.worlds_per_draw, e.seed);
  for (std::size_t v = 0; v < e.variants.size(); ++v) {
    e.variants[v].name = fmt::format("package-{}", v);
    e.variants[v].scenario.months = 1;
  }
  ResultsInMemory results{e};
  const std::size_t recovery = *outcome_index("recovery"), cost = *outcome_index("cost_kRp");
  for (std::uint32_t r = 0; r < e.replicates; ++r)
    for (std::size_t v = 0; v < e.variants.size(); ++v) {
      const Values at = e.posterior.values(r);
      const double x = std::get<double>(at.at(keys[v])), y = std::get<double>(at.at(keys[v + 1]));
      Series series{1, std::vector<double>(2 * outcomes().size(), 0.0)};
      series.values[outcomes().size() + recovery] =
          0.4 + 0.3 * x * y + 0.01 * static_cast<double>(v) + 0.05 * random.uniform();
      series.values[outcomes().size() + cost] = 2000 * static_cast<double>(v) + 500 * y;
      results.add(r, {v}, {series});
    }
  for (auto _ : state) benchmark::DoNotOptimize(learnt_from(e, results));
}
BENCHMARK(learn_of_500_draws)->Unit(benchmark::kMillisecond);
