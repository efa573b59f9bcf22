// Tables of numbers and words with a heading line, as spreadsheets and statistics programs write
// them.
#pragma once

#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"

namespace swadaya {

struct Csv {
  struct Row {
    int line;                         // in the file, from 1
    std::vector<std::string> fields;  // one per name, without blanks around
  };
  std::string file;
  std::vector<std::string> names;
  std::vector<Row> rows;
  char separator = ',';
  int heading_line = 0;  // 0: there is none

  std::optional<std::size_t> column(const std::string& name) const;
};

// What a table may look like besides.
struct CsvForm {
  bool heading = true;   // else the first line is a row, and names are "1", "2", ...
  bool blanks = false;   // blanks part columns where the first line has no other separator
  bool remarks = false;  // lines that begin with # or % are left out
};

// Reads a file in UTF-8, with or without its mark, or the first sheet of a workbook (.xlsx).
// Columns are parted by comma, semicolon or tab, whichever the heading has most of; in files with
// semicolons 0,5 is 0.5. Lines end as on any machine; fields may stand in double quotes and then
// hold separators and line ends; blanks around a field, lines without a word and empty fields past
// the last column are left out. Throws BadInput with every row that has too few or too many fields,
// and where there is no row.
Csv read_csv(const std::string& file, const CsvForm& form = {});

// Adds a problem for each heading that two columns have.
void check_headings(const Csv& csv, std::vector<Problem>& problems);

// Adds what is wrong with a row, where few are known yet: of many rows the first ones tell.
void add_row_problem(std::vector<Problem>& problems, Problem problem);

// The field as a number; an empty field is `otherwise`. Adds a problem where it is neither.
double number_in(const Csv& csv, const Csv::Row& row, std::size_t column, double otherwise,
                 std::vector<Problem>& problems);

// Whether the column only counts the rows, as R and pandas write it: without a heading, or under
// one such as `X` or `index`, and 0, 1, 2, ... or 1, 2, 3, ...
bool is_index(const Csv& csv, std::size_t column);

// How a table is written. A program set to a language with decimal commas reads such numbers only
// where something else parts the fields.
struct CsvStyle {
  char separator = ',';
  char decimal = '.';
};
inline constexpr CsvStyle decimal_commas{';', ','};

// In quotes where a separator, a quote or a new line would break the row; behind an apostrophe
// where a spreadsheet would take a text for a formula. Every text that a user chose goes through
// here.
std::string csv_field(const std::string& text, CsvStyle style = {});

// Adds a separator and the number as spreadsheets read it, ten digits at most; nothing after the
// separator where it isn't one.
void add_cell(fmt::memory_buffer& out, double x, CsvStyle style = {});

// The fields, line by line, of a table that csv_field and add_cell wrote with commas, as they were
// before.
std::vector<std::vector<std::string>> rows_written(const std::string& text);

}  // namespace swadaya
