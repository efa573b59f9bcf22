#include "sim/report/dossier.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "sim/base/error.hpp"
#include "sim/results/folder.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/provenance.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;

// dossier.md in the folder, or where --out says; the page beside it.
std::string place_of(const Options& options) {
  const std::string file = options.out.empty() ? options.files[0] + "/dossier.md" : options.out;
  if (fs::is_directory(file)) throw refused(file, "is a folder", "name a file");
  if (fs::path{file}.extension() != ".md")
    throw refused(file, "doesn't end in .md", "name FILE.md: FILE.html is written beside it");
  return file;
}

}  // namespace

int dossier(const Options& options, const Catalogue& catalogue) {
  const std::string& folder = options.files[0];
  const std::string file = place_of(options);
  const WholeFolder whole{folder, catalogue};
  const auto& [store, experiment] = whole;
  const std::string facts = facts_near(folder + "/experiment.toml");
  const Dossier made = dossier_of({experiment, store, catalogue, read_manifest(folder),
                                   facts.empty() ? std::vector<Pattern>{} : read_patterns(facts),
                                   answers_in(folder, experiment), changed_file_of(store).empty()},
                                  utc_now().substr(0, 10));
  const std::string page = fs::path{file}.replace_extension(".html").string();
  write_whole(file, made.markdown);
  write_whole(page, dossier_html(made));
  fmt::print("CHEERS 2022: {} of {} items answered{}\n", made.answered(), made.cheers.size(),
             made.answered() == made.cheers.size() ? "" : "; open: " + made.open_numbers());
  for (const DossierItem& item : made.cheers)
    if (!item.is_answered()) fmt::print("  {} {}: {}\n", item.number, item.topic, item.open);
  fmt::print("dossier: {}, {}\n", file, page);
  return done;
}

}  // namespace swadaya::tool
