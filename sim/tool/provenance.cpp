#include "sim/tool/provenance.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>

#include "sim/base/checksum.hpp"
#include "sim/base/error.hpp"
#include "sim/base/version.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/checkpoint.hpp"
#include "sim/results/folder.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tool/bundles_file.hpp"

namespace swadaya::tool {

namespace {

using Fingerprint = std::map<std::string, std::string>;

const std::string with_more_worlds = "experiment with more worlds", of_file = "file ",
                  of_answers = "answers", of_part = "part";

std::string this_version() { return fmt::format("{} ({})", version, commit); }

// Of an experiment the checksum, and those of the sample and the facts that it names.
std::string with_files(std::string experiment, const std::string& folder, bool draws, bool facts) {
  if (draws) experiment += checksum_of_file(folder + "/" + Posterior::name_in_folder);
  if (facts) experiment += checksum_of_file(folder + "/" + FactStates::name_in_folder);
  return experiment;
}

// Of what runs: the resolved experiment, its sample of parameters, and the facts it is held
// against.
std::string experiment_checksum(const std::string& folder) {
  const std::string own = checksum_of_file(folder + "/experiment.toml");
  // A calibration leaves a sample of this name, which it doesn't draw from.
  const Node root = read_toml(folder + "/experiment.toml");
  const Node* table = root.find("experiment");
  return with_files(own, folder, table && table->find("posterior"), table && table->find("facts"));
}

std::string kept(const Store& store, const std::string& what) {
  const auto at = store.fingerprint().find(what);
  return at == store.fingerprint().end() ? "" : at->second;
}

// Why worlds can't be added to it; "" where they can.
std::string reason_against(const Experiment& experiment) {
  const Design* design = design_of(experiment);
  if (design && design->search)
    return fmt::format(
        "holds {}, of which the number of worlds is a part: each of its steps "
        "depends on it",
        design->called);
  if (experiment.checkpoint) return "keeps a checkpoint, which is of all of its worlds";
  return "";
}

}  // namespace

std::string text_in(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void keep_provenance(Store& store, Manifest& manifest, const Experiment& experiment,
                     const WorldFiles& files) {
  const std::string& folder = store.folder();
  for (const std::string& file : manifest.plugins)
    manifest.plugin_checksums.push_back(checksum_of_file(file));
  if (!experiment.from.empty()) manifest.from_checksum = Checkpoint{experiment.from}.checksum();
  manifest.experiment_checksum = experiment_checksum(folder);
  manifest.files = files.checksums();
  Fingerprint all{{"version", this_version()}, {"experiment", manifest.experiment_checksum}};
  for (std::size_t i = 0; i < manifest.plugins.size(); ++i)
    all[fmt::format("plugin {}", i + 1)] = manifest.plugin_checksums[i];
  if (!experiment.from.empty()) all["checkpoint"] = manifest.from_checksum;
  if (!manifest.part.empty()) all[of_part] = manifest.part;
  for (const auto& [file, checksum] : manifest.files) all[of_file + file] = checksum;
  store.keep_fingerprint(all, store.planned_replicates());
}

void check_plugins_of(const std::string& folder, const std::vector<std::string>& named) {
  if (holds_bundles(folder)) {
    for (const std::string& bundle : names_of_bundles(folder))
      check_plugins_of(folder + "/" + bundle, named);
    return;
  }
  const Manifest manifest = read_manifest(folder);
  const std::vector<std::string>& made_with = manifest.plugins;
  if (named.size() < made_with.size())
    throw refused(
        folder,
        fmt::format("was made with the plug-in {}; reading a folder runs no code that the "
                    "folder names",
                    made_with[named.size()]),
        fmt::format("name {} again: --plugin {}",
                    made_with.size() == 1 ? "it" : "them, in their order",
                    made_with[named.size()]));
  for (std::size_t i = 0; i < made_with.size(); ++i)
    if (i >= manifest.plugin_checksums.size() ||
        checksum_of_file(named[i]) != manifest.plugin_checksums[i])
      throw refused(named[i], "isn't the plug-in that " + folder + " was made with", "");
}

void load_whole(Store& store) {
  const Damage damage = store.damaged();
  if (!damage.any()) return store.load();
  const std::size_t others = damage.runs.empty() ? 0 : damage.runs.size() - 1;
  throw refused(store.folder() + "/results.db",
                fmt::format("is damaged: {}{}", damage.what,
                            others == 0 ? "" : fmt::format("; and {} other runs", others)),
                "`swadaya resume " + store.folder() + "` runs them again");
}

void check_experiment(const Store& store) {
  const std::string now = experiment_checksum(store.folder());
  if (now == kept(store, "experiment") || now == kept(store, with_more_worlds)) return;
  throw refused(store.folder() + "/experiment.toml", "isn't what the run was begun with",
                "put that one back, or run this one into another folder");
}

void keep_answers_checksum(Store& store, const std::string& text) {
  Fingerprint fingerprint = store.fingerprint();
  fingerprint[of_answers] = checksum_of(text);
  store.keep_fingerprint(fingerprint, store.planned_replicates());
}

std::string answers_checksum(const Store& store) { return kept(store, of_answers); }

void check_answers(const Store& store) {
  const std::string file = answers_file(store.folder()), written = answers_checksum(store);
  if (written.empty()) return;
  const std::string again = "`swadaya resume " + store.folder() + "` makes it again";
  if (!std::filesystem::exists(file)) throw refused(file, "is no longer there", again);
  if (checksum_of_file(file) != written)
    throw refused(file, "isn't the one that the run wrote", "remove it: " + again);
}

std::optional<Part> part_of(const Store& store) {
  const std::string part = kept(store, of_part);
  if (part.empty()) return std::nullopt;
  return part_in(part);
}

void check_whole_run(const Store& store) {
  if (const auto part = part_of(store))
    throw refused(store.folder(), fmt::format("holds part {} of a run alone", text_of(*part)),
                  "`swadaya merge` puts the parts together");
}

WholeFolder::WholeFolder(const std::string& folder, const Catalogue& catalogue)
    : store{Store::open(folder)}, experiment{checked(catalogue)} {
  store.take_titles(experiment);
}

Experiment WholeFolder::checked(const Catalogue& catalogue) {
  check_whole_run(store);
  load_whole(store);
  check_experiment(store);
  check_answers(store);
  Overrides only_read;
  only_read.without_files = true;
  return read_experiment(store.folder() + "/experiment.toml", catalogue, only_read);
}

std::string changed_file_of(const Store& store) {
  Fingerprint files;
  for (const auto& [what, checksum] : store.fingerprint())
    if (what.starts_with(of_file)) files[what.substr(of_file.size())] = checksum;
  return changed_file(store.folder(), files);
}

void check_version(const Store& store, const Manifest& manifest) {
  const std::string& folder = store.folder();
  const std::string begun =
      fmt::format("{} ({})", manifest.made_by_version, manifest.made_by_commit);
  for (const std::string& other : {begun, kept(store, "version")})
    if (other != this_version())
      throw refused(folder,
                    fmt::format("was begun by swadaya {}; this is {}, whose results may differ",
                                other, this_version()),
                    "finish it with that version, or run " + folder +
                        "/experiment.toml again into another folder");
  for (std::size_t i = 0; i < manifest.plugin_checksums.size(); ++i)
    if (manifest.plugin_checksums[i] != kept(store, fmt::format("plugin {}", i + 1)))
      throw refused(folder + "/manifest.json", "names another plug-in than the run was begun with",
                    "put that manifest back");
}

void check_provenance(const Store& store, const Manifest& manifest) {
  check_version(store, manifest);
  const std::string& folder = store.folder();
  if (const std::string changed = changed_file_of(store); !changed.empty())
    throw refused(folder, "can't be gone on with: " + changed,
                  "put that file back, or run into another folder");
}

void add_worlds(Store& store, const Experiment& experiment, std::uint32_t replicates) {
  const std::string& folder = store.folder();
  const std::uint32_t now = store.planned_replicates();
  if (replicates == now) return;
  if (part_of(store))
    throw refused(folder, "holds a part of a run, which worlds aren't added to",
                  "add them to what `swadaya merge` makes of the parts");
  const std::string elsewhere = fmt::format(
      "run {}/experiment.toml with --replicates {} into "
      "another folder",
      folder, replicates);
  if (replicates < now)
    throw BadInput{
        Problem{"", 0, 0, "--replicates", fmt::format("{}", replicates),
                fmt::format("{} has {} already: worlds are added, none taken away", folder, now),
                elsewhere}};
  if (const std::string reason = reason_against(experiment); !reason.empty())
    throw refused(folder, reason, elsewhere);
  const std::string file = folder + "/experiment.toml",
                    line = fmt::format("\nreplicates = {}\n", now);
  std::string text = text_in(file);
  const std::size_t at = text.find(line);
  if (at == std::string::npos) throw std::logic_error{"experiment.toml has no replicates"};
  text.replace(at, line.size(), fmt::format("\nreplicates = {}\n", replicates));
  std::filesystem::remove(answers_file(folder));  // found anew
  Fingerprint fingerprint = store.fingerprint();
  fingerprint.erase(of_answers);
  fingerprint[with_more_worlds] =
      with_files(checksum_of(text), folder, !experiment.posterior.keys.empty(),
                 !experiment.facts.file.empty());
  store.keep_fingerprint(fingerprint, now);
  write_whole(file, text);
  fingerprint["experiment"] = fingerprint[with_more_worlds];
  fingerprint.erase(with_more_worlds);
  store.keep_fingerprint(fingerprint, replicates);
}

void settle_worlds(Store& store, const Catalogue& catalogue) {
  Fingerprint fingerprint = store.fingerprint();
  const std::string more = kept(store, with_more_worlds);
  if (more.empty()) return;
  fingerprint.erase(with_more_worlds);
  std::uint32_t replicates = store.planned_replicates();
  if (experiment_checksum(store.folder()) == more) {
    fingerprint["experiment"] = more;
    replicates = read_experiment(store.folder() + "/experiment.toml", catalogue, {}).replicates;
  }
  store.keep_fingerprint(fingerprint, replicates);
}

}  // namespace swadaya::tool
