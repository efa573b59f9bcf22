// Tables in workbooks (.xlsx), as spreadsheets save them.
#pragma once

#include <string>

namespace swadaya {

// Whether these bytes of a file begin an archive, as a workbook is one.
bool is_archive(const std::string& bytes);

// The first visible sheet of a workbook as a table in text: fields in quotes, parted by commas, a
// line for each row of the sheet, so that lines count as rows do. Days are written 2001-08-17,
// TRUE and FALSE as words, formulas as what they came to. Says which sheet is read where there are
// others. Throws BadInput where the archive is no workbook or is damaged, where a formula has no
// value, where cells are merged over several rows, and where a whole number has 16 digits or more,
// of which spreadsheets keep 15.
std::string table_of_workbook(const std::string& file, const std::string& bytes);

}  // namespace swadaya
