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

std::string stripped(const std::string& text) {
  constexpr const char* blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
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

std::size_t letter_at(const std::string& text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned first = byte(at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
  const unsigned second = byte(at + 1);  // no letter in more bytes than it needs, no half of a pair
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  return length;
}

bool is_utf8(const std::string& text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = letter_at(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace swadaya
