// Asked over the loopback address, as a browser would, and as it wouldn't.
#include "sim/explorer/local_server.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "tests/files.hpp"

namespace swadaya {

namespace {

// A server that listens for as long as it lives.
struct Serving {
  LocalServer server{0};
  int port = 0;
  std::string path;  // "/TOKEN/"
  std::thread listening;

  Serving() {
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

  // All that is answered to a request of these lines.
  std::string asked(const std::string& first, const std::string& headers = "",
                    const std::string& body = "", const std::string& host = "127.0.0.1") const {
    const int s = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(s, reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
    const std::string request = fmt::format(
        "{} HTTP/1.1\r\nHost: {}:{}\r\nConnection: close\r\n{}Content-Length: {}\r\n\r\n{}", first,
        host, port, headers, body.size(), body);
    EXPECT_EQ(send(s, request.data(), request.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(request.size()));
    std::string answer;
    char buffer[4096];
    for (ssize_t n; (n = recv(s, buffer, sizeof buffer, 0)) > 0;)
      answer.append(buffer, static_cast<std::size_t>(n));
    close(s);
    return answer;
  }
};

}  // namespace

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

TEST(LocalServer, APortThatIsTakenIsSaid) {
  const Serving at;
  EXPECT_TRUE(has(said_by([&] { LocalServer{at.port}; }), "another program uses this port"));
}

}  // namespace swadaya
