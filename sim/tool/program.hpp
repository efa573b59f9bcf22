// The command line: its commands, each with its options and what it does.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <utility>
#include <vector>

#include "sim/jobs/plugin.hpp"
#include "sim/jobs/ranks.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/provenance.hpp"

namespace swadaya::tool {

// A command and what it does.
struct Command {
  CLI::App* app;
  std::function<int(Options&)> act;
};

struct Program {
  explicit Program(std::vector<Entry> (*own_models)()) : models{own_models} {}

  std::vector<Entry> (*models)();  // of the program itself
  CLI::App app{
      "Swadaya: what a poverty programme that works through self-help groups gets for its money",
      "swadaya"};
  Options options;
  std::vector<Command> commands;

  // An action that knows the program's models and those of plug-ins.
  template <class Act>
  auto with_models(Act act) const {
    return [act, own = models](Options& o) {
      const Catalogue catalogue = catalogue_with(own(), o.plugins);
      o.ranks->plugins = o.plugins;
      return act(o, catalogue);
    };
  }
  // The same of results folders, whose plug-ins must be named again.
  template <class Act>
  auto with_models_of_folder(Act act) const {
    return [act, with = with_models(act)](Options& o) {
      check_plugins_of(o.files[0], o.plugins);
      return with(o);
    };
  }
  template <class Act>
  void add(CLI::App* command, Act act) {
    commands.push_back({command, with_models(act)});
  }
};

// Commands that read what a run has written: resume, merge, export, report, learn, dossier.
void add_results(Program& p);
// completion and man, which tell of all that was added before and after.
void add_description(Program& p);

}  // namespace swadaya::tool
