// Without MPI: every process is alone.
#include <fmt/format.h>

#include "sim/base/error.hpp"
#include "sim/base/parallel.hpp"
#include "sim/jobs/ranks.hpp"

namespace swadaya {

const bool built_with_mpi = false;

struct Ranks::Connection {};

Ranks::Ranks() {
  all_.resize(1);
  all_[0].threads = threads_available();
  if (const int processes = launch().processes; processes > 1)
    throw BadInput{Problem{
        "", 0, 0, "", "",
        fmt::format("{} processes were started together, but this swadaya was built without "
                    "MPI: each would do all of the work, into one folder",
                    processes),
        "install libopenmpi-dev and build again, or start it without mpirun"}};
}

Ranks::~Ranks() = default;
int Ranks::number() const { return 0; }
void Ranks::send(int, int, std::shared_ptr<const Bytes>) {}
std::optional<Message> Ranks::received() { return std::nullopt; }

}  // namespace swadaya
