// What a key of a file is, said once: reading and its messages, the JSON Schema, help and
// `swadaya settings` all come from it. (Parameters of models and worlds declare themselves as
// ParameterInfo.)
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/scenario/toml.hpp"

namespace swadaya {

// Small letters, digits and hyphens: what names of files and folders may be made of.
bool is_valid_name(const std::string& name);
// "My Ward_2" becomes "my-ward-2"; "" where nothing is left.
std::string as_name(const std::string& text);

enum class KeyKind {
  whole,
  number,
  text,
  name,  // a text that may be part of a file's name
  flag,
  choice,   // a text, one of `choices`
  texts,    // a list, or one alone; of `choices` where there are any
  numbers,  // a list, or one alone
  wholes,   // a list
  table,    // { ... }, written [table.key]
  tables,   // written [[table.key]]
  moved,    // by parameter, "lending.norm": "range" or a table
  any       // what is said in words
};

struct KeyTable;

struct KeyInfo {
  std::string name;
  KeyKind kind;
  std::string meaning;                 // with its unit
  Range range{-unbounded, unbounded};  // of the number, or of each in a list
  bool is_above = false;               // the low end itself is refused
  std::optional<decltype(Node::value)> default_value{};
  std::vector<std::string> choices{};
  std::string one_of{};  // what a choice is: "outcome"; "" where the few are listed instead
  const KeyTable& (*table)() = nullptr;  // what the tables hold; nullptr: anything
  bool is_needed = false;

  bool is_whole() const { return kind == KeyKind::whole || kind == KeyKind::wholes; }
  bool has_limits() const { return range.low > -unbounded || range.high < unbounded; }
};

// A table of a file and its keys.
struct KeyTable {
  std::string name;  // "sweep"
  std::string meaning;
  std::vector<KeyInfo> keys;

  const KeyInfo* find(const std::string& key) const;  // nullptr where there is none
  const KeyInfo& at(const std::string& key) const;    // one that there is
};

// Declarations, with their default where there is one.
KeyInfo whole_key(std::string name, Range range, std::optional<double> value, std::string meaning);
KeyInfo number_key(std::string name, Range range, std::optional<double> value, std::string meaning);
KeyInfo text_key(std::string name, std::string meaning);
KeyInfo name_key(std::string name, std::string meaning);
KeyInfo flag_key(std::string name, bool value, std::string meaning);
// The first of the choices is the default.
KeyInfo choice_key(std::string name, std::vector<std::string> choices, std::string meaning);
// One of many, of which none is the default; `one_of`: what it is.
KeyInfo pick_key(std::string name, std::vector<std::string> choices, std::string one_of,
                 std::string meaning);
KeyInfo key_of(KeyKind kind, std::string name, std::string meaning,
               const KeyTable& (*table)() = nullptr);
KeyInfo needed(KeyInfo info);

// What a value does wrong, and where: of a list the entry. Nothing where it is as declared.
struct BrokenRule {
  const Node* at;
  std::string rule, suggestion;
};
std::vector<BrokenRule> broken_rules(const KeyInfo& info, const Node& node);

// "whole number from 1 to 100000", "grid, lhs, sobol or list".
std::string form_of(const KeyInfo& info);
// The default as a file says it; "" without one.
std::string default_of(const KeyInfo& info);
// A line a key, for help: those of its tables below it.
std::string keys_text(const KeyTable& table, const std::string& indent = "  ");

}  // namespace swadaya
