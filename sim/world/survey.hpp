// A household survey, and what is known of each RT: the margins that a population made from the
// survey must have.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "sim/base/csv.hpp"

namespace swadaya {

// One household a row; rows without a value of a field that is used are left out.
struct HouseholdSurvey {
  Csv csv;
  std::vector<const Csv::Row*> rows;
  std::vector<double> weights;                        // by row; 1 where no column is named weight
  std::map<std::string, std::vector<double>> fields;  // "size", "consumption", "poor", ...: by row
  std::map<std::string, std::size_t> column_of;       // of a field, and of weight
  std::size_t left_out = 0;                           // rows
  bool is_weighted = false;
};

// Fields of a household that a survey may give.
const std::vector<std::string>& survey_fields();

// What is counted of each RT: who is poor, or how many households have one or two persons.
struct Counted {
  std::string name;                         // "size", "poor"
  std::vector<std::string> categories;      // "1-2"; "yes" and "no"
  std::vector<std::size_t> category_of;     // by row of the survey
  std::vector<std::vector<double>> totals;  // by RT, by category
};

struct MarginsOfRts {
  Csv csv;
  struct Rt {
    std::string rw, rt;
    std::size_t households;
    int line;  // in the file
  };
  std::vector<Rt> rts;  // RW by RW, both in the order in which they stand in the file
  std::vector<Counted> counted;
};

// Reads a CSV file or workbook. `columns`: fields and the survey's columns, where they have other
// names, with the codes that stand in them: "consumption=spending, poor=status{yes=1, no=2}".
// Throws BadInput with all that is wrong.
HouseholdSurvey survey_of(const std::string& file, const std::string& columns);

// Reads the known margins: a row an RT with `rt`, `rw` where numbers of RTs begin anew in each,
// `households`, and counts of households under `poor` (those of whom a field of yes or no says so),
// `size:1-2`, `size:3+`, `roof:tin` (of a field or a column of the survey). Rows of the survey that
// no category takes, categories that don't add up to the households of their RT and headings that
// are no field are errors. Throws BadInput with all that is wrong.
MarginsOfRts margins_of(const std::string& file, const HouseholdSurvey& survey);

}  // namespace swadaya
