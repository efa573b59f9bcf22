#include "sim/world/columns.hpp"

#include <algorithm>
#include <cctype>

#include "sim/base/fields.hpp"

namespace swadaya {

namespace {

std::string unquoted(const std::string& text) {
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
  std::string plain;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == '"' && text[i + 1] == '"' && i + 2 < text.size()) ++i;
    plain += text[i];
  }
  return plain;
}

// The parts between commas that stand in no braces and quotes.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts(1);
  int depth = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (!quoted) depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    if (c == ',' && !quoted && depth == 0)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

void add_code(FieldColumn& field, const std::string& part) {
  const auto equals = part.find('=');
  const std::string key = stripped(part.substr(0, equals));
  const std::string code =
      equals == std::string::npos ? "" : unquoted(stripped(part.substr(equals + 1)));
  if (key == "yes")
    field.yes.push_back(code);
  else if (key == "no")
    field.no.push_back(code);
  else if (key == "missing")
    field.missing.push_back(code);
  else if (!key.empty())
    field.strange.push_back(key);
}

}  // namespace

Columns columns_of(const std::string& text) {
  Columns columns;
  for (const std::string& part : parts_of(text)) {
    const auto equals = part.find('=');
    if (equals == std::string::npos) continue;
    FieldColumn field;
    std::string column = stripped(part.substr(equals + 1));
    if (const auto brace = column.find('{'); column.ends_with('}') && !column.starts_with('"')) {
      for (const std::string& code : parts_of(column.substr(brace + 1, column.size() - brace - 2)))
        add_code(field, code);
      column = stripped(column.substr(0, brace));
    } else if (column.ends_with('}') && column.find("\"{") != std::string::npos) {
      const auto end = column.rfind("\"{");
      for (const std::string& code : parts_of(column.substr(end + 2, column.size() - end - 3)))
        add_code(field, code);
      column = column.substr(0, end + 1);
    }
    field.column = unquoted(column);
    columns[stripped(part.substr(0, equals))] = field;
  }
  return columns;
}

std::string plain_name(const std::string& heading) {
  std::string plain;
  for (const char c : heading)
    if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)))
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return plain;
}

std::string name_of_household(const std::string& field) {
  const auto point = field.find('.');
  if (point == std::string::npos || point == 0 || point + 1 == field.size()) return field;
  const auto digits = [](char c) { return c >= '0' && c <= '9'; };
  const auto middle = field.begin() + static_cast<std::ptrdiff_t>(point);
  const bool is_whole = std::all_of(field.begin(), middle, digits) &&
                        std::all_of(middle + 1, field.end(), [](char c) { return c == '0'; });
  return is_whole ? field.substr(0, point) : field;
}

}  // namespace swadaya
