// A web server for this machine's own browser: it listens on the loopback address alone, and
// answers only who knows the random token in its address and comes from its own page.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "sim/explorer/connection.hpp"

namespace swadaya {

struct Reply {
  int status = 200;
  std::string type, body;  // "application/json"
};

class LocalServer {
 public:
  // Port 0: any that is free. Throws BadInput where the port is taken.
  explicit LocalServer(int port, const ConnectionLimits& limits = {});
  ~LocalServer();
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;

  // Handlers, by path behind the token; called on any thread. They must not throw.
  void get(const std::string& path, std::function<Reply()> answer);
  void post(const std::string& path, std::function<Reply(const std::string& body)> answer);
  // Sends pieces as they come, until the handler returns; `send` is false where nobody listens.
  using Send = std::function<bool(const std::string&)>;
  using Streams = std::function<void(const std::string& body, const Send& send)>;
  void stream(const std::string& path, Streams answer);

  const std::string& address() const { return address_; }  // "http://127.0.0.1:4321/TOKEN/"
  void listen();                                           // until `stop`, on another thread
  void stop();

  static constexpr std::size_t longest_body = 256 * 1024;  // bytes
  static constexpr std::size_t threads = 64;  // that many may drip before somebody waits for them

 private:
  struct Http;
  std::unique_ptr<Http> http_;
  std::string token_, address_;
};

}  // namespace swadaya
