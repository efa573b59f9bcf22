// TOML as a tree of values that know where they stand, so that every error can say so.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/error.hpp"

namespace swadaya {

struct Node {
  using List = std::vector<Node>;
  struct Entry;  // not std::pair: clang would have to know all of a node before it knew it
  using Table = std::vector<Entry>;
  std::variant<bool, double, std::string, List, Table> value;
  std::shared_ptr<const std::string> file;  // as the user named it
  int line = 0, column = 0;
  std::optional<std::int64_t> integer = {};  // exactly, where it is written as one

  const Table* table() const { return std::get_if<Table>(&value); }
  const List* list() const { return std::get_if<List>(&value); }
  const std::string* text() const { return std::get_if<std::string>(&value); }
  const double* number() const { return std::get_if<double>(&value); }
  const Node* find(const std::string& key) const;  // in a table; or nullptr
};
struct Node::Entry {
  std::string first;
  Node second;
};

// A value that stands where another does in its file.
Node node_with(const Node& place, decltype(Node::value) value);

// As a person would write it: "0.2", "true", "[1, 2]".
std::string text_of(const Node& node);
Problem problem_at(const Node& node, std::string key, std::string rule,
                   std::string suggestion = "");

// Throws BadInput where the file is missing or isn't TOML.
Node read_toml(const std::string& file);
// The same of a text; `name` stands for the file.
Node toml_of(const std::string& text, const std::string& name);
// The value in "key=value" on the command line; a bare word counts as text.
Node toml_value(const std::string& text, const std::string& origin);
// The same with nested tables taken apart: {lending = {norm = 1}} and {"lending.norm" = 1} are both
// lending.norm = 1.
Node::Table flattened(const Node::Table& table, const std::string& prefix = "");

// A table as a file says it: [name] with its keys, [name.key] with those of a table in it, and
// [[name.key]] for each of a list of tables.
std::string table_text(const std::string& name, const Node::Table& table);

// "\"a \\\"quoted\\\" word\""
std::string quoted(const std::string& text);

}  // namespace swadaya
