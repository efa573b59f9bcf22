#include "sim/scenario/draft.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <utility>

#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/world/draw.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

constexpr const char *title_key = "scenario.title", *title_id_of_it = "scenario.title_id";

std::string beside(const Node& node, const std::string& path) {
  if (!node.file || node.line == 0 || fs::path{path}.is_absolute())
    return path;  // from the command line
  return (fs::path{*node.file}.parent_path() / path).lexically_normal().string();
}

// A column's name that has letters of the text's own in it stands in quotes.
std::string column_text(const std::string& name) {
  if (name.find_first_of(",={}\"") == std::string::npos) return name;
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + "\"";
}

// {column = "q7", yes = 1, missing = [-9, 99]} as "q7{yes=1, missing=-9, missing=99}".
std::string coded_text(const std::string& field, const Node& table) {
  std::string name = field, codes;
  for (const auto& [key, node] : *table.table()) {
    if (key == "column" && node.text()) {
      name = *node.text();
      continue;
    }
    const Node::List alone{node};
    for (const Node& code : node.list() ? *node.list() : alone)
      codes += fmt::format("{}{}={}", codes.empty() ? "" : ", ", key,
                           column_text(code.text() ? *code.text() : text_of(code)));
  }
  return fmt::format("{}{{{}}}", column_text(name), codes);
}

