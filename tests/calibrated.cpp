#include "tests/calibrated.hpp"

#include <filesystem>

#include "sim/jobs/run_jobs.hpp"
#include "sim/results/store.hpp"
#include "tests/stage.hpp"

namespace swadaya {

CalibrationResult calibrated(const Experiment& experiment) {
  const std::string folder =
      std::filesystem::path{file_with("keep", "")}.parent_path().string() + "/results";
  std::filesystem::remove_all(folder);
  Store store{folder, experiment, Existing::refuse};
  const RunMissing run = [&](const Experiment& e, std::size_t first,
                             const std::vector<int>& months) {
    return run_jobs(e, all_models(), {}, [&](const Job& job, const std::vector<Series>& all) {
      std::vector<std::size_t> numbers;
      for (const std::size_t v : job.variants) numbers.push_back(first + v);
      store.add(job.replicate, numbers, all, months);
    });
  };
  Generations generations{experiment, store, run};
  EXPECT_TRUE(run(experiment, 0, {}) && calibration_search(experiment).go(generations));
  return calibration_result(experiment, store);
}

}  // namespace swadaya
