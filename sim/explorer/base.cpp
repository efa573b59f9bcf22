#include "sim/explorer/base.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/world/draw.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

namespace {

std::string text_in(const Node& table, const char* key) {
  const Node* node = table.find(key);
  return node && node->text() ? *node->text() : "";
}

Preset preset_of(const Node& variant) {
  Preset preset{
      text_in(variant, "name"), text_in(variant, "title"), text_in(variant, "title_id"), {}, {}};
  if (const Node* set = variant.find("set"); set && set->table())
    preset.set = flattened(*set->table());
  if (const Node* cost = variant.find("cost"); cost && cost->table())
    for (const auto& [key, price] : *cost->table())
      preset.set.emplace_back(parameter_of_cost(key), price);
  if (const Node* events = variant.find("event"); events && events->list())
    preset.events = *events->list();
  return preset;
}

// The scenario file that an experiment is made of, where it says nothing of the scenario itself.
std::string scenario_file_of(const Draft& draft, const std::string& file) {
  if (!draft.is_experiment) return file;
  const bool adds = std::any_of(draft.settings.begin(), draft.settings.end(),
                                [](const auto& entry) { return !entry.second.inherited; });
  for (const auto& [key, node] : draft.experiment)
    if (key == "base" && node.text() && !adds)
      return (std::filesystem::path{file}.parent_path() / *node.text()).lexically_normal().string();
  return "";
}

// The design of the draft, where a person may choose one by one what it combines; else nullptr.
const Design* design_with_choices(const Draft& draft) {
  const Design* design = design_of(draft);
  return design && design->choices ? design : nullptr;
}

std::string whole_path(const std::filesystem::path& path) {
  return std::filesystem::absolute(path).lexically_normal().string();
}

// The file of draws that worlds would take, a whole path; "" where there is none.
std::string posterior_of(const Draft& draft) {
  for (const auto& [key, node] : draft.experiment) {
    if (key != "posterior" || !node.text() || node.text()->empty()) continue;
    if (*node.text() == Posterior::none) return "";
    const std::filesystem::path folder =
        node.file ? std::filesystem::path{*node.file}.parent_path() : std::filesystem::path{};
    return whole_path(folder / *node.text());
  }
  return "";
}

// What the file says of how it is run, and no package has: where it begins or is kept, a design.
std::vector<std::string> not_run_of(const Draft& draft) {
  std::vector<std::string> keys;
  for (const auto& [key, node] : draft.experiment)
    if (key == "from" || key == "checkpoint" || key == "design") keys.push_back(key);
  for (const auto& [table, node] : draft.designs) keys.push_back("[" + table + "]");
  return keys;
}

// Variants that a person chose; the points of a design are none.
void keep_presets(Draft& draft) {
  if (const Design* design = design_with_choices(draft)) {
    draft.variants.clear();
    const Node* choices = draft.design(design->table.name)->find(design->choices);
    if (choices && choices->list()) draft.variants = *choices->list();
  }
  const bool is_resolved = std::any_of(draft.experiment.begin(), draft.experiment.end(),
                                       [](const auto& entry) { return entry.first == "design"; });
  if (is_resolved) draft.variants.clear();
  // The explorer begins at the start, and with the values that the file says.
  std::set<std::string> dropped{"from", "checkpoint", "posterior"};
  if (!draft.designs.empty() || is_resolved) dropped.insert({"baseline", "design", "parameters"});
  std::erase_if(draft.experiment, [&](const auto& entry) { return dropped.contains(entry.first); });
  draft.designs.clear();
  draft.extended.clear();
}

// That they are in order: else the page would offer what can't be run.
void check_choices(Draft draft, const Catalogue& catalogue, std::vector<Problem>& problems) {
  const Design* design = design_with_choices(draft);
  if (!design) return;
  Experiment experiment;
  design->expand(draft, experiment, catalogue, experiment.seed, problems);
}

// A page knows no factors, only what they come to.
void set_what_is_scaled(Preset& preset, const Variant& variant) {
  for (const auto& [key, factor] : variant.scales) {
    std::erase_if(preset.set, [&](const auto& entry) { return entry.first == key; });
    preset.set.emplace_back(key, Node{std::get<double>(variant.scenario.values.at(key)), {}, 0, 0});
  }
}

// What variants set after they have parted: an event of the month after that.
void set_after(Preset& preset, int branch_at) {
  if (preset.set.empty()) return;
  Node month, set;
  month.value = branch_at + 1.0;
  set.value = std::move(preset.set);
  preset.set.clear();
  Node event;
  event.value = Node::Table{{"month", month}, {"set", set}};
  preset.events.insert(preset.events.begin(), event);
}

Base base_from(Draft draft, const std::string& file, const Catalogue& catalogue,
               const Overrides& overrides) {
  const bool has_baseline = !design_with_choices(draft);
  Base base;
  base.posterior = posterior_of(draft);
  base.not_run = not_run_of(draft);
  keep_presets(draft);
  base.experiment = experiment_of(draft, file, catalogue, overrides);
  for (const Node& variant : draft.variants) base.presets.push_back(preset_of(variant));
  for (std::size_t v = 0; v < base.presets.size() && v < base.experiment.variants.size(); ++v)
    set_what_is_scaled(base.presets[v], base.experiment.variants[v]);
  if (base.experiment.branch_at)
    for (Preset& preset : base.presets) set_after(preset, *base.experiment.branch_at);
  if (has_baseline && !base.presets.empty())
    base.baseline_preset = base.experiment.variants[base.experiment.baseline].name;
  base.scenario_file = scenario_file_of(draft, file);
  base.draft = std::move(draft);
  base.draft.variants.clear();
  base.draft.experiment.clear();
  base.draft.is_experiment = false;
  return base;
}

using Named = std::set<std::pair<std::string, std::string>>;  // key and text

// What a scenario says of files, as a saved one says it again.
Named files_named_by(const Base& base) {
  Named named{{"experiment.posterior", base.posterior}};
  if (const std::string& facts = base.experiment.facts.file; !facts.empty())
    named.emplace("experiment.facts", whole_path(facts));
  for (const auto& [key, value] : base.scenario().values) {
    if (!names_a_file(key)) continue;
    const auto* text = std::get_if<std::string>(&value);
    if (!text)
      named.emplace(key, "files");  // world.from; which files, the other keys say
    else if (!text->empty())
      named.emplace(key, is_file_setting(key) ? whole_path(*text) : *text);
  }
  return named;
}

void refuse_files(const Draft& draft, const std::string& sent, const Named& known,
                  std::vector<Problem>& problems) {
  const auto check = [&](const std::string& key, const Node& node) {
    const bool empty = node.text() && (node.text()->empty() || *node.text() == "figures");
    const bool is_known = node.text() && known.contains({key, *node.text()});
    if (names_a_file(key) && !empty && !is_known && node.file && *node.file == sent)
      problems.push_back(problem_at(node, key, "can't name a file of this machine",
                                    "open the scenario with `swadaya explore FILE`"));
  };
  for (const auto& [key, setting] : draft.settings) check(key, setting.node);
  for (const auto& [key, node] : draft.experiment) check("experiment." + key, node);
  for (const Node& variant : draft.variants)
    for (const auto& [key, node] : preset_of(variant).set) check(key, node);
}

}  // namespace