// [world.columns] and [network.columns] are one text: "adopter=adopt, leader=leader".
Node columns_text(const Node& table) {
  std::vector<std::string> parts;
  for (const auto& [field, column] : *table.table())
    parts.push_back(field + "=" +
                    (column.table()  ? coded_text(field, column)
                     : column.text() ? column_text(*column.text())
                                     : text_of(column)));
  std::sort(parts.begin(), parts.end());
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  Node node = table;
  node.value = text;
  return node;
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What a file may have besides settings and designs.
const std::vector<std::string>& not_settings() {
  static const std::vector<std::string> all{"extends", event_keys().name, variant_keys().name,
                                            "experiment"};
  return all;
}

class Reader {
 public:
  Reader(const std::vector<std::string>& design_tables, std::vector<Problem>& problems)
      : design_tables_{design_tables}, known_{not_settings()}, problems_{problems} {
    known_.emplace_back("models");
    for (const KeyTable* table : setting_tables()) known_.push_back(table->name);
    known_.insert(known_.end(), design_tables.begin(), design_tables.end());
    for (const auto& [section, parameters] : common_sections()) known_.push_back(section);
    for (const auto slot : slot_names) known_.emplace_back(slot);
  }

  Draft read(const std::string& file, const Node* named_by) {
    std::error_code no_file;  // a pipe has no place of its own
    const fs::path place = fs::weakly_canonical(file, no_file);
    const std::string canonical = no_file ? file : place.string();
    if (const auto at = std::find(open_.begin(), open_.end(), canonical); at != open_.end()) {
      std::string circle;
      for (auto i = at; i != open_.end(); ++i) circle += fs::path{*i}.filename().string() + " -> ";
      circle += fs::path{canonical}.filename().string();
      problems_.push_back(
          problem_at(*named_by, "extends", "the files extend each other in a circle: " + circle));
      return {};
    }
    if (named_by && !fs::is_regular_file(file)) {
      problems_.push_back(problem_at(*named_by, "extends", "there is no file " + file));
      return {};
    }
    open_.push_back(canonical);
    Draft draft = merged(read_toml(file));
    open_.pop_back();
    return draft;
  }

  Draft read(const SentText& sent) {
    sent_ = &sent;
    return merged(without_designs(toml_of(sent.text, sent.name)));
  }

 private:
  bool is_design(const std::string& table) const { return contains(design_tables_, table); }

  bool is_sent(const Node& node) const { return sent_ && node.file && *node.file == sent_->name; }

  Node without_designs(const Node& root) {
    Node::Table kept;
    for (const auto& [name, node] : *root.table())
      if (is_design(name))
        problems_.push_back(
            problem_at(node, name, "means nothing here", "send a scenario, or variants of one"));
      else
        kept.emplace_back(name, node);
    return node_with(root, std::move(kept));
  }

  // The file that a sent text extends; "" where it may not.
  std::string file_in_folders(const std::string& path) const {
    for (const std::string& folder : sent_->folders) {
      const fs::path inside = fs::weakly_canonical(folder),
                     file = fs::weakly_canonical(inside / path);
      const auto differs = std::mismatch(inside.begin(), inside.end(), file.begin(), file.end());
      if (differs.first == inside.end() && file.extension() == ".toml" && fs::is_regular_file(file))
        return file.string();
    }
    return "";
  }

  Draft merged(const Node& root) {
    Draft draft;
    if (const Node* base = root.find("extends")) extend(draft, *base);
    if (const Node* experiment = root.find("experiment"); experiment && experiment->table())
      if (const Node* base = experiment->find("base")) extend(draft, *base);
    draft.design_tables = design_tables_;
    draft.experiment = std::exchange(draft.inherited, {});
    draft.is_experiment = !draft.experiment.empty();
    draft.variants.clear();
    draft.designs.clear();
    for (const auto& [name, node] : *root.table()) add(draft, name, node);
    if (draft.designs.size() > 1)
      problems_.push_back(problem_at(
          draft.designs.begin()->second, draft.designs.begin()->first,
          "an experiment has one design; here is a [" + draft.designs.rbegin()->first + "], too"));
    return draft;
  }

  void extend(Draft& draft, const Node& names) {
    const Node::List alone{names};
    for (const Node& name : names.list() ? *names.list() : alone) {
      if (!name.text()) {
        problems_.push_back(problem_at(name, "extends", "must be the name of a file in quotes"));
        continue;
      }
      const bool sent = is_sent(name);
      const std::string file = sent ? file_in_folders(*name.text()) : beside(name, *name.text());
      if (sent && file.empty()) {
        problems_.push_back(problem_at(
            name, "extends",
            fmt::format("must be a scenario inside {}", fmt::join(sent_->folders, " or "))));
        continue;
      }
      Draft base = read(file, &name);
      keep_designs(draft, base);
      take_how_it_runs(draft, base);
      if (base.settings.contains(title_key)) draft.settings.erase(title_id_of_it);
      for (auto& [key, setting] : base.settings)
        draft.settings[key] = {std::move(setting.node), true};
      draft.events.insert(draft.events.end(), base.events.begin(), base.events.end());
    }
  }

  // How often, with which dice, and what is shown: nearer files say it last.
  static void take_how_it_runs(Draft& draft, const Draft& base) {
    for (const auto& [key, node] : base.experiment) {
      if (!contains(
              {"replicates", "seed", "outcomes", "months_shown", "posterior", "worlds_per_draw"},
              key))
        continue;
      std::erase_if(draft.inherited, [&](const auto& entry) { return entry.first == key; });
      draft.inherited.emplace_back(key, node);
    }
  }

  // A file that is extended is a scenario only, yet what is wrong with its design is said.
  static void keep_designs(Draft& draft, const Draft& base) {
    draft.extended.insert(draft.extended.end(), base.extended.begin(), base.extended.end());
    if (base.designs.empty()) return;
    draft.extended.push_back(base);
    draft.extended.back().extended.clear();
  }

  void add(Draft& draft, const std::string& name, const Node& node) {
    if (name == "extends") return;
    if (!contains(known_, name)) {
      const std::string nearest = nearest_name(name, known_);
      problems_.push_back(problem_at(node, name, "there is no such table",
                                     nearest.empty() ? "" : "did you mean [" + nearest + "]?"));
    } else if (name == "event" || name == "variant") {
      if (!node.list() || !std::all_of(node.list()->begin(), node.list()->end(),
                                       [](const Node& n) { return n.table(); }))
        problems_.push_back(problem_at(node, name, "must be written [[" + name + "]]"));
      else
        for (const Node& entry : *node.list())
          (name == "event" ? draft.events : draft.variants).push_back(entry);
      if (name == "variant") draft.is_experiment = true;
    } else if (!node.table()) {
      problems_.push_back(problem_at(node, name, "must be a table, written [" + name + "]"));
    } else if (is_design(name)) {
      draft.designs[name] = node;
      draft.is_experiment = true;
    } else if (draft.is_settings_table(name)) {
      for (const auto& [key, value] : *node.table()) put(draft, name + "." + key, value);
    } else {
      draft.is_experiment = true;
      for (const auto& [key, value] : *node.table()) {
        std::erase_if(draft.experiment, [&](const auto& entry) { return entry.first == key; });
        draft.experiment.emplace_back(key, value);
      }
    }
  }

  const std::vector<std::string>& design_tables_;
  std::vector<std::string> known_;  // all tables
  std::vector<Problem>& problems_;
  std::vector<std::string> open_;  // files being read, outermost first
  const SentText* sent_ = nullptr;
};

}  // namespace

