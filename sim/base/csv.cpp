#include "sim/base/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <utility>

#include "sim/base/workbook.hpp"

namespace swadaya {

namespace {

constexpr std::size_t most_problems = 50;  // with rows: further ones say nothing new

[[noreturn]] void fail(const std::string& file, int line, std::string rule,
                       std::string suggestion = "") {
  throw BadInput{Problem{file, line, 0, "", "", std::move(rule), std::move(suggestion)}};
}

// The file's letters without the mark that says that it is UTF-8.
std::string text_of_file(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  if (std::filesystem::is_directory(file)) fail(file, 0, "is a folder", "name a file");
  if (!in) fail(file, 0, "the file can't be read");
  std::string text{std::istreambuf_iterator<char>{in}, {}};
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (is_archive(text)) text = table_of_workbook(file, text);
  if (text.starts_with("\xD0\xCF\x11\xE0"))
    fail(file, 0, "is a workbook of old (.xls)", "save it as CSV, or as a workbook (.xlsx)");
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
    fail(file, 0, "is written in UTF-16", "save it as CSV in UTF-8");
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\0') fail(file, line, "has a byte 0; a table is text");
    const std::size_t length = letter_at(text, at);
    if (length == 0)
      fail(file, line,
           fmt::format("byte {:#04x} is no UTF-8", static_cast<unsigned char>(text[at])),
           "save it as CSV in UTF-8");
    if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')))
      ++line;
    at += length;
  }
  return text;
}

// "0,5" as "0.5"; anything but a number with one comma as it is.
std::string with_point(std::string text) {
  const auto comma = text.find(',');
  if (comma == std::string::npos || text.find('.') != std::string::npos) return text;
  std::string pointed = text;
  pointed[comma] = '.';
  return number_of(pointed) ? pointed : text;
}

class Reader {
 public:
  Reader(const std::string& file, const CsvForm& form)
      : file_{file}, form_{form}, text_{text_of_file(file)} {
    separator_ = separator();
  }

  Csv read() {
    Csv csv;
    csv.file = file_;
    csv.separator = separator_;
    std::vector<std::string> fields;
    for (int line = line_; record(fields); line = line_) {
      if (std::all_of(fields.begin(), fields.end(), [](const auto& f) { return f.empty(); }))
        continue;
      if (csv.names.empty()) {
        while (fields.size() > 1 && fields.back().empty()) fields.pop_back();
        csv.names = fields;
        if (form_.heading) {
          csv.heading_line = line;
          continue;
        }
        for (std::size_t c = 0; c < csv.names.size(); ++c) csv.names[c] = std::to_string(c + 1);
      }
      add(csv, line, std::move(fields));
    }
    if (csv.names.empty())
      problems_.push_back({file_, 1, 0, "", "",
                           form_.heading ? "the file has no heading line" : "has no rows", ""});
    else if (csv.rows.empty() && problems_.empty())
      problems_.push_back({file_, 0, 0, "", "", "has no rows: a heading is all there is", ""});
    if (!problems_.empty()) throw BadInput{problems_};
    return csv;
  }

 private:
  void add(Csv& csv, int line, std::vector<std::string> fields) {
    while (fields.size() > csv.names.size() && fields.back().empty()) fields.pop_back();
    if (fields.size() == csv.names.size()) {
      csv.rows.push_back({line, std::move(fields)});
    } else {
      add_row_problem(problems_,
                      {file_, line, 0, "", "",
                       fmt::format("has {} fields; the {} has {}", fields.size(),
                                   form_.heading ? "heading" : "first line", csv.names.size()),
                       ""});
    }
  }

  bool at_end() const { return at_ >= text_.size(); }
  bool at_line_end() const { return at_end() || text_[at_] == '\n' || text_[at_] == '\r'; }

  void skip_line_end() {
    if (at_end()) return;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_, ++line_;
  }

  // The first line with a word, read past "sep=;", which Excel writes and reads before the heading.
  char separator() {
    while (true) {
      const std::size_t first = at_;
      while (!at_line_end()) ++at_;
      const std::string line = stripped(text_.substr(first, at_ - first));
      const bool says = line.size() == 5 && lower_case(line).starts_with("sep=");
      if (says || (!at_end() && (line.empty() || is_remark(line)))) {
        skip_line_end();
        if (says) return line[4];
        continue;
      }
      at_ = first;
      return separator_of(line);
    }
  }

  char separator_of(const std::string& line) const {
    const auto count = [&](char separator) {
      bool quoted = false;
      std::size_t found = 0;
      for (const char c : line) {
        if (c == '"') quoted = !quoted;
        found += !quoted && c == separator ? 1 : 0;
      }
      return found;
    };
    const std::size_t commas = count(','), semicolons = count(';'), tabs = count('\t');
    if (semicolons > 0 && semicolons >= commas && semicolons >= tabs) return ';';
    if (tabs > 0 && tabs >= commas) return '\t';
    return commas == 0 && form_.blanks && count(' ') > 0 ? ' ' : ',';
  }

  bool is_remark(const std::string& line) const {
    return form_.remarks && (line.starts_with('#') || line.starts_with('%'));
  }

