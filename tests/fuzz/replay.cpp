// swadaya-fuzz-replay READER FILE-OR-FOLDER...: reads what fuzzing has kept, once each. Any
// compiler builds it.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/readers.hpp"

namespace fs = std::filesystem;

int main(int count, char** words) {
  const auto reader = count < 3 ? nullptr : swadaya::fuzz::reader_called(words[1]);
  if (!reader) {
    std::fprintf(stderr, "swadaya-fuzz-replay READER FILE-OR-FOLDER...; readers:");
    for (const char* name : swadaya::fuzz::reader_names) std::fprintf(stderr, " %s", name);
    std::fprintf(stderr, "\n");
    return 2;
  }
  std::vector<std::string> files;
  for (int i = 2; i < count; ++i) {
    if (!fs::is_directory(words[i])) files.emplace_back(words[i]);
    if (fs::is_directory(words[i]))
      for (const auto& entry : fs::directory_iterator{words[i]})
        files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) {
    std::ifstream in{file, std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    if (in.bad() || !in.is_open()) {
      std::fprintf(stderr, "%s: can't be read\n", file.c_str());
      return 3;
    }
    // Named before it is read: what ends the process is the last one.
    std::printf("%s\n", file.c_str());
    std::fflush(stdout);
    reader(bytes);
  }
  std::printf("%zu files read\n", files.size());
  return files.empty() ? 1 : 0;
}
