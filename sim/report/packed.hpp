// What a page carries that only its own script reads, small: a text as zlib packs it, in base64.
#pragma once

#include <string>

namespace swadaya {

// Letters, digits, `+`, `/` and `=` only: it can't end the element that it stands in. Throws
// std::runtime_error where there isn't the memory for it.
std::string packed(const std::string& text);

}  // namespace swadaya
