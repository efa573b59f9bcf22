// What launchers say of the processes that they started.
#include <cstdlib>
#include <gtest/gtest.h>

#include "sim/jobs/ranks.hpp"

namespace swadaya {

TEST(Launch, IsReadFromWhatLaunchersSay) {
  const auto with = [](const std::vector<std::pair<const char*, const char*>>& variables) {
    for (const auto& [name, value] : variables) setenv(name, value, 1);
    const Launch found = launch();
    for (const auto& [name, value] : variables) unsetenv(name);
    return std::pair{found.processes, found.number};
  };
  EXPECT_EQ(with({}), (std::pair{1, 0}));
  EXPECT_EQ(with({{"OMPI_COMM_WORLD_SIZE", "4"}, {"OMPI_COMM_WORLD_RANK", "3"}}),
            (std::pair{4, 3}));
  EXPECT_EQ(with({{"PMI_SIZE", "2"}, {"PMI_RANK", "1"}}), (std::pair{2, 1}));
  EXPECT_EQ(with({{"SLURM_STEP_NUM_TASKS", "16"}, {"SLURM_PROCID", "5"}}), (std::pair{16, 5}));
  // A batch script: one process, however many tasks it may start.
  EXPECT_EQ(with({{"SLURM_NTASKS", "16"}, {"SLURM_PROCID", "0"}}), (std::pair{1, 0}));
  EXPECT_EQ(with({{"OMPI_COMM_WORLD_SIZE", "many"}}), (std::pair{1, 0}));
}

}  // namespace swadaya
