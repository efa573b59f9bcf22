#include "sim/explorer/local_server.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <fmt/format.h>
#include <httplib.h>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <thread>

#include "sim/base/error.hpp"
#include "sim/explorer/connection.hpp"

namespace swadaya {

namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t longest_path = 200;

// 128 bits from the operating system.
std::string random_token() {
  std::random_device device{"/dev/urandom"};
  std::string token;
  for (int word = 0; word < 4; ++word)
    token += fmt::format("{:08x}", static_cast<std::uint32_t>(device()));
  return token;
}

// Without telling by its time where the first difference is.
bool equal(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  int difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) difference |= a[i] ^ b[i];
  return difference == 0;
}

const httplib::Headers& own_headers() {
  static const httplib::Headers all{
      {"Cache-Control", "no-store"},
      {"Content-Security-Policy",
       "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; connect-src 'self'"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
      {"Cross-Origin-Resource-Policy", "same-origin"},
      {"Referrer-Policy", "no-referrer"},
      {"X-Content-Type-Options", "nosniff"},
      {"X-Frame-Options", "DENY"}};
  return all;
}

// Whole, and as it is: the library would compress it for seconds on its way through no wire at all.
void give(Reply answer, httplib::Response& response) {
  response.status = answer.status;
  const auto body = std::make_shared<const std::string>(std::move(answer.body));
  response.set_content_provider(body->size(), answer.type,
                                [body](std::size_t offset, std::size_t length, auto& sink) {
                                  return sink.write(body->data() + offset, length);
                                });
}

// A connection as the library reads and writes it.
class OwnStream : public httplib::Stream {
 public:
  explicit OwnStream(Connection& connection) : connection_{connection} {}
  bool is_readable() const override { return connection_.is_readable(); }
  bool is_writable() const override { return connection_.is_writable(); }
  ssize_t read(char* to, std::size_t size) override { return connection_.read(to, size); }
  ssize_t write(const char* from, std::size_t size) override {
    return connection_.write(from, size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip = loopback, port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override { ip = loopback, port = 0; }
  socket_t socket() const override { return connection_.socket(); }

 private:
  Connection& connection_;
};

// The library's server, over connections with limits and one request each: it would wait for ever
// on who sends a byte a second, and read bodies in chunks whatever their length.
class OwnServer : public httplib::Server {
 public:
  explicit OwnServer(const ConnectionLimits& limits) : limits_{limits} {}

  // The library lets five connections wait to be taken; a sixth tries again a second later.
  void let_many_wait() const { ::listen(svr_sock_, SOMAXCONN); }

  // Until it is stopped, which may come before: the library's server only stops what runs.
  void listen_until_stopped() {
    is_begun_ = true;
    if (!is_told_to_stop_) listen_after_bind();
    has_ended_ = true;
  }

  // Browsers open connections that they may need: nobody waits for these any more.
  void stop_all() {
    is_told_to_stop_ = true;
    while (is_begun_ && !is_running() && !has_ended_)
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    stop();
    const std::lock_guard guard{mutex_};
    stopped_ = true;
    for (const socket_t socket : waiting_) shutdown(socket, SHUT_RD);
  }

 private:
  std::optional<std::string> refusal(Connection& connection) {
    {
      const std::lock_guard guard{mutex_};
      if (stopped_) return "";
      waiting_.insert(connection.socket());
    }
    const auto why = connection.refusal();
    const std::lock_guard guard{mutex_};
    waiting_.erase(connection.socket());
    return why;
  }

  bool process_and_close_socket(socket_t socket) override {
    Connection connection{socket, limits_};
    if (const auto why = refusal(connection)) {
      if (!why->empty()) connection.refuse(*why);
      return true;
    }
    OwnStream stream{connection};
    bool closed = false;
    return process_request(stream, true, closed, nullptr);
  }

  const ConnectionLimits limits_;
  std::mutex mutex_;
  std::set<socket_t> waiting_;  // for a request
  bool stopped_ = false;
  std::atomic<bool> is_begun_ = false, is_told_to_stop_ = false, has_ended_ = false;
};

// Why a body can't be taken, by its headers.
struct Refusal {
  int status = 0;
  std::string why;  // "" where it isn't
};

Refusal refusal_of_body(const httplib::Request& request) {
  const auto count = [&](const char* name) { return request.get_header_value_count(name); };
  if (count("Content-Length") + count("Transfer-Encoding") > 1)
    return {400, "the length of a body is said once"};
  if (request.method == "POST" && !request.has_header("Content-Length") &&
      !request.has_header("Transfer-Encoding"))
    return {411, "the length of a body must be said"};
  if (count("Content-Encoding") > 0) return {415, "bodies must not be compressed"};
  if (request.is_multipart_form_data()) return {415, "a body has one part"};
  return {};
}

// Whole, or nothing where it is longer than it may be or was never finished.
std::optional<std::string> body_of(const httplib::ContentReader& read, bool& too_long) {
  std::string body;
  const bool whole = read([&](const char* piece, std::size_t size) {
    too_long = body.size() + size > LocalServer::longest_body;
    if (!too_long) body.append(piece, size);
    return !too_long;
  });
  if (!whole) return std::nullopt;
  return body;
}

// A handler of what was sent.
template <class Act>
httplib::Server::HandlerWithContentReader with_body(Act act) {
  return [act](const httplib::Request& request, httplib::Response& response,
               const httplib::ContentReader& read) {
    bool too_long =
        request.get_header_value<std::uint64_t>("Content-Length") > LocalServer::longest_body;
    std::optional<std::string> body;
    if (!too_long) body = body_of(read, too_long);
    if (body) return act(std::move(*body), response);
    response.status = too_long ? 413 : 400;
    response.set_content(too_long ? "the body is too long\n" : "the body isn't whole\n",
                         "text/plain");
  };
}

}  // namespace

struct LocalServer::Http {
  explicit Http(const ConnectionLimits& limits) : server{limits} {}

  OwnServer server;
  std::string host, other_host;  // "127.0.0.1:4321", "localhost:4321"

  // Why a request is refused; "" where it isn't.
  std::string refusal(const httplib::Request& request, const std::string& token) const {
    const std::string asked_host = request.get_header_value("Host");
    if (asked_host != host && asked_host != other_host) return "this server has another name";
    if (request.get_header_value_count("Host") != 1) return "one Host is enough";
    if (request.get_header_value_count("Origin") > 1) return "one Origin is enough";
    if (request.has_header("Origin") &&
        request.get_header_value("Origin") != "http://" + asked_host)
      return "requests of other pages are refused";
    const std::string site = request.get_header_value("Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none")
      return "requests of other pages are refused";
    if (request.path.size() > longest_path || request.path.size() < token.size() + 2 ||
        !equal(std::string_view{request.path}.substr(1, token.size()), token) ||
        request.path[token.size() + 1] != '/')
      return "the address lacks the token that `swadaya explore` printed";
    return "";
  }
};

LocalServer::LocalServer(int port, const ConnectionLimits& limits)
    : http_{std::make_unique<Http>(limits)}, token_{random_token()} {
  httplib::Server& server = http_->server;
  // The library would share the port with other programs.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_tcp_nodelay(true);
  server.set_payload_max_length(longest_body);
  server.set_default_headers(own_headers());
  server.new_task_queue = [] { return new httplib::ThreadPool{threads}; };
  server.set_exception_handler(
      [](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
        response.status = 500;
        response.set_content("this is a fault of the program\n", "text/plain");
      });
  server.set_pre_routing_handler(
      [this](const httplib::Request& request, httplib::Response& response) {
        Refusal refusal{403, http_->refusal(request, token_)};
        if (refusal.why.empty()) refusal = refusal_of_body(request);
        if (refusal.why.empty()) return httplib::Server::HandlerResponse::Unhandled;
        response.status = refusal.status;
        response.set_content(refusal.why + "\n", "text/plain");
        return httplib::Server::HandlerResponse::Handled;
      });
  const int bound = port == 0                             ? server.bind_to_any_port(loopback)
                    : server.bind_to_port(loopback, port) ? port
                                                          : -1;
  if (bound < 0)
    throw BadInput{Problem{"", 0, 0, "--port", std::to_string(port),
                           "another program uses this port, or only root may use it",
                           "leave --port out for any that is free"}};
  http_->host = fmt::format("{}:{}", loopback, bound);
  http_->other_host = fmt::format("localhost:{}", bound);
  address_ = fmt::format("http://{}/{}/", http_->host, token_);
}

LocalServer::~LocalServer() = default;

void LocalServer::get(const std::string& path, std::function<Reply()> answer) {
  http_->server.Get(
      "/" + token_ + "/" + path,
      [answer](const httplib::Request&, httplib::Response& response) { give(answer(), response); });
}

void LocalServer::post(const std::string& path,
                       std::function<Reply(const std::string& body)> answer) {
  http_->server.Post("/" + token_ + "/" + path,
                     with_body([answer](const std::string& body, httplib::Response& response) {
                       give(answer(body), response);
                     }));
}

void LocalServer::stream(const std::string& path, Streams answer) {
  http_->server.Post(
      "/" + token_ + "/" + path, with_body([answer](std::string body, httplib::Response& response) {
        // A type that the library doesn't compress: it would hold pieces back.
        response.set_chunked_content_provider(
            "application/x-ndjson", [answer, body = std::move(body)](std::size_t, auto& sink) {
              answer(body, [&](const std::string& piece) {
                return sink.write(piece.data(), piece.size());
              });
              sink.done();
              return true;
            });
      }));
}

void LocalServer::listen() {
  http_->server.let_many_wait();
  http_->server.listen_until_stopped();
}

void LocalServer::stop() { http_->server.stop_all(); }

}  // namespace swadaya
