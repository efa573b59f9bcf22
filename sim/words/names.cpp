#include "sim/words/names.hpp"

#include <unordered_map>

#include "sim/words/sentences.hpp"

namespace swadaya {

namespace {

using Names = std::unordered_map<std::string_view, std::string_view>;

Names by_key(const std::vector<NameInIndonesian>& names) {
  Names all;
  for (const auto& [key, name] : names) all.emplace(key, name);
  return all;
}

std::string name_in(const Names& names, const std::string& key, const std::string& otherwise) {
  const auto at = names.find(key);
  return at == names.end() ? otherwise : std::string{at->second};
}

}  // namespace

std::string outcome_in_indonesian(const std::string& name) {
  static const Names names = by_key(outcomes_named());
  return name_in(names, name, "");
}

std::string unit_in_indonesian(const std::string& unit) {
  static const Names names = by_key(units_named());
  return name_in(names, unit, unit);
}

std::string parameter_in_indonesian(const std::string& key) {
  static const Names names = by_key(parameters_named());
  return name_in(names, key, "");
}

std::string source_in_indonesian(const std::string& source) {
  for (const auto& [english, indonesian] : indonesian_sources())
    if (english == source) return std::string{indonesian};
  return source;
}

}  // namespace swadaya
