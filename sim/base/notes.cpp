#include "sim/base/notes.hpp"

#include <mutex>
#include <set>
#include <utility>

namespace swadaya {

namespace {

struct Notes {
  std::mutex mutex;
  std::function<void(const std::string&)> listener;
  std::set<std::string> said;
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

void listen_to_notes(std::function<void(const std::string&)> listener) {
  const std::lock_guard lock{notes().mutex};
  notes().listener = std::move(listener);
  notes().said.clear();
}

std::string grouped(std::size_t count) {
  std::string digits = std::to_string(count);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string counted(std::size_t count, const std::string& thing) {
  return grouped(count) + " " + thing + (count == 1 ? "" : "s");
}

}  // namespace swadaya
