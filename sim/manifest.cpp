#include "sim/manifest.hpp"

#include <fmt/chrono.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/version.hpp"

namespace swadaya {

namespace {

std::string processor() {
  std::ifstream info{"/proc/cpuinfo"};
  for (std::string line; std::getline(info, line);)
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  return "unknown";
}

}  // namespace

std::string utc_now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

std::string manifest_json(const Manifest& m, const Experiment& e) {
  utsname system{};
  uname(&system);
  const nlohmann::json json{
      {"version", version},
      {"commit", commit},
      {"compiler", compiler},
      {"flags", flags},
      {"command", m.command},
      {"experiment", e.name},
      {"seed", e.seed},
      {"replicates", e.replicates},
      {"complete_replicates", m.complete_replicates},
      {"threads", m.threads},
      {"status", m.status},
      {"started", m.started},
      {"ended", m.ended},
      {"machine",
       {{"processor", processor()},
        {"cores", sysconf(_SC_NPROCESSORS_ONLN)},
        {"memory_bytes", static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGE_SIZE))},
        {"system", std::string{system.sysname} + " " + system.release}}}};
  return json.dump(2) + "\n";
}

}  // namespace swadaya
