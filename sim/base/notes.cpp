#include "sim/base/notes.hpp"

#include <fmt/format.h>
#include <map>
#include <mutex>
#include <set>
#include <utility>

#include "sim/base/text_layout.hpp"

namespace swadaya {

namespace {

struct Notes {
  std::mutex mutex;
  std::function<void(const std::string&)> listener;
  bool wants_all = false;
  std::set<std::string> said;
  std::map<std::string, Reading> read;  // by file
};

Notes& notes() {
  static Notes all;
  return all;
}

}  // namespace

void note(const std::string& line) {
  const std::lock_guard lock{notes().mutex};
  if (notes().listener && notes().said.insert(line).second) notes().listener(line);
}

void note(const Reading& reading) {
  bool wants_all = false;
  {
    const std::lock_guard lock{notes().mutex};
    notes().read[reading.file] = reading;
    wants_all = notes().wants_all;
  }
  if (!reading.words.empty()) note(reading.file + ": " + reading.words);
  if (wants_all) note(text_of(reading));
}

void listen_to_notes(std::function<void(const std::string&)> listener, bool all) {
  const std::lock_guard lock{notes().mutex};
  notes().listener = std::move(listener);
  notes().wants_all = all;
  notes().said.clear();
}

std::vector<Reading> readings() {
  const std::lock_guard lock{notes().mutex};
  std::vector<Reading> all;
  for (const auto& [file, reading] : notes().read) all.push_back(reading);
  return all;
}

std::string text_of(const Reading& reading) {
  std::string text = reading.file + ": " + counted(reading.rows, reading.thing);
  const auto add = [&](const char* what, const std::vector<std::string>& list) {
    if (!list.empty()) text += fmt::format("; {}: {}", what, fmt::join(list, ", "));
  };
  add("used", reading.used);
  add("left alone", reading.left);
  add("taken as given", reading.defaults);
  return text;
}

std::string grouped(std::size_t count) { return regrouped(std::to_string(count), ',', '.'); }

std::string counted(std::size_t count, const std::string& thing) {
  return grouped(count) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace swadaya