bool names_a_file(const std::string& key) {
  return key == "world.from" || key == "experiment.from" || key == "experiment.posterior" ||
         key == "experiment.facts" || key == "world.households" || key == "world.columns" ||
         key == "network.edges" || key == "network.columns" || key == "world.outlines";
}

Base default_base(const Catalogue& catalogue) {
  Draft draft;
  draft.design_tables = design_tables();
  return base_from(std::move(draft), "scenario.toml", catalogue, {});
}

Base base_of_file(const std::string& file, const Catalogue& catalogue, const Overrides& overrides) {
  std::vector<Problem> problems;
  Draft draft = draft_of(file, design_tables(), problems);
  check_choices(draft, catalogue, problems);
  check_others(draft, catalogue, problems);
  put_settings(draft, overrides, problems);
  if (!problems.empty()) throw BadInput{problems};
  Base base = base_from(std::move(draft), file, catalogue, overrides);
  base.file = file;
  return base;
}

Base base_of(const SentText& sent, const Catalogue& catalogue, const Base* opened) {
  std::vector<Problem> problems;
  Draft draft = draft_of(sent, design_tables(), problems);
  refuse_files(draft, sent.name, opened ? files_named_by(*opened) : Named{}, problems);
  if (!problems.empty()) throw BadInput{problems};
  Base base = base_from(std::move(draft), sent.name, catalogue, {});
  base.scenario_file.clear();
  return base;
}

}  // namespace swadaya
