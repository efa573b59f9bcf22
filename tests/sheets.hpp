// Workbooks as a test looks into them: every sheet, cell by cell.
#pragma once

#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>
#include <zip.h>

namespace swadaya {

struct SheetCell {
  std::string text;
  bool is_number = false;
  bool operator==(const SheetCell&) const = default;
};
using SheetRows = std::vector<std::vector<SheetCell>>;

inline std::string entry_of(const std::string& file, const std::string& name) {
  int error = 0;
  zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, &error);
  if (!archive) return "";
  std::string bytes;
  if (zip_file_t* entry = zip_fopen(archive, name.c_str(), 0)) {
    char part[4096];
    for (zip_int64_t n; (n = zip_fread(entry, part, sizeof part)) > 0;)
      bytes.append(part, static_cast<std::size_t>(n));
    zip_fclose(entry);
  }
  zip_discard(archive);
  return bytes;
}

// What stands between these, from `at` on, which moves behind it; "" where there is no more.
inline std::string between(const std::string& text, const std::string& begin,
                           const std::string& end, std::size_t& at) {
  const std::size_t from = text.find(begin, at);
  if (from == std::string::npos) return at = std::string::npos, "";
  const std::size_t first = from + begin.size(), last = text.find(end, first);
  at = last;
  return text.substr(first, last - first);
}

inline std::string without_entities(std::string text) {
  for (const auto& [entity, letter] : std::map<std::string, std::string>{
           {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
    for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
      text.replace(at, entity.size(), letter);
  return text;
}

inline std::vector<std::string> sheet_names(const std::string& file) {
  const std::string book = entry_of(file, "xl/workbook.xml");
  std::vector<std::string> names;
  for (std::size_t at = 0;;) {
    const std::string name = between(book, "<sheet name=\"", "\"", at);
    if (at == std::string::npos) return names;
    names.push_back(name);
  }
}

// By row and column; what is empty is "".
inline SheetRows sheet_of(const std::string& file, const std::string& name) {
  const std::vector<std::string> names = sheet_names(file);
  const auto found = std::find(names.begin(), names.end(), name);
  EXPECT_NE(found, names.end()) << name;
  const std::string sheet =
      entry_of(file, "xl/worksheets/sheet" + std::to_string(found - names.begin() + 1) + ".xml");
  SheetRows rows;
  for (std::size_t at = 0;;) {
    const std::string cell = between(sheet, "<c r=\"", "</c>", at);
    if (at == std::string::npos) return rows;
    std::size_t column = 0, letters = 0;
    for (; cell[letters] >= 'A' && cell[letters] <= 'Z'; ++letters)
      column = column * 26 + static_cast<std::size_t>(cell[letters] - 'A') + 1;
    const std::size_t row = std::stoul(cell.substr(letters));
    if (rows.size() < row) rows.resize(row);
    if (rows[row - 1].size() < column) rows[row - 1].resize(column);
    std::size_t in = 0;
    const std::string number = between(cell, "<v>", "</v>", in);
    SheetCell& own = rows[row - 1][column - 1];
    if (in != std::string::npos) {
      own = {number, true};
    } else {
      in = cell.find("<t");
      own.text = without_entities(between(cell, ">", "</t>", in));
    }
  }
}

}  // namespace swadaya
