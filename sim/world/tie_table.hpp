// Tables of ties: which columns are the ends, whether there is a heading, or whether it is a
// matrix.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "sim/base/csv.hpp"
#include "sim/world/columns.hpp"

namespace swadaya {

struct TieTable {
  enum class Kind { list, matrix };
  Kind kind = Kind::list;
  Csv csv;                   // without the heading
  bool has_heading = false;  // else its columns are called "1", "2", ...
  std::size_t from = 0, to = 1;
  std::optional<std::size_t> weight;  // the column that was asked for
  bool has_names = false;             // a matrix: its first column names the households
};

// What helps to tell forms apart.
struct TieHints {
  Columns columns{};             // "from" and "to", if they are named
  std::string weight{};          // a column, by its heading or its number; "" for none
  bool has_place = false;        // the first column is a place, to select by or in which names hold
  bool has_outer_place = false;  // and where there are four or more, the first two are: RW, RT
  std::function<bool(const std::string&)> is_household{};  // false for all where none is known
};

// Reads the table; throws BadInput where nobody can tell what it is.
TieTable tie_table(const std::string& file, const TieHints& hints);

}  // namespace swadaya
