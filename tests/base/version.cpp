#include "sim/base/version.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <regex>
#include <string>

#include "tests/files.hpp"

namespace swadaya {

TEST(Version, IsTheProjects) {
  EXPECT_TRUE(has(text_in(SWADAYA_SOURCE_DIR "/CMakeLists.txt"),
                  fmt::format("project(swadaya VERSION {} ", version)));
}

TEST(Version, SaysCommitCompilerAndHeaders) {
  EXPECT_TRUE(std::regex_match(commit, std::regex{"unknown|[0-9a-f]{7,40}(-dirty)?"})) << commit;
#ifdef __clang__
  EXPECT_TRUE(has(compiler, fmt::format("Clang {}.{}", __clang_major__, __clang_minor__)));
#else
  EXPECT_EQ(std::string{compiler},
            fmt::format("GNU {}.{}.{}", __GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__));
#endif
  EXPECT_TRUE(std::regex_match(headers_hash, std::regex{"[0-9a-f]{8,64}"})) << headers_hash;
  EXPECT_TRUE(has(flags, "-ffp-contract=off")) << flags;
}

}  // namespace swadaya
