// Asked over the loopback address, as a browser would, and as it wouldn't.
#include "sim/explorer/local_server.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "tests/files.hpp"

namespace swadaya {

namespace {

// A server that listens for as long as it lives.
struct Serving {
  LocalServer server;
  int port = 0;
  std::string path;  // "/TOKEN/"
  std::thread listening;

  explicit Serving(const ConnectionLimits& limits = {}) : server{0, limits} {
    const std::string& address = server.address();
    const std::string begin = "http://127.0.0.1:";
    EXPECT_TRUE(address.starts_with(begin)) << address;
    port = std::stoi(address.substr(begin.size()));
    path = address.substr(address.find('/', begin.size()));
    server.get("hello", [] { return Reply{200, "text/plain", "good day"}; });
    server.post("twice", [](const std::string& body) {
      return Reply{200, "text/plain", body + body};
    });
    server.stream("count", [](const std::string&, const LocalServer::Send& send) {
      for (const char* piece : {"one\n", "two\n", "three\n"}) send(piece);
    });
    listening = std::thread{[this] { server.listen(); }};
  }
  ~Serving() {
    asked("GET " + path + "hello");  // it listens by now, and `stop` ends it
    server.stop();
    listening.join();
  }

  int connected() const {
    const int s = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(s, reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
    return s;
  }

  // All that is answered to these bytes, whether the server takes them all or not.
  std::string answer_to(const std::string& bytes) const {
    const int s = connected();
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t n = send(s, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
      if (n <= 0) break;
      at += static_cast<std::size_t>(n);
    }
    const std::string answer = rest_of(s);
    close(s);
    return answer;
  }

  static std::string rest_of(int s) {
    std::string answer;
    char buffer[4096];
    for (ssize_t n; (n = recv(s, buffer, sizeof buffer, 0)) > 0;)
      answer.append(buffer, static_cast<std::size_t>(n));
    return answer;
  }

  // The first lines of a request, its headers so far.
  std::string head(const std::string& first) const {
    return fmt::format("{} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n", first, port);
  }

  // All that is answered to a request of these lines.
  std::string asked(const std::string& first, const std::string& headers = "",
                    const std::string& body = "", const std::string& host = "127.0.0.1") const {
    return answer_to(fmt::format(
        "{} HTTP/1.1\r\nHost: {}:{}\r\nConnection: close\r\n{}Content-Length: {}\r\n\r\n{}", first,
        host, port, headers, body.size(), body));
  }
};

}  // namespace

// As where a signal comes between the address and the first connection.
TEST(LocalServer, EndsWhereItIsStoppedBeforeItListens) {
  LocalServer server{0};
  server.stop();
  server.listen();
  for (int i = 0; i < 50; ++i) {
    LocalServer quick{0};
    std::thread listening{[&] { quick.listen(); }};
    quick.stop();
    listening.join();
  }
}

TEST(LocalServer, AnswersWhoKnowsItsToken) {
  const Serving at;
  EXPECT_EQ(at.path.size(), 34u);  // 128 bits in hexadecimal digits
  const std::string answer = at.asked("GET " + at.path + "hello");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 ")) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\ngood day")) << answer;
  for (const char* header : {"Cache-Control: no-store", "X-Frame-Options: DENY",
                             "X-Content-Type-Options: nosniff", "frame-ancestors 'none'"})
    EXPECT_TRUE(has(answer, header)) << answer;
  EXPECT_TRUE(at.asked("POST " + at.path + "twice", "", "ab").ends_with("\r\n\r\nabab"));
  EXPECT_TRUE(at.asked("GET " + at.path + "nothing").starts_with("HTTP/1.1 404 "));
  EXPECT_NE(Serving{}.path, at.path);
}

TEST(LocalServer, SendsPiecesAsTheyCome) {
  const Serving at;
  const std::string answer = at.asked("POST " + at.path + "count", "", "x");
  EXPECT_TRUE(has(answer, "application/x-ndjson")) << answer;
  EXPECT_TRUE(has(answer, "4\r\none\n\r\n4\r\ntwo\n\r\n6\r\nthree\n\r\n0\r\n"))
      << answer;  // chunks
}

