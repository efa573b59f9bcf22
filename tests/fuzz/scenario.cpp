#include <algorithm>
#include <cmath>
#include <filesystem>

#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/patterns.hpp"
#include "sim/designs/trial_file.hpp"
#include "sim/designs/trials.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

namespace {

namespace fs = std::filesystem;

// What a file may name: scenarios to extend, tables of households, ties, points, observations,
// draws.
bool put_neighbours() {
  for (const char* folder : {"lenteng-agung", "teaching", "bundles"})
    for (const auto& entry :
         fs::directory_iterator{SWADAYA_SOURCE_DIR "/scenarios/" + std::string{folder}}) {
      const std::string to = path_of(entry.path().filename().string());
      if (entry.is_regular_file() && !fs::exists(to)) fs::copy_file(entry.path(), to);
    }
  fs::copy_file(SWADAYA_SOURCE_DIR "/scenarios/patterns.toml", path_of("patterns.toml"));
  for (const char* name : {"base.toml", "tiny.toml", "up.toml"})
    written(name, "[time]\nmonths = 6\n[world]\nrw_per_ward = 1\n");
  written("hh.csv", "id,leader,size\n1,0,4\n2,1,3\n3,0,2\n");
  written("ties.csv", "from,to\n1,2\n2,3\n");
  written("points.csv", "lending.norm,groups.founding\n0.1,0.2\n0.3,0.1\n");
  written("obs.csv", "outcome,month,value\ninformed,6,0.4\n");
  written("posterior.csv", "weight,lending.norm\n1,0.1\n2,0.2\n");
  return true;
}

// Designs of many points take their time by right.
bool is_large(const Node& node, double most) {
  if (const double* number = node.number()) return std::abs(*number) > most && *number < 1e8;
  if (const Node::List* list = node.list())
    return std::any_of(list->begin(), list->end(), [&](auto& n) { return is_large(n, most); });
  if (const Node::Table* table = node.table())
    return std::any_of(table->begin(), table->end(),
                       [&](auto& entry) { return is_large(entry.second, most); });
  return false;
}

bool takes_long(const Node& file) {
  constexpr double most = 64;
  return std::any_of(design_tables().begin(), design_tables().end(), [&](auto& name) {
    const Node* design = file.find(name);
    return design && is_large(*design, most);
  });
}

// A table that is written as text is the same when it is read.
void check_writing(const Node& file) {
  const std::string text = table_text("all", *file.table());
  const Node again = toml_of(text, "written");
  const Node* all = again.find("all");
  must(file.table()->empty() || (all && all->table()), "a table written is a table");
  must(!all || table_text("all", *all->table()) == text, "a table written again is the same");
}

}  // namespace

void scenario(std::string_view bytes) {
  static const bool has_neighbours = put_neighbours();
  must(has_neighbours, "neighbours stand there");
  const std::string file = written("fuzzed.toml", bytes);
  const auto node = read_by([&] { return read_toml(file); });
  if (!node) return;
  check_writing(*node);
  if (takes_long(*node)) return;
  if (node->find("pattern")) read_by([&] { return read_patterns(file); });
  const bool is_trial = node->find(trial_keys().name) != nullptr;
  const auto experiment = read_by([&] {
    return is_trial ? experiment_of(read_trial(file), all_models(), {})
                    : read_experiment(file, all_models(), {});
  });
  if (!experiment || is_trial) return;
  // Runs write it to their folder, and read it again from there.
  const std::string& sample = experiment->posterior.file;
  const std::string text = resolved_toml(*experiment, all_models(), sample);
  const std::string kept = written("experiment-again.toml", text);
  const Experiment again = read_experiment(kept, all_models(), {});
  must(resolved_toml(again, all_models(), sample) == text,
       "an experiment written is read the same");
}

}  // namespace swadaya::fuzz
