#include "sim/designs/experiment.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <set>

#include "sim/designs/designs.hpp"
#include "sim/designs/experiment_keys.hpp"
#include "sim/designs/parameter_draws.hpp"
#include "sim/jobs/checkpoint_rules.hpp"
#include "sim/scenario/branch.hpp"
#include "sim/scenario/bundles.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/key_info.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/resolve.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// experiment.toml of a folder is named after the folder.
std::string default_name(const std::string& file) {
  const fs::path path{file};
  const std::string stem = path.stem().string();
  const std::string folder = fs::absolute(path).parent_path().filename().string();
  const std::string name = as_name(stem == "experiment" && !folder.empty() ? folder : stem);
  return name.empty() ? "scenario" : name;
}

// Files are reported together: each adds its problems, and only then is anything thrown.
template <class Read>
void collect(std::vector<Problem>& problems, Read read) {
  try {
    read();
  } catch (const BadInput& bad) {
    problems.insert(problems.end(), bad.problems().begin(), bad.problems().end());
  }
}

// `bundle`: that is put over the files, or empty.
void finish(Experiment& experiment, const Catalogue& catalogue, const Overrides& overrides,
            const Draft& bundle, std::vector<Problem>& problems) {
  if (overrides.replicates) experiment.replicates = *overrides.replicates;
  if (overrides.seed) experiment.seed = *overrides.seed;
  if (experiment.outcomes.empty()) experiment.outcomes = outcomes_shown_by_default();
  if (experiment.variants.empty()) throw BadInput{problems};
  take_checkpoint(experiment, overrides, problems);
  const int months = experiment.variants[0].scenario.months;
  for (const Variant& variant : experiment.variants)
    if (variant.scenario.months != months)
      problems.push_back({"", 0, 0, "time.months", fmt::format("{}", variant.scenario.months),
                          fmt::format("variant `{}` must run as long as `{}`, {} months",
                                      variant.name, experiment.variants[0].name, months),
                          ""});
  const Variant& base = experiment.variants[experiment.baseline];
  const Values& values = base.scenario.values;
  for (Variant& variant : experiment.variants)
    for (const auto& [key, value] : variant.scenario.values)
      if (const auto at = values.find(key); at == values.end() || at->second != value)
        if (!variant.scales.contains(key) && !base.scales.contains(key)) variant.sets.insert(key);
  if (problems.empty())
    collect(problems, [&] {
      take_draws(experiment, overrides.posterior, held_still(overrides, bundle),
                 parameters_of(experiment, catalogue));
    });
  std::erase_if(experiment.months_shown, [&](int month) { return month > months; });
  if (experiment.months_shown.empty()) {
    if (months > 36) experiment.months_shown.push_back(36);
    experiment.months_shown.push_back(months);
  }
  if (!problems.empty()) throw BadInput{problems};
}

std::map<std::string, double> scales_of(const Draft& draft) {
  std::map<std::string, double> scales;
  for (const auto& [key, factor] : draft.scales)
    if (factor.number()) scales[key] = *factor.number();
  return scales;
}

Variant variant_of(const std::string& file, Draft draft, const Catalogue& catalogue,
                   const Overrides& overrides, std::vector<Problem>& problems) {
  put_settings(draft, overrides, problems);
  Variant variant;
  if (draft.under_bundle) leave_out(variant, draft, catalogue);
  variant.scenario = resolved(draft, default_name(file), catalogue, problems);
  variant.scales = scales_of(draft);
  variant.name = variant.scenario.name;
  variant.title = variant.scenario.title, variant.title_id = variant.scenario.title_id;
  return variant;
}

std::optional<Branch> read_branch(const Keys& keys, Experiment& experiment,
                                  const Overrides& overrides, std::vector<Problem>& problems) {
  if (!keys.said("branch_at")) return std::nullopt;
  experiment.branch_at = keys.whole<int>("branch_at");
  return Branch{*experiment.branch_at, overrides, problems};
}

// The design's table becomes variants, which may depend on the experiment's seed.
Draft with_points(Draft draft, Experiment& experiment, const Catalogue& catalogue,
                  const Overrides& overrides, std::vector<Problem>& problems) {
  const Design* design = design_of(draft);
  draft.extended.clear();  // checked
  if (!design || !design->expand) return draft;
  put_settings(draft, overrides, problems);  // which models there are
  experiment.design = design->names.front();
  design->expand(draft, experiment, catalogue, overrides.seed.value_or(experiment.seed), problems);
  return draft;
}

// What all variants of a file are read with.
struct VariantReader {
  const Draft& shared;
  const Catalogue& catalogue;
  const Overrides& overrides;
  std::vector<Problem>& problems;
  std::optional<Branch> branch;
  std::set<std::string> names{};

