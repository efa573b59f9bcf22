#include "sim/base/checksum.hpp"

#include <cmath>

#include "tests/stage.hpp"

namespace swadaya {

// The published test vectors of FNV-1a, 64 bits.
TEST(Checksum, IsTheOneThatIsPublished) {
  EXPECT_EQ(checksum_of(""), "cbf29ce484222325");
  EXPECT_EQ(checksum_of("a"), "af63dc4c8601ec8c");
  EXPECT_EQ(checksum_of("foobar"), "85944171f73967e8");
}

TEST(Checksum, TakesNumbersByTheirBits) {
  const auto of = [](double x) { return Checksum{}.add(x).value(); };
  EXPECT_NE(of(0.1), of(std::nextafter(0.1, 1.0)));
  EXPECT_EQ(of(0.0), of(-0.0));
  EXPECT_EQ(of(std::nan("1")), of(-std::nan("2")));
  EXPECT_NE(Checksum{}.add(std::int64_t{1}).value(), Checksum{}.add(std::int64_t{256}).value());
  EXPECT_EQ(checksum_of_file(file_with("f.txt", "foobar")), checksum_of("foobar"));
}

}  // namespace swadaya
