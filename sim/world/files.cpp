#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/cuthill_mckee_ordering.hpp>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <numeric>
#include <optional>

#include "sim/base/csv.hpp"
#include "sim/base/exact.hpp"
#include "sim/world/graphml.hpp"
#include "sim/world/network.hpp"
#include "sim/world/network_files.hpp"
#include "sim/world/parts.hpp"

namespace swadaya {

namespace {

constexpr std::size_t problems_shown = 50;
constexpr std::uint32_t worth_reordering =
    2048;  // households: below, all ties are near in memory anyway

bool is_selected(const Csv& csv, const Csv::Row& row, double select,
                 std::vector<Problem>& problems) {
  return select < 0 || number_in(csv, row, 0, -1, problems) == select;
}

// "leader=leader, adopter=adopt" -> {leader: leader, adopter: adopt}.
std::map<std::string, std::string> mapping_of(const std::string& columns) {
  std::map<std::string, std::string> mapping;
  std::string entry;
  const auto close = [&] {
    const auto equals = entry.find('=');
    const auto trimmed = [](const std::string& text) {
      const auto first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
      return first == std::string::npos ? std::string{} : text.substr(first, last - first + 1);
    };
    if (equals != std::string::npos)
      mapping[trimmed(entry.substr(0, equals))] = trimmed(entry.substr(equals + 1));
    entry.clear();
  };
  for (const char c : columns) c == ',' ? close() : entry.push_back(c);
  close();
  return mapping;
}

using Column = std::vector<float>;
const std::map<std::string, Column World::*>& fields() {
  static const std::map<std::string, Column World::*> all{
      {"size", &World::size},
      {"attitude", &World::attitude},
      {"susceptibility", &World::susceptibility},
      {"poor", &World::poor},
      {"elite", &World::elite},
      {"head", &World::head},
      {"business", &World::business},
      {"female_head", &World::female_head},
      {"adopter", &World::adopter},
      {"leader", &World::leader}};
  return all;
}

// Further columns that models may ask for, by names of their own.
const std::vector<std::string>& covariate_fields() {
  static const std::vector<std::string> all{"rooms",   "beds",           "electricity",
                                            "latrine", "rooms_per_head", "beds_per_head"};
  return all;
}

std::optional<std::size_t> identity_column(const Csv& csv,
                                           const std::map<std::string, std::string>& mapping) {
  if (const auto at = mapping.find("id"); at != mapping.end()) return csv.column(at->second);
  for (const char* name : {"id", "row", "household", "hh"})
    if (const auto column = csv.column(name)) return column;
  return std::nullopt;
}

// Positions that put tied households near each other; the order of the file where that is near
// enough.
std::vector<std::uint32_t> positions_of(std::uint32_t count, const std::vector<Tie>& ties) {
  std::vector<std::uint32_t> position(count);
  std::iota(position.begin(), position.end(), 0u);
  if (count <= worth_reordering) return position;
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                            boost::property<boost::vertex_color_t, boost::default_color_type>>;
  Graph graph{count};
  for (const Tie& tie : ties) boost::add_edge(tie.a, tie.b, graph);
  std::vector<Graph::vertex_descriptor> order(count);
  boost::cuthill_mckee_ordering(graph, order.rbegin());
  for (std::uint32_t i = 0; i < count; ++i) position[order[i]] = i;
  return position;
}

struct Table {
  Csv csv;
  std::vector<const Csv::Row*> rows;            // those selected, RT by RT
  std::vector<std::uint32_t> rts;               // households of each
  std::map<Identity, std::uint32_t> number_of;  // identity -> position among the rows
};

// The rows RT by RT, in the order in which RTs first stand in the file.
void group_by_rt(Table& table, const std::vector<double>& rt_of) {
  std::map<double, std::size_t> number_of_rt;
  std::vector<std::vector<const Csv::Row*>> rows;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto [at, is_new] = number_of_rt.emplace(rt_of[i], rows.size());
    if (is_new) rows.emplace_back();
    rows[at->second].push_back(table.rows[i]);
  }
  table.rows.clear();
  for (const auto& of_rt : rows) {
    table.rts.push_back(static_cast<std::uint32_t>(of_rt.size()));
    table.rows.insert(table.rows.end(), of_rt.begin(), of_rt.end());
  }
}

Table household_table(const Values& values, const std::map<std::string, std::string>& mapping,
                      std::vector<Problem>& problems) {
  Table table{read_csv(text_setting(values, "world.households")), {}, {}, {}};
  const auto id = identity_column(table.csv, mapping);
  const auto named = mapping.find("rt");
  const auto rt =
      named == mapping.end() ? std::nullopt : table.csv.column(named->second);  // else said later
  std::vector<double> rt_of;
  for (const Csv::Row& row : table.csv.rows) {
    if (!is_selected(table.csv, row, world_number(values, "select"), problems)) continue;
    table.rows.push_back(&row);
    rt_of.push_back(rt ? number_in(table.csv, row, *rt, -1, problems) : 0);
  }
  group_by_rt(table, rt_of);
  for (const Csv::Row* row : table.rows) {
    const auto number = static_cast<std::uint32_t>(table.number_of.size());
    const double name = id ? number_in(table.csv, *row, *id, -1, problems) : number;
    const double place = rt ? number_in(table.csv, *row, *rt, -1, problems) : 0;
    if (!table.number_of.emplace(Identity{place, name}, number).second &&
        problems.size() < problems_shown)
      problems.push_back({table.csv.file, row->line, 0, id ? table.csv.names[*id] : "",
                          fmt::format("{}", name), "stands twice; each household has one row",
                          rt ? "" : "where names hold within an RT, say [world.columns] rt"});
  }
  if (table.rows.empty())
    problems.push_back({table.csv.file, 0, 0, "world.select",
                        fmt::format("{}", world_number(values, "select")),
                        "no row has this in its first column", ""});
  return table;
}

constexpr float unknown = -1000;  // log consumption that a file leaves empty, until it is seen to

// Households of unknown consumption are outside the survey, and live on the mean of the others.
void leave_out_unknown(World& world) {
  double sum = 0;
  world.households_surveyed = 0;
  for (Household h = 0; h < world.rows(); ++h) {
    if (world.occupied[h] == 0) continue;
    const bool is_known = world.log_consumption[h] != unknown;
    world.surveyed[h] = is_known ? 1.0f : 0.0f;
    if (is_known) ++world.households_surveyed, sum += double{world.log_consumption[h]};
  }
  const auto mean = static_cast<float>(sum / std::max(1u, world.households_surveyed));
  for (Household h = 0; h < world.rows(); ++h)
    if (world.occupied[h] > 0 && world.surveyed[h] == 0) world.log_consumption[h] = mean;
}

void read_fields(World& world, const Table& table,
                 const std::map<std::string, std::string>& mapping,
                 const std::vector<Household>& row_of, std::vector<Problem>& problems) {
  std::vector<bool> used(table.csv.names.size(), false);
  const auto read = [&](std::size_t column, Column& field, auto value_of) {
    used[column] = true;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      field[row_of[i]] = value_of(
          *table.rows[i], static_cast<float>(number_in(table.csv, *table.rows[i], column,
                                                       double{field[row_of[i]]}, problems)));
  };
  const auto plain = [](const Csv::Row&, float x) { return x; };
  for (const auto& [field, name] : mapping) {
    const auto column = table.csv.column(name);
    if (!column) {
      problems.push_back({table.csv.file, 1, 0, "world.columns." + field, name,
                          "no such column in the file", nearest_of(name, table.csv.names)});
    } else if (const auto at = fields().find(field); at != fields().end()) {
      read(*column, world.*(at->second), plain);
    } else if (field == "consumption") {
      read(*column, world.log_consumption, [&, &name = name](const Csv::Row& row, float x) {
        if (x > 0) return static_cast<float>(log_of(double{x}));
        if (!row.fields[*column].empty() && problems.size() < problems_shown)
          problems.push_back(
              {table.csv.file, row.line, 0, name, row.fields[*column], "must be above 0", ""});
        return unknown;
      });
      leave_out_unknown(world);
    } else if (const auto& known = covariate_fields();
               std::find(known.begin(), known.end(), field) != known.end()) {
      world.covariate_names.push_back(field);
      world.covariates.emplace_back(world.rows(), 0.0f);
      read(*column, world.covariates.back(), plain);
    } else if (field != "id" && field != "rt") {
      std::vector<std::string> names{"consumption", "id", "rt"};
      for (const auto& [name_of_field, member] : fields()) names.push_back(name_of_field);
      names.insert(names.end(), covariate_fields().begin(), covariate_fields().end());
      problems.push_back({"", 0, 0, "world.columns." + field, name, "no such field of a household",
                          nearest_of(field, names)});
    }
  }
  for (std::size_t c = 1; c < table.csv.names.size(); ++c) {
    if (used[c]) continue;
    world.covariate_names.push_back(table.csv.names[c]);
    world.covariates.emplace_back(world.rows(), 0.0f);
    read(c, world.covariates.back(), plain);
  }
}

bool is_graphml(const std::string& file) {
  return file.ends_with(".graphml") || file.ends_with(".xml");
}

}  // namespace

