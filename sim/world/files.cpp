#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/cuthill_mckee_ordering.hpp>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <optional>

#include "sim/base/csv.hpp"
#include "sim/base/exact.hpp"
#include "sim/base/notes.hpp"
#include "sim/world/columns.hpp"
#include "sim/world/household_table.hpp"
#include "sim/world/network_files.hpp"
#include "sim/world/parts.hpp"

namespace swadaya {

namespace {

constexpr std::uint32_t worth_reordering =
    2048;  // households: below, all ties are near in memory anyway

using Column = std::vector<float>;
struct Field {
  Column World::*member;
  FieldKind kind;
};
const std::map<std::string, Field>& fields() {
  static const std::map<std::string, Field> all{
      {"size", {&World::size, FieldKind::above_zero}},
      {"attitude", {&World::attitude, FieldKind::share}},
      {"susceptibility", {&World::susceptibility, FieldKind::not_below_zero}},
      {"poor", {&World::poor, FieldKind::yes_or_no}},
      {"elite", {&World::elite, FieldKind::yes_or_no}},
      {"head", {&World::head, FieldKind::yes_or_no}},
      {"business", {&World::business, FieldKind::yes_or_no}},
      {"female_head", {&World::female_head, FieldKind::yes_or_no}},
      {"adopter", {&World::adopter, FieldKind::yes_or_no}},
      {"leader", {&World::leader, FieldKind::yes_or_no}}};
  return all;
}

// Further columns that models may ask for, by names of their own.
const std::vector<std::string>& covariate_fields() {
  static const std::vector<std::string> all{"rooms",   "beds",           "electricity",
                                            "latrine", "rooms_per_head", "beds_per_head"};
  return all;
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

std::string from_column(const std::string& field, const std::string& column) {
  return field == column ? field : field + " from " + column;
}

class FieldReader {
 public:
  FieldReader(World& world, const HouseholdTable& table, bool is_selected,
              const std::vector<Household>& row_of, std::vector<Problem>& problems)
      : world_{world},
        table_{table},
        is_selected_{is_selected},
        csv_{table.csv},
        row_of_{row_of},
        problems_{problems},
        used_(table.csv.names.size(), false) {}

  void read(const Columns& columns) {
    for (const auto& [field, from] : columns) {
      if (!from.strange.empty())
        problems_.push_back({"", 0, 0, "world.columns." + field, from.strange[0], "no such code",
                             "codes are yes, no and missing"});
      const auto column = csv_.column(from.column);
      if (!column)
        problems_.push_back({csv_.file, csv_.heading_line, 0, "world.columns." + field, from.column,
                             "no such column in the file", nearest_of(from.column, csv_.names)});
      else if (std::count(csv_.names.begin(), csv_.names.end(), from.column) > 1)
        problems_.push_back({csv_.file, csv_.heading_line, 0, "world.columns." + field, from.column,
                             "two columns of the file have this name", ""});
      else
        read(field, from, *column);
    }
    read_others();
  }

  const Reading& reading() const { return reading_; }
  // Fields that a column is named for and that some households have no value of.
  const std::vector<std::string>& open() const { return open_; }

 private:
  void read(const std::string& field, const FieldColumn& from, std::size_t column) {
    reading_.used.push_back(from_column(field, csv_.names[column]));
    if (field == "id" || field == "rt" || field == "rw") return;
    used_[column] = true;
    const auto& covariates = covariate_fields();
    if (const auto at = fields().find(field); at != fields().end()) {
      say_open(field, fill(world_.*(at->second.member), from, column, at->second.kind));
    } else if (field == "consumption") {
      read_consumption(from, column);
    } else if (std::find(covariates.begin(), covariates.end(), field) != covariates.end()) {
      world_.covariate_names.push_back(field);
      world_.covariates.emplace_back(world_.rows(), 0.0f);
      say_open(field, fill(world_.covariates.back(), from, column, FieldKind::not_below_zero));
    } else {
      std::vector<std::string> names{"consumption", "id", "rt", "rw"};
      for (const auto& [name_of_field, member] : fields()) names.push_back(name_of_field);
      names.insert(names.end(), covariates.begin(), covariates.end());
      problems_.push_back({"", 0, 0, "world.columns." + field, from.column,
                           "no such field of a household", nearest_of(field, names)});
    }
  }

  std::string heading(std::size_t column) const {
    return csv_.names[column].empty() ? fmt::format("column {}", column + 1) : csv_.names[column];
  }

  // Returns how many rows leave it open.
  std::size_t fill(Column& to, const FieldColumn& from, std::size_t column, FieldKind kind) {
    std::size_t missing = 0;
    for (std::size_t i = 0; i < table_.rows.size(); ++i)
      if (const auto x = value_in(csv_, *table_.rows[i], column, from, kind, problems_))
        to[row_of_[i]] = static_cast<float>(*x);
      else
        ++missing;
    return missing;
  }

  static std::string without_value(const std::string& field, std::size_t missing) {
    return fmt::format("{} of {} without a value", field, counted(missing, "household"));
  }

  void say_open(const std::string& field, std::size_t missing) {
    if (missing > 0) open_.push_back(without_value(field, missing));
  }

  void read_consumption(const FieldColumn& from, std::size_t column) {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const Csv::Row& row = *table_.rows[i];
      const auto x = value_in(csv_, row, column, from, FieldKind::any, problems_);
      const float known = x ? static_cast<float>(*x) : 0;
      if (x && known <= 0)
        add_row_problem(problems_, {csv_.file, row.line, 0, csv_.names[column], row.fields[column],
                                    "must be above 0", ""});
      world_.log_consumption[row_of_[i]] =
          known > 0 ? static_cast<float>(log_of(double{known})) : unknown;
    }
    leave_out_unknown(world_);
  }

  bool is_name(std::size_t column) const {
    return column == table_.id || column == table_.rt || column == table_.rw;
  }

  // What nobody maps models may ask for by its heading, if all of it are numbers.
  void read_others() {
    for (std::size_t c = 0; c < csv_.names.size(); ++c) {
      if (used_[c]) continue;
      if (c == 0) {  // what rows are selected by, or counted
        if (!is_name(c)) (is_selected_ ? reading_.used : reading_.left).push_back(heading(c));
        continue;
      }
      std::vector<Problem> words;
      std::size_t missing = 0;
      Column column(world_.rows(), 0.0f);
      for (std::size_t i = 0; i < table_.rows.size() && words.empty(); ++i) {
        const auto x = value_in(csv_, *table_.rows[i], c, {}, FieldKind::any, words);
        column[row_of_[i]] = static_cast<float>(x.value_or(0));
        missing += x ? 0 : 1;
      }
      if (!words.empty()) {
        if (!is_name(c)) reading_.left.push_back(heading(c));
        continue;
      }
      if (!is_name(c)) reading_.used.push_back(heading(c));
      if (missing > 0) reading_.defaults.push_back(without_value(csv_.names[c], missing) + " 0");
      world_.covariate_names.push_back(csv_.names[c]);
      world_.covariates.push_back(std::move(column));
    }
  }

  World& world_;
  const HouseholdTable& table_;
  const bool is_selected_;
  const Csv& csv_;
  const std::vector<Household>& row_of_;
  std::vector<Problem>& problems_;
  std::vector<bool> used_;
  Reading reading_;
  std::vector<std::string> open_;
};

// What households have that no column says.
std::vector<std::string> given(const Columns& columns, const Values& values) {
  std::vector<std::string> all;
  const auto add = [&](const char* field, const std::string& value) {
    if (!columns.contains(field)) all.push_back(fmt::format("{} {}", field, value));
  };
  add("size", fmt::format("{} (world.size)", world_number(values, "size")));
  add("attitude", "0.5");
  add("susceptibility", "1");
  if (columns.contains("consumption"))
    add("poor", fmt::format("the poorest {} (world.poor)", world_number(values, "poor")));
  if (columns.contains("leader")) add("head", "as leader");
  for (const char* field : {"elite", "business", "female_head", "adopter", "leader"})
    add(field, "no");
  return all;
}

void say_what_was_read(const HouseholdTable& table, const FieldReader& fields,
                       const Columns& columns, const Values& values) {
  Reading reading = fields.reading();
  std::string& words = reading.words;
  words = counted(table.rows.size(), "household");
  if (table.rts.size() > 1) words += fmt::format(" in {} RT", grouped(table.rts.size()));
  if (table.rws.size() > 1) words += fmt::format(" of {} RW", grouped(table.rws.size()));
  words += table.id ? fmt::format(", named by the column {}", table.csv.names[*table.id])
                    : ", without names: they are counted from 0";
  if (table.rt && text_setting(values, "network.edges").empty())
    words += "; ties among them are drawn by network.generator";
  if (!reading.left.empty())
    words += fmt::format("; left alone: {}", fmt::join(reading.left, ", "));
  if (!fields.open().empty())
    words += fmt::format("; not known: {}", fmt::join(fields.open(), ", "));
  reading.defaults.insert(reading.defaults.begin(), fields.open().begin(), fields.open().end());
  if (table.id && !columns.contains("id"))
    reading.used.insert(reading.used.begin(), from_column("id", table.csv.names[*table.id]));
  reading.file = table.csv.file;
  reading.rows = table.rows.size();
  for (std::string& value : given(columns, values)) reading.defaults.push_back(std::move(value));
  note(reading);
}

FileNetwork ties_among(const HouseholdTable& table, const Values& values) {
  const std::string file = text_setting(values, "network.edges");
  if (file.empty()) return {};
  FileNetwork network =
      network_of_file({.file = file,
                       .select = world_number(values, "select"),
                       .columns = columns_of(text_setting(values, "network.columns")),
                       .weight = text_setting(values, "network.weight"),
                       .weight_above = std::get<double>(values.at("network.weight_above"))},
                      table.households);
  network.reading.file = file;
  note(network.reading);
  return network;
}

}  // namespace

World world_from_files(const Values& values, const Dice& dice) {
  std::vector<Problem> problems;
  const std::string file = text_setting(values, "world.households");
  if (file.empty())
    throw BadInput{Problem{"", 0, 0, "world.households", "",
                           "`from = \"files\"` needs a file of households", ""}};
  const Columns columns = columns_of(text_setting(values, "world.columns"));
  const HouseholdTable table =
      household_table(file, columns, world_number(values, "select"),
                      !text_setting(values, "network.edges").empty(), problems);
  if (!problems.empty()) throw BadInput{problems};
  const auto count = static_cast<std::uint32_t>(table.rows.size());
  FileNetwork network = ties_among(table, values);

  World world;
  world.dice = dice;
  world.poverty_line = world_number(values, "poverty_line");
  world.wards_of_area = {{0}};
  world.area_of_ward = {0};
  for (auto rt = table.rts.begin(); const std::uint32_t rts_of_rw : table.rws) {
    add_rw(world, 0, {rt, rt + std::ptrdiff_t{rts_of_rw}});
    rt += std::ptrdiff_t{rts_of_rw};
  }
  world.wards = {{0, world.chunks.back().last}};
  size_columns(world);
  std::vector<std::uint32_t> row_of;
  for (Household h = 0; h < world.rows(); ++h)
    if (world.occupied[h] > 0) row_of.push_back(h);
  if (table.rts.size() == 1) row_of = positions_of(count, network.ties);
  for (std::uint32_t i = 0; i < count; ++i) world.identity[row_of[i]] = i;
  for (const Household h : row_of) {
    world.size[h] = static_cast<float>(world_number(values, "size"));
    world.attitude[h] = 0.5f;
    world.susceptibility[h] = 1.0f;
  }
  FieldReader reader{world, table, world_number(values, "select") >= 0, row_of, problems};
  reader.read(columns);
  if (!problems.empty()) throw BadInput{problems};
  if (!columns.contains("poor") && columns.contains("consumption"))
    mark_poor(world, world_number(values, "poor"));
  if (columns.contains("consumption")) mark_near_poor(world);
  if (!columns.contains("head")) world.head = world.leader;
  for (Tie& tie : network.ties) tie = {row_of[tie.a], row_of[tie.b]};
  world.ties = ties_of(world.rows(), network.ties);
  say_what_was_read(table, reader, columns, values);
  return world;
}

}  // namespace swadaya