  Variant read(const Node& table) {
    Variant variant;
    Draft own = shared;
    Keys entry{table, variant_keys(), "variant", problems};
    variant.name = entry.text("name"), variant.title = entry.text("title");
    variant.title_id = entry.text("title_id");
    if (entry.find("name") && !names.insert(variant.name).second)
      entry.report("name", "two variants have this name");
    if (const Node* set = entry.find("set")) take_set(variant, own, *set);
    if (const Node* cost = entry.find("cost")) take_cost(entry, variant, own, *cost);
    if (const Node* scale = entry.find("scale")) take_scale(entry, own, *scale);
    if (const Node* events = entry.find("event")) take_events(own, *events->list());
    put_settings(own, overrides, problems);
    if (own.under_bundle) leave_out(variant, own, catalogue);
    variant.scenario = resolved(own, variant.name, catalogue, problems);
    variant.scales = scales_of(own);
    return variant;
  }

  void take_set(Variant& variant, Draft& own, const Node& set) {
    branch ? branch->put_set(own, set) : put_set(own, flattened(*set.table()));
    add_levers(own.levers, set);
    if (!branch) variant.sets = own.levers;  // else an event sets them
  }

  // A price is three settings of [costs].
  void take_cost(Keys& entry, Variant& variant, Draft& own, const Node& cost) {
    const Keys keys{cost, variant_cost_keys(), "variant.cost", problems};
    const Node* set = entry.find("set");
    const Node::Table said = set ? flattened(*set->table()) : Node::Table{};
    Node::Table prices;
    for (const KeyInfo& info : variant_cost_keys().keys) {
      const Node* price = keys.find(info.name);
      if (!price) continue;
      prices.emplace_back(parameter_of_cost(info.name), *price);
      for (const auto& [key, node] : said)
        if (key == prices.back().first)
          entry.report(*price, "cost." + info.name, "`set` says " + key + ", too: which counts?");
    }
    if (keys.find("month") && !keys.said("lump"))
      entry.report(*keys.find("month"), "cost.month", "is when `lump` is paid, and there is none");
    if (const Node* month = keys.find("month"); month && branch && *month->number() <= branch->at())
      entry.report(*month, "cost.month",
                   fmt::format("lies before the variants part after month {}", branch->at()));
    take_set(variant, own, node_with(cost, std::move(prices)));
  }

  void take_scale(Keys& entry, Draft& own, const Node& scale) {
    if (branch) return entry.report("scale", "can't be said of variants that part during the run");
    for (const auto& [key, factor] : flattened(*scale.table()))
      own.scales.insert_or_assign(key, factor);
  }

  void take_events(Draft& own, const Node::List& events) {
    if (branch) branch->check_events(events);
    own.events.insert(own.events.end(), events.begin(), events.end());
    for (const Node& event : events) add_levers_of_event(own.levers, event);
  }
};

void choose_baseline(Keys& keys, const std::string& name, Experiment& experiment,
                     const std::set<std::string>& names) {
  if (name.empty()) return;
  const auto at = std::find_if(experiment.variants.begin(), experiment.variants.end(),
                               [&](const Variant& v) { return v.name == name; });
  if (at == experiment.variants.end())
    keys.report("baseline", "there is no variant of this name",
                nearest_of(name, {names.begin(), names.end()}));
  else
    experiment.baseline = static_cast<std::size_t>(at - experiment.variants.begin());
}

Experiment experiment_of(const std::string& file, const Draft& as_read, const Catalogue& catalogue,
                         const Overrides& overrides, std::vector<Problem>& problems) {
  Experiment experiment;
  experiment.name = default_name(file);
  Keys keys{as_read.experiment, {}, experiment_table(), "experiment", problems};
  read_experiment_keys(keys, experiment);
  experiment.replicates = overrides.replicates.value_or(experiment.replicates);
  read_checkpoint_keys(keys, experiment);
  std::optional<Branch> branch = read_branch(keys, experiment, overrides, problems);
  Draft draft = with_points(as_read, experiment, catalogue, overrides, problems);
  // Each variant begins with a copy of the draft: without the other variants, of which a design may
  // have thousands.
  const std::vector<Node> tables = std::exchange(draft.variants, {});
  VariantReader reader{draft, catalogue, overrides, problems, std::move(branch)};
  for (const Node& table : tables) experiment.variants.push_back(reader.read(table));
  // Without variants the experiment says only how often the scenario runs, and what is shown.
  if (tables.empty())
    experiment.variants.push_back(variant_of(file, draft, catalogue, overrides, problems));
  check_branch(keys, experiment, !tables.empty());
  choose_baseline(keys, keys.text("baseline"), experiment, reader.names);
  if (draft.is_written && !tables.empty() && tables[experiment.baseline].find("scale"))
    keys.report(*tables[experiment.baseline].find("scale"), "variant.scale",
                "can't be said of the baseline: others scale what it sets");
  const Design* design = design_of(draft) ? design_of(draft) : design_of(experiment);
  if (design && !design->is_over_parameters) share_no_draws(keys, experiment);
  if (design && design->check) design->check(draft, keys, experiment, catalogue, problems);
  return experiment;
}

