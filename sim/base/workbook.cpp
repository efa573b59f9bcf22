#include "sim/base/workbook.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <set>
#include <string_view>
#include <vector>
#include <zip.h>

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"
#include "sim/base/notes.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_bytes = 256u << 20;  // of one part, unpacked: a sheet of a million rows
constexpr std::size_t most_columns = 16384, most_rows = 1048576;  // of a sheet (ECMA-376)
constexpr double first_inexact = 1e15;                            // spreadsheets keep 15 digits

// A part's name without what stands before the colon: spreadsheets differ in it.
std::string_view plain(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& inner) { return plain(inner) == name; });
}

// The text of <t> in it, but for how it is read aloud.
void add_text(const pugi::xml_node& node, std::string& text) {
  for (const pugi::xml_node inner : node.children()) {
    if (plain(inner) == "t") text += inner.text().get();
    if (plain(inner) == "r") add_text(inner, text);
  }
}

class Archive {
 public:
  Archive(const std::string& file, const std::string& bytes) : file_{file} {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (!archive) {
      const std::string why = zip_error_strerror(&error);
      if (source) zip_source_free(source);
      zip_error_fini(&error);
      fail("is a damaged archive: " + why);
    }
    zip_error_fini(&error);
    archive_.reset(archive);
  }

  [[noreturn]] void fail(std::string rule, std::string suggestion = "") const {
    throw BadInput{Problem{file_, 0, 0, "", "", std::move(rule), std::move(suggestion)}};
  }

  bool has(const std::string& part) const {
    return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_ENC_GUESS) >= 0;
  }

  std::string read(const std::string& part) const {
    zip_stat_t size;
    zip_stat_init(&size);
    if (zip_stat(archive_.get(), part.c_str(), 0, &size) != 0) fail("has no part " + part);
    if (size.size > most_bytes)
      fail(fmt::format("unpacks to more than {} MB", most_bytes >> 20), "save it as CSV");
    std::string text(size.size, '\0');
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> in{
        zip_fopen(archive_.get(), part.c_str(), 0), zip_fclose};
    const auto count = in ? zip_fread(in.get(), text.data(), text.size()) : -1;
    if (count < 0 || static_cast<std::size_t>(count) != text.size())
      fail("is a damaged archive: " + part + " can't be unpacked");
    return text;
  }

  // The outermost node of a part in XML.
  pugi::xml_node xml(const std::string& part, pugi::xml_document& document) const {
    const std::string text = read(part);
    if (const auto result = document.load_buffer(text.data(), text.size()); !result)
      fail("is a damaged workbook: " + part + " is not XML: " + result.description());
    return document.document_element();
  }

 private:
  struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  std::string file_;
  std::unique_ptr<zip_t, Discard> archive_;
};

// "BC12" as column 54 and row 11, from 0.
struct Place {
  std::size_t column = 0, row = 0;
};
Place place_of(std::string_view name) {
  std::size_t column = 0, row = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z' && column <= most_columns)
      column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    if (c >= '0' && c <= '9' && row <= most_rows)
      row = row * 10 + static_cast<std::size_t>(c - '0');
  }
  return {column - 1, row - 1};
}

