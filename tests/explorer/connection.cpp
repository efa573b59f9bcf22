// Over a pair of sockets, of which the test holds the other end.
#include "sim/explorer/connection.hpp"

#include <array>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace swadaya {

namespace {

struct Ends {
  std::array<int, 2> sockets{};
  Ends() { EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, sockets.data()), 0); }
  ~Ends() { close(sockets[0]); }
  void say(const std::string& text) const {
    EXPECT_EQ(send(sockets[0], text.data(), text.size(), MSG_NOSIGNAL), std::ssize(text));
  }
  std::string heard() const {
    std::array<char, 1000> text{};
    const ssize_t n = recv(sockets[0], text.data(), text.size(), 0);
    return {text.data(), static_cast<std::size_t>(std::max<ssize_t>(0, n))};
  }
};

ConnectionLimits short_ones() {
  ConnectionLimits limits;
  limits.request = limits.answer = std::chrono::milliseconds{50};
  limits.head = 100, limits.lines = 4, limits.bytes = 200;
  return limits;
}

// What is refused of what was said, by whom nothing more comes.
std::optional<std::string> refusal_of(const std::string& said) {
  const Ends ends;
  Connection connection{ends.sockets[1], short_ones()};
  ends.say(said);
  shutdown(ends.sockets[0], SHUT_WR);
  return connection.refusal();
}

}  // namespace

TEST(Connection, GivesWhatItReadAhead) {
  const Ends ends;
  Connection connection{ends.sockets[1], short_ones()};
  ends.say("GET / HTTP/1.1\r\n\r\nbo");
  EXPECT_EQ(connection.refusal(), std::nullopt);
  ends.say("dy");
  std::string all(30, ' ');
  std::size_t size = 0;
  for (std::ptrdiff_t n; size < 22 && (n = connection.read(&all[size], 3)) > 0;)
    size += static_cast<std::size_t>(n);
  EXPECT_EQ(all.substr(0, size), "GET / HTTP/1.1\r\n\r\nbody");
  EXPECT_EQ(connection.read(&all[0], 1), -1);  // nothing comes any more
  EXPECT_EQ(connection.write("good", 4), 4);
  EXPECT_EQ(ends.heard(), "good");
}

TEST(Connection, SaysWhyItReadsNothing) {
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nA: 1\r\nB: 2\r\nC: 3\r\n\r\n"), std::nullopt);
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nA: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\n\r\n"),
            "431 too many headers");
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nA: " + std::string(90, 'a') + "\r\n\r\n"),
            "431 the headers are too long");
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nRANGE: bytes=0-1\r\n\r\n"), "416 answers are whole");
  EXPECT_EQ(refusal_of("GET / HTTP/1.1\r\nRanges: 1\r\n\r\n"), std::nullopt);
  EXPECT_EQ(refusal_of(""), "");
  EXPECT_EQ(refusal_of("GET / HT"), "");
}

TEST(Connection, WaitsOnlySoLong) {
  const Ends ends;
  Connection connection{ends.sockets[1], short_ones()};
  ends.say("GET / HT");
  EXPECT_EQ(connection.refusal(), "408 the request came too slowly");
  connection.refuse("408 the request came too slowly");
  const std::string answer = ends.heard();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 the request came too slowly\r\n")) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\nthe request came too slowly\n")) << answer;
  // Nor for who takes nothing.
  const std::string much(10'000'000, 'a');
  EXPECT_EQ(connection.write(much.data(), much.size()), -1);
}

TEST(Connection, TakesOnlySoMuch) {
  const Ends ends;
  ConnectionLimits limits = short_ones();
  limits.request = std::chrono::hours{1};
  Connection connection{ends.sockets[1], limits};
  ends.say("GET / HTTP/1.1\r\n\r\n" + std::string(300, 'a'));
  EXPECT_EQ(connection.refusal(), std::nullopt);
  std::string all(400, ' ');
  std::size_t size = 0;
  for (std::ptrdiff_t n; (n = connection.read(&all[size], 50)) > 0;)
    size += static_cast<std::size_t>(n);
  EXPECT_EQ(size, 200u);
}

TEST(Connection, KnowsWhetherSomebodyIsThere) {
  const Ends ends;
  Connection connection{ends.sockets[1], short_ones()};
  EXPECT_TRUE(connection.is_writable());
  shutdown(ends.sockets[0], SHUT_RDWR);
  EXPECT_FALSE(connection.is_writable());
}

}  // namespace swadaya
