#include "sim/report/pages.hpp"

#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "tests/files.hpp"

namespace swadaya {

TEST(Pages, AreWholeOrTheirLackIsSaid) {
  for (const char* name : {"report.html", "explore.html", "nothing.html"}) {
    const bool is_missing = *pages_missing || std::string{name} == "nothing.html";
    try {
      const std::string html{page(name)};
      EXPECT_FALSE(is_missing) << name;
      EXPECT_TRUE(html.starts_with("<!doctype html>") || html.starts_with("<!DOCTYPE html>"));
      EXPECT_TRUE(has(html, "{{lang}}")) << name;
      EXPECT_TRUE(has(html, "</html>")) << name;
    } catch (const MachineFailure& failure) {
      EXPECT_TRUE(is_missing) << name;
      EXPECT_TRUE(has(failure.what(), *pages_missing ? pages_missing : "there is no nothing.html"))
          << failure.what();
    }
  }
}

}  // namespace swadaya
