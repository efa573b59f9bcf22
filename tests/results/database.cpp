#include "sim/results/database.hpp"

#include <cmath>
#include <filesystem>
#include <gtest/gtest.h>
#include <limits>
#include <stdexcept>

#include "sim/base/error.hpp"
#include "tests/files.hpp"

namespace swadaya {

namespace {

std::string fresh(const std::string& name) {
  const std::string file = file_with(name, "");
  for (const char* ending : {"", "-wal", "-shm", "-journal"})
    std::filesystem::remove(file + ending);
  return file;
}

std::int64_t count_of(const Database& database) {
  Statement statement = database.statement("SELECT count(*) FROM t");
  EXPECT_TRUE(statement.next());
  return statement.whole(0);
}

}  // namespace

TEST(Database, GivesBackWhatWasStoredToTheBit) {
  const Database database{fresh("a b?c#d%e.db"), Access::write};
  database.run("CREATE TABLE t (w INTEGER, x REAL, s TEXT)");
  const std::string text{"quo'te; DROP TABLE t --\n…"};
  const std::int64_t large = std::numeric_limits<std::int64_t>::min() + 1;
  Statement insert = database.statement("INSERT INTO t VALUES (?, ?, ?)");
  insert.with(large, 0.1 + 0.2, text).run();
  insert.with(std::int64_t{2}, std::nan(""), std::string{}).run();
  insert.with(std::int64_t{3}, HUGE_VAL, std::string{}).run();
  Statement select = database.statement("SELECT w, x, s FROM t ORDER BY rowid");
  ASSERT_TRUE(select.next());
  EXPECT_EQ(select.whole(0), large);
  EXPECT_EQ(select.number(1), 0.1 + 0.2);
  EXPECT_EQ(select.text(2), text);
  ASSERT_TRUE(select.next());
  EXPECT_TRUE(std::isnan(select.number(1)));  // NULL, on the disk
  EXPECT_EQ(select.text(2), "");
  ASSERT_TRUE(select.next());
  EXPECT_TRUE(std::isnan(select.number(1)));
  EXPECT_FALSE(select.next());
}

TEST(Database, ATransactionIsStoredWholeOrNotAtAll) {
  Database database{fresh("a.db"), Access::write};
  database.run("CREATE TABLE t (x INTEGER PRIMARY KEY)");
  Statement& insert = database.kept("INSERT INTO t VALUES (?)");
  database.transaction([&] { insert.with(std::int64_t{1}).run(); });
  EXPECT_THROW(database.transaction([&] {
    insert.with(std::int64_t{2}).run();
    insert.with(std::int64_t{1}).run();  // stored already
  }),
               std::logic_error);
  EXPECT_EQ(count_of(database), 1);
  insert.rest();
  database.transaction([&] { insert.with(std::int64_t{3}).run(); });
  EXPECT_EQ(count_of(database), 2);
  EXPECT_EQ(&database.kept("INSERT INTO t VALUES (?)"), &insert);
}

TEST(Database, ThatIsReadIsNotWrittenTo) {
  const std::string file = fresh("a.db");
  { Database{file, Access::write}.run("CREATE TABLE t (x)"); }
  const Database reader{file, Access::read};
  EXPECT_EQ(count_of(reader), 0);
  EXPECT_THROW(reader.run("INSERT INTO t VALUES (1)"), MachineFailure);
  EXPECT_EQ(count_of(reader), 0);
}

TEST(Database, SaysWhichFileIsNone) {
  const std::string file = file_with("a.db", std::string(4096, 'x'));
  const std::string said = said_by([&] {
    Database{file, Access::write}.run("CREATE TABLE t (x)");
  });
  EXPECT_EQ(said, file + ": isn't a database of results");
  try {
    const Database database{"/nowhere/a.db", Access::write};
    ADD_FAILURE() << "a database where there is no folder";
  } catch (const MachineFailure& failure) {
    EXPECT_TRUE(has(failure.what(), "/nowhere/a.db")) << failure.what();
  }
}

}  // namespace swadaya
