// A scenario as its files say it, after `extends` but before it is checked against the models.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/toml.hpp"

namespace swadaya {

struct Overrides;  // sim/scenario/scenario.hpp

struct Setting {
  Node node;
  bool inherited =
      false;  // from a file that was extended: a model chosen later may make it meaningless
};

struct Draft {
  std::map<std::string, Setting>
      settings;              // "lending.norm", "models.lending", "time.months", "scenario.title"
  std::vector<Node> events;  // tables
  std::map<std::string, Node> scales;  // factors on what settings or defaults say
  // Of an experiment file:
  bool is_experiment = false;
  bool needs_files = true;     // that worlds are read from: to run it, not to tell of it
  bool is_written = true;      // what it becomes is written to a folder, and read again from there
  Node::Table experiment;      // [experiment]
  Node::Table inherited;       // of it, from files that it extends, while they are read
  std::vector<Node> variants;  // [[variant]]
  std::map<std::string, Node> designs;     // [factorial], [sweep], ...: those that the file has
  std::vector<std::string> design_tables;  // those that it might have
  std::vector<Draft> extended;  // files that it extends and that have a design, which isn't run
  const Node* design(const std::string& table) const;  // nullptr where it hasn't
  // Whether a table is one of settings, as a scenario has them, if it is any: not [experiment], a
  // variant, an event or a design.
  bool is_settings_table(const std::string& name) const;
  // Under a bundle of assumptions:
  bool under_bundle = false;     // the settings of a bundle were put over it
  std::set<std::string> levers;  // keys that the variant itself sets
};

// Reads a file and all that it extends or is based on; adds what is wrong to `problems`.
// `design_tables`: of which an experiment has one, or variants of its own. They stay as they are
// written.
Draft draft_of(const std::string& file, const std::vector<std::string>& design_tables,
               std::vector<Problem>& problems);

// The same of a text from elsewhere, which may extend files inside `folders` and name no other file
// of this machine; designs of many points mean nothing in it. `name` stands for the file.
struct SentText {
  std::string name, text;
  std::vector<std::string> folders;
};
Draft draft_of(const SentText& sent, const std::vector<std::string>& design_tables,
               std::vector<Problem>& problems);

// Puts one "section.key" setting into a draft, paths of files made relative to the file that names
// them.
void put(Draft& draft, const std::string& key, const Node& node);

// The same of a variant or the command line, over what a scenario says: parameters of a model that
// is replaced become meaningless, not wrong.
void put_over(Draft& draft, const std::string& key, const Node& node);

// All that a `set` says, taken apart, over what the draft says.
void put_set(Draft& draft, const Node::Table& set);

// What `--set` says, over what the files say.
void put_settings(Draft& draft, const Overrides& overrides, std::vector<Problem>& problems);

// Marks the settings of a slot as inherited where `key` chooses its model.
void mark_replaced(Draft& draft, const std::string& key);

}  // namespace swadaya
