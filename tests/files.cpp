#include "tests/files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <unistd.h>

#include "sim/base/error.hpp"
#include "tests/own_folder.hpp"

namespace swadaya {

namespace {

// Two runs at once don't meet.
std::string name_of_folder() {
  const auto* info = testing::UnitTest::GetInstance()->current_test_info();
  std::string name = std::string{"swadaya-"} + info->test_suite_name() + "-" + info->name() + "-" +
                     std::to_string(getpid());
  std::replace(name.begin(), name.end(), '/', '-');  // of tests with parameters
  return (std::filesystem::path{testing::TempDir()} / name).string();
}

class Cleaner : public testing::EmptyTestEventListener {
  void OnTestStart(const testing::TestInfo&) override {
    std::filesystem::remove_all(name_of_folder());
  }
  void OnTestEnd(const testing::TestInfo& info) override {
    if (info.result()->Passed() || info.result()->Skipped())
      std::filesystem::remove_all(name_of_folder());
  }
};

[[maybe_unused]] const bool cleans = [] {
  testing::UnitTest::GetInstance()->listeners().Append(new Cleaner);  // which owns it
  return true;
}();

}  // namespace

std::string own_folder() {
  const std::string folder = name_of_folder();
  std::filesystem::create_directories(folder);
  return folder;
}

std::string file_with(const std::string& name, const std::string& text) {
  const std::string file = own_folder() + "/" + name;
  std::ofstream{file} << text;
  return file;
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
