#include "sim/scenario/key_info.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <fmt/format.h>
#include <limits>
#include <stdexcept>

namespace swadaya {

namespace {

// "a whole number between 1 and 1200"
std::string number_rule(const KeyInfo& info) {
  const std::string number = info.is_whole() ? "a whole number" : "a number";
  if (info.is_above) return fmt::format("{} above {}", number, info.range.low);
  if (!info.has_limits()) return number;
  if (info.range.high == unbounded) return fmt::format("{} from {}", number, info.range.low);
  if (info.range.high >= 0x1p63)
    return fmt::format("{} between {} and {}", number, info.range.low,
                       std::numeric_limits<std::int64_t>::max());
  return fmt::format("{} between {} and {}", number, info.range.low, info.range.high);
}

// "an outcome"
std::string with_article(const std::string& word) {
  return (std::string{"aeiou"}.find(word[0]) != std::string::npos ? "an " : "a ") + word;
}

// Written as a whole number, or as a number that a double holds exactly.
bool is_exact(const Node& node) {
  const double x = *node.number();
  return node.integer || (x == std::floor(x) && std::abs(x) < 0x1p53);
}

bool is_number(const KeyInfo& info, const Node& node) {
  const double* x = node.number();
  return x && *x >= info.range.low && *x <= info.range.high &&
         !(info.is_above && *x == info.range.low) && (!info.is_whole() || is_exact(node));
}

bool is_choice(const KeyInfo& info, const Node& node) {
  return node.text() &&
         std::find(info.choices.begin(), info.choices.end(), *node.text()) != info.choices.end();
}

BrokenRule wrong_choice(const KeyInfo& info, const Node& node) {
  return {&node,
          info.one_of.empty() ? fmt::format("must be one of {}", fmt::join(info.choices, ", "))
                              : "there is no such " + info.one_of,
          node.text() ? nearest_of(*node.text(), info.choices) : ""};
}

// Of each entry of a list, or of what stands alone where a list is wanted.
template <class Check>
std::vector<BrokenRule> of_entries(const Node& node, const Check& check) {
  std::vector<BrokenRule> broken;
  if (!node.list()) {
    if (auto one = check(node)) broken.push_back(std::move(*one));
    return broken;
  }
  for (const Node& entry : *node.list())
    if (auto one = check(entry)) broken.push_back(std::move(*one));
  return broken;
}

std::vector<BrokenRule> broken_texts(const KeyInfo& info, const Node& node) {
  return of_entries(node, [&](const Node& entry) -> std::optional<BrokenRule> {
    if (!entry.text()) return BrokenRule{&entry, "must be a list of texts in quotes", ""};
    if (!info.choices.empty() && !is_choice(info, entry)) return wrong_choice(info, entry);
    return std::nullopt;
  });
}

std::vector<BrokenRule> broken_numbers(const KeyInfo& info, const Node& node) {
  if (info.kind == KeyKind::wholes && !node.list())
    return {{&node, "must be a list, each " + number_rule(info), ""}};
  return of_entries(node, [&](const Node& entry) -> std::optional<BrokenRule> {
    if (is_number(info, entry)) return std::nullopt;
    return BrokenRule{&entry, "must be a list, each " + number_rule(info), ""};
  });
}

bool is_list_of_tables(const Node& node) {
  return node.list() && std::all_of(node.list()->begin(), node.list()->end(),
                                    [](const Node& entry) { return entry.table(); });
}

std::vector<BrokenRule> unless(bool is_right, const Node& node, std::string rule) {
  if (is_right) return {};
  return {{&node, std::move(rule), ""}};
}

std::string did_you_mean_name(const std::string& text) {
  const std::string name = as_name(text);
  return name.empty() ? "" : "did you mean " + name + "?";
}

KeyInfo with_value(KeyInfo info, std::optional<double> value) {
  if (value) info.default_value = *value;
  return info;
}

}  // namespace

bool is_valid_name(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string as_name(const std::string& text) {
  std::string name;
  for (const char c : text) {
    const bool capital = c >= 'A' && c <= 'Z';
    const char small = capital ? static_cast<char>(c - 'A' + 'a') : c;
    if (is_valid_name(std::string{small}) && small != '-')
      name += small;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name;
}

const KeyInfo* KeyTable::find(const std::string& key) const {
  for (const KeyInfo& info : keys)
    if (info.name == key) return &info;
  return nullptr;
}

const KeyInfo& KeyTable::at(const std::string& key) const {
  if (const KeyInfo* info = find(key)) return *info;
  throw std::logic_error{"[" + name + "] declares no key " + key};
}

KeyInfo key_of(KeyKind kind, std::string name, std::string meaning, const KeyTable& (*table)()) {
  KeyInfo info{.name = std::move(name), .kind = kind, .meaning = std::move(meaning)};
  info.table = table;
  return info;
}

KeyInfo whole_key(std::string name, Range range, std::optional<double> value, std::string meaning) {
  KeyInfo info = key_of(KeyKind::whole, std::move(name), std::move(meaning));
  info.range = range;
  return with_value(std::move(info), value);
}

KeyInfo number_key(std::string name, Range range, std::optional<double> value,
                   std::string meaning) {
  KeyInfo info = key_of(KeyKind::number, std::move(name), std::move(meaning));
  info.range = range;
  return with_value(std::move(info), value);
}

KeyInfo text_key(std::string name, std::string meaning) {
  return key_of(KeyKind::text, std::move(name), std::move(meaning));
}

KeyInfo name_key(std::string name, std::string meaning) {
  return key_of(KeyKind::name, std::move(name), std::move(meaning));
}

KeyInfo flag_key(std::string name, bool value, std::string meaning) {
  KeyInfo info = key_of(KeyKind::flag, std::move(name), std::move(meaning));
  info.default_value = value;
  return info;
}

KeyInfo choice_key(std::string name, std::vector<std::string> choices, std::string meaning) {
  KeyInfo info = pick_key(std::move(name), std::move(choices), "", std::move(meaning));
  info.default_value = info.choices.front();
  return info;
}

KeyInfo pick_key(std::string name, std::vector<std::string> choices, std::string one_of,
                 std::string meaning) {
  KeyInfo info = key_of(KeyKind::choice, std::move(name), std::move(meaning));
  info.choices = std::move(choices);
  info.one_of = std::move(one_of);
  return info;
}

KeyInfo needed(KeyInfo info) {
  info.is_needed = true;
  return info;
}

std::vector<BrokenRule> broken_rules(const KeyInfo& info, const Node& node) {
  switch (info.kind) {
    case KeyKind::whole:
    case KeyKind::number:
      return unless(is_number(info, node), node, "must be " + number_rule(info));
    case KeyKind::numbers:
    case KeyKind::wholes:
      return broken_numbers(info, node);
    case KeyKind::text:
      return unless(node.text(), node, "must be a text in quotes");
    case KeyKind::name:
      if (!node.text()) return unless(false, node, "must be a text in quotes");
      if (is_valid_name(*node.text())) return {};
      return {{&node, "must be made of small letters, digits and hyphens",
               did_you_mean_name(*node.text())}};
    case KeyKind::flag:
      return unless(std::holds_alternative<bool>(node.value), node, "must be true or false");
    case KeyKind::choice:
      if (is_choice(info, node)) return {};
      return {wrong_choice(info, node)};
    case KeyKind::texts:
      return broken_texts(info, node);
    case KeyKind::table:
    case KeyKind::moved:
      return unless(node.table(), node, "must be a table: " + info.meaning);
    case KeyKind::tables:
      return unless(is_list_of_tables(node), node, "must be written [[...]], once for each");
    case KeyKind::any:
      break;
  }
  return {};
}

std::string form_of(const KeyInfo& info) {
  switch (info.kind) {
    case KeyKind::whole:
    case KeyKind::number:
      return number_rule(info);
    case KeyKind::numbers:
    case KeyKind::wholes:
      return "a list, each " + number_rule(info);
    case KeyKind::text:
      return "a text";
    case KeyKind::name:
      return "a name";
    case KeyKind::flag:
      return "true or false";
    case KeyKind::choice:
      return info.one_of.empty() ? fmt::format("one of {}", fmt::join(info.choices, ", "))
                                 : "the name of " + with_article(info.one_of);
    case KeyKind::texts:
      return "a list of texts";
    case KeyKind::table:
      return "a table";
    case KeyKind::tables:
      return "tables";
    case KeyKind::moved:
      return "a table, by parameter";
    case KeyKind::any:
      break;
  }
  return "a value";
}

std::string default_of(const KeyInfo& info) {
  if (!info.default_value) return "";
  Node node;
  node.value = *info.default_value;
  return text_of(node);
}

std::string keys_text(const KeyTable& table, const std::string& indent) {
  std::string text;
  for (const KeyInfo& info : table.keys) {
    const std::string value = default_of(info);
    text += fmt::format("{}{}{}: {}; {}{}\n", indent, info.name, value.empty() ? "" : " = " + value,
                        info.meaning, form_of(info), info.is_needed ? "; needed" : "");
    if (info.table) text += keys_text(info.table(), indent + "  ");
  }
  return text;
}

}  // namespace swadaya
