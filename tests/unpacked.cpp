#include "tests/unpacked.hpp"

#include <stdexcept>
#include <zlib.h>

namespace swadaya {

std::string unpacked(std::string_view text, std::size_t size) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned held = 0, bits = 0;
  for (const char c : text) {
    if (c == '=') break;
    held = held << 6 | static_cast<unsigned>(letters.find(c)), bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 255);
  }
  std::string out(size, ' ');
  uLongf length = static_cast<uLongf>(size);
  if (uncompress(reinterpret_cast<Bytef*>(out.data()), &length,
                 reinterpret_cast<const Bytef*>(bytes.data()),
                 static_cast<uLong>(bytes.size())) != Z_OK)
    throw std::runtime_error{"no packed text"};
  out.resize(length);
  return out;
}

std::string data_of(const std::string& page) {
  const std::string_view mark = "id=\"data\">";
  const std::size_t from = page.find(mark);
  if (from == std::string::npos) throw std::runtime_error{"no figures in the page"};
  const std::size_t begin = from + mark.size();
  constexpr std::size_t most = std::size_t{64} << 20;
  return unpacked(std::string_view{page}.substr(begin, page.find('<', begin) - begin), most);
}

}  // namespace swadaya
