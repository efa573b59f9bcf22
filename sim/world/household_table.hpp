// A table of households: its rows RT by RT, and how it names them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/csv.hpp"
#include "sim/world/columns.hpp"
#include "sim/world/file_network.hpp"

namespace swadaya {

struct HouseholdTable {
  Csv csv;
  std::vector<const Csv::Row*> rows;  // those selected, RT by RT
  std::vector<std::uint32_t> rts;     // households of each
  std::vector<std::uint32_t> rws;     // RTs of each, which stand together; one without a column
  std::vector<std::string> names_of_rts, names_of_rws;  // as the file has them
  std::optional<std::size_t> id, rt, rw;                // their columns
  KnownHouseholds households;
};

// Reads a file of households. `select`: takes the rows whose first column is this; below 0 takes
// all. `has_ties`: a file of ties names the households, so that a column that looks like their
// names and isn't known as such is an error. Adds what is wrong with single rows to `problems`;
// throws BadInput where nothing can be read.
HouseholdTable household_table(const std::string& file, const Columns& columns, double select,
                               bool has_ties, std::vector<Problem>& problems);

// A field's value in a row, by its kind; no value where it is missing. Adds a problem where it is
// no such value.
enum class FieldKind { yes_or_no, share, above_zero, not_below_zero, any };
std::optional<double> value_in(const Csv& csv, const Csv::Row& row, std::size_t column,
                               const FieldColumn& field, FieldKind kind,
                               std::vector<Problem>& problems);

}  // namespace swadaya
