#include "sim/report/markdown_html.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>
#include <string_view>
#include <vector>

namespace swadaya {

namespace {

void put_letter(std::string& out, char c) {
  if (c == '&')
    out += "&amp;";
  else if (c == '<')
    out += "&lt;";
  else if (c == '>')
    out += "&gt;";
  else
    out += c;
}

bool is_punctuation(char c) {
  return std::string_view{"\\`*_|<>[]#{}()+-.!"}.find(c) != std::string_view::npos;
}

// Where `mark` ends what began before `from`; npos where it doesn't.
std::size_t end_of(const std::string& text, std::size_t from, std::string_view mark) {
  for (std::size_t at = from; at + mark.size() <= text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
      continue;
    }
    if (text.compare(at, mark.size(), mark) == 0) return at;
  }
  return std::string::npos;
}

std::string inline_html(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool has_next = i + 1 < text.size();
    if (text[i] == '\\' && has_next && is_punctuation(text[i + 1])) {
      put_letter(out, text[++i]);
      continue;
    }
    if (text[i] == '`') {
      const std::size_t end = text.find('`', i + 1);
      if (end != std::string::npos) {
        out += "<code>";
        for (std::size_t j = i + 1; j < end; ++j) {
          if (text[j] == '\\' && j + 1 < end && is_punctuation(text[j + 1])) ++j;
          put_letter(out, text[j]);
        }
        out += "</code>", i = end;
        continue;
      }
    }
    if (text[i] == '*' && has_next && text[i + 1] != ' ') {
      const std::string mark(text[i + 1] == '*' ? 2 : 1, '*');
      const std::size_t from = i + mark.size(), end = end_of(text, from, mark);
      if (end != std::string::npos && end > from && text[from] != ' ' && text[end - 1] != ' ') {
        const char* const tag = mark.size() == 2 ? "strong" : "em";
        out += fmt::format("<{}>{}</{}>", tag, inline_html(text.substr(from, end - from)), tag);
        i = end + mark.size() - 1;
        continue;
      }
    }
    put_letter(out, text[i]);
  }
  return out;
}

// Cells between the bars that no backslash stands before.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size())
      cells.back() += line[i], cells.back() += line[++i];
    else if (line[i] == '|')
      cells.emplace_back();
    else
      cells.back() += line[i];
  }
  if (cells.size() > 1) cells.pop_back();
  for (std::string& cell : cells) {
    cell.erase(0, std::min(cell.find_first_not_of(' '), cell.size()));
    cell.erase(cell.find_last_not_of(' ') + 1);
  }
  return cells;
}

std::string row_html(const std::string& line, const char* tag) {
  std::string row = "<tr>";
  for (const std::string& cell : cells_of(line))
    row += fmt::format("<{}>{}</{}>", tag, inline_html(cell), tag);
  return row + "</tr>\n";
}

bool is_rule_of_table(const std::string& line) {
  return line.starts_with("|-") && line.find_first_not_of("|-: ") == std::string::npos;
}

// What a block begins with that ends a paragraph.
bool begins_block(const std::string& line) {
  return line.empty() || line[0] == '#' || line[0] == '|' || line.starts_with("- ");
}

class Converter {
 public:
  explicit Converter(const std::string& markdown) {
    std::istringstream in{markdown};
    for (std::string line; std::getline(in, line);) lines_.push_back(line);
  }

  std::string html() {
    while (at_ < lines_.size()) {
      const std::string& line = lines_[at_];
      if (line.empty())
        ++at_;
      else if (line[0] == '#')
        heading();
      else if (line[0] == '|')
        table();
      else if (line.starts_with("- "))
        list();
      else
        paragraph();
    }
    return out_;
  }

 private:
  void heading() {
    const std::string& line = lines_[at_++];
    const std::size_t depth = std::min<std::size_t>(6, line.find_first_not_of('#'));
    const std::string text = line.substr(std::min(line.size(), depth + 1));
    // Several titles of the first rank are parts of one document.
    out_ += fmt::format("<h{0}{1}>{2}</h{0}>\n", depth,
                        depth == 1 && !out_.empty() ? " class=\"part\"" : "", inline_html(text));
  }

  void table() {
    const bool has_head = at_ + 1 < lines_.size() && is_rule_of_table(lines_[at_ + 1]);
    out_ += "<table>\n";
    if (has_head) {
      // "| | |": a table without words above its columns.
      if (lines_[at_].find_first_not_of("| ") != std::string::npos)
        out_ += "<thead>" + row_html(lines_[at_], "th") + "</thead>\n";
      at_ += 2;
    }
    out_ += "<tbody>\n";
    for (; at_ < lines_.size() && lines_[at_].starts_with("|"); ++at_)
      out_ += row_html(lines_[at_], "td");
    out_ += "</tbody></table>\n";
  }

  void list() {
    out_ += "<ul>\n";
    while (at_ < lines_.size() && lines_[at_].starts_with("- ")) {
      std::string item = lines_[at_++].substr(2);
      for (; at_ < lines_.size() && lines_[at_].starts_with("  "); ++at_)
        item += " " + lines_[at_].substr(2);
      out_ += "<li>" + inline_html(item) + "</li>\n";
    }
    out_ += "</ul>\n";
  }

  void paragraph() {
    std::string text = lines_[at_++];
    for (; at_ < lines_.size() && !begins_block(lines_[at_]); ++at_) text += "\n" + lines_[at_];
    out_ += "<p>" + inline_html(text) + "</p>\n";
  }

  std::vector<std::string> lines_;
  std::size_t at_ = 0;
  std::string out_;
};

const char* const page_style = R"(
:root { color-scheme: light dark; --ink: #1d2126; --paper: #fdfcfa; --muted: #5b646d; --line: #e2dfd8; --bad: #b3480a; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #eceae5; --paper: #15181b; --muted: #a3acb4; --line: #323940; --bad: #f0965a; } }
html { font: 17px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink); background: var(--paper); }
body { margin: 0 auto; max-width: 58rem; padding: 2rem 1.2rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: Palatino, "Noto Serif", Georgia, "DejaVu Serif", serif; line-height: 1.25; margin: 1.6em 0 0.5em; }
h1 { font-size: 2rem; margin-top: 0; } h1.part { border-top: 2px solid var(--line); padding-top: 1.2rem; margin-top: 3rem; }
h2 { font-size: 1.3rem; } h3 { font-size: 1.05rem; }
p { max-width: 50rem; } li { margin: 0.3rem 0; max-width: 50rem; }
h3 + p > em:only-child { color: var(--muted); }
table { border-collapse: collapse; font-size: 0.85rem; margin: 0.8rem 0; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 0.3em 0.9em 0.3em 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th { color: var(--muted); } code { font: 0.88em ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
@media print {
  @page { margin: 18mm; } html { font-size: 10pt; } body { max-width: none; padding: 0; }
  h1.part { break-before: page; border: 0; padding: 0; margin-top: 0; } h1, h2, h3, h4 { break-after: avoid; }
  table { display: table; overflow: visible; } tr { break-inside: avoid; } thead { display: table-header-group; }
}
)";

}  // namespace

std::string html_of(const std::string& markdown) { return Converter{markdown}.html(); }

std::string markdown_page(const std::string& markdown, const std::string& title) {
  // A title holds no elements.
  std::string plain = inline_html(title);
  for (std::size_t open; (open = plain.find('<')) != std::string::npos;)
    plain.erase(open, plain.find('>', open) + 1 - open);
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
      plain, page_style, html_of(markdown));
}

}  // namespace swadaya
