// Markdown as this program writes it, as a page that stands alone: headings, paragraphs, lists,
// tables, bold, italics, code, letters behind a backslash. Anything else is text, never markup.
#pragma once

#include <string>

namespace swadaya {

std::string html_of(const std::string& markdown);
// A whole page with its style, which prints too. `title`: in Markdown.
std::string markdown_page(const std::string& markdown, const std::string& title);

}  // namespace swadaya
