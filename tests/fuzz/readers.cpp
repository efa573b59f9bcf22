#include "tests/fuzz/readers.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

#include "models/all.hpp"
#include "sim/designs/experiment.hpp"

namespace swadaya::fuzz {

namespace {

namespace fs = std::filesystem;

class OwnFolder {
 public:
  OwnFolder() {
    std::string pattern = (fs::temp_directory_path() / "swadaya-fuzz-XXXXXX").string();
    must(mkdtemp(pattern.data()) != nullptr, "a folder can be made");
    path_ = pattern;
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

Reader reader_called(std::string_view name) {
  constexpr Reader readers[] = {scenario, ties,       graphml, households,
                                lists,    checkpoint, results, request};
  static_assert(std::size(readers) == std::size(reader_names));
  for (std::size_t i = 0; i < std::size(reader_names); ++i)
    if (name == reader_names[i]) return readers[i];
  return nullptr;
}

const Catalogue& all_models() {
  static const Catalogue catalogue{models::all()};
  return catalogue;
}

std::string path_of(const std::string& name) {
  static const OwnFolder folder;
  return folder.path() + "/" + name;
}

std::string written(const std::string& name, std::string_view bytes) {
  const std::string file = path_of(name);
  std::ofstream out{file, std::ios::binary};
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush();
  must(out.good(), "a file can be written");
  return file;
}

Choice choice_in(std::string_view bytes) {
  if (bytes.empty()) return {0, bytes};
  return {static_cast<unsigned char>(bytes[0]), bytes.substr(1)};
}

Experiment experiment_in(const std::string& toml) {
  return read_experiment(written("own.toml", toml), all_models(), {});
}

void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "not so: %s\n", what);
  std::abort();
}

void must_be_said(const BadInput& bad) {
  must(!bad.problems().empty(), "what is refused has a reason");
  for (const Problem& problem : bad.problems()) {
    must(!problem.rule.empty(), "a problem names its rule");
    must(!text_of(problem).ends_with(": "), "a message has an end");
  }
}

std::optional<std::string> written_elsewhere(std::string_view table) {
  if (table.find_first_of("\r\"") != table.npos || table.starts_with("\xEF\xBB\xBF"))
    return std::nullopt;
  std::string other = "\xEF\xBB\xBF";
  for (const char c : table) other += c == '\n' ? "\r\n" : std::string(1, c);
  return other;
}

}  // namespace swadaya::fuzz