// Variants of one file share its mistakes: each is said once.
void drop_repeated(std::vector<Problem>& problems) {
  std::set<std::string> seen;
  std::erase_if(problems, [&](const Problem& p) { return !seen.insert(text_of(p)).second; });
}

}  // namespace

Experiment read_experiment(const std::vector<std::string>& files, const Catalogue& catalogue,
                           const Overrides& overrides) {
  std::vector<Problem> problems;
  Experiment experiment;
  std::set<std::string> names;
  Draft bundle, first;
  Said said{overrides.seed.has_value(), overrides.replicates.has_value()};
  if (!overrides.bundle.empty())
    collect(problems, [&] { bundle = bundle_draft(overrides.bundle, design_tables(), problems); });
  for (const std::string& file : files)
    collect(problems, [&] {
      Draft draft = draft_of(file, design_tables(), problems);
      draft.needs_files = !overrides.without_files;
      check_others(draft, catalogue, problems);
      const Draft as_written = draft;
      for (const auto& [key, node] : draft.experiment) {
        said.seed = said.seed || key == "seed";
        said.replicates = said.replicates || key == "replicates";
      }
      if (!overrides.bundle.empty()) {
        put_bundle(draft, bundle);
        // Of several scenarios the first is the base: what another says differently is its lever.
        if (&file != &files[0]) put_levers(draft, as_written, first);
      }
      if (&file == &files[0]) first = as_written;
      if (draft.is_experiment && files.size() > 1) {
        problems.push_back({file, 0, 0, "", "",
                            "is an experiment: compare takes one experiment, or several scenarios",
                            ""});
        return;
      }
      if (draft.is_experiment) {
        experiment = experiment_of(file, draft, catalogue, overrides, problems);
        return;
      }
      experiment.variants.push_back(variant_of(file, draft, catalogue, overrides, problems));
      const Variant& variant = experiment.variants.back();
      if (!names.insert(variant.name).second)
        problems.push_back(
            {file, 0, 0, "scenario.name", variant.name, "another file has the same name", ""});
      if (experiment.variants.size() == 1) {
        experiment.name = variant.name;
        experiment.title = variant.title, experiment.title_id = variant.title_id;
        experiment.description = variant.scenario.description;
      } else {
        experiment.name += "-" + variant.name;
        experiment.title.clear(), experiment.title_id.clear();
      }
    });
  drop_repeated(problems);
  if (!problems.empty()) throw BadInput{problems};
  finish(experiment, catalogue, overrides, bundle, problems);
  if (!overrides.without_files || fs::exists(experiment.from))
    go_on_from(experiment, said, catalogue, problems);
  if (!experiment.search.empty() &&
      (experiment.branch_at || experiment.checkpoint || !experiment.from.empty()))
    problems.push_back({"", 0, 0, "experiment.design", experiment.design,
                        "runs from the start: it takes no branch_at, checkpoint or from", ""});
  if (!problems.empty()) throw BadInput{problems};
  return experiment;
}

Experiment experiment_of(const Draft& draft, const std::string& file, const Catalogue& catalogue,
                         const Overrides& overrides) {
  std::vector<Problem> problems;
  Experiment experiment;
  if (draft.is_experiment) {
    experiment = experiment_of(file, draft, catalogue, overrides, problems);
  } else {
    experiment.variants.push_back(variant_of(file, draft, catalogue, overrides, problems));
    experiment.name = experiment.variants[0].name;
    experiment.title = experiment.variants[0].title;
    experiment.title_id = experiment.variants[0].title_id;
    experiment.description = experiment.variants[0].scenario.description;
  }
  drop_repeated(problems);
  if (!problems.empty()) throw BadInput{problems};
  finish(experiment, catalogue, overrides, {}, problems);
  return experiment;
}

Experiment read_experiment(const std::string& file, const Catalogue& catalogue,
                           const Overrides& overrides) {
  return read_experiment(std::vector<std::string>{file}, catalogue, overrides);
}

}  // namespace swadaya
