#include "sim/base/checksum.hpp"

#include <bit>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

#include "sim/base/error.hpp"

namespace swadaya {

Checksum& Checksum::add(std::string_view bytes) {
  for (const char c : bytes) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return *this;
}

Checksum& Checksum::add(std::int64_t x) {
  auto bits = static_cast<std::uint64_t>(x);
  for (int i = 0; i < 8; ++i, bits >>= 8) value_ = (value_ ^ (bits & 0xff)) * 0x100000001b3;
  return *this;
}

Checksum& Checksum::add(double x) {
  if (std::isnan(x)) return add(std::string_view{"-"});
  return add(std::bit_cast<std::int64_t>(x == 0 ? 0.0 : x));  // -0 is 0
}

std::string Checksum::text() const { return fmt::format("{:016x}", value_); }

std::string checksum_of(std::string_view text) { return Checksum{}.add(text).text(); }

std::string checksum_of_file(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  std::stringstream bytes;
  bytes << in.rdbuf();
  if (!in) throw BadInput{Problem{file, 0, 0, "", "", "can't be read", ""}};
  return checksum_of(bytes.str());
}

}  // namespace swadaya
