// What stands in a field of a table: numbers, yes or no, nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace swadaya {

// A number from the first letter to the last.
std::optional<double> number_of(const std::string& text);

// Empty, or what programs write where a value is missing: NA, NaN, null, a dot.
bool is_missing(const std::string& field);

// Yes or no in the words and numbers that programs and people write for it, in any case.
std::optional<bool> yes_or_no(const std::string& field);

std::string stripped(const std::string& text);  // of blanks and line ends around it
std::string lower_case(std::string text);       // A to Z alone

// Bytes of the letter in UTF-8 that begins here; 0 where none does.
std::size_t letter_at(const std::string& text, std::size_t at);
bool is_utf8(const std::string& text);

}  // namespace swadaya
