// The project's benchmarks: the same workloads as the tests, and beside them what the machine
// itself allows.
#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <numeric>
#include <string>
#include <unistd.h>
#include <vector>

#include "models/all.hpp"
#include "sim/base/parallel.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/month/simulation.hpp"
#include "sim/world/draw.hpp"

namespace {

using namespace swadaya;

const Catalogue& catalogue() {
  static const Catalogue all{models::all()};
  return all;
}

// Every default; `changes` as on the command line.
Scenario scenario_with(const std::vector<std::string>& changes) {
  namespace fs = std::filesystem;
  const fs::path empty = fs::temp_directory_path() / fmt::format("swadaya-bench-{}.toml", getpid());
  std::ofstream{empty};
  Scenario scenario = read_experiment(empty, catalogue(), {changes, {}, {}}).variants[0].scenario;
  fs::remove(empty);
  return scenario;
}

const std::vector<std::string> joining{"time.months=100",
                                       "world.rw_per_ward=1",
                                       "world.rt_per_rw=1",
                                       "world.households_per_rt=100000",
                                       "world.elite=0",
                                       "network.generator=small-world",
                                       "models.coordination=on-time",
                                       "models.socialization=everyone-knows",
                                       "models.attitude=fixed",
                                       "models.participation=peer-share",
                                       "models.groups=random",
                                       "models.facilitation=none",
                                       "models.targeting=lottery",
                                       "models.lending=none",
                                       "models.supervision=none",
                                       "models.welfare=fixed",
                                       "groups.founding=0",
                                       "targeting.quota=0"};

void count(benchmark::State& state, const World& world, int months, std::size_t lanes,
           const Simulation& simulation) {
  const double cells = static_cast<double>(world.households) * months * static_cast<double>(lanes);
  state.counters["ns_per_cell"] =
      benchmark::Counter(cells * 1e-9 * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["household_steps"] = benchmark::Counter(
      cells * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["bytes_per_cell"] =
      static_cast<double>(simulation.bytes()) / world.households / static_cast<double>(lanes);
}

// Months of the whole pipeline, recording included.
void ward(benchmark::State& state, const std::vector<std::string>& changes, int months) {
  const Scenario scenario = scenario_with(changes);
  const World world = draw_world(scenario.values, 1, 0);
  const auto lanes = static_cast<std::size_t>(state.range(0));
  const std::vector<const Scenario*> variants(lanes, &scenario);
  std::unique_ptr<Simulation> simulation;
  for (auto _ : state) {
    state.PauseTiming();
    simulation = std::make_unique<Simulation>(world, variants, catalogue(), Order::one_by_one);
    state.ResumeTiming();
    for (int month = 0; month < months; ++month) {
      simulation->step();
      benchmark::DoNotOptimize(simulation->outcomes_now());
    }
  }
  count(state, world, months, lanes, *simulation);
}

// One slot alone, filled by one model, in a ward that has run two years with it.
void slot(benchmark::State& state, Slot which, const std::string& model, std::size_t lanes) {
  const Scenario scenario = scenario_with(
      {fmt::format("models.{}={}", slot_names[static_cast<std::size_t>(which)], model)});
  const World world = draw_world(scenario.values, 1, 0);
  const std::vector<const Scenario*> variants(lanes, &scenario);
  Simulation simulation{world, variants, catalogue(), Order::one_by_one};
  while (simulation.month() < 24) simulation.step();
  for (auto _ : state) simulation.step_slot(which);
  count(state, world, 1, lanes, simulation);
}

void recording(benchmark::State& state, std::size_t lanes) {
  const Scenario scenario = scenario_with({});
  const World world = draw_world(scenario.values, 1, 0);
  const std::vector<const Scenario*> variants(lanes, &scenario);
  Simulation simulation{world, variants, catalogue(), Order::one_by_one};
  for (auto _ : state) benchmark::DoNotOptimize(simulation.outcomes_now());
  count(state, world, 1, lanes, simulation);
}

void world(benchmark::State& state, const std::vector<std::string>& changes) {
  const Scenario scenario = scenario_with(changes);
  std::uint32_t replicate = 0;
  for (auto _ : state) benchmark::DoNotOptimize(draw_world(scenario.values, 1, replicate++));
}

void jobs(benchmark::State& state) {
  Experiment experiment;
  experiment.replicates = 16;
  for (int v = 0; v < 8; ++v)
    experiment.variants.push_back({"v" + std::to_string(v), "", scenario_with({})});
  Work work;
  work.threads = static_cast<std::size_t>(state.range(0));
  for (auto _ : state)
    run_jobs(experiment, catalogue(), work, [](const Job&, const std::vector<Series>&) {});
}

void stream(benchmark::State& state) {
  std::vector<float> a(1 << 24, 1.0f), b(a.size());
  for (auto _ : state) {
    for (std::size_t i = 0; i < a.size(); ++i) b[i] = a[i] * 1.5f;
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(a.size() * 8));
}

// Sums of ten neighbours of a ring with few far ties, the least that J2 has to do.
void gather(benchmark::State& state) {
  const Scenario scenario = scenario_with(joining);
  const World world = draw_world(scenario.values, 1, 0);
  std::vector<float> x(world.rows(), 1.0f), sums(world.rows());
  for (auto _ : state) {
    for (Household h = 0; h < world.rows(); ++h) {
      float sum = 0;
      for (const Household n : world.ties.of(h)) sum += x[n];
      sums[h] = sum;
    }
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(state.iterations() * world.households);
}

}  // namespace

int main(int argc, char** argv) {
  const auto ms = benchmark::kMillisecond;
  benchmark::RegisterBenchmark("ward", [](benchmark::State& s) { ward(s, {}, 36); })
      ->ArgName("lanes")
      ->Arg(1)
      ->Arg(8)
      ->Arg(16)
      ->Unit(ms);
  benchmark::RegisterBenchmark("participation", [](benchmark::State& s) { ward(s, joining, 100); })
      ->ArgName("lanes")
      ->Arg(1)
      ->Arg(16)
      ->Unit(ms);
  benchmark::RegisterBenchmark("world/ward", [](benchmark::State& s) { world(s, {}); })->Unit(ms);
  benchmark::RegisterBenchmark("world/participation", [](benchmark::State& s) {
    world(s, joining);
  })->Unit(ms);
  benchmark::RegisterBenchmark("jobs", jobs)
      ->ArgName("threads")
      ->Arg(1)
      ->Arg(2)
      ->Unit(ms)
      ->UseRealTime();
  // The month stands still while a slot is stepped alone: few times, or what waits for a later
  // month piles up.
  constexpr int steps = 48;
  for (const ModelInfo& model : catalogue().models())
    for (const std::size_t lanes : {1, 16})
      benchmark::RegisterBenchmark(
          fmt::format("slot/{}{}/lanes:{}", slot_names[static_cast<std::size_t>(model.slot)],
                      model.is_default ? "" : "/" + model.name, lanes)
              .c_str(),
          [slot_of = model.slot, name = model.name, lanes](benchmark::State& s) {
            slot(s, slot_of, name, lanes);
          })
          ->Iterations(steps);
  for (const std::size_t lanes : {1, 16})
    benchmark::RegisterBenchmark(("recording/lanes:" + std::to_string(lanes)).c_str(),
                                 [=](benchmark::State& s) { recording(s, lanes); });
  benchmark::RegisterBenchmark("limit/stream", stream)->Unit(ms);
  benchmark::RegisterBenchmark("limit/gather", gather)->Unit(ms);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
