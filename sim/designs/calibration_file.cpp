#include "sim/designs/calibration_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>

#include "sim/designs/axes.hpp"
#include "sim/designs/calibration.hpp"
#include "sim/designs/targets.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/prior_table.hpp"

namespace swadaya {

namespace {

const std::string& section() { return calibration_design().table.name; }

std::string beside(const Node& node) {
  const std::filesystem::path path{*node.text()};
  if (path.is_absolute() || !node.file) return path.string();
  return (std::filesystem::path{*node.file}.parent_path() / path).lexically_normal().string();
}

class Expansion {
 public:
  Expansion(Draft& draft, const Catalogue& catalogue, std::vector<Problem>& problems)
      : draft_{draft},
        catalogue_{catalogue},
        problems_{problems},
        table_{*draft.design(section())},
        keys_{table_, calibration_design().table, section(), problems} {}

  Node::Table expanded() {
    Node::Table all;
    for (const char* key : {"points", "particles", "least_accepted", "draws", "check"}) {
      const Node* node = keys_.said(key);
      all.emplace_back(key, node_with(node ? *node : table_, keys_.number(key)));
    }
    all.emplace_back("priors", node_with(table_, priors()));
    take_facts();
    take_observed();
    take_targets();
    if (targets_.empty())
      keys_.report("target", "there is nothing to be held against",
                   "say `facts` and `fit`, `observed`, or [[calibration.target]]");
    all.emplace_back("target", node_with(table_, std::move(targets_)));
    return all;
  }

 private:
  Node::Table priors() {
    Node::Table all;
    const Node* node = keys_.find("priors");
    const Node::Table entries = node ? prior_entries(*node->table()) : Node::Table{};
    if (entries.empty())
      keys_.report("priors", "there is no parameter to calibrate",
                   "say which under [calibration.priors]");
    for (const auto& [key, entry] : entries) {
      const ParameterInfo* info = parameter_of(draft_, catalogue_, key);
      if (!info)
        keys_.report(entry, "priors." + key, "there is no such parameter here", nearest(key));
      else if (info->kind != Kind::number)
        keys_.report(entry, "priors." + key, "isn't a number: a calibration moves numbers");
      else
        all.emplace_back(key,
                         node_with(entry, table_of(read_prior(key, entry, info->range,
                                                              section() + ".priors", problems_),
                                                   entry)));
    }
    return all;
  }

  template <class Read>
  void collect(const Read& read) {
    try {
      read();
    } catch (const BadInput& bad) {
      problems_.insert(problems_.end(), bad.problems().begin(), bad.problems().end());
    }
  }

  std::string nearest(const std::string& key) const {
    std::vector<std::string> known;
    for (const auto& [common, infos] : common_sections())
      for (const ParameterInfo& info : *infos) known.push_back(common + "." + info.name);
    for (const ModelInfo& model : catalogue_.models())
      for (const ParameterInfo& info : model.parameters)
        known.push_back(std::string{name_of(model.slot)} + "." + info.name);
    std::erase_if(known,
                  [&](const std::string& k) { return !parameter_of(draft_, catalogue_, k); });
    return did_you_mean(key, known);
  }

  void take_facts() {
    const Node* file = keys_.find("facts");
    std::vector<Pattern> facts;
    if (file) collect([&] { facts = read_patterns(beside(*file)); });
    for (const char* key : {"fit", "hold_out"}) {
      const Node* names = keys_.said(key);
      if (!names) continue;
      if (!keys_.said("facts"))
        keys_.report(*names, key, "names facts; `facts` must say their file");
      for (const Node& name : keys_.list(key))
        if (name.text()) take_fact(facts, name, key);
    }
  }

