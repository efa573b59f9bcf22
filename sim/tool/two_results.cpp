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
  Folder(const std::string& folder, const Options& options, const Catalogue& catalogue)
      : plugins{(check_plugins_of(folder, options.plugins), 0)},
        whole{folder, catalogue},
        manifest{read_manifest(folder)} {}
  OneResult result() const {
    return {whole.experiment, whole.store,
            fmt::format("{} ({})", manifest.made_by_version, manifest.made_by_commit)};
  }
  int plugins;  // checked before anything of the folder is read
  WholeFolder whole;
  Manifest manifest;
};

}  // namespace

int compare_results(const Options& options, const Catalogue& catalogue) {
  const auto refuse = [](const std::string& key, const std::string& rule) {
    throw BadInput{Problem{"", 0, 0, key, "", rule, "swadaya compare --results A B"}};
  };
  if (options.files.size() != 2) refuse("--results", "takes two results folders");
  if (!options.out.empty() || !options.parts.empty() || !options.bundles.empty() ||
      !options.overrides.set.empty() || options.overrides.replicates || options.overrides.seed)
    refuse("--results",
           "runs nothing: what sets something or names a place has no meaning with it");
  const Folder a{options.files[0], options, catalogue}, b{options.files[1], options, catalogue};
  const TwoResults two = two_results(a.result(), b.result(), catalogue);
  if (options.json)
    fmt::print("{}\n", two_results_json(a.result(), b.result(), two).dump(2));
  else
    fmt::print("{}", two_results_text(a.result(), b.result(), two, terminal_look()));
  return done;
}

int report_two(const Options& options, const Catalogue& catalogue) {
  const std::string file =
      options.out.empty() ? options.files[0] + "/side-by-side.html" : options.out;
  if (std::filesystem::is_directory(file)) throw refused(file, "is a folder", "name a file");
  const Folder a{options.files[0], options, catalogue}, b{options.files[1], options, catalogue};
  const TwoResults two = two_results(a.result(), b.result(), catalogue);
  const std::string page = side_by_side_html(a.result(), b.result(), two,
                                             options.language.empty() ? "en" : options.language);
  if (file == "-") {
    fmt::print("{}", page);
    return done;
  }
  write_whole(file, page);
  fmt::print("side by side: {}\n", file);
  return done;
}

}  // namespace swadaya::tool
