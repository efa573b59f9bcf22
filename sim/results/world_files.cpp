#include "sim/results/world_files.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <utility>
#include <variant>

#include "sim/base/checksum.hpp"
#include "sim/base/error.hpp"
#include "sim/results/folder.hpp"
#include "sim/scenario/toml.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

std::string whole_path(const std::string& path) {
  return fs::absolute(path).lexically_normal().string();
}

}  // namespace

void WorldFiles::take(const Experiment& experiment) {
  for (const Variant& variant : experiment.variants)
    for (const auto& [key, as] : {std::pair{"world.households", "households"},
                                  {"world.outlines", "outlines"},
                                  {"network.edges", "ties"}}) {
      const auto at = variant.scenario.values.find(key);
      if (at == variant.scenario.values.end()) continue;
      const auto& file = std::get<std::string>(at->second);
      if (!file.empty()) keep(whole_path(file), as);
    }
}

void WorldFiles::keep(const std::string& file, const std::string& as) {
  if (sources_.contains(file)) return;
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error || size > most_copied) {
    sources_[file] = checksums_[file] = checksum_of_file(file);
    return;
  }
  std::ifstream in{file, std::ios::binary};
  std::string bytes{std::istreambuf_iterator<char>{in}, {}};
  if (!in) throw refused(file, "can't be read", "");
  std::string name;
  for (std::size_t number = 1; name.empty() || copies_.contains(name); ++number)
    name = fmt::format("{}-{}{}", as, number, fs::path{file}.extension().string());
  sources_[file] = checksums_[name] = checksum_of(bytes);
  copies_[name] = std::move(bytes);
  renamed_[file] = name;
}

void WorldFiles::write(const std::string& folder) const {
  for (const auto& [name, bytes] : copies_) write_whole(folder + "/" + name, bytes);
}

std::string WorldFiles::named_within(std::string toml) const {
  for (const auto& [file, name] : renamed_) {
    const std::string whole = quoted(file), own = quoted(name);
    for (std::size_t at = 0; (at = toml.find(whole, at)) != std::string::npos; at += own.size())
      toml.replace(at, whole.size(), own);
  }
  return toml;
}

std::string changed_file(const std::string& folder,
                         const std::map<std::string, std::string>& checksums) {
  for (const auto& [name, checksum] : checksums) {
    const std::string file = fs::path{name}.is_absolute() ? name : folder + "/" + name;
    if (!fs::is_regular_file(file)) return file + " is no longer there";
    if (checksum_of_file(file) != checksum)
      return file + " isn't the file that the worlds were read from";
  }
  return "";
}

}  // namespace swadaya
