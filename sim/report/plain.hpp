// What a report says to readers without its script, as HTML: title, answer and main tables. The
// figures are those that the page shows, the words come from web/report/words/plain.js.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

namespace swadaya {

// As text of an element, or in quotes of an attribute.
std::string escaped_text(const std::string& text);

// Whom the answer names first, of report_comparison() and report_increments(): the step that is
// worth its money, else what does most for certain. Its place; nothing where there is none.
std::optional<std::size_t> first_named(const nlohmann::json& comparison, std::size_t outcome,
                                       int month);

// The title in a language of what has `key` and, perhaps, `key`_id; its name where it has none.
std::string title_in(const std::string& language, const nlohmann::json& of, const std::string& key);

// `data`: as report_data() makes it. `of_design`: what the terminal says of a design, "" without
// one. `language`: "en" or "id". Throws MachineFailure where the program was built without its
// pages.
std::string plain_html(const nlohmann::json& data, const std::string& of_design,
                       const std::string& language);

}  // namespace swadaya