bool Draft::is_settings_table(const std::string& name) const {
  return !contains(not_settings(), name) && !contains(design_tables, name);
}

const Node* Draft::design(const std::string& table) const {
  const auto at = designs.find(table);
  return at == designs.end() ? nullptr : &at->second;
}

void put(Draft& draft, const std::string& key, const Node& node) {
  Node value = node;
  if ((key == "world.columns" || key == "network.columns") && node.table())
    value = columns_text(node);
  const bool names_file = is_file_setting(key) && node.text();
  if (names_file && !node.text()->empty()) value.value = beside(node, *node.text());
  // A file's own title is another than what the inherited one was in Indonesian.
  if (const auto at = draft.settings.find(title_id_of_it);
      key == title_key && at != draft.settings.end() && at->second.inherited)
    draft.settings.erase(at);
  draft.settings[key] = {std::move(value), false};
}

void mark_replaced(Draft& draft, const std::string& key) {
  if (!key.starts_with("models.")) return;
  const std::string slot = key.substr(7) + ".";
  for (auto& [name, setting] : draft.settings)
    if (name.starts_with(slot)) setting.inherited = true;
}

void put_over(Draft& draft, const std::string& key, const Node& node) {
  mark_replaced(draft, key);
  if (key == title_key) draft.settings.erase(title_id_of_it);
  put(draft, key, node);
}

void put_set(Draft& draft, const Node::Table& set) {
  for (const bool models : {true, false})  // a set's own parameters are of the models it chooses
    for (const auto& [key, node] : set)
      if (key.starts_with("models.") == models) put_over(draft, key, node);
  for (const auto& [key, node] : set)
    if (key == title_id_of_it) put_over(draft, key, node);  // whichever of the two came first
}

void put_settings(Draft& draft, const Overrides& overrides, std::vector<Problem>& problems) {
  for (const std::string& set : overrides.set) {
    const auto equals = set.find('=');
    if (equals == std::string::npos || set.find('.') > equals) {
      problems.push_back({"--set", 0, 0, "", set, "must be written section.key=value", ""});
      continue;
    }
    put_over(draft, set.substr(0, equals), toml_value(set.substr(equals + 1), "--set"));
  }
  for (const auto& [key, factor] : overrides.scale) draft.scales.insert_or_assign(key, factor);
}

Draft draft_of(const std::string& file, const std::vector<std::string>& design_tables,
               std::vector<Problem>& problems) {
  return Reader{design_tables, problems}.read(file, nullptr);
}

Draft draft_of(const SentText& sent, const std::vector<std::string>& design_tables,
               std::vector<Problem>& problems) {
  return Reader{design_tables, problems}.read(sent);
}

}  // namespace swadaya
