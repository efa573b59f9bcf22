#include <cstdlib>

#include "sim/jobs/ranks.hpp"

namespace swadaya {

namespace {

std::optional<int> number_in(const char* variable) {
  const char* text = std::getenv(variable);
  if (!text || !*text) return std::nullopt;
  char* rest = nullptr;
  const long number = std::strtol(text, &rest, 10);
  if (*rest || number < 0 || number > 1'000'000) return std::nullopt;
  return static_cast<int>(number);
}

}  // namespace

Launch launch() {
  // Open MPI's mpirun; MPICH's, and srun with PMI; srun. A batch script of Slurm's has no step, and
  // is one process whatever SLURM_NTASKS says.
  struct Variables {
    const char *processes, *number;
  };
  for (const Variables& v : {Variables{"OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_RANK"},
                             {"PMI_SIZE", "PMI_RANK"},
                             {"SLURM_STEP_NUM_TASKS", "SLURM_PROCID"}})
    if (const auto processes = number_in(v.processes))
      return {*processes, number_in(v.number).value_or(0)};
  return {};
}

}  // namespace swadaya