FileNetwork network_of_file(const std::string& file, double select,
                            std::map<Identity, std::uint32_t> number_of, bool by_place) {
  FileNetwork network;
  const bool known = !number_of.empty();
  if (is_graphml(file)) {
    GraphmlNetwork read = read_graphml(file);
    network.households = read.nodes;
    network.ties = std::move(read.ties);
    if (known && network.households > number_of.size())
      throw BadInput{Problem{file, 0, 0, "", fmt::format("{} nodes", network.households),
                             fmt::format("there are {} households", number_of.size()), ""}};
    if (known) network.households = static_cast<std::uint32_t>(number_of.size());
    return network;
  }
  std::vector<Problem> problems;
  const Csv csv = read_csv(file);
  if (csv.names.size() < 2)
    throw BadInput{Problem{
        file, 1, 0, "", "",
        "a file of ties has at least two columns: i, j; before them, to select, a village", ""}};
  const std::size_t from = csv.names.size() >= 3 ? 1 : 0;
  if (by_place && from == 0)
    throw BadInput{Problem{file, 1, 0, "world.columns.rt", "",
                           "names of households hold within an RT; a file of their ties has three "
                           "columns, the first of them the RT",
                           ""}};
  const auto end = [&](const Csv::Row& row, std::size_t column) -> Household {
    const Identity name{by_place ? number_in(csv, row, 0, -1, problems) : 0,
                        number_in(csv, row, column, -1, problems)};
    const auto at = number_of.find(name);
    if (at != number_of.end()) return at->second;
    if (!known)
      return number_of.emplace(name, static_cast<std::uint32_t>(number_of.size())).first->second;
    if (problems.size() < problems_shown)
      problems.push_back(
          {file, row.line, 0, csv.names[column], row.fields[column], "no such household", ""});
    return 0;
  };
  for (const Csv::Row& row : csv.rows) {
    if (from == 1 && !is_selected(csv, row, select, problems)) continue;
    const Household a = end(row, from), b = end(row, from + 1);
    network.ties.push_back({a, b});
  }
  if (!problems.empty()) throw BadInput{problems};
  network.households = static_cast<std::uint32_t>(number_of.size());
  return network;
}

