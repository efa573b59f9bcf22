// Reading the keys of a table of a file by their declaration; whatever isn't as declared becomes a
// problem.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "sim/scenario/key_info.hpp"
#include "sim/scenario/toml.hpp"

namespace swadaya {

class Keys {
 public:
  // Reports at once all keys that there aren't, all values that aren't as declared, and all needed
  // keys that are missing. `section`: how problems name the table; `place`: where it stands.
  Keys(const Node::Table& table, const Node& place, const KeyTable& declared, std::string section,
       std::vector<Problem>& problems);
  // Of a table.
  Keys(const Node& table, const KeyTable& declared, std::string section,
       std::vector<Problem>& problems)
      : Keys{*table.table(), table, declared, std::move(section), problems} {}

  // --- a declared key
  // Its value where that is as declared, or nullptr.
  const Node* find(const std::string& key) const;
  // What stands in the file, be it right or wrong; nullptr where nothing does.
  const Node* said(const std::string& key) const;
  // The value, or else the declared default; 0, "" or false where there is none.
  double number(const std::string& key) const;
  template <class T>
  T whole(const std::string& key) const {
    const Node* node = find(key);
    return node && node->integer ? static_cast<T>(*node->integer) : static_cast<T>(number(key));
  }
  bool flag(const std::string& key) const;
  std::string text(const std::string& key) const;
  // Of one text alone that text; of entries that are wrong those that are right.
  std::vector<std::string> texts(const std::string& key) const;
  std::vector<double> numbers(const std::string& key) const;
  // Its entries, one where it stands alone.
  Node::List list(const std::string& key) const;

  void report(const Node& node, const std::string& key, std::string rule,
              std::string suggestion = "");
  // The same at the key, or at the table where it is missing.
  void report(const std::string& key, std::string rule, std::string suggestion = "");

 private:
  void check(const std::string& key, const Node& node);

  const Node::Table& table_;
  Node place_;  // without what stands there
  const KeyTable& declared_;
  std::string section_;
  std::vector<Problem>& problems_;
  std::set<std::string> wrong_;
};

// The same of tables inside the table, too, for one that nobody reads further.
void check_keys(const Node& table, const KeyTable& declared, const std::string& section,
                std::vector<Problem>& problems);

// One value by its declaration; false and problems where it isn't as declared.
bool is_as_declared(const KeyInfo& info, const Node& node, const std::string& key,
                    std::vector<Problem>& problems);

}  // namespace swadaya
