#include "sim/designs/package_search.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <utility>

#include "sim/base/error.hpp"
#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/designs/optimisation_file.hpp"
#include "sim/scenario/draft.hpp"
#include "sim/scenario/file_keys.hpp"
#include "sim/scenario/levers.hpp"

namespace swadaya {

namespace {

constexpr double worlds = 12;  // that mixes are tried in, as the shipped search has it

Draft draft_in(const std::string& file) {
  std::vector<Problem> problems;
  Draft draft = draft_of(file, design_tables(), problems);
  if (!problems.empty()) throw BadInput{problems};
  return draft;
}

// A [[variant]] that may become a lever.
struct Package {
  std::size_t place = 0;  // among the variants
  const Node* table = nullptr;
  std::string title{};
  Node::Table set{};
  OtherCost other{};  // what it costs beside its activities
};

std::string text_in(const Node& table, const char* key) {
  const Node* node = table.find(key);
  return node && node->text() ? *node->text() : "";
}

// Why it can be no lever; "" where it can.
std::string no_lever(const Node& table, const Node::Table& set) {
  if (table.find("scale")) return "it has factors, and no lever has";
  if (table.find("event")) return "it has events, and no lever has";
  for (const auto& [key, node] : set)
    for (const char* fixed : {"world.", "network.", "models."})
      if (key.starts_with(fixed)) return "it sets " + key + ", and no lever may";
  return set.empty() ? "it sets nothing" : "";
}

// The packages that go together, and what becomes of the others.
std::vector<Package> levers_among(std::vector<Package> packages, std::vector<std::string>& out) {
  // Small ones first: what is made of others sets more than each of them.
  std::stable_sort(packages.begin(), packages.end(),
                   [](const Package& a, const Package& b) { return a.set.size() < b.set.size(); });
  std::vector<Package> kept;
  std::map<std::string, std::pair<std::string, std::string>> set_to;  // by key, and by whom
  for (Package& package : packages) {
    std::string conflict;
    bool is_made_of_others = true;
    for (const auto& [key, node] : package.set) {
      const auto at = set_to.find(key);
      is_made_of_others = is_made_of_others && at != set_to.end();
      if (at != set_to.end() && at->second.first != text_of(node))
        conflict = fmt::format("it sets {} otherwise than {}", key, at->second.second);
    }
    if (is_made_of_others && conflict.empty()) conflict = "it is made of the others";
    if (!conflict.empty()) {
      out.push_back(package.title + ": " + conflict);
      continue;
    }
    for (const auto& [key, node] : package.set)
      set_to.try_emplace(key, text_of(node), package.title);
    kept.push_back(std::move(package));
  }
  std::sort(kept.begin(), kept.end(),
            [](const Package& a, const Package& b) { return a.place < b.place; });
  return kept;
}

// What a package costs beside its activities is added to that of the others that a mix has, and no
// setting of its own: taken out of `set`, as a lever says it, beyond the baseline. A lump sum that
// is paid after the month that counts doesn't count.
OtherCost take_other_cost(Node::Table& set, const Values& baseline, int month) {
  const auto take = [&](const char* key) {
    const auto at =
        std::find_if(set.begin(), set.end(), [&](const auto& one) { return one.first == key; });
    const double before = std::get<double>(baseline.at(key));
    if (at == set.end()) return std::pair{before, before};
    const double* value = at->second.number();
    const std::pair both{before, value ? *value : before};
    set.erase(at);
    return both;
  };
  const auto when = take("costs.lump_month"), lump = take("costs.lump"),
             monthly = take("costs.monthly");
  const double paid = when.first > month ? 0 : lump.first;  // by then, in the baseline
  return {when.second > month ? 0 : lump.second - paid, monthly.second - monthly.first};
}

// Of a comparison's [experiment] what a search has, too.
void keep_for_search(Draft& draft, const Experiment& compared, const BudgetQuestion& question,
                     const Node& place) {
  std::erase_if(draft.experiment, [](const Node::Entry& entry) {
    for (const char* of_search : {"title", "title_id", "seed", "posterior", "outcomes", "prices"})
      if (entry.first == of_search) return false;
    return true;
  });
  const auto say = [&](const char* key, decltype(Node::value) value) {
    draft.experiment.push_back({key, node_with(place, std::move(value))});
  };
  say("name", compared.name + "-budget");
  say("replicates", worlds);
  say("months_shown", Node::List{node_with(place, static_cast<double>(question.month))});
  put(draft, "time.months", node_with(place, static_cast<double>(question.month)));
  // A lump sum of the baseline that isn't paid by then is none; those of packages are, and would
  // wait for its month.
  const Values& was = compared.variants[compared.baseline].scenario.values;
  if (std::get<double>(was.at("costs.lump_month")) > question.month) {
    put(draft, "costs.lump", node_with(place, 0.0));
    put(draft, "costs.lump_month", node_with(place, 1.0));
  }
}

Node lever_node(const Package& package, const Node& place) {
  Node::Table lever{{"name", node_with(place, text_in(*package.table, "name"))},
                    {"title", node_with(place, package.title)},
                    {"set", node_with(place, package.set)}};
  for (const auto& [key, more] :
       {std::pair{"lump", package.other.lump}, {"monthly", package.other.monthly}})
    if (more != 0) lever.push_back({key, node_with(place, more)});
  if (const Node* in_indonesian = package.table->find("title_id"))
    lever.push_back({"title_id", *in_indonesian});
  return node_with(place, std::move(lever));
}

}  // namespace

PackageSearch search_over_packages(const std::string& file, const Experiment& compared,
                                   const BudgetQuestion& question, const Catalogue& catalogue,
                                   const Overrides& overrides) {
  Draft draft = draft_in(file);
  if (draft.variants.size() < 2 || !draft.designs.empty())
    throw BadInput{Problem{file, 0, 0, "", "", "holds no comparison of packages to choose from",
                           "name the folder of `swadaya compare`, or a file with [optimisation]"}};
  PackageSearch search;
  std::vector<Package> packages;
  const std::vector<Node> variants = std::move(draft.variants);
  draft.variants.clear();
  for (std::size_t v = 0; v < variants.size(); ++v) {
    const Node* set = variants[v].find("set");
    Node::Table all = set && set->table() ? flattened(*set->table()) : Node::Table{};
    if (const Node* cost = variants[v].find("cost"); cost && cost->table())
      for (const auto& [key, price] : *cost->table())
        all.emplace_back(parameter_of_cost(key), price);
    std::erase_if(all,
                  [](const auto& one) { return one.first.starts_with("scenario."); });  // words
    if (v == compared.baseline) {
      for (const char* own : {"event", "scale"})
        if (variants[v].find(own))
          throw BadInput{Problem{file, 0, 0, std::string{"variant."} + own,
                                 compared.variants[v].name,
                                 "the baseline has its own, and a search can't take it over", ""}};
      put_set(draft, all);
      continue;
    }
    std::string title = text_in(variants[v], "title");
    if (title.empty()) title = text_in(variants[v], "name");
    const OtherCost other =
        take_other_cost(all, compared.variants[compared.baseline].scenario.values, question.month);
    if (const std::string why = no_lever(variants[v], all); !why.empty())
      search.left_out.push_back(title + ": " + why);
    else
      packages.push_back({v, &variants[v], std::move(title), all, other});
  }
  const Node& place = variants[0];
  Node::List levers;
  for (const Package& package : levers_among(std::move(packages), search.left_out))
    levers.push_back(lever_node(package, place));
  if (levers.empty())
    throw BadInput{Problem{file, 0, 0, "", "", "has no package that could be a lever",
                           search.left_out.empty() ? "" : search.left_out.front()}};
  keep_for_search(draft, compared, question, place);
  draft.designs[optimisation_design().table.name] =
      node_with(place, Node::Table{{"outcome", node_with(place, outcomes()[question.outcome].name)},
                                   {"month", node_with(place, static_cast<double>(question.month))},
                                   {"budget", node_with(place, question.budget)},
                                   {"lever", node_with(place, std::move(levers))}});
  search.experiment = experiment_of(draft, file, catalogue, overrides);
  return search;
}

Experiment with_budget(const std::string& file, double budget, const Catalogue& catalogue,
                       const Overrides& overrides) {
  Draft draft = draft_in(file);
  const auto at = draft.designs.find(optimisation_design().table.name);
  if (at == draft.designs.end()) return read_experiment(file, catalogue, overrides);
  auto& table = std::get<Node::Table>(at->second.value);
  std::erase_if(table, [](const Node::Entry& entry) { return entry.first == "budget"; });
  table.push_back({"budget", node_with(at->second, budget)});
  return experiment_of(draft, file, catalogue, overrides);
}

}  // namespace swadaya
