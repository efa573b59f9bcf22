#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/base/checksum.hpp"
#include "sim/base/error.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/parts.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/results/folder.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tool/bundle_folder.hpp"
#include "sim/tool/bundles_file.hpp"
#include "sim/tool/provenance.hpp"
#include "sim/tool/run.hpp"
#include "sim/tool/sitting.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;

struct PartFolder {
  explicit PartFolder(const std::string& folder)
      : store{Store::open(folder)}, manifest{read_manifest(folder)} {
    const auto own = part_of(store);
    if (!own)
      throw refused(folder, "holds a whole run and no part of one", "only parts are merged");
    part = *own;
    check_version(store, manifest);
    load_whole(store);
    check_experiment(store);
    check_answers(store);
    for (const auto& entry : fs::directory_iterator{folder})
      if (const std::string name = entry.path().filename().string(); is_kept_input(name))
        inputs[name] = checksum_of_file(entry.path().string());
  }

  const std::string& folder() const { return store.folder(); }
  // What made it, but for what is its own alone.
  std::map<std::string, std::string> made_by() const {
    auto all = store.fingerprint();
    all.erase("part"), all.erase("answers");
    return all;
  }

  Store store;
  Manifest manifest;
  Part part;
  std::map<std::string, std::string> inputs;  // files -> a checksum
};

// Where two files part: "line 3 is `seed = 2` there and `seed = 1` in ...".
std::string first_difference(const std::string& file, const std::string& other) {
  std::ifstream a{file}, b{other};
  std::string x, y;
  for (int line = 1;; ++line) {
    const bool has_x = static_cast<bool>(std::getline(a, x)),
               has_y = static_cast<bool>(std::getline(b, y));
    if (!has_x && !has_y) return "";
    if (has_x != has_y || x != y)
      return fmt::format(": line {} is `{}`, and `{}` there", line, has_x ? x : "", has_y ? y : "");
  }
}

// Throws BadInput where the second doesn't belong to the first.
void check_same_run(const PartFolder& first, const PartFolder& other) {
  const auto refuse = [&](const std::string& what) {
    throw refused(other.folder(),
                  fmt::format("is no part of the run of {}: {}", first.folder(), what),
                  "merge what one command wrote, with another --parts each");
  };
  const auto names = [](const PartFolder& part) {
    const Plan& plan = part.store.plan();
    return fmt::format("{} variants, {} replicates, seed {}, {} months", plan.variants.size(),
                       plan.replicates, plan.seed, plan.months);
  };
  if (names(first) != names(other))
    refuse(fmt::format("it has {}, and that one {}", names(other), names(first)));
  if (first.part.of != other.part.of)
    refuse(fmt::format("it is part {}, and that one {}", text_of(other.part), text_of(first.part)));
  const auto one = first.made_by(), two = other.made_by();
  for (const auto& [what, checksum] : two)
    if (const auto at = one.find(what); at == one.end() || at->second != checksum)
      refuse(what == "experiment" ? "its experiment.toml, sample or facts are others" +
                                        first_difference(other.folder() + "/experiment.toml",
                                                         first.folder() + "/experiment.toml")
                                  : fmt::format("its {} is another", what));
  if (one != two) refuse("it was made with less");
  if (first.store.variants() != other.store.variants()) refuse("its variants are others");
  for (const auto& inputs : {first.inputs, other.inputs})
    for (const auto& [name, checksum] : inputs)
      if (!first.inputs.contains(name) || !other.inputs.contains(name) ||
          first.inputs.at(name) != other.inputs.at(name))
        refuse(fmt::format("{} isn't the same in both", name));
}

using PartFolders = std::vector<std::unique_ptr<PartFolder>>;

// By number. Throws BadInput where they aren't the parts of one run, each once.
PartFolders parts_in(const std::vector<std::string>& folders) {
  PartFolders parts;
  for (const std::string& folder : folders) parts.push_back(std::make_unique<PartFolder>(folder));
  for (std::size_t i = 1; i < parts.size(); ++i) check_same_run(*parts[0], *parts[i]);
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a->part.number < b->part.number; });
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (parts[i]->part == parts[i - 1]->part)
      throw refused(
          parts[i]->folder(),
          fmt::format("is part {}, as {} is", text_of(parts[i]->part), parts[i - 1]->folder()),
          "name each part once");
  std::set<std::uint32_t> missing;
  for (std::uint32_t number = 1; number <= parts[0]->part.of; ++number) missing.insert(number);
  for (const auto& part : parts) missing.erase(part->part.number);
  if (!missing.empty())
    throw refused(parts[0]->folder(),
                  fmt::format("is one of {} parts, of which {} {} missing", parts[0]->part.of,
                              fmt::join(missing, ", "), missing.size() == 1 ? "is" : "are"),
                  "name all of them");
  return parts;
}

