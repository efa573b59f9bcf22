// A fingerprint of bytes: two texts or files with the same one are the same, unless somebody made
// them so on purpose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace swadaya {

// FNV-1a of 64 bits (Fowler, Noll, Vo; RFC 9923), bytes taken one after the other.
class Checksum {
 public:
  Checksum& add(std::string_view bytes);
  Checksum& add(std::int64_t x);
  Checksum& add(double x);  // not a number is not a number, whatever its bits
  std::uint64_t value() const { return value_; }
  std::string text() const;  // sixteen hexadecimal digits

 private:
  std::uint64_t value_ = 0xcbf29ce484222325;
};

std::string checksum_of(std::string_view text);
// Throws BadInput where the file can't be read.
std::string checksum_of_file(const std::string& file);

}  // namespace swadaya
