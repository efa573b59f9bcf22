#include "sim/base/fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace swadaya {

std::optional<double> number_of(const std::string& text) {
  double value = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, value);
  if (error == std::errc{} && end == last && std::isfinite(value)) return value;
  return std::nullopt;
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

bool is_missing(const std::string& field) {
  static const std::vector<std::string> all{"", "na", "n/a", "#n/a", "nan", "null", "."};
  return field.size() <= 4 && std::find(all.begin(), all.end(), lower_case(field)) != all.end();
}

std::optional<bool> yes_or_no(const std::string& field) {
  static const std::vector<std::string> yes{"true", "t", "yes", "y", "ya"},
      no{"false", "f", "no", "n", "tidak"};
  const auto is_in = [&](const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), lower_case(field)) != words.end();
  };
  const auto number = number_of(field);
  if (number == 1.0 || is_in(yes)) return true;
  if (number == 0.0 || is_in(no)) return false;
  return std::nullopt;
}

}  // namespace swadaya
