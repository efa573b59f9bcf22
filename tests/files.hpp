// Files of a test's own, and what is said to be wrong with them.
#pragma once

#include <functional>
#include <string>

namespace swadaya {

// A file in a folder of this test's own.
std::string file_with(const std::string& name, const std::string& text);
std::string text_in(const std::string& file);
bool has(const std::string& text, const std::string& part);
// What BadInput says that this throws; "" where it throws none.
std::string said_by(const std::function<void()>& work);

}  // namespace swadaya
