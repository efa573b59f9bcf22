#include "sim/results/schema.hpp"

#include <filesystem>
#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

namespace {

// What is said of the tables that `sql` leaves.
std::string said_of(const std::string& sql) {
  const std::string file = file_with("results.db", "");
  std::filesystem::remove(file);
  Database database{file, Access::write};
  if (sql != "none") {
    make_tables(database);
    database.run(sql);
  }
  return said_by(
      [&] { check_tables(database, std::filesystem::path{file}.parent_path().string()); });
}

}  // namespace

TEST(Schema, TakesItsOwnTablesAndWhatHarmsNothing) {
  for (const char* sql : {"", "CREATE TABLE mine (x)", "CREATE VIEW v AS SELECT * FROM series",
                          "CREATE TABLE mine (x); CREATE INDEX i ON mine (x)", "ANALYZE"})
    EXPECT_EQ(said_of(sql), "") << sql;
}

TEST(Schema, RefusesOtherTablesByName) {
  const auto expect = [](const char* sql, const char* text) {
    const std::string said = said_of(sql);
    EXPECT_TRUE(has(said, text)) << sql << ": " << said;
  };
  expect("none", "was stopped before it began");
  expect("DROP TABLE checked", "no table `checked`");
  expect("ALTER TABLE variant ADD COLUMN x", "table `variant` isn't as this version writes it");
  expect("ALTER TABLE series DROP COLUMN recovery", "table `series` isn't as");
  expect("ALTER TABLE metric RENAME TO metrics", "no table `metric`");
  expect("DROP TABLE plan; CREATE VIEW plan AS SELECT 1 AS replicates, 1 AS seed, 1 AS months",
         "no table `plan`");
  expect("CREATE INDEX i ON series (recovery)", "has the index `i`");
  expect("CREATE TRIGGER t AFTER INSERT ON series BEGIN DELETE FROM checked; END",
         "has the trigger `t`");
}

}  // namespace swadaya
