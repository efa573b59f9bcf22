#include "sim/results/export.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <netcdf.h>

#include "sim/base/csv.hpp"
#include "sim/world/boards.hpp"
#include "tests/drawn.hpp"
#include "tests/stage.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

// Two variants and two replicates, all known but the last: value = 100 v + 10 r + month of the
// first outcome, nothing for the others.
std::string folder_of(const std::string& name) {
  const Experiment e =
      experiment_from(std::string{small_ward} +
                          "[experiment]\nreplicates = 2\n[[variant]]\nname = \"a\"\n"
                          "[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n",
                      {"time.months=3"});
  const std::string folder =
      std::filesystem::path{file_with(name, "")}.parent_path().string() + "/" + name + "-store";
  Store store{folder, e, Existing::overwrite};
  for (std::size_t v = 0; v < 2; ++v)
    for (std::uint32_t r = 0; r < 2; ++r) {
      if (v == 1 && r == 1) continue;
      Series series{3, std::vector<double>(4 * outcomes().size(), std::nan(""))};
      for (std::size_t m = 0; m <= 3; ++m)
        series.values[m * outcomes().size()] = 100.0 * double(v) + 10.0 * r + double(m);
      store.add(r, {v}, {series});
    }
  return folder;
}

std::string text_of(int nc, int variable, const char* attribute) {
  std::size_t length = 0;
  EXPECT_EQ(nc_inq_attlen(nc, variable, attribute, &length), NC_NOERR) << attribute;
  std::string text(length, ' ');
  EXPECT_EQ(nc_get_att_text(nc, variable, attribute, text.data()), NC_NOERR) << attribute;
  return text;
}

}  // namespace

TEST(Export, CsvHasARowAMonth) {
  Store store = Store::open(folder_of("csv"));
  store.load();
  const std::string file = store.folder() + "/replicates.csv";
  export_csv(store, everything(store), {}, file);
  const Csv csv = read_csv(file);
  ASSERT_EQ(csv.names.size(), 3 + outcomes().size() + 1 + 2);
  const std::size_t norm = 3 + outcomes().size();
  EXPECT_EQ(csv.names[norm], "lending.norm");
  EXPECT_EQ(csv.rows[0].fields[norm], "3.5");
  EXPECT_EQ(csv.rows.back().fields[norm], "0.1") << "as it is written";
  EXPECT_EQ(csv.names[norm + 1], "standing");
  EXPECT_EQ(csv.names[norm + 2], "honesty");
  const Board board = board_of(Dice{1, 1}, 0);  // variant a, replicate 1
  EXPECT_EQ(std::stof(csv.rows[6].fields[norm + 1]), board.standing);
  EXPECT_EQ(std::stod(csv.rows[6].fields[norm + 2]), board.honesty);
  EXPECT_EQ(csv.names[3], outcomes()[0].name);
  ASSERT_EQ(csv.rows.size(), 3u * 4u);
  EXPECT_EQ(csv.rows[6].fields[0], "a");
  EXPECT_EQ(csv.rows[6].fields[1], "1");
  EXPECT_EQ(csv.rows[6].fields[2], "2");
  EXPECT_EQ(csv.rows[6].fields[3], "12");
  EXPECT_EQ(csv.rows[6].fields[4], "");
  EXPECT_FALSE(std::filesystem::exists(file + ".part"));
}

TEST(Export, CsvHasDecimalCommasAndWhatIsSelected) {
  Store store = Store::open(folder_of("commas"));
  const std::string file = store.folder() + "/replicates.csv";
  const std::string first = outcomes()[0].name;
  export_csv(store, selection_of(store, {{first}, {"1,3"}, {"b"}}), decimal_commas, file);
  const std::string text = text_in(file);
  EXPECT_TRUE(has(text, "variant;replicate;month;" + first + ";lending.norm;standing;honesty\n"))
      << text;
  EXPECT_TRUE(has(text, "\nb;0;3;103;0,1;")) << text;
  EXPECT_FALSE(has(text, ".1")) << text;
  const Csv csv = read_csv(file);
  ASSERT_EQ(csv.rows.size(), 2u);
  std::vector<Problem> problems;
  EXPECT_EQ(number_in(csv, csv.rows[0], 4, 0, problems), 0.1);
  EXPECT_EQ(number_in(csv, csv.rows[0], 6, 0, problems), board_of(Dice{1, 0}, 0).honesty);
  EXPECT_TRUE(problems.empty());
}

