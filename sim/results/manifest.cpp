#include "sim/results/manifest.hpp"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <fmt/chrono.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sys/utsname.h>
#include <unistd.h>

#include "sim/base/version.hpp"
#include "sim/results/folder.hpp"

namespace swadaya {

namespace {

// What follows `name` and `between` on a line of a file; without quotes.
std::optional<std::string> entry(const char* file, const std::string& name, char between) {
  std::ifstream in{file};
  for (std::string line; std::getline(in, line);) {
    const std::size_t at = line.find(between);
    if (!line.starts_with(name) || at == std::string::npos) continue;
    const std::size_t first = line.find_first_not_of(" \t\"", at + 1);
    if (first == std::string::npos) continue;
    return line.substr(first, line.find_last_not_of(" \t\"") + 1 - first);
  }
  return std::nullopt;
}

nlohmann::json machine() {
  utsname system{};
  uname(&system);
  const std::string kernel = std::string{system.sysname} + " " + system.release;
  const auto name = entry("/etc/os-release", "PRETTY_NAME", '=');
  return {{"processor", entry("/proc/cpuinfo", "model name", ':').value_or(system.machine)},
          {"cores", sysconf(_SC_NPROCESSORS_ONLN)},
          {"memory_bytes", std::int64_t{sysconf(_SC_PHYS_PAGES)} * sysconf(_SC_PAGE_SIZE)},
          {"system", name ? *name + " (" + kernel + ")" : kernel}};
}

nlohmann::json json_of(const Reading& r) {
  return {{"file", r.file},         {"words", r.words},       {r.thing + "s", r.rows},
          {"columns_used", r.used}, {"columns_left", r.left}, {"taken_as_given", r.defaults}};
}

Reading reading_of(const nlohmann::json& json) {
  return {.file = json.at("file"),
          .words = json.at("words"),
          .rows = json.value("rows", json.value("keys", std::size_t{0})),
          .thing = json.contains("keys") ? "key" : "row",
          .used = json.at("columns_used"),
          .left = json.at("columns_left"),
          .defaults = json.at("taken_as_given")};
}

// To the millisecond.
double seconds_of(const Manifest& m) {
  const std::chrono::duration<double> now = std::chrono::steady_clock::now() - m.sits_since;
  return std::round((m.seconds_before + now.count()) * 1e3) / 1e3;
}

}  // namespace

std::string utc_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

void add_readings(Manifest& manifest, const std::vector<Reading>& readings) {
  for (const Reading& reading : readings) {
    std::erase_if(manifest.read, [&](const Reading& old) { return old.file == reading.file; });
    manifest.read.push_back(reading);
  }
}

std::string manifest_json(const Manifest& m, const Experiment& e) {
  const nlohmann::json none;
  const bool ended = !m.ended.empty();
  constexpr std::size_t most = 100;
  nlohmann::json failed = nlohmann::json::array();
  for (std::size_t i = 0; i < std::min(most, m.failed.size()); ++i)
    failed.push_back({{"variant", m.failed[i].variant},
                      {"replicate", m.failed[i].replicate},
                      {"seed", e.seed},
                      {"reason", m.failed[i].reason}});
  nlohmann::json read = nlohmann::json::array();
  for (const Reading& r : m.read) read.push_back(json_of(r));
  const nlohmann::json json{
      {"version", version},
      {"commit", commit},
      {"compiler", compiler},
      {"flags", flags},
      {"command", m.command},
      {"plugins", m.plugins},
      {"plugin_checksums", m.plugin_checksums},
      {"experiment_checksum", m.experiment_checksum},
      {"answers_checksum", m.answers_checksum},
      {"files", m.files},
      {"experiment", e.name},
      {"seed", e.seed},
      {"replicates", e.replicates},
      {"complete_replicates", m.complete_replicates},
      {"resumed", m.resumed},
      {"from", e.from.empty() ? none : nlohmann::json(e.from)},
      {"from_checksum", e.from.empty() ? none : nlohmann::json(m.from_checksum)},
      {"part", m.part.empty() ? none : nlohmann::json(m.part)},
      {"merged_from", m.merged_from},
      {"read", read},
      {"failed", m.failed.size()},
      {"failures", failed},
      {"threads", m.threads},
      {"ranks", m.ranks},
      {"status", m.status},
      {"started", m.started},
      {"ended", ended ? nlohmann::json(m.ended) : none},
      {"seconds", ended ? nlohmann::json(seconds_of(m)) : none},
      {"machine", machine()}};
  // A command line may hold any bytes, JSON only UTF-8.
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Manifest read_manifest(const std::string& folder) {
  std::ifstream in{folder + "/manifest.json"};
  if (!in)
    throw refused(folder, "holds no run that could go on: it was stopped before it began, if ever",
                  "run its command again with --overwrite");
  try {
    const nlohmann::json json = nlohmann::json::parse(in);
    Manifest m;
    m.command = json.at("command");
    m.experiment = json.at("experiment");
    m.plugins = json.at("plugins");
    m.plugin_checksums = json.value("plugin_checksums", std::vector<std::string>{});
    m.experiment_checksum = json.value("experiment_checksum", "");
    m.files = json.value("files", std::map<std::string, std::string>{});
    m.status = json.at("status");
    m.started = json.at("started");
    if (const auto seconds = json.find("seconds"); seconds != json.end() && seconds->is_number())
      m.seconds_before = std::max(0.0, seconds->get<double>());
    if (const auto part = json.find("part"); part != json.end() && part->is_string())
      m.part = *part;
    m.merged_from = json.value("merged_from", std::vector<std::string>{});
    m.resumed = json.value("resumed", std::size_t{0});
    if (const auto from = json.find("from_checksum"); from != json.end() && from->is_string())
      m.from_checksum = *from;
    if (const auto read = json.find("read"); read != json.end())
      for (const auto& reading : *read) m.read.push_back(reading_of(reading));
    m.made_by_version = json.at("version");
    m.made_by_commit = json.at("commit");
    return m;
  } catch (const nlohmann::json::exception& error) {
    throw refused(folder + "/manifest.json", std::string{"isn't a manifest: "} + error.what(),
                  "run the experiment again, into another folder");
  }
}

}  // namespace swadaya
