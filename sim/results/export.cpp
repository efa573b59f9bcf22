#include "sim/results/export.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <netcdf.h>
#include <set>
#include <utility>
#include <vector>

#include "sim/base/csv.hpp"
#include "sim/base/error.hpp"
#include "sim/base/version.hpp"
#include "sim/results/part_file.hpp"
#include "sim/results/worlds.hpp"
#include "sim/world/boards.hpp"

namespace swadaya {

namespace {

[[noreturn]] void fail(const std::string& file, const char* why) {
  throw MachineFailure{fmt::format("{}: can't be written: {}", file, why)};
}

void check(int status, const std::string& file) {
  if (status != NC_NOERR) fail(file, nc_strerror(status));
}

void describe(int nc, int variable, const char* key, const std::string& text,
              const std::string& file) {
  check(nc_put_att_text(nc, variable, key, text.size(), text.c_str()), file);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// Dimensions and variables of a file; data are written once they are all defined.
class Netcdf {
 public:
  Netcdf(const Store& store, const Selection& selection, const std::string& title,
         const std::string& history, const std::string& file)
      : store_{store}, selection_{selection}, file_{file}, points_{store.points()} {
    for (const Finished& one : store.finished())
      if (selection.has_variant(one.variant)) replicates_.insert(one.replicate);
    check(nc_create(file.c_str(), NC_NETCDF4 | NC_CLOBBER, &nc_), file);
    define(title, history);
  }
  ~Netcdf() {
    if (nc_ >= 0) nc_close(nc_);
  }
  Netcdf(const Netcdf&) = delete;
  Netcdf& operator=(const Netcdf&) = delete;

  void write() {
    std::vector<const char*> names;
    std::vector<unsigned> worlds;
    for (const std::size_t variant : selection_.variants) {
      const StoredVariant& v = store_.variants()[variant];
      names.push_back(v.name.c_str());
      worlds.push_back(v.first_world);
    }
    check(nc_put_var_string(nc_, variant_, names.data()), file_);
    check(nc_put_var_uint(nc_, first_world_, worlds.data()), file_);
    for (std::size_t p = 0; p < points_.size(); ++p) write_point(points_[p], point_[p]);
    const std::vector<int> replicates(replicates_.begin(), replicates_.end());
    check(nc_put_var_int(nc_, replicate_, replicates.data()), file_);
    if (store_.worlds_per_draw() > 0) {
      const std::vector<unsigned> draws =
          draws_dealt({replicates_.begin(), replicates_.end()}, store_.worlds_per_draw());
      check(nc_put_var_uint(nc_, draw_, draws.data()), file_);
    }
    write_boards();
    check(nc_put_var_int(nc_, month_, selection_.months.data()), file_);
    for (const Finished& one : store_.finished())
      if (selection_.has_variant(one.variant)) write_series(one);
    const int closing = std::exchange(nc_, -1);
    check(nc_close(closing), file_);
  }

 private:
  int dimension(const char* name, std::size_t length) {
    int id = 0;
    check(nc_def_dim(nc_, name, length, &id), file_);
    return id;
  }
  int variable(const char* name, nc_type type, const std::vector<int>& dimensions) {
    int id = 0;
    check(nc_def_var(nc_, name, type, static_cast<int>(dimensions.size()), dimensions.data(), &id),
          file_);
    return id;
  }

  void describe_units(int id, const OutcomeInfo& info) {
    describe(nc_, id, "units", info.type == UnitType::months ? "month" : "1", file_);
    describe(nc_, id, "unit_text", info.unit, file_);
  }

  std::vector<int> define_coordinates() {
    const std::vector<int> cube{
        dimension("variant", selection_.variants.size()),
        dimension("replicate", std::max<std::size_t>(1, replicates_.size())),
        dimension("month", selection_.months.size())};
    variant_ = variable("variant", NC_STRING, {cube[0]});
    describe(nc_, variant_, "long_name", "name of the variant", file_);
    first_world_ = variable("first_world", NC_UINT, {cube[0]});
    describe(nc_, first_world_, "long_name",
             "a variant's replicate r is the world number first_world + r of the seed", file_);
    describe(nc_, first_world_, "units", "1", file_);
    replicate_ = variable("replicate", NC_INT, {cube[1]});
    describe(nc_, replicate_, "long_name",
             "number of the replicate: world (and draw of the parameters where a posterior runs), "
             "the same for all variants",
             file_);
    describe(nc_, replicate_, "units", "1", file_);
    if (store_.worlds_per_draw() > 0) {
      draw_ = variable("draw", NC_UINT, {cube[1]});
      describe(nc_, draw_, "long_name",
               "number of the draw of the parameters that the replicate was run with", file_);
      describe(nc_, draw_, "units", "1", file_);
    }
    define_boards(cube);
    month_ = variable("month", NC_INT, {cube[2]});
    describe(nc_, month_, "long_name", "months since the start; 0 is the state before the first",
             file_);
    describe(nc_, month_, "units", "month", file_);
    return cube;
  }

  // What boards were given by chance: of worlds that all variants share a row a replicate, else a
  // row a variant and replicate.
  void define_boards(const std::vector<int>& cube) {
    if (wards_kept(store_.plan().wards) == 0) return;
    std::vector<int> over{cube[1], dimension("ward", wards_kept(store_.plan().wards))};
    if (!shares_worlds()) over.insert(over.begin(), cube[0]);
    standing_ = variable("standing", NC_DOUBLE, over);
    describe(nc_, standing_, "long_name", "standing of the ward's board, drawn standard normal",
             file_);
    honesty_ = variable("honesty", NC_DOUBLE, over);
    describe(nc_, honesty_, "long_name",
             "drawn uniform on 0 to 1; the ward's board is dishonest where it is below "
             "world.dishonest",
             file_);
    for (const int id : {standing_, honesty_}) describe(nc_, id, "units", "1", file_);
  }

  bool shares_worlds() const {
    const auto& all = selection_.variants;
    return std::all_of(all.begin(), all.end(), [&](std::size_t variant) {
      return first_world_of(variant) == first_world_of(all[0]);
    });
  }

  std::uint32_t first_world_of(std::size_t variant) const {
    return store_.variants()[variant].first_world;
  }

  void write_boards() {
    if (wards_kept(store_.plan().wards) == 0 || replicates_.empty()) return;
    std::vector<double> standing, honesty;
    for (const std::size_t variant : selection_.variants) {
      for (const std::uint32_t replicate : replicates_)
        for (std::uint32_t ward = 0; ward < wards_kept(store_.plan().wards); ++ward) {
          const Board board =
              board_of(Dice{store_.seed(), first_world_of(variant) + replicate}, ward);
          standing.push_back(double{board.standing}), honesty.push_back(board.honesty);
        }
      if (shares_worlds()) break;
    }
    check(nc_put_var_double(nc_, standing_, standing.data()), file_);
    check(nc_put_var_double(nc_, honesty_, honesty.data()), file_);
  }

  // A variable a parameter; names of CF have letters, digits and underscores. Gives all of them.
  std::string define_points(int variant) {
    std::string all;
    for (const PointColumn& column : points_) {
      std::string name = column.key;
      for (char& c : name)
        if (!is_letter_or_digit(c)) c = '_';
      if (!is_letter(name[0])) name = "parameter_" + name;
      while (outcome_index(name) || !names_.insert(name).second) name += '_';
      point_.push_back(variable(name.c_str(), column.is_number ? NC_DOUBLE : NC_STRING, {variant}));
      if (column.is_number)
        check(nc_def_var_fill(nc_, point_.back(), NC_FILL, &nothing_there), file_);
      describe(nc_, point_.back(), "long_name", "parameter " + column.key, file_);
      describe(nc_, point_.back(), "key", column.key, file_);
      all += (all.empty() ? "" : " ") + name;
    }
    return all;
  }

  void define_outcomes(const std::vector<int>& cube, const std::string& coordinates) {
    const std::size_t chunk[3]{1, std::max<std::size_t>(1, replicates_.size()),
                               selection_.months.size()};
    for (const std::size_t k : selection_.outcomes) {
      const OutcomeInfo& info = outcomes()[k];
      const int id = variable(info.name.c_str(), NC_DOUBLE, cube);
      check(nc_def_var_fill(nc_, id, NC_FILL, &nothing_there), file_);
      check(nc_def_var_chunking(nc_, id, NC_CHUNKED, chunk), file_);
      check(nc_def_var_deflate(nc_, id, 1, 1, 1), file_);
      describe(nc_, id, "long_name", info.definition, file_);
      describe_units(id, info);
      describe(nc_, id, "coordinates", coordinates, file_);
      outcome_.push_back(id);
    }
  }

  void define(const std::string& title, const std::string& history) {
    const std::vector<int> cube = define_coordinates();
    const std::string points = define_points(cube[0]);
    define_outcomes(cube, std::string{"first_world"} +
                              (store_.worlds_per_draw() > 0 ? " draw" : "") +
                              (points.empty() ? "" : " " + points));
    describe(nc_, NC_GLOBAL, "Conventions", "CF-1.8", file_);
    describe(nc_, NC_GLOBAL, "title", title, file_);
    describe(nc_, NC_GLOBAL, "history", history, file_);
    describe(nc_, NC_GLOBAL, "source", fmt::format("swadaya {} ({})", version, commit), file_);
    describe(nc_, NC_GLOBAL, "baseline", store_.variants()[store_.baseline()].name, file_);
    const auto seed = static_cast<unsigned long long>(store_.seed());
    check(nc_put_att_ulonglong(nc_, NC_GLOBAL, "seed", NC_UINT64, 1, &seed), file_);
    check(nc_enddef(nc_), file_);
  }

  void write_point(const PointColumn& column, int id) {
    std::vector<double> numbers;
    std::vector<const char*> texts;
    for (const std::size_t variant : selection_.variants) {
      numbers.push_back(column.numbers[variant]);
      texts.push_back(column.texts[variant].c_str());
    }
    if (column.is_number) return check(nc_put_var_double(nc_, id, numbers.data()), file_);
    check(nc_put_var_string(nc_, id, texts.data()), file_);
  }

  void write_series(const Finished& one) {
    const Series series = store_.series(one.variant, one.replicate);
    const std::vector<int>& months = selection_.months;
    const auto at = static_cast<std::size_t>(
        std::distance(replicates_.begin(), replicates_.find(one.replicate)));
    const std::size_t start[3]{selection_.place_of(one.variant), at, 0},
        count[3]{1, 1, months.size()};
    std::vector<double> values(months.size());
    for (std::size_t k = 0; k < outcome_.size(); ++k) {
      for (std::size_t m = 0; m < months.size(); ++m)
        values[m] =
            months[m] <= series.months ? series.at(months[m], selection_.outcomes[k]) : nothing;
      check(nc_put_vara_double(nc_, outcome_[k], start, count, values.data()), file_);
    }
  }

  static constexpr double nothing_there = nothing;
  const Store& store_;
  const Selection& selection_;
  const std::string file_;
  std::set<std::uint32_t> replicates_;
  const std::vector<PointColumn> points_;
  std::set<std::string> names_{"variant", "first_world", "replicate", "draw",
                               "month",   "ward",        "standing",  "honesty"};
  int nc_ = -1, variant_ = 0, first_world_ = 0, replicate_ = 0, draw_ = 0, month_ = 0,
      standing_ = 0, honesty_ = 0;
  std::vector<int> outcome_, point_;
};

// As people write it there: 0.5 or 0,5.
std::string with_decimal(std::string number, CsvStyle style) {
  std::replace(number.begin(), number.end(), '.', style.decimal);
  return number;
}

// Behind the outcomes of every row of a run: what its variant sets, and its board.
std::string behind_outcomes(const Store& store, const Finished& one,
                            const std::vector<PointColumn>& points, CsvStyle style) {
  std::string text;
  for (const PointColumn& column : points) {
    const std::string& value = column.texts[one.variant];
    text +=
        style.separator + (column.is_number ? with_decimal(value, style) : csv_field(value, style));
  }
  if (store.plan().wards == 1) {
    const std::uint32_t world = store.variants()[one.variant].first_world + one.replicate;
    const Board board = board_of(Dice{store.seed(), world}, 0);
    for (const std::string& number :
         {fmt::format("{}", board.standing), fmt::format("{}", board.honesty)})
      text += style.separator + with_decimal(number, style);
  }
  return text;
}

std::string heading(const Store& store, const Selection& selection,
                    const std::vector<PointColumn>& points, CsvStyle style) {
  std::vector<std::string> names{"variant", "replicate", "month"};
  for (const std::size_t k : selection.outcomes) names.push_back(outcomes()[k].name);
  for (const PointColumn& column : points) names.push_back(csv_field(column.key, style));
  if (store.plan().wards == 1) names.insert(names.end(), {"standing", "honesty"});
  return fmt::format("{}\n", fmt::join(names, std::string(1, style.separator)));
}

}  // namespace

void export_csv(const Store& store, const Selection& selection, CsvStyle style,
                const std::string& file) {
  PartFile part{file};
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out{std::fopen(part.name().c_str(), "wb"),
                                                            &std::fclose};
  if (!out) fail(file, std::strerror(errno));
  fmt::memory_buffer rows;
  const auto flush = [&] {
    if (std::fwrite(rows.data(), 1, rows.size(), out.get()) != rows.size())
      fail(file, std::strerror(errno));
    rows.clear();
  };
  const std::vector<PointColumn> points = store.points();
  rows.append(heading(store, selection, points, style));
  for (const Finished& one : store.finished()) {
    if (!selection.has_variant(one.variant)) continue;
    const Series series = store.series(one.variant, one.replicate);
    const std::string name = csv_field(store.variants()[one.variant].name, style),
                      behind = behind_outcomes(store, one, points, style);
    for (const int month : selection.months) {
      if (month > series.months) break;
      fmt::format_to(std::back_inserter(rows), "{}{}{}{}{}", name, style.separator, one.replicate,
                     style.separator, month);
      for (const std::size_t k : selection.outcomes) add_cell(rows, series.at(month, k), style);
      fmt::format_to(std::back_inserter(rows), "{}\n", behind);
    }
    flush();
  }
  flush();
  if (std::fflush(out.get()) != 0) fail(file, std::strerror(errno));
  part.is_whole();
}

void export_netcdf(const Store& store, const Selection& selection, const std::string& title,
                   const std::string& history, const std::string& file) {
  PartFile part{file};
  if (part.is_direct())
    throw refused(file, "is no regular file, and a NetCDF file is written here and there",
                  "name a file");
  Netcdf netcdf{store, selection, title, history, part.name()};
  netcdf.write();
  part.is_whole();
}

}  // namespace swadaya