TEST(LocalServer, RefusesEverybodyElse) {
  const Serving at;
  const std::string hello = "GET " + at.path + "hello";
  const auto refused = [](const std::string& answer, const char* why) {
    return answer.starts_with("HTTP/1.1 403 ") && has(answer, why) && !has(answer, "good day");
  };
  std::string other = at.path;
  other[1] = other[1] == '0' ? '1' : '0';
  EXPECT_TRUE(refused(at.asked("GET " + other + "hello"), "lacks the token"));
  EXPECT_TRUE(refused(at.asked("GET /hello"), "lacks the token"));
  EXPECT_TRUE(refused(at.asked("GET " + at.path + std::string(300, 'a')), "lacks the token"));
  EXPECT_TRUE(refused(at.asked(hello, "", "", "evil.example"), "another name"));
  EXPECT_TRUE(refused(at.asked(hello, fmt::format("Host: 127.0.0.1:{}\r\n", at.port)), "one Host"));
  EXPECT_TRUE(refused(at.asked(hello, "Origin: http://evil.example\r\n"), "other pages"));
  EXPECT_TRUE(refused(at.asked(hello, "Sec-Fetch-Site: cross-site\r\n"), "other pages"));
  const std::string origin = fmt::format("Origin: http://127.0.0.1:{}\r\n", at.port);
  for (const std::string& two : {origin + origin, origin + "Origin: http://evil.example\r\n",
                                 "Origin: http://evil.example\r\n" + origin})
    EXPECT_TRUE(refused(at.asked(hello, two), "one Origin is enough")) << two;
  const std::string own =
      fmt::format("Origin: http://127.0.0.1:{}\r\nSec-Fetch-Site: same-origin\r\n", at.port);
  EXPECT_TRUE(at.asked(hello, own).ends_with("good day"));
  EXPECT_TRUE(at.asked(hello, "", "", "localhost").ends_with("good day"));
}

TEST(LocalServer, TakesNoBodyThatIsTooLong) {
  const Serving at;
  const std::string most(LocalServer::longest_body, 'a');
  EXPECT_TRUE(at.asked("POST " + at.path + "twice", "", most).starts_with("HTTP/1.1 200 "));
  EXPECT_FALSE(at.asked("POST " + at.path + "twice", "Expect: 100-continue\r\n", most + "a")
                   .starts_with("HTTP/1.1 200 "));
}

