// How tables are written on standard output, and what is said beside them on standard error.
#pragma once

#include <fmt/format.h>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>

#include "sim/tables/figures.hpp"

namespace swadaya::tool {

// "en", "id"; of "" Indonesian where the environment (LC_ALL, LC_MESSAGES, LANG) says so.
Language language_of(const std::string& code);

// As wide as the terminal, in this language, with colours and curves; plain, and without curves,
// where it is none. NO_COLOR and TERM=dumb leave the colours out.
Look terminal_look(Language in);

// Whether what is said on standard error is a line of JSON each, an object with `event`.
void tell_in_json(bool json);
bool tells_in_json();
// One such object; nothing where people read. Bytes that are no text are replaced.
void tell_event(const nlohmann::json& event);

// Says it on standard error, and goes on where nobody can be told: a terminal that was closed.
// In JSON it is an event of this name, with `text`.
void tell_text(const std::string& text, const char* event = "message");
template <class... T>
void tell(fmt::format_string<T...> format, T&&... values) {
  tell_text(fmt::format(format, std::forward<T>(values)...));
}

// Puts something in the place of standard streams that are closed: else the next file that is
// opened would get their number, and with it what is meant for them. What is written to output
// fails still.
void hold_closed_streams();

}  // namespace swadaya::tool
