// Reading the keys of a table of a file into variables; whatever can't be read becomes a problem.
#pragma once

#include <cmath>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "sim/scenario/toml.hpp"

namespace swadaya {

// Small letters, digits and hyphens: what names of files and folders may be made of.
bool is_valid_name(const std::string& name);

class Keys {
 public:
  // `section`: how problems name the table.
  Keys(const Node::Table& table, std::string section, std::vector<Problem>& problems)
      : table_{table}, section_{std::move(section)}, problems_{problems} {}

  // The key's value, or nullptr; from now on the key is known.
  const Node* take(const std::string& key);
  void text(const std::string& key, std::string& out);
  // A name that is also part of a file's or folder's name.
  void name(const std::string& key, std::string& out);
  // Within [low, high]; false where it is missing or wrong.
  bool number(const std::string& key, double low, double high, double& out);
  template <class T>
  void whole(const std::string& key, double low, double high, T& out) {
    if (const Node* node = take(key)) {
      const double* x = node->number();
      if (x && *x >= low && *x <= high && *x == std::floor(*x))
        out = static_cast<T>(*x);
      else
        report(*node, key, fmt::format("must be a whole number between {} and {}", low, high));
    }
  }
  // One of the options; where the key is missing, `out` stays.
  void choice(const std::string& key, const std::vector<std::string>& options, std::string& out);
  void texts(const std::string& key, std::vector<std::string>& out);
  void refuse_others();
  void report(const Node& node, const std::string& key, std::string rule,
              std::string suggestion = "");

 private:
  const Node::Table& table_;
  std::string section_;
  std::vector<Problem>& problems_;
  std::vector<std::string> known_;
};

}  // namespace swadaya