World world_from_files(const Values& values, const Dice& dice) {
  std::vector<Problem> problems;
  if (text_setting(values, "world.households").empty())
    throw BadInput{Problem{"", 0, 0, "world.households", "",
                           "`from = \"files\"` needs a file of households", ""}};
  const auto mapping = mapping_of(text_setting(values, "world.columns"));
  const Table table = household_table(values, mapping, problems);
  if (!problems.empty()) throw BadInput{problems};
  const auto count = static_cast<std::uint32_t>(table.rows.size());
  FileNetwork network;
  if (const std::string edges = text_setting(values, "network.edges"); !edges.empty())
    network = network_of_file(edges, world_number(values, "select"), table.number_of,
                              mapping.contains("rt"));

  World world;
  world.dice = dice;
  world.poverty_line = world_number(values, "poverty_line");
  world.wards_of_area = {{0}};
  world.area_of_ward = {0};
  add_rw(world, 0, table.rts);
  world.wards = {{0, world.chunks.back().last}};
  size_columns(world);
  std::vector<std::uint32_t> row_of(count);
  std::iota(row_of.begin(), row_of.end(), 0u);
  if (table.rts.size() == 1) row_of = positions_of(count, network.ties);
  for (std::uint32_t i = 0; i < count; ++i) world.identity[row_of[i]] = i;
  for (Household h = 0; h < count; ++h) {
    world.size[h] = static_cast<float>(world_number(values, "size"));
    world.attitude[h] = 0.5f;
    world.susceptibility[h] = 1.0f;
  }
  read_fields(world, table, mapping, row_of, problems);
  if (!problems.empty()) throw BadInput{problems};
  if (!mapping.contains("poor") && mapping.contains("consumption"))
    mark_poor(world, world_number(values, "poor"));
  if (mapping.contains("consumption")) mark_near_poor(world);
  if (!mapping.contains("head")) world.head = world.leader;
  for (Tie& tie : network.ties) tie = {row_of[tie.a], row_of[tie.b]};
  world.ties = ties_of(world.rows(), network.ties);
  return world;
}

}  // namespace swadaya