// Days since 30 December 1899, or since 1 January 1904, as 2001-08-17.
std::string day_of(double days, bool since_1904) {
  // Counted from 1 March of the year 0: 400 years have 146,097 days, and leap days stand last
  // (Hinnant, chrono-compatible low-level date algorithms, 2013).
  const long z = static_cast<long>(std::floor(days)) + (since_1904 ? 695361 : 693899);
  const long era = (z >= 0 ? z : z - 146096) / 146097, day_of_era = z - era * 146097;
  const long year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long m = (5 * day_of_year + 2) / 153, day = day_of_year - (153 * m + 2) / 5 + 1;
  const long month = m < 10 ? m + 3 : m - 9, year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

class Workbook {
 public:
  Workbook(const std::string& file, const std::string& bytes) : file_{file}, archive_{file, bytes} {
    if (!archive_.has("xl/workbook.xml") || !archive_.has("xl/_rels/workbook.xml.rels"))
      archive_.fail(archive_.has("content.xml") ? "is an OpenDocument spreadsheet, which isn't read"
                                                : "is an archive, not a table",
                    "save it as CSV, or as a workbook (.xlsx)");
    read_texts();
    read_styles();
  }

  std::string table() {
    const std::string part = part_of_first_sheet();
    pugi::xml_document document;
    const pugi::xml_node sheet = archive_.xml(part, document);
    for (const pugi::xml_node merge : child(sheet, "mergeCells").children()) check_merged(merge);
    std::vector<std::vector<std::string>> rows;
    for (const pugi::xml_node row : child(sheet, "sheetData").children()) {
      const std::size_t number =
          row.attribute("r") ? row.attribute("r").as_ullong() - 1 : rows.size();
      if (number < rows.size() || number >= most_rows)
        archive_.fail("is a damaged workbook: rows out of order");
      rows.resize(number + 1);
      read_row(row, rows.back());
    }
    if (!problems_.empty()) throw BadInput{problems_};
    return text_of(rows);
  }

 private:
  void read_texts() {
    if (!archive_.has("xl/sharedStrings.xml")) return;
    pugi::xml_document document;
    for (const pugi::xml_node item : archive_.xml("xl/sharedStrings.xml", document).children()) {
      texts_.emplace_back();
      add_text(item, texts_.back());
    }
  }

  // Which styles of cells show a number as a day.
  void read_styles() {
    if (!archive_.has("xl/styles.xml")) return;
    pugi::xml_document document;
    const pugi::xml_node styles = archive_.xml("xl/styles.xml", document);
    std::set<unsigned> days{14, 15, 16, 17, 22};  // formats that need no declaration (ECMA-376)
    for (const pugi::xml_node format : child(styles, "numFmts").children()) {
      const std::string code = symbols_of(format.attribute("formatCode").value());
      if (code.find('y') != std::string::npos && code.find('d') != std::string::npos)
        days.insert(format.attribute("numFmtId").as_uint());
    }
    for (const pugi::xml_node style : child(styles, "cellXfs").children())
      is_day_.push_back(days.contains(style.attribute("numFmtId").as_uint()));
  }

  // A format without what it shows as it stands, "..." and [...].
  static std::string symbols_of(const std::string& format) {
    std::string symbols;
    char closes = 0;
    for (const char c : lower_case(format))
      if (closes != 0)
        closes = c == closes ? 0 : closes;
      else if (c == '"' || c == '[')
        closes = c == '[' ? ']' : c;
      else
        symbols += c;
    return symbols;
  }

  std::string part_of_first_sheet() {
    pugi::xml_document document, relations;
    const pugi::xml_node book = archive_.xml("xl/workbook.xml", document);
    const auto since = child(book, "workbookPr").attribute("date1904").value();
    since_1904_ = std::string_view{since} == "1" || std::string_view{since} == "true";
    std::string first, id;
    std::vector<std::string> others;
    for (const pugi::xml_node sheet : child(book, "sheets").children()) {
      const std::string name = sheet.attribute("name").value();
      const bool is_hidden = sheet.attribute("state") &&
                             std::string_view{sheet.attribute("state").value()} != "visible";
      if (!id.empty() || is_hidden) {
        others.push_back(name);
        continue;
      }
      first = name;
      for (const pugi::xml_attribute attribute : sheet.attributes())
        if (std::string_view{attribute.name()}.ends_with(":id")) id = attribute.value();
    }
    if (!others.empty())
      note(fmt::format("{}: sheet {} is read; left alone: {}", file_, first,
                       fmt::join(others, ", ")));
    for (const pugi::xml_node relation :
         archive_.xml("xl/_rels/workbook.xml.rels", relations).children())
      if (!id.empty() && id == relation.attribute("Id").value()) {
        const std::string target = relation.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
      }
    archive_.fail("is a damaged workbook: it has no sheet");
  }

  void check_merged(const pugi::xml_node& merge) {
    const std::string cells = merge.attribute("ref").value();
    const auto colon = cells.find(':');
    if (colon == std::string::npos) return;
    const Place first = place_of(cells.substr(0, colon)), last = place_of(cells.substr(colon + 1));
    if (first.row != last.row)
      report(cells, "", "cells are merged; each row needs a value of its own");
  }

  // `cells`: "B2", "B2:B5".
  void report(std::string cells, std::string value, std::string rule, std::string suggestion = "") {
    const auto row = static_cast<int>(place_of(cells.substr(0, cells.find(':'))).row) + 1;
    if (problems_.size() < 50)
      problems_.push_back({file_, row, 0, std::move(cells), std::move(value), std::move(rule),
                           std::move(suggestion)});
  }

  void read_row(const pugi::xml_node& row, std::vector<std::string>& fields) {
    for (const pugi::xml_node cell : row.children()) {
      if (plain(cell) != "c") continue;
      const std::size_t column =
          cell.attribute("r") ? place_of(cell.attribute("r").value()).column : fields.size();
      if (column < fields.size() || column >= most_columns)
        archive_.fail("is a damaged workbook: cells out of order");
      fields.resize(column + 1);
      fields.back() = value_of(cell);
    }
  }

  // A sheet keeps no cells behind the last of a row that holds something.
  static std::string text_of(const std::vector<std::vector<std::string>>& rows) {
    std::size_t width = 0;
    for (const auto& row : rows) width = std::max(width, row.size());
    std::string text;
    for (const auto& row : rows) {
      for (std::size_t c = 0; c < width && !row.empty(); ++c) {
        if (c > 0) text += ',';
        if (c < row.size()) add_field(row[c], text);
      }
      text += '\n';
    }
    return text;
  }

  static void add_field(const std::string& value, std::string& text) {
    text += '"';
    for (const char c : value)
      if (c == '"')
        text += "\"\"";
      else
        text += c == '\n' || c == '\r' ? ' ' : c;
    text += '"';
  }

  std::string value_of(const pugi::xml_node& cell) {
    const std::string_view type = cell.attribute("t").value();
    const std::string value = child(cell, "v").text().get();
    if (type == "inlineStr") {
      std::string text;
      add_text(child(cell, "is"), text);
      return text;
    }
    if (child(cell, "f") && value.empty() && type != "str") {
      report(cell.attribute("r").value(), "", "a formula without its value",
             "open it in a spreadsheet and save it there");
      return "";
    }
    if (type == "s") {
      const auto index = number_of(value);
      if (!index || *index < 0 || *index >= static_cast<double>(texts_.size()))
        archive_.fail("is a damaged workbook: it has no such text");
      return texts_[static_cast<std::size_t>(*index)];
    }
    if (type == "b") return value == "1" ? "TRUE" : "FALSE";
    if (type == "str" || type == "e" || type == "d") return value;
    return number_as_shown(cell, value);
  }

  std::string number_as_shown(const pugi::xml_node& cell, const std::string& value) {
    const unsigned style = cell.attribute("s").as_uint();
    const auto x = number_of(value);
    if (!x) return value;
    if (style < is_day_.size() && is_day_[style] && *x >= 0 && *x < 3e6)
      return day_of(*x, since_1904_);
    if (std::abs(*x) >= first_inexact && std::floor(*x) == *x && std::abs(*x) < 1e20)
      report(cell.attribute("r").value(), value,
             "a number of 16 digits or more, of which a spreadsheet keeps 15",
             "keep the column as text");
    if (std::floor(*x) == *x && std::abs(*x) < first_inexact) return fmt::format("{:.0f}", *x);
    return value;
  }

  const std::string& file_;
  Archive archive_;
  std::vector<std::string> texts_;
  std::vector<bool> is_day_;  // by style
  bool since_1904_ = false;
  std::vector<Problem> problems_;
};

}  // namespace

bool is_archive(const std::string& bytes) { return bytes.starts_with("PK\x03\x04"); }

std::string table_of_workbook(const std::string& file, const std::string& bytes) {
  return Workbook{file, bytes}.table();
}

}  // namespace swadaya
