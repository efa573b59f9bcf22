#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <optional>

#include "sim/base/checksum.hpp"
#include "sim/base/statistics.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/report/report.hpp"
#include "sim/results/database.hpp"
#include "sim/results/export.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/store.hpp"
#include "sim/tables/designs.hpp"
#include "tests/fuzz/made.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

namespace {

namespace fs = std::filesystem;

// Takes numbers and texts off the front of bytes; zeros behind their end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : left_{bytes} {}
  bool empty() const { return left_.empty(); }
  template <class T>
  T next() {
    T x{};
    const std::size_t n = std::min(sizeof x, left_.size());
    std::memcpy(&x, left_.data(), n);
    left_.remove_prefix(n);
    return x;
  }
  std::string text() {
    const std::size_t asked = next<std::uint8_t>(), n = std::min(asked, left_.size());
    const std::string text{left_.substr(0, n)};
    left_.remove_prefix(n);
    return text;
  }

 private:
  std::string_view left_;
};

struct Table {
  const char *name, *key;
};
constexpr Table tables[] = {{"variant", "number"},
                            {"replicate", "number"},
                            {"metric", "name"},
                            {"series", "variant, replicate, month"},
                            {"checked", "variant, replicate"},
                            {"plan", "rowid"},
                            {"fingerprint", "what"},
                            {"world", "number, ward"},
                            {"point", "variant, key"},
                            {"comparison", "rowid"}};

// One value of one row becomes another, or the row goes. What the database doesn't take stays.
void edit(const Database& database, Bytes& bytes) {
  const Table& table = tables[bytes.next<std::uint8_t>() % std::size(tables)];
  std::vector<std::string> columns;
  Statement names =
      database.statement(fmt::format("SELECT name FROM pragma_table_info('{}')", table.name));
  while (names.next()) columns.push_back(names.text(0));
  const std::string& column = columns.at(bytes.next<std::uint8_t>() % columns.size());
  const auto row = std::int64_t{bytes.next<std::uint8_t>()};
  const std::string where =
      fmt::format(" WHERE ({0}) = (SELECT {0} FROM {1} LIMIT 1 OFFSET ?)", table.key, table.name);
  const std::string set = fmt::format("UPDATE {} SET \"{}\" = ?", table.name, column) + where;
  try {
    switch (bytes.next<std::uint8_t>() % 6) {
      case 0:
        return database.statement(set).with(bytes.next<std::int64_t>(), row).run();
      case 1:
        return database.statement(set).with(bytes.next<double>(), row).run();
      case 2:
        return database.statement(set).with(bytes.text(), row).run();
      case 3:
        return database.statement(set).with(nothing, row).run();  // NULL
      case 4:
        return database.statement(set).with(std::int64_t{bytes.next<std::int8_t>()}, row).run();
      default:
        return database.statement(fmt::format("DELETE FROM {}", table.name) + where)
            .with(row)
            .run();
    }
  } catch (const std::exception&) {
    // Two rows would have one key, or one none.
  }
}

// Checksums that hold for what stands there now, as a forger would put them.
void sign(const Database& database) {
  database.statement("INSERT OR REPLACE INTO fingerprint VALUES ('names', ?)")
      .with(checksum_of_names(database))
      .run();
  struct Run {
    std::int64_t variant, replicate;
    RowsChecksum sum;
  };
  std::vector<Run> runs;
  Statement row = database.statement("SELECT * FROM series ORDER BY variant, replicate, month");
  while (row.next()) {
    if (runs.empty() || runs.back().variant != row.whole(0) ||
        runs.back().replicate != row.whole(1))
      runs.push_back({row.whole(0), row.whole(1), {}});
    runs.back().sum.month(row.whole(2));
    for (std::size_t k = 0; k < outcomes().size(); ++k)
      runs.back().sum.value(row.number(static_cast<int>(k) + 3));
  }
  database.run("DELETE FROM checked");
  for (const Run& run : runs)
    database.statement("INSERT OR REPLACE INTO checked VALUES (?, ?, ?)")
        .with(run.variant, run.replicate, run.sum.text())
        .run();
}

// A folder of the program's own, whose files are put in its place one by one.
struct Folder {
  std::string path;
  Experiment experiment;
  explicit Folder(const char* kind)
      : path{results_folder(kind)},
        experiment{read_experiment(path + "/experiment.toml", all_models(), {})} {
    Database{path + "/results.db", Access::write}.run("PRAGMA journal_mode = DELETE");
    fs::copy_file(path + "/results.db", path + "/results.db.good");
    fs::copy_file(path + "/manifest.json", path + "/manifest.json.good");
    {
      const Database database{path + "/results.db", Access::write};
      sign(database);
    }
    must(!Store::open(path).damaged().any(), "checksums are made as the store makes them");
  }
  void put_back() const {
    std::error_code ignored;
    for (const char* rest : {"-wal", "-shm", "-journal"})
      fs::remove(path + "/results.db" + rest, ignored);
    for (const char* file : {"/results.db", "/manifest.json"})
      fs::copy_file(path + file + ".good", path + file, fs::copy_options::overwrite_existing);
  }
};

// All that `report` and `export` read.
void read_all(const Folder& folder, bool netcdf) {
  Store store = Store::open(folder.path);
  if (store.damaged().any()) return;
  store.load();
  for (const Finished& run : store.finished()) store.series(run.variant, run.replicate);
  for (std::size_t v = 0; v < store.variants().size(); ++v) {
    const Sample sample = store.sample(v), so_far = store.sample_so_far(v, {0, store.months()});
    store.values(v, store.months(), 0);
  }
  export_csv(store, everything(store), {}, folder.path + "/series.csv");
  if (netcdf)
    export_netcdf(store, everything(store), folder.experiment.name, "", folder.path + "/series.nc");
  const Presentation shown = presentation_of(folder.experiment);
  for (const ResultTable& table : shown.tables)
    must(!table.csv(folder.experiment, store, all_models()).empty(), "a table has a heading");
  must(!shown.text(folder.experiment, store, {}).empty(), "there is something to say");
  shown.json(folder.experiment, store).dump();
  report_data({folder.experiment, store, all_models(), read_manifest(folder.path), {}}).dump();
}

}  // namespace

void results(std::string_view bytes) {
  static const std::array<Folder, 3> folders{Folder{"compare"}, Folder{"sweep"}, Folder{"morris"}};
  const auto [choice, content] = choice_in(bytes);
  const Folder& folder = folders[(choice & 3) % folders.size()];
  folder.put_back();
  const std::string database = folder.path + "/results.db";
  try {
    if (choice & 8) {
      const Database edited{database, Access::write};
      edited.run("PRAGMA synchronous = OFF");
      edited.transaction([&] {
        for (Bytes left{content}; !left.empty();) edit(edited, left);
        sign(edited);
      });
    } else {
      const fs::path name =
          fs::path{folder.path}.filename() / (choice & 4 ? "manifest.json" : "results.db");
      written(name.string(), content);
    }
    read_by([&] {
      read_all(folder, (choice & 64) != 0);
      return true;
    });
  } catch (const MachineFailure&) {
    // A database that SQLite can't read is the disk's fault, too.
  }
}

}  // namespace swadaya::fuzz
