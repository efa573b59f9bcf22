#include "sim/tool/terminal.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

namespace swadaya::tool {

namespace {

constexpr std::size_t narrowest = 40, widest = 200;  // tables
constexpr std::size_t narrowest_for_curves = 60;

bool in_json = false;

void write(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

Language language_of(const std::string& code) {
  if (!code.empty()) return code == "id" ? Language::indonesian() : Language{};
  // The first that is set counts, as for any program.
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const char* value = std::getenv(name); value && *value != '\0') {
      const std::string locale{value};
      return locale.substr(0, locale.find_first_of("_.@")) == "id" ? Language::indonesian()
                                                                   : Language{};
    }
  return {};
}

Look terminal_look(Language in) {
  Look look;
  look.language = in;
  if (isatty(STDOUT_FILENO) != 1) return look;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    look.width = std::clamp<std::size_t>(size.ws_col, narrowest, widest);
  if (look.width >= narrowest_for_curves) look.curves = Curves::drawn;
  const char *none = std::getenv("NO_COLOR"), *kind = std::getenv("TERM");
  const bool wanted = (!none || *none == '\0') && kind && std::string{kind} != "dumb";
  if (wanted) look.colour = Colour::ansi;
  return look;
}

void tell_in_json(bool json) { in_json = json; }
bool tells_in_json() { return in_json; }

void tell_event(const nlohmann::json& event) {
  if (!in_json) return;
  write(event.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void tell_text(const std::string& text, const char* event) {
  if (!in_json) return write(text);
  std::string line = text;
  while (line.ends_with('\n')) line.pop_back();
  tell_event({{"event", event}, {"text", line}});
}

void hold_closed_streams() {
  // Each takes the lowest number that is free. Output fails when it is written, by its name too.
  if (fcntl(STDIN_FILENO, F_GETFD) < 0) open("/dev/null", O_RDONLY);
  if (fcntl(STDOUT_FILENO, F_GETFD) < 0) open("/dev/full", O_RDONLY);
  if (fcntl(STDERR_FILENO, F_GETFD) < 0) open("/dev/null", O_WRONLY);
}

}  // namespace swadaya::tool