  // "S1", or "S1 @12" of a fact about several months.
  void take_fact(const std::vector<Pattern>& facts, const Node& name, const std::string& key) {
    std::vector<const Pattern*> found;
    std::vector<std::string> known;
    for (const Pattern& fact : facts) {
      const std::string with_month = fmt::format("{} @{}", fact.id, fact.quantity.month);
      known.push_back(fact.id);
      known.push_back(with_month);
      if (fact.id == *name.text() || with_month == *name.text()) found.push_back(&fact);
    }
    if (found.empty() && !facts.empty())
      keys_.report(name, key, "there is no such fact", nearest_of(*name.text(), known));
    for (const Pattern* fact : found) {
      if (!fact->not_measured.empty())
        return keys_.report(name, key, "isn't measured: " + fact->not_measured);
      if (!fact->counts())
        return keys_.report(name, key, "is true by construction, and says nothing of values");
      Node::Table target =
          *target_of(*fact, fact->is_changed() ? variant_of(*fact, name) : "", name).table();
      // A fact about several months counts as one.
      const auto months = static_cast<double>(found.size());
      target.emplace_back("weight", node_with(name, fact->weight / months));
      if (key == "hold_out") target.emplace_back("held_out", node_with(name, true));
      targets_.push_back(node_with(name, std::move(target)));
    }
  }

  // The name of the variant that a fact's changes make, added where it isn't there yet.
  std::string variant_of(const Pattern& fact, const Node& place) {
    const std::string changes = changes_of(fact);
    std::string name;
    if (const auto at = variants_.find(changes); at != variants_.end()) return at->second;
    for (const char c : fact.id)
      name += c >= 'A' && c <= 'Z'            ? static_cast<char>(c - 'A' + 'a')
              : is_valid_name(std::string{c}) ? c
                                              : '-';
    if (draft_.variants.empty())
      draft_.variants.push_back(
          node_with(place, Node::Table{{"name", node_with(place, std::string{"as-it-is"})},
                                       {"title", node_with(place, std::string{"As it is"})}}));
    // What the baseline sets itself, and the changes over it.
    Node::Table variant = *baseline().table(), set;
    if (const Node* own = baseline().find("set"); own && own->table())
      set = flattened(*own->table());
    for (const auto& [key, node] : fact.set) {
      std::erase_if(set, [&](const auto& entry) { return entry.first == key; });
      set.emplace_back(key, node);
    }
    std::erase_if(variant, [](const auto& entry) {
      return entry.first == "name" || entry.first == "title" || entry.first == "set";
    });
    variant.emplace_back("name", node_with(place, name));
    variant.emplace_back("title", node_with(place, fact.statement));
    variant.emplace_back("set", node_with(place, std::move(set)));
    if (!fact.scale.empty()) variant.emplace_back("scale", node_with(place, fact.scale));
    if (!fact.events.empty()) {
      std::erase_if(variant, [](const auto& entry) { return entry.first == "event"; });
      Node::List events;
      if (const Node* own = baseline().find("event"); own && own->list()) events = *own->list();
      events.insert(events.end(), fact.events.begin(), fact.events.end());
      variant.emplace_back("event", node_with(place, std::move(events)));
    }
    draft_.variants.push_back(node_with(place, std::move(variant)));
    return variants_[changes] = name;
  }

  const Node& baseline() const {
    for (const auto& [key, node] : draft_.experiment)
      for (const Node& variant : draft_.variants)
        if (const Node* name = variant.find("name"); key == "baseline" && node.text() && name &&
                                                     name->text() && *name->text() == *node.text())
          return variant;
    return draft_.variants.front();
  }

  void take_observed() {
    for (const Node& file : keys_.list("observed"))
      if (file.text())
        collect([&] {
          for (Node& target : targets_in(beside(file))) targets_.push_back(std::move(target));
        });
  }

  void take_targets() {
    if (const Node* list = keys_.find("target"))
      for (const Node& entry : *list->list()) targets_.push_back(with_id(entry));
  }

