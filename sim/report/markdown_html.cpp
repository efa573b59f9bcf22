#include "sim/report/markdown_html.hpp"

#include <fmt/format.h>
#include <md4c-html.h>
#include <stdexcept>

namespace swadaya {

namespace {

const char* const page_style = R"(
:root { color-scheme: light dark; --ink: #1d2126; --paper: #fdfcfa; --muted: #5b646d; --line: #e2dfd8; --bad: #b3480a; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #eceae5; --paper: #15181b; --muted: #a3acb4; --line: #323940; --bad: #f0965a; } }
html { font: 17px/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; color: var(--ink); background: var(--paper); }
body { margin: 0 auto; max-width: 58rem; padding: 2rem 1.2rem 4rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: Palatino, "Noto Serif", Georgia, "DejaVu Serif", serif; line-height: 1.25; margin: 1.6em 0 0.5em; }
h1 { font-size: 2rem; margin-top: 0; } h1 ~ h1 { border-top: 2px solid var(--line); padding-top: 1.2rem; margin-top: 3rem; }
h2 { font-size: 1.3rem; } h3 { font-size: 1.05rem; }
p { max-width: 50rem; } li { margin: 0.3rem 0; max-width: 50rem; }
h3 + p > em:only-child { color: var(--muted); }
table { border-collapse: collapse; font-size: 0.85rem; margin: 0.8rem 0; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 0.3em 0.9em 0.3em 0; border-bottom: 1px solid var(--line); font-weight: 400; }
th { color: var(--muted); } th:empty { display: none; } code { font: 0.88em ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; margin: 0.6rem 0; }
@media print {
  @page { size: A4; margin: 14mm 16mm; } html { font-size: 8.8pt; line-height: 1.4; } body { max-width: none; padding: 0; }
  h1, h2, h3, h4 { margin-top: 1em; } h1 { font-size: 1.7rem; }
  h1 ~ h1 { break-before: page; border: 0; padding: 0; margin-top: 0; } h1, h2, h3, h4 { break-after: avoid; }
  table { display: table; overflow: visible; } tr { break-inside: avoid; } thead { display: table-header-group; }
}
)";

}  // namespace

std::string html_of(const std::string& markdown) {
  std::string html;
  const auto add = [](const MD_CHAR* text, MD_SIZE size, void* to) {
    static_cast<std::string*>(to)->append(text, size);
  };
  if (md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), add, &html,
              MD_FLAG_TABLES | MD_FLAG_NOHTML, 0) != 0)
    throw std::runtime_error{"a dossier can't be made a page"};
  return html;
}

std::string markdown_page(const std::string& markdown, const std::string& title) {
  // A title holds no elements.
  std::string plain = html_of(title);
  for (std::size_t open; (open = plain.find('<')) != std::string::npos;)
    plain.erase(open, plain.find('>', open) + 1 - open);
  if (plain.ends_with('\n')) plain.pop_back();
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
      "name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
      plain, page_style, html_of(markdown));
}

}  // namespace swadaya
