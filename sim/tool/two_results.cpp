#include "sim/tables/two_results.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/report/side_by_side.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/manifest.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/provenance.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

struct Folder {
  Folder(const std::string& folder, const Catalogue& catalogue)
      : whole{folder, catalogue}, manifest{read_manifest(folder)} {}
  OneResult result() const {
    return {whole.experiment, whole.store,
            fmt::format("{} ({})", manifest.made_by_version, manifest.made_by_commit)};
  }
  WholeFolder whole;
  Manifest manifest;
};

// Before anything of a folder is read.
void check_plugins(const Options& options) {
  for (const std::string& folder : options.files) check_plugins_of(folder, options.plugins);
}

}  // namespace

int compare_results(const Options& options, const Catalogue& catalogue) {
  const auto refuse = [](const std::string& key, const std::string& rule) {
    throw BadInput{Problem{"", 0, 0, key, "", rule, "swadaya compare --results A B"}};
  };
  if (options.files.size() != 2) refuse("--results", "takes two results folders");
  const Overrides& set = options.overrides;
  if (!options.out.empty() || options.overwrite || !options.max_time.empty() ||
      !options.parts.empty() || !options.bundles.empty() || !set.set.empty() || set.replicates ||
      set.seed || !set.from.empty() || !set.posterior.empty())
    refuse("--results",
           "runs nothing: what sets something or names a place has no meaning with it");
  check_plugins(options);
  const Folder a{options.files[0], catalogue}, b{options.files[1], catalogue};
  const TwoResults two = two_results(a.result(), b.result(), catalogue);
  if (options.json)
    fmt::print("{}\n", two_results_json(a.result(), b.result(), two).dump(2));
  else
    fmt::print("{}", two_results_text(a.result(), b.result(), two, terminal_look(options.in)));
  return done;
}

int report_two(const Options& options, const Catalogue& catalogue) {
  const std::string file =
      options.out.empty() ? options.files[0] + "/side-by-side.html" : options.out;
  if (std::filesystem::is_directory(file)) throw refused(file, "is a folder", "name a file");
  check_plugins(options);
  const Folder a{options.files[0], catalogue}, b{options.files[1], catalogue};
  const TwoResults two = two_results(a.result(), b.result(), catalogue);
  const std::string page = side_by_side_html(a.result(), b.result(), two, options.language);
  if (file == "-") {
    fmt::print("{}", page);
    return done;
  }
  write_whole(file, page);
  fmt::print("{}\n", options.in.say("side by side: {}", file));
  return done;
}

}  // namespace swadaya::tool