// Throws BadInput where a part hasn't run all that is its own.
void check_finished(const PartFolder& part, const Experiment& experiment) {
  const std::vector<Finished> stored = part.store.finished(),
                              others = of_others(experiment, part.part);
  const std::size_t all = experiment.variants.size() * experiment.replicates - others.size();
  std::vector<Finished> foreign;
  std::set_intersection(stored.begin(), stored.end(), others.begin(), others.end(),
                        std::back_inserter(foreign));
  if (!foreign.empty())
    throw refused(part.folder(), "holds runs that are of another part", "run it again");
  if (stored.size() < all || part.manifest.status != "finished")
    throw refused(part.folder(),
                  fmt::format("isn't finished: {} of {} runs are stored, and it is {}",
                              stored.size(), all, part.manifest.status),
                  "`swadaya resume " + part.folder() + "` finishes it");
}

// In the order in which one run would have begun them.
void copy_rows(const PartFolders& parts, Store& store) {
  struct One {
    std::uint32_t replicate;
    std::size_t variant, part;
    auto operator<=>(const One&) const = default;
  };
  std::vector<One> all;
  for (std::size_t p = 0; p < parts.size(); ++p)
    for (const auto& [variant, replicate] : parts[p]->store.finished())
      all.push_back({replicate, variant, p});
  std::sort(all.begin(), all.end());
  constexpr std::size_t most = 16;  // in memory, and in one transaction
  for (std::size_t i = 0; i < all.size();) {
    std::vector<std::size_t> variants;
    std::vector<Series> series;
    const std::size_t first = i;
    for (; i < all.size() && i - first < most && all[i].replicate == all[first].replicate; ++i) {
      variants.push_back(all[i].variant);
      series.push_back(parts[all[i].part]->store.series(all[i].variant, all[i].replicate));
    }
    store.add(all[first].replicate, variants, series);
  }
  const auto merged = store.checksums();
  for (const auto& part : parts)
    for (const auto& [run, checksum] : part->store.checksums())
      if (const auto at = merged.find(run); at == merged.end() || at->second != checksum)
        throw MachineFailure{fmt::format("{}: what was written isn't what {} holds", store.folder(),
                                         part->folder())};
}

// Those that the parts found, in the order of one run.
void merge_answers(const PartFolders& parts, Store& store) {
  std::vector<nlohmann::json> found;
  for (const auto& part : parts) {
    const std::string text = text_in(answers_file(part->folder()));
    found.push_back(text.empty() ? nlohmann::json::array() : nlohmann::json::parse(text));
  }
  const auto is_experiment = [](const auto& input) {
    return is_kept_beside(input.first) && input.first.ends_with(".toml");
  };
  const auto& inputs = parts[0]->inputs;
  const auto count =
      static_cast<std::size_t>(std::count_if(inputs.begin(), inputs.end(), is_experiment));
  if (count == 0) return;
  nlohmann::json all = nlohmann::json::array();
  for (std::size_t i = 0; i < count; ++i)
    all.push_back(found[i % parts.size()].at(i / parts.size()));
  const std::string text = all.dump(2) + "\n";
  keep_answers_checksum(store, text);
  write_whole(answers_file(store.folder()), text);
}

Manifest merged_manifest(const PartFolders& parts, const Options& options) {
  Manifest manifest = parts[0]->manifest;
  manifest.command = options.command;
  manifest.part.clear();
  manifest.threads = threads_of(options);
  manifest.ranks = options.ranks->all().size();
  manifest.resumed = 0, manifest.seconds_before = 0;
  for (const auto& part : parts) {
    manifest.started = std::min(manifest.started, part->manifest.started);
    manifest.seconds_before += part->manifest.seconds_before;
    manifest.merged_from.push_back(part->manifest.command);
  }
  return manifest;
}

