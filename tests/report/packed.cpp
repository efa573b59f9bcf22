#include "sim/report/packed.hpp"

#include <gtest/gtest.h>

#include "tests/unpacked.hpp"

namespace swadaya {

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
