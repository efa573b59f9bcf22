// What the explorer starts from: a scenario as it was read, with the variants of its experiment as
// presets, ready to have settings put over it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/draft.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

struct Preset {
  std::string name, title, title_id;
  Node::Table set;           // "section.key" -> value
  std::vector<Node> events;  // tables with month and set
};

struct Base {
  std::string file;  // on the command line; "" where there is none: nobody's file, or a sent text
  std::string scenario_file;  // the file of the scenario alone, for `--set`; "" where there is none
  Experiment experiment;      // checked
  Draft draft;                // of the scenario, without variants
  std::vector<Preset> presets;
  std::string baseline_preset;  // the name of the variant that the others are compared with, or ""
  // Of its file, what a run of the explorer does without; a file that is saved may have it again.
  std::string posterior{};             // path of a sample of parameters; "" where there is none
  std::vector<std::string> not_run{};  // what no run here has: "checkpoint", "[sweep]"
  const Scenario& scenario() const { return experiment.variants[experiment.baseline].scenario; }
};

// Every default.
Base default_base(const Catalogue& catalogue);
// Throws BadInput. A file with a design of many points counts as its scenario; the levers of a
// factorial are presets.
Base base_of_file(const std::string& file, const Catalogue& catalogue, const Overrides& overrides);
// Throws BadInput, also where the text names a file of this machine other than what it extends and
// what `opened`, if any, names in the same place: so a file that was saved can be opened again.
Base base_of(const SentText& sent, const Catalogue& catalogue, const Base* opened = nullptr);

// Keys that would make the program read a file, or that change where households come from.
bool names_a_file(const std::string& key);

}  // namespace swadaya
