// Tables of numbers and words with a heading line, as spreadsheets write them.
#pragma once

#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/error.hpp"

namespace swadaya {

struct Csv {
  struct Row {
    int line;                         // in the file, from 1
    std::vector<std::string> fields;  // one per name
  };
  std::string file;
  std::vector<std::string> names;
  std::vector<Row> rows;

  std::optional<std::size_t> column(const std::string& name) const;
};

// Reads a file with one heading line; commas, optional double quotes, blank lines left out. Throws
// BadInput with every row that has too few or too many fields.
Csv read_csv(const std::string& file);

// The field as a number; an empty field is `otherwise`. Adds a problem where it is neither.
double number_in(const Csv& csv, const Csv::Row& row, std::size_t column, double otherwise,
                 std::vector<Problem>& problems);

// In quotes where a comma, a quote or a new line would break the row.
std::string csv_field(const std::string& text);

// Adds a comma and the number as spreadsheets read it, ten digits at most; nothing after the comma
// where it isn't one.
void add_cell(fmt::memory_buffer& out, double x);

}  // namespace swadaya