TEST(LocalServer, TakesBodiesInChunksAndNoMoreOfThem) {
  const Serving at;
  const std::string head =
      at.head("POST " + at.path + "twice") + "Transfer-Encoding: chunked\r\n\r\n";
  EXPECT_TRUE(has(at.answer_to(head + "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"), "\r\n\r\nabcabc"));
  const std::string chunk = "4000\r\n" + std::string(0x4000, 'a') + "\r\n";
  std::string most = head;
  for (std::size_t size = 0; size < LocalServer::longest_body; size += 0x4000) most += chunk;
  EXPECT_TRUE(at.answer_to(most + "0\r\n\r\n").starts_with("HTTP/1.1 200 "));
  EXPECT_TRUE(at.answer_to(most + chunk + "0\r\n\r\n").starts_with("HTTP/1.1 413 "));
  // One chunk that is said to be of 300 MB; and what isn't a body but stands between its parts.
  EXPECT_TRUE(
      at.answer_to(head + "12c00000\r\n" + std::string(400000, 'a')).starts_with("HTTP/1.1 413 "));
  EXPECT_FALSE(at.answer_to(head + "1;" + std::string(3000000, 'x') + "\r\na\r\n0\r\n\r\n")
                   .starts_with("HTTP/1.1 200 "));
  EXPECT_TRUE(at.answer_to(head + "x\r\n").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(at.asked("POST " + at.path + "count", "", "x").ends_with("0\r\n\r\n"));
}

TEST(LocalServer, TakesNoCompressedOrPartedBodyAndNoneOfTwoLengths) {
  const Serving at;
  const std::string twice = "POST " + at.path + "twice";
  for (const char* how : {"gzip", "br", "deflate", "identity"})
    EXPECT_TRUE(at.asked(twice, fmt::format("Content-Encoding: {}\r\n", how), "\x1f\x8b")
                    .starts_with("HTTP/1.1 415 "));
  EXPECT_TRUE(at.asked(twice, "Content-Type: multipart/form-data; boundary=b\r\n", "--b--")
                  .starts_with("HTTP/1.1 415 "));
  EXPECT_TRUE(at.asked(twice, "Content-Length: 1\r\n", "ab").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(
      at.asked(twice, "Transfer-Encoding: chunked\r\n", "0\r\n\r\n").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(at.answer_to(at.head(twice) + "\r\n").starts_with("HTTP/1.1 411 "));
}

TEST(LocalServer, TakesOnlySoManyHeaders) {
  const Serving at;
  const std::string hello = at.head("GET " + at.path + "hello");
  std::string many, long_ones;
  for (int i = 0; i < 90; ++i) many += fmt::format("X-{}: 1\r\n", i);
  for (int i = 0; i < 10; ++i) long_ones += fmt::format("X-{}: {}\r\n", i, std::string(4000, 'x'));
  EXPECT_TRUE(at.answer_to(hello + many + "\r\n").ends_with("good day"));
  const auto refused = [&](const std::string& headers, const char* status) {
    const std::string answer = at.answer_to(hello + headers + "\r\n");
    return answer.starts_with(std::string{"HTTP/1.1 "} + status);
  };
  EXPECT_TRUE(refused(many + many, "431 too many headers"));
  EXPECT_TRUE(refused(long_ones, "431 the headers are too long"));
  EXPECT_TRUE(refused("X: " + std::string(3000000, 'x') + "\r\n", "431 the headers are too long"));
  EXPECT_TRUE(refused("rAnge: bytes=0-0" + std::string(7000, ',') + "\r\n", "416 "));
  EXPECT_TRUE(refused(std::string{"X: a\0b\r\n", 8}, "400 "));
}

// Whatever drips in, and however often: it ends, and others are answered meanwhile.
TEST(LocalServer, EndsRequestsThatDrip) {
  ConnectionLimits limits;
  limits.request = std::chrono::milliseconds{300};
  const Serving at{limits};
  const std::string post = at.head("POST " + at.path + "twice") + "Content-Length: 1000\r\n\r\n";
  for (const std::string& begun : {at.head("GET " + at.path + "hello") + "X: ", post}) {
    const int s = at.connected();
    EXPECT_EQ(send(s, begun.data(), begun.size(), MSG_NOSIGNAL), std::ssize(begun));
    pollfd answer{s, POLLIN, 0};
    int sent = 0;
    for (; sent < 2000 && poll(&answer, 1, 10) == 0; ++sent) send(s, "x", 1, MSG_NOSIGNAL);
    EXPECT_LT(sent, 2000) << begun;
    const std::string said = Serving::rest_of(s);
    EXPECT_TRUE(said.starts_with("HTTP/1.1 40")) << said;
    close(s);
  }
}

TEST(LocalServer, AnswersWhileOthersDrip) {
  const Serving at;
  std::vector<int> dripping;
  for (std::size_t i = 0; i + 8 < LocalServer::threads; ++i) {
    dripping.push_back(at.connected());
    send(dripping.back(), "GET ", 4, MSG_NOSIGNAL);
  }
  EXPECT_TRUE(at.asked("GET " + at.path + "hello").ends_with("good day"));
  for (const int s : dripping) close(s);
}

TEST(LocalServer, WaitsForNobodyWhenItStops) {
  ConnectionLimits limits;
  limits.request = std::chrono::hours{1};
  int silent = -1;
  {
    const Serving at{limits};
    silent = at.connected();
    at.asked("GET " + at.path + "hello");
  }
  close(silent);
}

TEST(LocalServer, APortThatIsTakenIsSaid) {
  const Serving at;
  EXPECT_TRUE(has(said_by([&] { LocalServer{at.port}; }), "another program uses this port"));
}

}  // namespace swadaya
