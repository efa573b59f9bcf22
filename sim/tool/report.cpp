#include "sim/report/report.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "sim/base/error.hpp"
#include "sim/results/folder.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tool/beside.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/provenance.hpp"
#include "sim/tool/run.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

// Facts help a report and aren't needed for one.
std::vector<Pattern> facts_if_any(const std::string& folder) {
  const std::string file = facts_near(folder + "/experiment.toml");
  return file.empty() ? std::vector<Pattern>{} : read_patterns(file);
}

}  // namespace

int report(const Options& options, const Catalogue& catalogue) {
  const std::string& folder = options.files[0];
  const std::string file = options.out.empty() ? folder + "/report.html" : options.out;
  if (std::filesystem::is_directory(file)) throw refused(file, "is a folder", "name a file");
  const WholeFolder whole{folder, catalogue};
  const auto& [store, experiment] = whole;
  const std::string page =
      report_html({experiment, store, catalogue, read_manifest(folder), facts_if_any(folder),
                   answers_in(folder, experiment), changed_file_of(store).empty()},
                  options.language);
  if (file == "-") {
    fmt::print("{}", page);
    return done;
  }
  write_whole(file, page);
  fmt::print("{}\n", options.in.say("report: {}", file));
  return done;
}

void write_report(const Store& store, const Experiment& experiment,
                  const Catalogue& catalogue) try {
  const std::string& folder = store.folder();
  std::filesystem::remove(folder + "/report.html");  // not that of fewer replicates
  write_whole(
      folder + "/report.html",
      report_html({experiment, store, catalogue, read_manifest(folder), facts_if_any(folder),
                   answers_in(folder, experiment), changed_file_of(store).empty()},
                  ""));
} catch (const std::exception& error) {
  tell("no report: {}\n", error.what());
}

std::string report_of(const Store& store) {
  std::string file = store.folder() + "/report.html";
  return std::filesystem::is_regular_file(file) ? file : "";
}

}  // namespace swadaya::tool
