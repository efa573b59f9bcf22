#include "sim/designs/generations.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

#include "sim/jobs/run_jobs.hpp"
#include "sim/results/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

std::string fresh_folder(const std::string& name) {
  std::string folder =
      std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/" + name;
  std::filesystem::remove_all(folder);
  return folder;
}

Experiment small_experiment() {
  return experiment_from(
      std::string{small_ward} +
      "[experiment]\nreplicates = 2\nseed = 3\n[[variant]]\nname = \"base\"\n[[variant]]\n"
      "name = \"own\"\nset = { \"socialization.q_other\" = 0.0127 }\n");
}

// Runs jobs until `jobs` of them are done.
RunMissing runner(Store& store, std::size_t& jobs) {
  return [&](const Experiment& e, std::size_t first, const std::vector<int>& months) {
    const std::vector<Finished> stored = store.finished();
    Work work;
    work.threads = 1;
    for (const auto& [v, r] : stored)
      if (v >= first && v < first + e.variants.size()) work.done.push_back({v - first, r});
    work.go_on = [&] { return jobs > 0; };
    return run_jobs(e, all_models(), work, [&](const Job& job, const std::vector<Series>& all) {
      std::vector<std::size_t> numbers;
      for (const std::size_t v : job.variants) numbers.push_back(first + v);
      store.add(job.replicate, numbers, all, months);
      --jobs;
    });
  };
}

// Three generations of four points, each around the best of the one before, worlds of their own for
// every two points; the last keeps every month.
bool climb(Generations& generations) {
  const std::size_t informed = *outcome_index("informed");
  double centre = 0.05;
  for (int g = 1; g <= 3; ++g) {
    std::vector<Variant> points;
    std::vector<double> at;
    for (std::uint32_t p = 0; p < 4; ++p) {
      at.push_back(centre * (0.5 + 0.25 * p));
      Variant point;
      point.name = fmt::format("g{}-p{}", g, p + 1);
      point.title = fmt::format("q_other {}", at.back());
      point.scenario =
          moved(generations.experiment().variants[0], {{"socialization.q_other", at.back()}});
      point.first_world = 10 * static_cast<std::uint32_t>(g) + 2 * (p / 2);
      points.push_back(std::move(point));
    }
    const auto first = generations.run(points, g < 3 ? std::vector<int>{6} : std::vector<int>{});
    if (!first) return false;
    double best = -1;
    for (std::size_t p = 0; p < 4; ++p) {
      const Sample sample = generations.store().sample_so_far(*first + p, {6});
      const double mean = summary_of(sample.values(6, informed)).mean;
      if (mean > best) best = mean, centre = at[p];
    }
  }
  return true;
}

bool search(const Experiment& experiment, Store& store, std::size_t jobs) {
  Generations generations{experiment, store, runner(store, jobs)};
  return runner(store, jobs)(experiment, 0, {}) && climb(generations);
}

}  // namespace

TEST(Generations, EndWithTheSameBitsWhereverTheyWereStopped) {
  const Experiment experiment = small_experiment();
  Store whole{fresh_folder("whole"), experiment, Existing::refuse};
  ASSERT_TRUE(search(experiment, whole, 1000));
  ASSERT_EQ(whole.variants().size(), 2u + 12u);
  EXPECT_EQ(whole.variants()[2].name, "g1-p1");
  EXPECT_EQ(whole.variants()[13].first_world, 32u);
  const std::string torn_folder = fresh_folder("torn");
  std::size_t sittings = 0;
  { const Store made{torn_folder, experiment, Existing::refuse}; }
  for (bool done = false; !done; ++sittings) {
    Store torn = Store::open(torn_folder, Access::write);
    done = search(experiment, torn, 1);
  }
  EXPECT_GT(sittings, 10u);
  Store torn = Store::open(torn_folder, Access::write);
  EXPECT_EQ(torn.variants(), whole.variants());
  whole.load();
  EXPECT_EQ(torn.complete_replicates(), 2u);
  EXPECT_EQ(whole.complete_replicates(), 2u);
  ASSERT_EQ(torn.finished(), whole.finished());
  for (const Finished& one : whole.finished())
    ASSERT_TRUE(same_bits(torn.series(one.variant, one.replicate),
                          whole.series(one.variant, one.replicate)));
}

TEST(Generations, KeepTheMonthsAskedFor) {
  const Experiment experiment = small_experiment();
  Store store{fresh_folder("months"), experiment, Existing::refuse};
  ASSERT_TRUE(search(experiment, store, 1000));
  const std::size_t informed = *outcome_index("informed");
  const Series some = store.series(2, 0), all = store.series(13, 0);
  ASSERT_EQ(some.months, 30);
  for (const int month : {0, 6, 30}) EXPECT_TRUE(std::isfinite(some.at(month, informed))) << month;
  for (const int month : {1, 7, 29}) EXPECT_TRUE(std::isnan(some.at(month, informed))) << month;
  for (int month = 0; month <= 30; ++month) EXPECT_TRUE(std::isfinite(all.at(month, informed)));
}

TEST(Generations, RefuseAFolderWithOtherPoints) {
  const Experiment experiment = small_experiment();
  Store store{fresh_folder("other"), experiment, Existing::refuse};
  ASSERT_TRUE(search(experiment, store, 1000));
  std::vector<Variant> others(1);
  others[0].name = "g1-p1";
  others[0].title = "q_other 0.5";
  try {
    store.add_variants(2, others);
    FAIL();
  } catch (const BadInput& bad) {
    EXPECT_TRUE(has(bad.what(), "q_other 0.5") && has(bad.what(), "another folder")) << bad.what();
  }
}

TEST(Generations, MoveEverythingButWhatAVariantSetsItself) {
  const Experiment experiment = small_experiment();
  // The same value as the base's, but said.
  EXPECT_TRUE(experiment.variants[1].sets.contains("socialization.q_other"));
  for (const std::size_t v : {0u, 1u}) {
    const Scenario s = moved(
        experiment.variants[v],
        {{"socialization.q_other", 0.2}, {"lending.norm", 0.9}, {"lending.of_another_model", 1.0}});
    EXPECT_EQ(std::get<double>(s.values.at("socialization.q_other")), v == 0 ? 0.2 : 0.0127);
    EXPECT_EQ(std::get<double>(s.values.at("lending.norm")), 0.9);
    EXPECT_FALSE(s.values.contains("lending.of_another_model"));
  }
  // And still said when the experiment is written out and read again.
  const Experiment again = experiment_from(resolved_toml(experiment, all_models()));
  EXPECT_TRUE(again.variants[1].sets.contains("socialization.q_other"));
}

// Worlds are numbered through: the second world of one point is the first of another.
TEST(Generations, GivePointsWorldsOfTheirOwn) {
  Experiment experiment = small_experiment();
  experiment.variants[1] = experiment.variants[0];
  experiment.variants[1].first_world = 1;
  std::vector<std::vector<Series>> series(2, std::vector<Series>(2));
  run_jobs(experiment, all_models(), {}, [&](const Job& job, const std::vector<Series>& all) {
    for (std::size_t i = 0; i < job.variants.size(); ++i)
      series[job.variants[i]][job.replicate] = all[i];
  });
  EXPECT_TRUE(same_bits(series[0][1], series[1][0]));
  EXPECT_FALSE(same_bits(series[0][0], series[1][0]));
}

}  // namespace swadaya
