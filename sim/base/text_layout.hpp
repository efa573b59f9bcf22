// Text for a terminal: colours, columns of a width in characters, words in lines.
#pragma once

#include <string>
#include <vector>

namespace swadaya {

enum class Colour { plain, ansi };
enum class Tone { plain, strong, good, bad, faint };

std::string toned(const std::string& text, Tone tone, Colour colour);
std::size_t width_of(const std::string& text);  // in characters
std::string padding(const std::string& text, std::size_t width);
std::string left(const std::string& text, std::size_t width);
std::string right(const std::string& text, std::size_t width);
// Cut to the width, with an ellipsis where something is missing.
std::string shortened(const std::string& text, std::size_t width);
// With its end, and without blanks before it.
std::string line_of(std::string text);
// Words in lines of at most `width`, if the words allow it.
std::vector<std::string> lines_of(const std::string& text, std::size_t width);

// A number as people read it, the same on a terminal and in a page: of its first six significant
// digits, which is what a page's data holds; a half is rounded away from zero, as by hand, and not
// by the binary number that is nearest to it: 25.45 is 25.5. `decimal_signed`: with its sign.
std::string decimal(double x, int digits = 1);
std::string decimal_signed(double x, int digits = 1);
// A number with a mark between thousands and another one for its point: "1234.5" as "1,234.5" or
// "1.234,5". What has no digit stays as it is.
std::string regrouped(std::string number, char thousands, char point);

}  // namespace swadaya
