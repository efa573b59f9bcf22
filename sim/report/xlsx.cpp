#include "sim/report/xlsx.hpp"

#include <cmath>
#include <fmt/format.h>
#include <utility>
#include <xlsxwriter.h>

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"
#include "sim/results/part_file.hpp"

namespace swadaya {

struct Xlsx::Book {
  explicit Book(const std::string& named) : file{named}, part{named} {}
  ~Book() {
    if (book) lxw_workbook_free(book);
  }

  void check(lxw_error error) const {
    if (error == LXW_NO_ERROR) return;
    throw MachineFailure{fmt::format("{}: can't be written: {}", file, lxw_strerror(error))};
  }
  void end_sheet() const {
    if (now && columns > 0 && next_row > 1)
      check(worksheet_autofilter(now, 0, 0, next_row - 1, static_cast<lxw_col_t>(columns - 1)));
  }
  void begin(const std::string& name) {
    end_sheet();
    check(workbook_validate_sheet_name(book, name.c_str()));
    now = workbook_add_worksheet(book, name.c_str());
    if (!now) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    next_row = 0, columns = 0;
  }

  const std::string file;
  PartFile part;
  lxw_workbook* book = nullptr;
  lxw_worksheet* now = nullptr;
  lxw_format *bold = nullptr, *words = nullptr, *bold_words = nullptr;
  lxw_row_t next_row = 0;
  std::size_t columns = 0;  // with headings; 0 on a page of words
};

Cell cell_of(const std::string& text) {
  if (text.empty()) return {};
  if (const auto number = number_of(text); number && std::isfinite(*number)) return *number;
  return text;
}

Xlsx::Xlsx(const std::string& file, const std::string& title, std::time_t made)
    : book_{std::make_unique<Book>(file)} {
  Book& b = *book_;
  if (b.part.is_direct())
    throw refused(file, "is no regular file, and a workbook is packed once it is whole",
                  "name a file");
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;  // rows are written as they come
  b.book = workbook_new_opt(b.part.name().c_str(), &options);
  if (!b.book) b.check(LXW_ERROR_MEMORY_MALLOC_FAILED);
  std::string kept_title = title;
  lxw_doc_properties properties{};
  properties.title = kept_title.data();
  properties.created = made;
  b.check(workbook_set_properties(b.book, &properties));
  b.bold = workbook_add_format(b.book);
  b.words = workbook_add_format(b.book);
  b.bold_words = workbook_add_format(b.book);
  for (lxw_format* format : {b.bold, b.bold_words}) format_set_bold(format);
  for (lxw_format* format : {b.words, b.bold_words}) {
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  }
}

Xlsx::~Xlsx() = default;

void Xlsx::sheet(const std::string& name, const std::vector<SheetColumn>& columns) {
  Book& b = *book_;
  b.begin(name);
  b.columns = columns.size();
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto at = static_cast<lxw_col_t>(c);
    b.check(worksheet_set_column(b.now, at, at, columns[c].width, nullptr));
  }
  worksheet_freeze_panes(b.now, 1, 0);
  for (std::size_t c = 0; c < columns.size(); ++c)
    b.check(worksheet_write_string(b.now, 0, static_cast<lxw_col_t>(c), columns[c].heading.c_str(),
                                   b.bold));
  b.next_row = 1;
}

void Xlsx::page(const std::string& name, const std::vector<double>& widths) {
  Book& b = *book_;
  b.begin(name);
  for (std::size_t c = 0; c < widths.size(); ++c) {
    const auto at = static_cast<lxw_col_t>(c);
    b.check(worksheet_set_column(b.now, at, at, widths[c], nullptr));
  }
}

void Xlsx::row(const std::vector<Cell>& cells) {
  Book& b = *book_;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    const auto at = static_cast<lxw_col_t>(c);
    const bool is_page = b.columns == 0;
    lxw_format* format = !is_page ? nullptr : c == 0 ? b.bold_words : b.words;
    if (const auto* number = std::get_if<double>(&cells[c]); number && std::isfinite(*number))
      b.check(worksheet_write_number(b.now, b.next_row, at, *number, format));
    else if (const auto* text = std::get_if<std::string>(&cells[c]); text && !text->empty())
      b.check(worksheet_write_string(b.now, b.next_row, at, text->c_str(), format));
  }
  ++b.next_row;
}

void Xlsx::finish() {
  Book& b = *book_;
  b.end_sheet();
  // It frees the workbook whatever comes of it.
  const lxw_error error = workbook_close(std::exchange(b.book, nullptr));
  b.check(error);
  b.part.is_whole();
}

}  // namespace swadaya
