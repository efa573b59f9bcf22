// Processes that mpirun or srun started together, and bytes between them. Rank 0 leads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace swadaya {

using Bytes = std::vector<std::byte>;

struct Message {
  int from;
  int kind;
  Bytes bytes;
};

// What a rank says of itself when it joins.
struct Process {
  std::string host;
  std::string build;        // version, commit and compiler of its program
  std::size_t threads = 1;  // its share of its host's cores, or what it is bound to
};

extern const bool built_with_mpi;

class Ranks {
 public:
  // Joins the other ranks where a launcher started several processes; without a launcher it is
  // alone and MPI isn't started. Throws BadInput where several were started that don't find each
  // other, or that aren't the same program: each by itself would do all of the work, into one
  // folder.
  Ranks();
  // Of rank 0: tells the others that there is nothing left to serve.
  ~Ranks();
  Ranks(const Ranks&) = delete;
  Ranks& operator=(const Ranks&) = delete;

  int number() const;
  int count() const { return static_cast<int>(all_.size()); }
  const std::vector<Process>& all() const { return all_; }  // by number; of rank 0

  // Plug-ins of the leader's catalogue, which the others load too.
  std::vector<std::string> plugins;

  std::uint64_t rounds = 0;  // that the leader has begun

  // All calls from the thread that made this. Neither waits for the other side.
  void send(int to, int kind, std::shared_ptr<const Bytes> bytes);
  std::optional<Message> received();

  static constexpr int end = 0;  // kind of the last message to each rank

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;  // nullptr: alone
  std::vector<Process> all_;
};

// What a launcher says in the environment: how many processes it started, and which of them this
// is. Without one: 1 and 0.
struct Launch {
  int processes = 1, number = 0;
};
Launch launch();

}  // namespace swadaya