  Draft& draft_;
  const Catalogue& catalogue_;
  std::vector<Problem>& problems_;
  const Node table_;
  Keys keys_;
  Node::List targets_;
  std::map<std::string, std::string> variants_;  // names, by what they change
};

const Node* found(const Node::Table& table, const std::string& key) {
  for (const auto& [name, node] : table)
    if (name == key) return &node;
  return nullptr;
}

Calibration read_calibration(const Experiment& experiment, std::vector<Problem>& problems) {
  Calibration c;
  const auto number = [&](const char* key) {
    const Node* node = found(experiment.search, key);
    return node && node->number() ? *node->number() : 0;
  };
  c.abc.runs = static_cast<std::size_t>(number("points"));
  c.abc.particles = static_cast<std::size_t>(number("particles"));
  c.abc.least_accepted = number("least_accepted");
  c.abc.seed = experiment.seed;
  c.draws = static_cast<std::size_t>(number("draws"));
  c.check = static_cast<std::size_t>(number("check"));
  if (const Node* priors = found(experiment.search, "priors"); priors && priors->table())
    for (const auto& [key, node] : *priors->table())
      c.priors.push_back(
          read_prior(key, node, {-unbounded, unbounded}, section() + ".priors", problems));
  if (const Node* targets = found(experiment.search, "target"); targets && targets->list())
    for (const Node& node : *targets->list())
      c.targets.push_back(read_target(node, experiment, problems));
  return c;
}

}  // namespace

const Design& calibration_design() {
  static const Design design{
      .table =
          {"calibration",
           "which parameters give what was observed",
           {whole_key("points", {20, 1e5}, 2000,
                      "at most, of the parameters; each runs in every fitted variant and world"),
            whole_key("particles", {10, 1e4}, 200, "that are kept"),
            number_key("least_accepted", {0, 1}, 0.02,
                       "share of a generation; fewer end the search before all points are used"),
            whole_key("draws", {2, 1e4}, 50, "of prior and posterior, for predictions"),
            whole_key("check", {0, 1e4}, 100,
                      "of its points that take the place of the truth, to see whether it finds "
                      "them again; 0: none"),
            text_key("facts", "a file of stylised facts, for `fit` and `hold_out`"),
            key_of(KeyKind::texts, "fit", "facts that are fitted: \"S1\", \"S2 @144\""),
            key_of(KeyKind::texts, "hold_out", "facts that are told and not fitted"),
            key_of(
                KeyKind::texts, "observed",
                "CSV: outcome, month, value or low and high; sd, wards, site, weight, variant, held_out"),
            key_of(KeyKind::moved, "priors",
                   "by parameter \"range\" or a table such as { low = 0, high = 1 }", prior_keys),
            key_of(KeyKind::tables, "target", "what was observed", target_keys)}},
      .names = {"calibration"},
      .command = "calibrate",
      .does =
          "Finds which values of unknown parameters give what was observed, and which stay "
          "unknown",
      .example = "scenarios/lenteng-agung/calibration.toml",
      .called = "a calibration",
      .expand = expand_calibration,
      .check = check_calibration,
      .search = calibration_search,
      .takes_posterior = false,
      .check_key = "check"};
  return design;
}

void expand_calibration(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                        std::uint64_t, std::vector<Problem>& problems) {
  experiment.search = Expansion{draft, catalogue, problems}.expanded();
}

void check_calibration(const Draft&, Keys& of_experiment, Experiment& experiment, const Catalogue&,
                       std::vector<Problem>& problems) {
  const std::size_t before = problems.size();
  if (experiment.search.empty())
    return of_experiment.report("design", "needs a [" + section() + "]");
  if (!experiment.posterior.file.empty())
    problems.push_back({experiment.posterior.file, 0, 0, "experiment.posterior", "",
                        "a calibration begins with priors, not with a posterior", ""});
  const Calibration c = read_calibration(experiment, problems);
  const Node* targets = found(experiment.search, "target");
  if (problems.size() == before && targets &&
      std::all_of(c.targets.begin(), c.targets.end(),
                  [](const Target& t) { return t.is_held_out; }))
    problems.push_back(
        problem_at(*targets, section() + ".target", "are all held out: nothing is left to fit to"));
}

Calibration calibration_of(const Experiment& experiment) {
  std::vector<Problem> problems;
  Calibration c = read_calibration(experiment, problems);
  if (!problems.empty()) throw BadInput{problems};
  return c;
}

}  // namespace swadaya
