// swadaya-fuzz-seeds CORPUS: writes what fuzzing of checkpoints and results begins with into
// CORPUS/checkpoint and CORPUS/results. To be run again when their layout has changed.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/fuzz/made.hpp"

namespace {

using namespace swadaya::fuzz;

void put(const std::string& file, char choice, const std::string& bytes) {
  std::ofstream{file, std::ios::binary} << choice << bytes;
}

std::string bytes_in(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return std::fprintf(stderr, "swadaya-fuzz-seeds CORPUS\n"), 2;
  const std::string corpus = words[1];
  for (const char* reader : {"checkpoint", "results"})
    std::filesystem::create_directories(corpus + "/" + reader);
  for (const int month : {0, 2, 6}) {
    const std::string file = corpus + "/checkpoint/month-" + std::to_string(month);
    put(file, '0', checkpoint_of_ward(month));
  }
  put(corpus + "/checkpoint/as-it-is", '1', checkpoint_of_ward(6));
  for (const char* kind : {"compare", "sweep", "morris"}) {
    const std::string folder = results_folder(kind);
    // The first byte: which experiment, and which file this is.
    const char choice = kind[0] == 'c' ? '0' : kind[0] == 's' ? '1' : '2';
    put(corpus + "/results/" + kind, choice, bytes_in(folder + "/results.db"));
    put(corpus + "/results/" + std::string{kind} + "-manifest", static_cast<char>(choice + 4),
        bytes_in(folder + "/manifest.json"));
  }
  return 0;
}
