// One request over a socket, and its answer. However slowly bytes drip in or are taken, and however
// many they are, it comes to an end: limits hold for the whole of a request, not for one read.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace swadaya {

struct ConnectionLimits {
  std::chrono::milliseconds request{10'000};  // from the first byte waited for to the last
  std::chrono::milliseconds answer{20'000};   // a piece of it
  std::size_t head = 32 * 1024;               // bytes of the request line and its headers
  std::size_t lines = 100;                    // of them
  std::size_t bytes = 1024 * 1024;            // of all, with what a chunked body adds
};

class Connection {
 public:
  // Closes the socket at its end.
  Connection(int socket, const ConnectionLimits& limits);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Why a request isn't even read, as an answer's first line has it: "431 too many headers".
  // Nothing where its head is here whole; "" where nobody asked anything.
  std::optional<std::string> refusal();
  // As the calls of these names; a read first gives what `refusal` has read. -1 past a limit.
  std::ptrdiff_t read(char* to, std::size_t size);
  std::ptrdiff_t write(const char* from, std::size_t size);
  // Answers with a status line and its reason as the text.
  void refuse(const std::string& status);

  bool is_readable();
  bool is_writable();
  int socket() const { return socket_; }

 private:
  using Clock = std::chrono::steady_clock;
  bool wait(short what, Clock::time_point until) const;
  std::ptrdiff_t receive(char* to, std::size_t size);
  void take_leave();

  int socket_;
  const ConnectionLimits limits_;
  const Clock::time_point begun_ = Clock::now();
  std::string ahead_;  // read, and not given yet
  std::size_t given_ = 0, received_ = 0;
};

}  // namespace swadaya
