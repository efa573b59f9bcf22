#include "sim/scenario/bundles.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// Names of the bundles in these folders, without `.toml`.
std::vector<std::string> names_in(const std::vector<std::string>& folders) {
  std::vector<std::string> names;
  for (const std::string& folder : folders) {
    std::error_code unreadable;
    for (const auto& entry : fs::directory_iterator{folder, unreadable})
      if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

// The model that a draft chooses for the slot; nullptr where there is none of this name.
const ModelInfo* chosen_model(const Draft& draft, Slot slot, const Catalogue& catalogue) {
  const auto at = draft.settings.find("models." + std::string{name_of(slot)});
  if (at == draft.settings.end()) return &catalogue.default_of(slot);
  const std::string* name = at->second.node.text();
  return name ? catalogue.find(slot, *name) : nullptr;
}

bool declares(const ModelInfo& model, const std::string& parameter) {
  return std::any_of(model.parameters.begin(), model.parameters.end(),
                     [&](const ParameterInfo& p) { return p.name == parameter; });
}

// The model chosen, where the key is a parameter of another one of its slot.
std::optional<std::string> chosen_instead(const Draft& draft, const std::string& key,
                                          const Catalogue& catalogue) {
  const std::string section = key.substr(0, key.find('.'));
  const auto at = std::find(slot_names.begin(), slot_names.end(), section);
  if (at == slot_names.end() || section.size() == key.size()) return std::nullopt;
  const std::string parameter = key.substr(section.size() + 1);
  const auto slot = static_cast<Slot>(at - slot_names.begin());
  const ModelInfo* chosen = chosen_model(draft, slot, catalogue);
  if (!chosen || declares(*chosen, parameter)) return std::nullopt;
  for (const ModelInfo& model : catalogue.models())
    if (model.slot == slot && declares(model, parameter)) return chosen->name;
  return std::nullopt;
}

// Notes each key once.
void note(Variant& variant, const Draft& draft, const std::string& key, std::string model) {
  const LeftOut one{key, std::move(model), draft.levers.contains(key)};
  if (std::find(variant.left_out.begin(), variant.left_out.end(), one) == variant.left_out.end())
    variant.left_out.push_back(one);
}

// An event without what has no meaning; none where nothing is left of it.
std::optional<Node> meaningful(Node event, const Draft& draft, Variant& variant,
                               const Catalogue& catalogue) {
  if (!event.table()) return event;
  std::size_t before = 0, left = 0;
  for (auto& [name, node] : std::get<Node::Table>(event.value)) {
    if ((name != "set" && name != "scale") || !node.table()) continue;
    Node::Table all = flattened(*node.table());
    before += all.size();
    std::erase_if(all, [&](const auto& entry) {
      auto model = chosen_instead(draft, entry.first, catalogue);
      if (model) note(variant, draft, entry.first, std::move(*model));
      return model.has_value();
    });
    left += all.size();
    node.value = std::move(all);
  }
  if (left == 0 && before > 0) return std::nullopt;
  return event;
}

}  // namespace

std::vector<std::string> bundle_folders(const std::string& scenario, const std::string& program) {
  std::vector<std::string> folders;
  fs::path place = fs::weakly_canonical(fs::absolute(scenario)).parent_path();
  while (true) {
    folders.push_back((place / "bundles").string());
    folders.push_back((place / "scenarios" / "bundles").string());
    if (place == place.parent_path()) break;
    place = place.parent_path();
  }
  for (const char* from : {"../../scenarios", "../share/swadaya/scenarios"})
    folders.push_back((fs::path{program} / from / "bundles").lexically_normal().string());
  return folders;
}

std::string bundle_file(const std::string& name, const std::vector<std::string>& folders) {
  const fs::path path{name};
  if (path.extension() == ".toml" && fs::is_regular_file(path)) return name;
  std::string stem = name;
  if (!path.has_parent_path()) {
    if (path.extension() == ".toml") stem = path.stem().string();
    for (const std::string& folder : folders)
      if (const fs::path file = fs::path{folder} / (stem + ".toml"); fs::is_regular_file(file))
        return file.string();
  }
  const std::vector<std::string> names = names_in(folders);
  const std::string others =
      names.empty() ? "" : fmt::format("there are: {}", fmt::join(names, ", "));
  throw BadInput{
      Problem{"--bundle", 0, 0, "", name,
              path.has_parent_path() ? "there is no such .toml file" : "there is no such bundle",
              did_you_mean(path.stem().string(), names, others)}};
}

Draft bundle_draft(const std::string& file, const std::vector<std::string>& design_tables,
                   std::vector<Problem>& problems) {
  Draft draft = draft_of(file, design_tables, problems);
  if (draft.is_experiment)
    problems.push_back({file, 0, 0, "", "", "is an experiment; a bundle is a scenario",
                        "leave out [experiment] and [[variant]]"});
  return draft;
}

void put_bundle(Draft& draft, const Draft& bundle) {
  draft.under_bundle = true;
  for (const auto& [key, setting] : bundle.settings) mark_replaced(draft, key);
  for (const auto& [key, setting] : bundle.settings)
    if (!key.starts_with("scenario.")) draft.settings[key] = setting;
  draft.events.insert(draft.events.end(), bundle.events.begin(), bundle.events.end());
}

void add_levers(std::set<std::string>& levers, const Node& set) {
  if (!set.table()) return;
  for (const auto& [key, node] : flattened(*set.table()))
    if (!key.starts_with("scenario.")) levers.insert(key);
}

void add_levers_of_event(std::set<std::string>& levers, const Node& event) {
  for (const char* const part : {"set", "scale"})
    if (const Node* changed = event.find(part)) add_levers(levers, *changed);
}

void put_levers(Draft& draft, const Draft& own, const Draft& base) {
  std::map<std::string, Setting> differing;
  for (const auto& [key, setting] : own.settings) {
    const auto at = base.settings.find(key);
    const bool same =
        at != base.settings.end() && text_of(at->second.node) == text_of(setting.node);
    if (!same && !key.starts_with("scenario.")) differing[key] = setting;
  }
  for (const auto& [key, setting] : differing) mark_replaced(draft, key);
  for (const auto& [key, setting] : differing) {
    draft.settings[key] = setting;
    draft.levers.insert(key);
  }
  for (const Node& event : own.events) {
    const bool of_base = std::any_of(
        base.events.begin(), base.events.end(),
        [&](const Node& other) { return *other.file == *event.file && other.line == event.line; });
    if (!of_base) add_levers_of_event(draft.levers, event);
  }
}

void leave_out(Variant& variant, Draft& draft, const Catalogue& catalogue) {
  for (auto at = draft.settings.begin(); at != draft.settings.end();) {
    auto model = chosen_instead(draft, at->first, catalogue);
    if (model && !at->second.inherited) note(variant, draft, at->first, std::move(*model));
    at = model ? draft.settings.erase(at) : std::next(at);
  }
  std::vector<Node> events;
  for (const Node& event : draft.events)
    if (auto kept = meaningful(event, draft, variant, catalogue))
      events.push_back(std::move(*kept));
  draft.events = std::move(events);
  const auto lost = std::count_if(variant.left_out.begin(), variant.left_out.end(),
                                  [](const LeftOut& one) { return one.is_lever; });
  variant.has_lever = draft.levers.empty() || static_cast<std::size_t>(lost) < draft.levers.size();
}

}  // namespace swadaya
