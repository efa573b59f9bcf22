#include "sim/scenario/keys.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace swadaya {

namespace {

std::vector<std::string> names_of(const KeyTable& declared) {
  std::vector<std::string> names;
  for (const KeyInfo& info : declared.keys) names.push_back(info.name);
  return names;
}

bool has_any(const Node& table, const KeyTable& declared) {
  return std::any_of(declared.keys.begin(), declared.keys.end(),
                     [&](const KeyInfo& info) { return table.find(info.name); });
}

// {lending = {norm = {...}}} and {"lending.norm" = {...}} are the same.
void check_moved(const Node& table, const KeyTable& declared, const std::string& section,
                 std::vector<Problem>& problems) {
  for (const auto& [key, node] : *table.table())
    if (node.table() && has_any(node, declared))
      check_keys(node, declared, section + "." + key, problems);
    else if (node.table())
      check_moved(node, declared, section + "." + key, problems);
}

}  // namespace

Keys::Keys(const Node::Table& table, const Node& place, const KeyTable& declared,
           std::string section, std::vector<Problem>& problems)
    : table_{table}, declared_{declared}, section_{std::move(section)}, problems_{problems} {
  place_.file = place.file, place_.line = place.line, place_.column = place.column;
  place_.value = Node::Table{};
  for (const auto& [key, node] : table_) check(key, node);
  for (const KeyInfo& info : declared_.keys)
    if (info.is_needed && !said(info.name)) report(info.name, "must be said: " + info.meaning);
}

void Keys::check(const std::string& key, const Node& node) {
  const KeyInfo* info = declared_.find(key);
  if (!info) {
    const std::vector<std::string> known = names_of(declared_);
    return report(node, key, "there is no such key",
                  did_you_mean(key, known, fmt::format("there are {}", fmt::join(known, ", "))));
  }
  if (!is_as_declared(*info, node, section_ + "." + key, problems_)) wrong_.insert(key);
}

const Node* Keys::said(const std::string& key) const {
  declared_.at(key);
  for (const auto& [name, node] : table_)
    if (name == key) return &node;
  return nullptr;
}

const Node* Keys::find(const std::string& key) const {
  return wrong_.contains(key) ? nullptr : said(key);
}

double Keys::number(const std::string& key) const {
  if (const Node* node = find(key)) return *node->number();
  const auto& value = declared_.at(key).default_value;
  return value ? std::get<double>(*value) : 0;
}

bool Keys::flag(const std::string& key) const {
  if (const Node* node = find(key)) return std::get<bool>(node->value);
  const auto& value = declared_.at(key).default_value;
  return value && std::get<bool>(*value);
}

std::string Keys::text(const std::string& key) const {
  if (const Node* node = find(key)) return *node->text();
  const auto& value = declared_.at(key).default_value;
  return value ? std::get<std::string>(*value) : "";
}

Node::List Keys::list(const std::string& key) const {
  const Node* node = said(key);
  if (!node) return {};
  return node->list() ? *node->list() : Node::List{*node};
}

std::vector<std::string> Keys::texts(const std::string& key) const {
  std::vector<std::string> texts;
  for (const Node& entry : list(key))
    if (entry.text()) texts.push_back(*entry.text());
  return texts;
}

std::vector<double> Keys::numbers(const std::string& key) const {
  std::vector<double> numbers;
  if (!find(key)) return numbers;
  for (const Node& entry : list(key)) numbers.push_back(*entry.number());
  return numbers;
}

void Keys::report(const Node& node, const std::string& key, std::string rule,
                  std::string suggestion) {
  problems_.push_back(
      problem_at(node, section_ + "." + key, std::move(rule), std::move(suggestion)));
}

void Keys::report(const std::string& key, std::string rule, std::string suggestion) {
  const Node* node = said(key);
  report(node ? *node : place_, key, std::move(rule), std::move(suggestion));
}

bool is_as_declared(const KeyInfo& info, const Node& node, const std::string& key,
                    std::vector<Problem>& problems) {
  const std::vector<BrokenRule> broken = broken_rules(info, node);
  for (const BrokenRule& one : broken)
    problems.push_back(problem_at(*one.at, key, one.rule, one.suggestion));
  return broken.empty();
}

void check_keys(const Node& table, const KeyTable& declared, const std::string& section,
                std::vector<Problem>& problems) {
  if (!table.table()) return;
  const Keys keys{table, declared, section, problems};
  for (const KeyInfo& info : declared.keys) {
    const Node* node = info.table ? keys.find(info.name) : nullptr;
    if (!node) continue;
    const std::string own = section + "." + info.name;
    if (info.kind == KeyKind::moved)
      check_moved(*node, info.table(), own, problems);
    else if (node->list())
      for (const Node& entry : *node->list()) check_keys(entry, info.table(), own, problems);
    else
      check_keys(*node, info.table(), own, problems);
  }
}

}  // namespace swadaya
