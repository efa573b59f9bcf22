#include "sim/report/packed.hpp"

#include <gtest/gtest.h>
#include <string_view>
#include <zlib.h>

namespace swadaya {

namespace {

std::string unpacked(const std::string& text, std::size_t size) {
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
  EXPECT_EQ(
      uncompress(reinterpret_cast<Bytef*>(out.data()), &length,
                 reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size())),
      Z_OK);
  out.resize(length);
  return out;
}

}  // namespace

TEST(Packed, ComesBackAsItWasWhateverItsLength) {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    EXPECT_EQ(unpacked(packed(text), text.size()), text) << i;
    text += static_cast<char>(i * 7);
  }
}

TEST(Packed, HoldsNothingThatEndsAnElement) {
  const std::string packed_text = packed("</script><script>alert(1)</script>");
  EXPECT_EQ(packed_text.find_first_not_of(
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="),
            std::string::npos);
}

TEST(Packed, IsSmallWhereTheTextRepeatsItself) {
  EXPECT_LT(packed(std::string(100'000, 'x')).size(), 1000u);
}

}  // namespace swadaya
