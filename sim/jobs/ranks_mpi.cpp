// With MPI. The only file that knows it.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <fmt/format.h>
#include <list>
#include <mpi.h>
#include <thread>
#include <utility>

#include "sim/base/error.hpp"
#include "sim/base/parallel.hpp"
#include "sim/base/version.hpp"
#include "sim/jobs/ranks.hpp"

namespace swadaya {

const bool built_with_mpi = true;

// MPI ends the program where a call fails, so that none returns an error.
struct Ranks::Connection {
  Connection() {
    int granted = 0;
    MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &granted);
    MPI_Comm_size(MPI_COMM_WORLD, &count);
    MPI_Comm_rank(MPI_COMM_WORLD, &number);
  }
  ~Connection() {
    while (!on_the_way.empty()) forget_what_arrived();
    MPI_Finalize();
  }
  void forget_what_arrived() {
    std::erase_if(on_the_way, [](Sent& sent) {
      int has_arrived = 0;
      MPI_Test(&sent.request, &has_arrived, MPI_STATUS_IGNORE);
      return has_arrived != 0;
    });
  }

  struct Sent {
    MPI_Request request;
    std::shared_ptr<const Bytes> bytes;
  };
  int count = 1, number = 0;
  std::list<Sent> on_the_way;
};

namespace {

// As it goes over the wire; texts end with a zero.
struct Introduction {
  std::array<char, 256> host{}, build{};
  std::uint64_t threads = 1;
};

template <std::size_t n>
void put(std::array<char, n>& into, const std::string& text) {
  std::memcpy(into.data(), text.data(), std::min(text.size(), n - 1));
}

Introduction introduction() {
  Introduction own;
  MPI_Comm here;
  MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &here);
  int ranks_here = 1;
  MPI_Comm_size(here, &ranks_here);
  MPI_Comm_free(&here);
  const std::size_t share = std::max<std::size_t>(
      1, cores_of_machine() / static_cast<std::size_t>(std::max(ranks_here, 1)));
  own.threads = std::min(threads_available(), share);
  std::array<char, MPI_MAX_PROCESSOR_NAME> host{};
  int length = 0;
  MPI_Get_processor_name(host.data(), &length);
  put(own.host, host.data());
  put(own.build, fmt::format("swadaya {} ({}), {}", version, commit, compiler));
  return own;
}

}  // namespace

Ranks::Ranks() {
  all_.resize(1);
  all_[0].threads = threads_available();
  const Launch started = launch();
  if (started.processes <= 1) return;
  connection_ = std::make_unique<Connection>();
  if (connection_->count != started.processes)
    throw BadInput{
        Problem{"", 0, 0, "", "",
                fmt::format("{} processes were started together, but MPI finds {} of them",
                            started.processes, connection_->count),
                "start them with the mpirun of the MPI that swadaya was built with, or "
                "with srun --mpi=pmix"}};
  Introduction own = introduction();
  std::vector<Introduction> all(static_cast<std::size_t>(connection_->count));
  MPI_Allgather(&own, sizeof own, MPI_BYTE, all.data(), sizeof own, MPI_BYTE, MPI_COMM_WORLD);
  all_.clear();
  for (const Introduction& one : all)
    all_.push_back({one.host.data(), one.build.data(), static_cast<std::size_t>(one.threads)});
  for (const Process& other : all_)
    if (other.build != all_[0].build)
      throw BadInput{Problem{other.host, 0, 0, "", "",
                             fmt::format("runs {}; rank 0 runs {}", other.build, all_[0].build),
                             "the same program must run on all machines"}};
}

// Each says goodbye to rank 0, which takes until then whatever is still on its way to it.
Ranks::~Ranks() {
  if (!connection_) return;
  if (number() != 0) {
    send(0, end, std::make_shared<const Bytes>());
    return;
  }
  for (int to = 1; to < count(); ++to) send(to, end, std::make_shared<const Bytes>());
  for (int gone = 1; gone < count();) {
    const auto message = received();
    if (!message)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    else if (message->kind == end)
      ++gone;
  }
}

int Ranks::number() const { return connection_ ? connection_->number : 0; }

void Ranks::send(int to, int kind, std::shared_ptr<const Bytes> bytes) {
  connection_->forget_what_arrived();
  auto& sent = connection_->on_the_way.emplace_back();
  sent.bytes = std::move(bytes);
  MPI_Isend(sent.bytes->data(), static_cast<int>(sent.bytes->size()), MPI_BYTE, to, kind,
            MPI_COMM_WORLD, &sent.request);
}

std::optional<Message> Ranks::received() {
  if (!connection_) return std::nullopt;
  connection_->forget_what_arrived();
  int is_there = 0;
  MPI_Message handle;
  MPI_Status status;
  MPI_Improbe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &is_there, &handle, &status);
  if (!is_there) return std::nullopt;
  int size = 0;
  MPI_Get_count(&status, MPI_BYTE, &size);
  Message message{status.MPI_SOURCE, status.MPI_TAG, Bytes(static_cast<std::size_t>(size))};
  MPI_Mrecv(message.bytes.data(), size, MPI_BYTE, &handle, MPI_STATUS_IGNORE);
  return message;
}

}  // namespace swadaya
