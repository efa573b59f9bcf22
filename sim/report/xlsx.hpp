// A workbook (.xlsx) that is written sheet by sheet, row by row.
#pragma once

#include <cstddef>
#include <ctime>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace swadaya {

// Nothing, a number or a text. What isn't finite is left empty.
using Cell = std::variant<std::monostate, double, std::string>;

// A text that is a number as one; "" as nothing.
Cell cell_of(const std::string& text);

struct SheetColumn {
  std::string heading;
  double width = 12;  // in characters
};

// Numbers stay numbers, so that a program in any language shows them its own way; texts stay texts,
// whatever they begin with. Throws MachineFailure where the disk fails. `file` appears whole or not
// at all.
class Xlsx {
 public:
  static constexpr std::size_t most_rows = 1'048'576;  // the heading, too

  // `made`: kept in the file as when it was made, so that the same results give the same bytes.
  // Throws BadInput where `file` is a pipe or a device.
  Xlsx(const std::string& file, const std::string& title, std::time_t made);
  ~Xlsx();
  Xlsx(const Xlsx&) = delete;
  Xlsx& operator=(const Xlsx&) = delete;

  // Begins the next sheet, whose heading row stays in sight and has filters.
  void sheet(const std::string& name, const std::vector<SheetColumn>& columns);
  // The same of words: no headings, long texts broken into lines; first cells are bold.
  void page(const std::string& name, const std::vector<double>& widths);
  void row(const std::vector<Cell>& cells);
  // Writes the file. Nothing may be added afterwards.
  void finish();

 private:
  struct Book;
  std::unique_ptr<Book> book_;
};

}  // namespace swadaya