void check_not_among(const std::string& out, const std::vector<std::string>& parts) {
  for (const std::string& part : parts)
    if (fs::weakly_canonical(out) == fs::weakly_canonical(part))
      throw refused(out, "is one of the parts", "name another place with --out");
}

Experiment experiment_in(const std::string& folder, const Catalogue& catalogue) {
  Overrides only_read;
  only_read.without_files = true;
  return read_experiment(folder + "/experiment.toml", catalogue, only_read);
}

// Parts that go together, and the run that they make.
struct PartsOfRun {
  PartFolders parts;
  Experiment planned;

  PartsOfRun(const std::vector<std::string>& folders, const Catalogue& catalogue)
      : parts{parts_in(folders)}, planned{experiment_in(parts[0]->folder(), catalogue)} {
    for (const auto& part : parts) check_finished(*part, planned);
  }

  // Writes the folder; nothing where it was stopped.
  std::unique_ptr<Store> write(const std::string& out, const Options& options,
                               const Catalogue& catalogue) const {
    auto store = std::make_unique<Store>(
        out, planned, options.overwrite ? Existing::overwrite : Existing::refuse);
    for (const auto& [name, checksum] : parts[0]->inputs)
      write_whole(out + "/" + name, text_in(parts[0]->folder() + "/" + name));
    copy_rows(parts, *store);
    store->keep_fingerprint(parts[0]->made_by(), store->planned_replicates());
    check_experiment(*store);
    merge_answers(parts, *store);
    Manifest manifest = merged_manifest(parts, options);
    if (!go_on(*store, manifest, experiment_in(out, catalogue), options, catalogue)) return nullptr;
    return store;
  }
};

// Throws BadInput where the folders aren't all of a comparison under the same bundles.
void check_same_bundles(const std::vector<std::string>& folders) {
  for (const std::string& folder : folders)
    if (!holds_bundles(folder) ||
        text_in(folder + "/" + bundles_file) != text_in(folders[0] + "/" + bundles_file))
      throw refused(
          folder,
          fmt::format("is no part of the run of {}: it isn't of the same bundles", folders[0]),
          "merge what one command wrote, with another --parts each");
}

// Bundle by bundle. All of them are checked before anything is written.
int merge_bundles(const Options& options, const Catalogue& catalogue) {
  const std::vector<std::string>& folders = options.files;
  check_same_bundles(folders);
  std::vector<Bundle> bundles;
  std::vector<PartsOfRun> runs;
  for (const std::string& name : names_of_bundles(folders[0])) {
    std::vector<std::string> own;
    for (const std::string& folder : folders) own.push_back(folder + "/" + name);
    runs.emplace_back(own, catalogue);
    bundles.push_back({name, "", runs.back().planned});
    complete(bundles.back(), folders[0]);
  }
  if (bundles.empty()) throw refused(folders[0] + "/" + bundles_file, "names no bundle", "");
  const std::string out = folder_of(name_without(bundles[0]), options);
  check_not_among(out, folders);
  check_places(out, bundles, options.overwrite);
  std::vector<std::unique_ptr<Store>> stores;
  BundlesShown shown{out, options};
  for (std::size_t b = 0; b < bundles.size(); ++b) {
    const std::string own = out + "/" + bundles[b].name;
    stores.push_back(runs[b].write(own, options, catalogue));
    if (!stores.back()) return interrupted;
    bundles[b].experiment = experiment_in(own, catalogue);
    complete(bundles[b], folders[0]);
    if (b == 0) fs::remove(out + "/" + structural_file), write_bundles_file(out, bundles);
    shown.add(bundles[b], *stores.back());
  }
  shown.end();
  return done;
}

}  // namespace

int merge(const Options& options, const Catalogue& catalogue) {
  if (holds_bundles(options.files[0])) return merge_bundles(options, catalogue);
  const PartsOfRun run{options.files, catalogue};
  const std::string out = folder_of(run.planned.name, options);
  check_not_among(out, options.files);
  const auto store = run.write(out, options, catalogue);
  if (!store) return interrupted;
  show(*store, experiment_in(out, catalogue), options);
  return done;
}

}  // namespace swadaya::tool