  // The fields of the next line; false behind the last.
  bool record(std::vector<std::string>& fields) {
    fields.clear();
    if (at_end()) return false;
    if (form_.remarks && (text_[at_] == '#' || text_[at_] == '%')) {
      while (!at_line_end()) ++at_;
      skip_line_end();
      return true;
    }
    skip_blanks();
    do {
      fields.push_back(field());
    } while (!at_line_end() && text_[at_++] == separator_);
    if (separator_ == ' ' && fields.size() > 1 && fields.back().empty()) fields.pop_back();
    skip_line_end();
    return true;
  }

  void skip_blanks() {
    while (!at_line_end() && text_[at_] != separator_ && (text_[at_] == ' ' || text_[at_] == '\t'))
      ++at_;
    while (separator_ == ' ' && !at_line_end() && text_[at_] == ' ') ++at_;
  }

  std::string field() {
    skip_blanks();
    std::string text;
    if (!at_line_end() && text_[at_] == '"') text = quoted();
    // What networkx writes behind the ends of a tie is one field.
    const bool is_rest = separator_ == ' ' && !at_line_end() && text_[at_] == '{';
    while (!at_line_end() && (is_rest || text_[at_] != separator_)) text += text_[at_++];
    text = stripped(text);
    return separator_ == ';' ? with_point(std::move(text)) : text;
  }

  std::string quoted() {
    const int opened = line_;
    std::string text;
    for (++at_; !at_end(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        ++at_;
      }
      if (text_[at_] == '\n' || text_[at_] == '\r') {
        skip_line_end(), --at_;
        text += '\n';
      } else {
        text += text_[at_];
      }
    }
    if (at_end()) fail(file_, opened, "a quote is opened here and never closed");
    ++at_;
    return text;
  }

  const std::string file_;
  const CsvForm form_;
  const std::string text_;
  std::size_t at_ = 0;
  int line_ = 1;
  char separator_;
  std::vector<Problem> problems_;
};

// A spreadsheet would work out what begins like this, whoever wrote it, and show what came of it.
bool is_like_a_formula(const std::string& text) {
  return !text.empty() && std::string_view{"=+-@\t\r"}.find(text[0]) != std::string_view::npos &&
         !number_of(text);
}

}  // namespace

std::optional<std::size_t> Csv::column(const std::string& name) const {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::size_t>(at - names.begin());
}

Csv read_csv(const std::string& file, const CsvForm& form) { return Reader{file, form}.read(); }

std::string csv_field(const std::string& text, CsvStyle style) {
  if (is_like_a_formula(text)) return csv_field("'" + text, style);
  // A comma always: whoever looks for separators finds it in any style.
  if (text.find_first_of(std::string{",\"\n\r"} + style.separator) == std::string::npos)
    return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + "\"";
}

void add_cell(fmt::memory_buffer& out, double x, CsvStyle style) {
  out.push_back(style.separator);
  if (!std::isfinite(x)) return;
  const std::size_t begin = out.size();
  fmt::format_to(std::back_inserter(out), "{:.10g}", x);
  if (style.decimal != '.')
    std::replace(out.data() + begin, out.data() + out.size(), '.', style.decimal);
}

std::vector<std::vector<std::string>> rows_written(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false;
  const auto end_field = [&] {
    // The apostrophe keeps spreadsheets from working out a text; who reads fields needs none.
    if (field.starts_with('\'') && is_like_a_formula(field.substr(1))) field.erase(0, 1);
    row.push_back(std::exchange(field, {}));
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"')
      field += text[++at];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      end_field();
    else if (!quoted && c == '\n')
      end_field(), rows.push_back(std::exchange(row, {}));
    else
      field += c;
  }
  return rows;
}

void check_headings(const Csv& csv, std::vector<Problem>& problems) {
  for (std::size_t c = 0; c < csv.names.size(); ++c)
    if (!csv.names[c].empty() && csv.column(csv.names[c]) != c)
      problems.push_back({csv.file, csv.heading_line, 0, csv.names[c], "",
                          "two columns of the file have this name", ""});
}

bool is_index(const Csv& csv, std::size_t column) {
  static const std::vector<std::string> headings{
      "", "x", "unnamed: 0", "index", "row", "rownames", "row.names", "no", "no."};
  const std::string heading = lower_case(csv.names[column]);
  if (std::find(headings.begin(), headings.end(), heading) == headings.end()) return false;
  const auto first = number_of(csv.rows[0].fields[column]);
  if (first != 0.0 && first != 1.0) return false;
  for (std::size_t i = 0; i < csv.rows.size(); ++i)
    if (number_of(csv.rows[i].fields[column]) != *first + static_cast<double>(i)) return false;
  return true;
}

void add_row_problem(std::vector<Problem>& problems, Problem problem) {
  if (problems.size() < most_problems) problems.push_back(std::move(problem));
}

double number_in(const Csv& csv, const Csv::Row& row, std::size_t column, double otherwise,
                 std::vector<Problem>& problems) {
  const std::string& text = row.fields[column];
  if (text.empty()) return otherwise;
  if (const auto value = number_of(text)) return *value;
  add_row_problem(problems,
                  {csv.file, row.line, 0, csv.names[column], text, "must be a number", ""});
  return otherwise;
}

}  // namespace swadaya
