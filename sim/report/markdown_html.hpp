// Markdown with tables as a page that stands alone (md4c). Elements of HTML in it are text.
#pragma once

#include <string>

namespace swadaya {

std::string html_of(const std::string& markdown);
// A whole page with its style, which prints too. `title`: in Markdown.
std::string markdown_page(const std::string& markdown, const std::string& title);

}  // namespace swadaya
