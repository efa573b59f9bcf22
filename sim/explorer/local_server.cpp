#include "sim/explorer/local_server.hpp"

#include <cstdint>
#include <fmt/format.h>
#include <httplib.h>
#include <random>

#include "sim/base/error.hpp"

namespace swadaya {

namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t threads = 16, longest_path = 200;
constexpr int patience = 5;  // seconds that a read or a write may take

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

}  // namespace

struct LocalServer::Http {
  httplib::Server server;
  std::string host, other_host;  // "127.0.0.1:4321", "localhost:4321"

  // Why a request is refused; "" where it isn't.
  std::string refusal(const httplib::Request& request, const std::string& token) const {
    const std::string asked_host = request.get_header_value("Host");
    if (asked_host != host && asked_host != other_host) return "this server has another name";
    if (request.get_header_value_count("Host") != 1) return "one Host is enough";
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

LocalServer::LocalServer(int port) : http_{std::make_unique<Http>()}, token_{random_token()} {
  httplib::Server& server = http_->server;
  // The library would share the port with other programs.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_tcp_nodelay(true);
  server.set_payload_max_length(longest_body);
  server.set_read_timeout(patience);
  server.set_write_timeout(patience);
  server.set_keep_alive_timeout(patience);
  server.set_default_headers(own_headers());
  server.new_task_queue = [] { return new httplib::ThreadPool{threads}; };
  server.set_exception_handler(
      [](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
        response.status = 500;
        response.set_content("this is a fault of the program\n", "text/plain");
      });
  server.set_pre_routing_handler(
      [this](const httplib::Request& request, httplib::Response& response) {
        const std::string why = http_->refusal(request, token_);
        if (why.empty()) return httplib::Server::HandlerResponse::Unhandled;
        response.status = 403;
        response.set_header("Connection", "close");  // its body was not read
        response.set_content(why + "\n", "text/plain");
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
                     [answer](const httplib::Request& request, httplib::Response& response) {
                       give(answer(request.body), response);
                     });
}

void LocalServer::stream(const std::string& path, Streams answer) {
  http_->server.Post("/" + token_ + "/" + path, [answer](const httplib::Request& request,
                                                         httplib::Response& response) {
    // A type that the library doesn't compress: it would hold pieces back.
    response.set_chunked_content_provider(
        "application/x-ndjson", [answer, body = request.body](std::size_t, auto& sink) {
          answer(body,
                 [&](const std::string& piece) { return sink.write(piece.data(), piece.size()); });
          sink.done();
          return true;
        });
  });
}

void LocalServer::listen() { http_->server.listen_after_bind(); }

void LocalServer::stop() { http_->server.stop(); }

}  // namespace swadaya