TEST(Export, NetcdfHasWhatIsSelected) {
  Store store = Store::open(folder_of("part"));
  const std::string file = store.folder() + "/part.nc";
  const std::string first = outcomes()[0].name;
  export_netcdf(store, selection_of(store, {{first}, {"1,3"}, {"b"}}), "", "", file);
  int nc = 0, id = 0;
  ASSERT_EQ(nc_open(file.c_str(), NC_NOWRITE, &nc), NC_NOERR);
  ASSERT_EQ(nc_inq_varid(nc, first.c_str(), &id), NC_NOERR);
  int dimensions[3];
  ASSERT_EQ(nc_inq_vardimid(nc, id, dimensions), NC_NOERR);
  for (int d = 0; d < 3; ++d) {
    std::size_t length = 0;
    ASSERT_EQ(nc_inq_dimlen(nc, dimensions[d], &length), NC_NOERR);
    EXPECT_EQ(length, d == 2 ? 2u : 1u);  // b has the first replicate alone
  }
  double values[2];
  ASSERT_EQ(nc_get_var_double(nc, id, values), NC_NOERR);
  EXPECT_EQ(values[0], 101);
  EXPECT_EQ(values[1], 103);
  double norm = 0;
  ASSERT_EQ(nc_inq_varid(nc, "lending_norm", &id), NC_NOERR);
  ASSERT_EQ(nc_get_var_double(nc, id, &norm), NC_NOERR);
  EXPECT_EQ(norm, 0.1);
  int months[2];
  ASSERT_EQ(nc_inq_varid(nc, "month", &id), NC_NOERR);
  ASSERT_EQ(nc_get_var_int(nc, id, months), NC_NOERR);
  EXPECT_EQ(months[1], 3);
  EXPECT_NE(nc_inq_varid(nc, outcomes()[1].name.c_str(), &id), NC_NOERR);
  nc_close(nc);
}

TEST(Export, NetcdfHasACubeAnOutcome) {
  Store store = Store::open(folder_of("netcdf"));
  store.load();
  const std::string file = store.folder() + "/replicates.nc";
  export_netcdf(store, everything(store), "A title", "2026-01-02T03:04:05Z: swadaya run", file);
  int nc = 0, id = 0;
  ASSERT_EQ(nc_open(file.c_str(), NC_NOWRITE, &nc), NC_NOERR);
  ASSERT_EQ(nc_inq_varid(nc, outcomes()[0].name.c_str(), &id), NC_NOERR);
  int dimensions[3];
  ASSERT_EQ(nc_inq_vardimid(nc, id, dimensions), NC_NOERR);
  const char* const names[3] = {"variant", "replicate", "month"};
  for (int d = 0; d < 3; ++d) {
    char name[NC_MAX_NAME + 1];
    std::size_t length = 0;
    ASSERT_EQ(nc_inq_dim(nc, dimensions[d], name, &length), NC_NOERR);
    EXPECT_STREQ(name, names[d]);
    EXPECT_EQ(length, d == 2 ? 4u : 2u);
  }
  double values[2][2][4];
  ASSERT_EQ(nc_get_var_double(nc, id, &values[0][0][0]), NC_NOERR);
  EXPECT_EQ(values[0][1][2], 12);
  EXPECT_EQ(values[1][0][3], 103);
  EXPECT_TRUE(std::isnan(values[1][1][0]));
  char text[64] = {};
  ASSERT_EQ(nc_get_att_text(nc, NC_GLOBAL, "Conventions", text), NC_NOERR);
  EXPECT_STREQ(text, "CF-1.8");
  EXPECT_EQ(text_of(nc, NC_GLOBAL, "history"), "2026-01-02T03:04:05Z: swadaya run");
  EXPECT_EQ(text_of(nc, id, "coordinates"), "first_world lending_norm");
  double norm[2];
  ASSERT_EQ(nc_inq_varid(nc, "lending_norm", &id), NC_NOERR);
  ASSERT_EQ(nc_get_var_double(nc, id, norm), NC_NOERR);
  EXPECT_EQ(norm[0], 3.5);
  EXPECT_EQ(norm[1], 0.1);
  EXPECT_EQ(text_of(nc, id, "key"), "lending.norm");
  double standing[2];  // replicate, ward
  ASSERT_EQ(nc_inq_varid(nc, "standing", &id), NC_NOERR);
  int over = 0;
  ASSERT_EQ(nc_inq_varndims(nc, id, &over), NC_NOERR);
  EXPECT_EQ(over, 2);
  ASSERT_EQ(nc_get_var_double(nc, id, standing), NC_NOERR);
  EXPECT_EQ(standing[1], double{board_of(Dice{1, 1}, 0).standing});
  ASSERT_EQ(nc_inq_varid(nc, "replicate", &id), NC_NOERR);
  EXPECT_TRUE(has(text_of(nc, id, "long_name"), "draw of the parameters"));
  ASSERT_EQ(nc_inq_varid(nc, "cost_kRp", &id), NC_NOERR);
  EXPECT_EQ(text_of(nc, id, "unit_text"), "kRp a ward");
  std::size_t length = 0;
  for (const OutcomeInfo& info : outcomes()) {
    ASSERT_EQ(nc_inq_varid(nc, info.name.c_str(), &id), NC_NOERR) << info.name;
    // Of UDUNITS, which has no currencies and no households.
    const std::string units = text_of(nc, id, "units");
    EXPECT_TRUE(units == "1" || units == "month") << info.name << ": " << units;
    EXPECT_EQ(nc_inq_attlen(nc, id, "long_name", &length), NC_NOERR);
  }
  nc_close(nc);
}

