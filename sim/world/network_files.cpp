#include "sim/world/network_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <optional>
#include <set>

#include "sim/base/csv.hpp"
#include "sim/base/error.hpp"
#include "sim/world/graphml.hpp"
#include "sim/world/network_tables.hpp"

namespace swadaya {

namespace {

// --- GraphML

// The household of each node, by the first kind of name under which all nodes are households.
std::vector<Household> households_of(const GraphmlNetwork& graph, const std::string& file,
                                     const KnownHouseholds& known, std::string& how) {
  if (known.by_place && !known.names_are_unique)
    throw BadInput{Problem{file, 0, 0, "world.columns.rt", "",
                           "names of households hold within an RT, which GraphML doesn't give",
                           "give their ties in a table whose first column is the RT"}};
  const Identities number_of = without_places(known);
  const auto number = [&](std::string name) -> std::optional<Household> {
    if (known.are_counted && name.starts_with('n')) name.erase(0, 1);  // n0, n1, ...
    const auto at = number_of.find({"", name_of_household(name)});
    if (at == number_of.end()) return std::nullopt;
    return at->second;
  };
  for (const auto& [kind, names] : graph.names) {
    std::vector<Household> households;
    std::set<Household> seen;
    for (const std::string& name : names)
      if (const auto h = number(name); h && seen.insert(*h).second) households.push_back(*h);
    if (households.size() < names.size()) continue;
    how += ", nodes are households by their " + kind;
    return households;
  }
  const auto& ids = graph.names[0].of_node;
  const auto stranger =
      std::find_if(ids.begin(), ids.end(), [&](const auto& id) { return !number(id).has_value(); });
  throw BadInput{
      Problem{file, 0, 0, "node", stranger == ids.end() ? ids[0] : *stranger, "no such household",
              "a node's id, or its attribute `name` or `label`, must be a household's identity"}};
}

// The ties whose attribute is above what makes one; all, where no attribute is asked for.
std::vector<Tie> heavy_ties(const GraphmlNetwork& read, const TieFile& from,
                            std::vector<std::string>& left_out) {
  std::vector<std::string> names;
  const GraphmlNetwork::Weights* weights = nullptr;
  for (const auto& attribute : read.weights) {
    names.push_back(attribute.name);
    if (attribute.name == from.weight) weights = &attribute;
  }
  if (from.weight.empty()) return read.ties;
  if (!weights)
    throw BadInput{Problem{from.file, 0, 0, "network.weight", from.weight,
                           "no edge has such an attribute", nearest_of(from.weight, names)}};
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < read.ties.size(); ++i)
    if (weights->of_tie[i].value_or(0) > from.weight_above) ties.push_back(read.ties[i]);
  add_light(left_out, read.ties.size() - ties.size(), "edge", from.weight_above);
  return ties;
}

FileNetwork graphml_network(const TieFile& from, const KnownHouseholds& known) {
  if (!from.columns.empty())
    throw BadInput{Problem{from.file, 0, 0, "network.columns", "",
                           "a GraphML file has no columns: its edges say source and target", ""}};
  const GraphmlNetwork read = read_graphml(from.file);
  FileNetwork network;
  std::vector<std::string> left_out;
  for (const auto& attribute : read.weights)
    if (attribute.name != from.weight) left_out.push_back(attribute.name);
  network.reading.left = left_out;
  network.ties = heavy_ties(read, from, left_out);
  network.reading.used = {"source", "target"};
  if (!from.weight.empty()) network.reading.used.push_back(from.weight);
  network.households = read.nodes;
  std::string how = "GraphML";
  if (!known.number_of.empty()) {
    const std::vector<Household> of_node = households_of(read, from.file, known, how);
    for (Tie& tie : network.ties) tie = {of_node[tie.a], of_node[tie.b]};
    network.households = static_cast<std::uint32_t>(known.number_of.size());
  }
  if (read.directed > 0)
    how += fmt::format("; {} directed, read both ways", counted(read.directed, "tie"));
  describe(network, how, std::move(left_out));
  return network;
}

// --- other forms

// What a file is by its name or its first words, of the forms that aren't read; "" if none.
std::string stranger(const std::string& file, const std::string& start) {
  static const std::vector<std::pair<std::string, std::string>> endings{
      {".gml", "GML"},       {".gexf", "GEXF"},   {".net", "Pajek"},  {".paj", "Pajek"},
      {".dot", "Graphviz"},  {".gv", "Graphviz"}, {".gdf", "GDF"},    {".dl", "UCINET DL"},
      {".gephi", "Gephi's"}, {".json", "JSON"},   {".rds", "R's"},    {".rda", "R's"},
      {".rdata", "R's"},     {".dta", "Stata's"}, {".sav", "SPSS's"}, {".mat", "Matlab's"}};
  const std::string name = lower_case(file), text = lower_case(start);
  const auto first = text.find_first_not_of(" \t\r\n");
  const std::string words = first == std::string::npos ? "" : text.substr(first);
  if (words.starts_with("graph [") || words.starts_with("graph\n[") || words.starts_with("creator"))
    return "GML";
  if (words.find("<gexf") != std::string::npos) return "GEXF";
  if (words.starts_with("*vertices") || words.starts_with("*network")) return "Pajek";
  if (words.starts_with("dl n=") || words.starts_with("dl\n")) return "UCINET DL";
  for (const auto& [ending, form] : endings)
    if (name.ends_with(ending)) return form;
  return "";
}

bool is_graphml(const std::string& file, const std::string& start) {
  return file.ends_with(".graphml") || file.ends_with(".xml") ||
         start.find("<graphml") != std::string::npos || start.starts_with("<?xml");
}

}  // namespace

FileNetwork network_of_file(const TieFile& from, const KnownHouseholds& known) {
  if (std::filesystem::is_directory(from.file))
    throw refused(from.file, "is a folder", "name a file");
  std::string start(1024, '\0');
  std::ifstream in{from.file, std::ios::binary};
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  if (start.starts_with("\xEF\xBB\xBF")) start.erase(0, 3);
  if (const std::string form = stranger(from.file, start); !form.empty())
    throw BadInput{Problem{from.file, 0, 0, "", "", "looks like " + form + ", which isn't read",
                           "write the ties as a table (CSV) or as GraphML"}};
  if (is_graphml(from.file, start)) return graphml_network(from, known);
  return network_of_table(from, known);
}

}  // namespace swadaya
