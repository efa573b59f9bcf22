#include "sim/scenario/keys.hpp"

#include <algorithm>

namespace swadaya {

bool is_valid_name(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

const Node* Keys::take(const std::string& key) {
  known_.push_back(key);
  for (const auto& [name, node] : table_)
    if (name == key) return &node;
  return nullptr;
}

void Keys::text(const std::string& key, std::string& out) {
  if (const Node* node = take(key)) {
    if (node->text())
      out = *node->text();
    else
      report(*node, key, "must be a text in quotes");
  }
}

void Keys::name(const std::string& key, std::string& out) {
  text(key, out);
  const Node* node = take(key);
  if (node && node->text() && !is_valid_name(*node->text()))
    report(*node, key, "must be made of small letters, digits and hyphens");
}

bool Keys::number(const std::string& key, double low, double high, double& out) {
  const Node* node = take(key);
  if (!node) return false;
  const double* x = node->number();
  if (!x || !(*x >= low && *x <= high)) {
    report(*node, key,
           std::isinf(low) && std::isinf(high)
               ? "must be a number"
               : fmt::format("must be a number between {} and {}", low, high));
    return false;
  }
  out = *x;
  return true;
}

void Keys::choice(const std::string& key, const std::vector<std::string>& options,
                  std::string& out) {
  const Node* node = take(key);
  if (!node) return;
  if (node->text() && std::find(options.begin(), options.end(), *node->text()) != options.end())
    out = *node->text();
  else
    report(*node, key, fmt::format("must be one of {}", fmt::join(options, ", ")),
           node->text() ? nearest_of(*node->text(), options) : "");
}

void Keys::texts(const std::string& key, std::vector<std::string>& out) {
  const Node* node = take(key);
  if (!node) return;
  for (const Node& entry : node->list() ? *node->list() : Node::List{*node})
    if (entry.text())
      out.push_back(*entry.text());
    else
      report(entry, key, "must be a list of texts in quotes");
}

void Keys::refuse_others() {
  for (const auto& [key, node] : table_)
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
      const std::string nearest = nearest_name(key, known_);
      report(node, key, "there is no such key",
             nearest.empty() ? "" : "did you mean `" + nearest + "`?");
    }
}

void Keys::report(const Node& node, const std::string& key, std::string rule,
                  std::string suggestion) {
  problems_.push_back(
      problem_at(node, section_ + "." + key, std::move(rule), std::move(suggestion)));
}

}  // namespace swadaya