// Two worlds share each draw of a sample of parameters.
TEST(Export, NetcdfSaysWhichDrawAWorldHad) {
  const Experiment e = over("lending.tau\n0.2\n0.4\n0.6\n", 4);
  const int months = e.variants[0].scenario.months;
  const std::string folder = store_of("netcdf-drawn");
  {
    Store store{folder, e, Existing::overwrite};
    for (std::uint32_t r = 0; r < 4; ++r)
      store.add(r, {0, 1}, {series_of(0.5, months), series_of(0.6, months)});
  }
  const Store store = Store::open(folder);
  ASSERT_GT(store.worlds_per_draw(), 0u);
  const std::string file = folder + "/drawn.nc";
  export_netcdf(store, everything(store), "", "", file);
  int nc = 0, id = 0;
  ASSERT_EQ(nc_open(file.c_str(), NC_NOWRITE, &nc), NC_NOERR);
  ASSERT_EQ(nc_inq_varid(nc, "draw", &id), NC_NOERR);
  unsigned draws[4];
  ASSERT_EQ(nc_get_var_uint(nc, id, draws), NC_NOERR);
  for (unsigned r = 0; r < 4; ++r) EXPECT_EQ(draws[r], r / store.worlds_per_draw());
  ASSERT_EQ(nc_inq_varid(nc, "recovery", &id), NC_NOERR);
  EXPECT_TRUE(has(text_of(nc, id, "coordinates"), " draw"));
  nc_close(nc);
}

// A point with worlds of its own: a row a variant, too. Of three wards CSV has no column.
TEST(Export, SaysWhatEachWorldsBoardsWereGiven) {
  Experiment e = experiment_from(std::string{small_ward} +
                                     "[experiment]\nreplicates = 2\n[[variant]]\nname = \"a\"\n"
                                     "[[variant]]\nname = \"b\"\n",
                                 {"world.wards_per_area=3", "time.months=3"});
  e.variants[1].first_world = 40;
  const std::string folder = store_of("boards");
  {
    Store store{folder, e, Existing::overwrite};
    for (std::uint32_t r = 0; r < 2; ++r)
      for (std::size_t v = 0; v < 2; ++v) store.add(r, {v}, {series_of(0.5, 3)});
  }
  const Store store = Store::open(folder);
  EXPECT_FALSE(store.damaged().any()) << store.damaged().what;
  export_csv(store, everything(store), {}, folder + "/boards.csv");
  EXPECT_NE(read_csv(folder + "/boards.csv").names.back(), "honesty");
  export_netcdf(store, everything(store), "", "", folder + "/boards.nc");
  int nc = 0, id = 0;
  ASSERT_EQ(nc_open((folder + "/boards.nc").c_str(), NC_NOWRITE, &nc), NC_NOERR);
  ASSERT_EQ(nc_inq_varid(nc, "honesty", &id), NC_NOERR);
  double honesty[2][2][3];
  ASSERT_EQ(nc_get_var_double(nc, id, &honesty[0][0][0]), NC_NOERR);
  EXPECT_EQ(honesty[0][1][2], board_of(Dice{e.seed, 1}, 2).honesty);
  EXPECT_EQ(honesty[1][1][2], board_of(Dice{e.seed, 41}, 2).honesty);
  nc_close(nc);
}

TEST(Export, SaysWhereItCannotWrite) {
  Store store = Store::open(folder_of("nowhere"));
  store.load();
  EXPECT_THROW(export_csv(store, everything(store), {}, "/nowhere/at/all.csv"), MachineFailure);
  EXPECT_THROW(export_netcdf(store, everything(store), "", "", "/nowhere/at/all.nc"),
               MachineFailure);
}

}  // namespace swadaya
