#include "tests/files.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "sim/base/error.hpp"

namespace swadaya {

std::string file_with(const std::string& name, const std::string& text) {
  const auto* info = testing::UnitTest::GetInstance()->current_test_info();
  const std::string folder =
      testing::TempDir() + "/swadaya-" + info->test_suite_name() + "-" + info->name();
  std::filesystem::create_directories(folder);
  std::ofstream{folder + "/" + name} << text;
  return folder + "/" + name;
}

std::string text_in(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string said_by(const std::function<void()>& work) {
  try {
    work();
  } catch (const BadInput& bad) {
    return bad.what();
  }
  return "";
}

}  // namespace swadaya
