#include "sim/base/text_layout.hpp"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <sstream>

namespace swadaya {

std::string toned(const std::string& text, Tone tone, Colour colour) {
  if (colour == Colour::plain || tone == Tone::plain) return text;
  const char* code = tone == Tone::strong ? "1"
                     : tone == Tone::good ? "32"
                     : tone == Tone::bad  ? "31"
                                          : "2";
  return fmt::format("\033[{}m{}\033[0m", code, text);
}

std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string padding(const std::string& text, std::size_t width) {
  const std::size_t own = width_of(text);
  return std::string(own < width ? width - own : 0, ' ');
}
std::string left(const std::string& text, std::size_t width) { return text + padding(text, width); }
std::string right(const std::string& text, std::size_t width) {
  return padding(text, width) + text;
}

std::string shortened(const std::string& text, std::size_t width) {
  if (width_of(text) <= width) return text;
  if (width == 0) return "";
  std::string out = text;
  while (width_of(out) >= width) {
    while ((static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
    out.pop_back();
  }
  return out + "…";
}

std::string line_of(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  return text + '\n';
}

std::vector<std::string> lines_of(const std::string& text, std::size_t width) {
  std::vector<std::string> lines{""};
  std::istringstream words{text};
  for (std::string word; words >> word;) {
    std::string& line = lines.back();
    if (line.empty())
      line = word;
    else if (width_of(line) + 1 + width_of(word) <= width)
      line += ' ' + word;
    else
      lines.push_back(word);
  }
  return lines;
}

namespace {

// A tie stands a hair's breadth beyond itself, where nothing else of six digits can be.
double beyond_a_tie(double x) {
  constexpr double hair = 1e-12;
  return std::strtod(fmt::format("{:.6g}", x).c_str(), nullptr) * (1 + hair);
}

}  // namespace

std::string decimal(double x, int digits) {
  return fmt::format("{:.{}f}", beyond_a_tie(x), digits);
}

std::string decimal_signed(double x, int digits) {
  return fmt::format("{:+.{}f}", beyond_a_tie(x), digits);
}

std::string regrouped(std::string number, char thousands, char point) {
  constexpr const char* digits = "0123456789";
  const std::size_t first = number.find_first_of(digits);
  if (first == std::string::npos) return number;
  const std::size_t end = std::min(number.find_first_not_of(digits, first), number.size());
  if (end < number.size() && number[end] == '.') number[end] = point;
  for (std::size_t at = end; at > first + 3; at -= 3) number.insert(at - 3, 1, thousands);
  return number;
}

}  // namespace swadaya
