#include "sim/report/packed.hpp"

#include <stdexcept>
#include <string_view>
#include <vector>
#include <zlib.h>

namespace swadaya {

namespace {

std::string base64(const std::vector<unsigned char>& bytes) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  out.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = bytes.size() - i;
    const unsigned group = static_cast<unsigned>(bytes[i]) << 16 |
                           (left > 1 ? static_cast<unsigned>(bytes[i + 1]) << 8 : 0U) |
                           (left > 2 ? static_cast<unsigned>(bytes[i + 2]) : 0U);
    out += letters[group >> 18], out += letters[group >> 12 & 63];
    out += left > 1 ? letters[group >> 6 & 63] : '=';
    out += left > 2 ? letters[group & 63] : '=';
  }
  return out;
}

}  // namespace

std::string packed(const std::string& text) {
  uLongf size = compressBound(static_cast<uLong>(text.size()));
  std::vector<unsigned char> bytes(size);
  if (compress2(bytes.data(), &size, reinterpret_cast<const Bytef*>(text.data()),
                static_cast<uLong>(text.size()), Z_BEST_COMPRESSION) != Z_OK)
    throw std::runtime_error{"the report's figures can't be packed"};
  bytes.resize(size);
  return base64(bytes);
}

}  // namespace swadaya
