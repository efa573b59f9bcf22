#include "sim/explorer/connection.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <fmt/format.h>
#include <poll.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace swadaya {

namespace {

constexpr std::string_view end_of_head = "\r\n\r\n";

bool begins_with_name(std::string_view line, std::string_view name) {
  return line.size() > name.size() && line[name.size()] == ':' &&
         std::equal(name.begin(), name.end(), line.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

// What the library would trip over before it asks whether a request is wanted.
std::optional<std::string> fault_of(std::string_view head, std::size_t most_lines) {
  if (head.find('\0') != std::string_view::npos) return "400 no header has a zero in it";
  std::size_t lines = 0;
  for (std::size_t at = 0; at < head.size(); ++lines) {
    const std::size_t end = std::min(head.find("\r\n", at), head.size());
    if (begins_with_name(head.substr(at, end - at), "range")) return "416 answers are whole";
    at = end + 2;
  }
  if (lines > most_lines) return "431 too many headers";
  return std::nullopt;
}

}  // namespace

Connection::Connection(int socket, const ConnectionLimits& limits)
    : socket_{socket}, limits_{limits} {}

Connection::~Connection() {
  take_leave();
  close(socket_);
}

// A close with bytes unread takes the answer back, so those that are on their way are read first.
void Connection::take_leave() {
  shutdown(socket_, SHUT_WR);
  const Clock::time_point until = Clock::now() + std::chrono::milliseconds{500};
  std::array<char, 16384> thrown_away;
  for (std::size_t left = limits_.bytes; wait(POLLIN, until);) {
    const ssize_t n = recv(socket_, thrown_away.data(), thrown_away.size(), MSG_DONTWAIT);
    if (n <= 0 || static_cast<std::size_t>(n) >= left) return;
    left -= static_cast<std::size_t>(n);
  }
}

bool Connection::wait(short what, Clock::time_point until) const {
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left < 0) return false;
    pollfd one{socket_, what, 0};
    const int ready = poll(&one, 1, static_cast<int>(left) + 1);
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) return false;
  }
}

std::ptrdiff_t Connection::receive(char* to, std::size_t size) {
  size = std::min(size, limits_.bytes - received_);
  if (size == 0) return -1;
  for (;;) {
    if (!wait(POLLIN, begun_ + limits_.request)) return -1;
    const ssize_t n = recv(socket_, to, size, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) continue;
    if (n > 0) received_ += static_cast<std::size_t>(n);
    return n;
  }
}

std::optional<std::string> Connection::refusal() {
  std::array<char, 4096> piece;
  std::size_t end = std::string::npos;
  while (end == std::string::npos) {
    if (ahead_.size() > limits_.head) return "431 the headers are too long";
    const std::ptrdiff_t n = receive(piece.data(), piece.size());
    if (n <= 0) return ahead_.empty() || n == 0 ? "" : "408 the request came too slowly";
    const std::size_t before = ahead_.size();
    ahead_.append(piece.data(), static_cast<std::size_t>(n));
    end = ahead_.find(end_of_head, before - std::min(before, end_of_head.size() - 1));
  }
  if (end > limits_.head) return "431 the headers are too long";
  return fault_of(std::string_view{ahead_}.substr(0, end), limits_.lines);
}

std::ptrdiff_t Connection::read(char* to, std::size_t size) {
  if (given_ == ahead_.size()) return receive(to, size);
  size = std::min(size, ahead_.size() - given_);
  std::copy_n(ahead_.data() + given_, size, to);
  given_ += size;
  return static_cast<std::ptrdiff_t>(size);
}

std::ptrdiff_t Connection::write(const char* from, std::size_t size) {
  const Clock::time_point until = Clock::now() + limits_.answer;
  for (std::size_t done = 0; done < size;) {
    if (!wait(POLLOUT, until)) return -1;
    const ssize_t n = send(socket_, from + done, size - done, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (n < 0 && errno != EAGAIN && errno != EINTR) return -1;
    if (n > 0) done += static_cast<std::size_t>(n);
  }
  return static_cast<std::ptrdiff_t>(size);
}

void Connection::refuse(const std::string& status) {
  const std::string text = status.substr(std::min<std::size_t>(4, status.size())) + "\n";
  const std::string answer = fmt::format(
      "HTTP/1.1 {}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{}",
      status, text.size(), text);
  write(answer.data(), answer.size());
}

bool Connection::is_readable() {
  return given_ < ahead_.size() || wait(POLLIN, begun_ + limits_.request);
}

// Of a stream that runs for minutes: whether somebody is there still.
bool Connection::is_writable() {
  char next;
  const ssize_t n = recv(socket_, &next, 1, MSG_PEEK | MSG_DONTWAIT);
  const bool open = n > 0 || (n < 0 && (errno == EAGAIN || errno == EINTR));
  return open && wait(POLLOUT, Clock::now() + limits_.answer);
}

}  // namespace swadaya
