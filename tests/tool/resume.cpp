// `swadaya resume`: more worlds, and databases that somebody has changed.
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "sim/results/database.hpp"
#include "sim/results/store.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

const std::string two_variants =
    std::string{small_ward} +
    "[experiment]\nreplicates = 3\noutcomes = [\"informed\"]\n[[variant]]\nname = \"a\"\n"
    "[[variant]]\nname = \"b\"\nset = { \"socialization.meetings\" = 4 }\n";

std::string compared(const std::string& name, const std::string& more = "",
                     const std::string& toml = two_variants) {
  const std::string out = fresh(name);
  const Outcome o = program("compare " + file_with("x.toml", toml) + " --set time.months=8 " +
                            more + " --quiet --out " + out);
  EXPECT_TRUE(o.code == 0 || o.code == 130) << o.text;
  return out;
}

}  // namespace

TEST(Resume, AddsWorldsAsIfTheyHadBeenAskedForAtOnce) {
  const std::string few = compared("few"), many = compared("many", "--replicates 7");
  const std::string rows = [&] {
    program("export " + few);
    return text_in(few + "/replicates.csv");
  }();
  const Outcome o = program("resume " + few + " --replicates 7 --quiet");
  EXPECT_EQ(o.code, 0) << o.text;
  expect_same_results(few, many, {"series.csv", "comparison.csv", "experiment.toml"});
  EXPECT_EQ(manifest_of(few)["replicates"], 7);
  EXPECT_EQ(manifest_of(few)["complete_replicates"], 7);
  EXPECT_TRUE(has(text_in(few + "/experiment.toml"), "replicates = 7\n"));
  // Each row that was there is there.
  program("export " + few);
  const std::string now = text_in(few + "/replicates.csv");
  std::istringstream lines{rows};
  for (std::string line; std::getline(lines, line);) EXPECT_TRUE(has(now, line + "\n"));
  EXPECT_EQ(program("resume " + few + " --quiet").code, 0);
  EXPECT_EQ(program("report " + few).code, 0);
}

TEST(Resume, AddsWorldsToWhatWasStopped) {
  const std::string few = compared("few", "--replicates 40 --max-time 0.02s"),
                    many = compared("many", "--replicates 44");
  EXPECT_EQ(program("resume " + few + " --replicates 44 --quiet").code, 0);
  expect_same_results(few, many, {"series.csv", "experiment.toml"});
}

TEST(Resume, TakesNoWorldsAway) {
  const std::string out = compared("out");
  const std::string before = text_in(out + "/experiment.toml");
  const Outcome fewer = program("resume " + out + " --replicates 2");
  EXPECT_EQ(fewer.code, 2);
  EXPECT_TRUE(has(fewer.text, "--replicates = 2") && has(fewer.text, "has 3 already"))
      << fewer.text;
  EXPECT_EQ(text_in(out + "/experiment.toml"), before);
  EXPECT_EQ(program("resume " + out + " --replicates 3 --quiet").code, 0);
  EXPECT_EQ(program("resume " + out + " --replicates 0").code, 2);
}

TEST(Resume, RefusesMoreWorldsWhereTheyAreAPartOfTheDesign) {
  for (const auto& [command, search, file] : searches) {
    const std::string out = fresh(command);
    ASSERT_EQ(
        program(command + " " + file_with(command + ".toml", search) + " --quiet --out " + out)
            .code,
        0);
    const Outcome o = program("resume " + out + " --replicates 9");
    EXPECT_EQ(o.code, 2) << o.text;
    EXPECT_TRUE(has(o.text, "of which the number of worlds is a part")) << o.text;
    EXPECT_EQ(program("resume " + out + " --quiet").code, 0);
  }
  const std::string kept = fresh("kept");
  ASSERT_EQ(program("run " + file_with("one.toml", small_ward) +
                    " --checkpoint 6 --replicates 2 --quiet --out " + kept)
                .code,
            0);
  const Outcome checkpoint = program("resume " + kept + " --replicates 9");
  EXPECT_EQ(checkpoint.code, 2) << checkpoint.text;
  EXPECT_TRUE(has(checkpoint.text, "keeps a checkpoint")) << checkpoint.text;
}

// Further worlds take further draws: those that were there keep theirs.
TEST(Resume, AddsDrawsOfParametersWithTheirWorlds) {
  file_with("draws.csv", "lending.norm\n0.1\n0.5\n0.9\n");
  std::string drawn = two_variants;
  drawn.replace(drawn.find("replicates = 3"), 14, "replicates = 3\nposterior = \"draws.csv\"");
  const std::string few = compared("few-draws", "", drawn),
                    many = compared("many-draws", "--replicates 12", drawn);
  EXPECT_EQ(program("resume " + few + " --replicates 12 --quiet").code, 0);
  expect_same_results(few, many, {"series.csv", "comparison.csv", "experiment.toml"});
}

// A kill between experiment.toml and the database leaves the old or the new number.
TEST(Resume, GoesOnWhereAddingWorldsWasCutOff) {
  const std::string few = compared("few"), many = compared("many", "--replicates 5");
  const std::string before = text_in(few + "/experiment.toml");
  for (const bool is_written : {false, true}) {
    Store store = Store::open(few, Access::write);
    auto fingerprint = store.fingerprint();
    fingerprint["experiment with more worlds"] = [&] {
      return Store::open(many).fingerprint().at("experiment");
    }();
    store.keep_fingerprint(fingerprint, 3);
    if (is_written) std::ofstream{few + "/experiment.toml"} << text_in(many + "/experiment.toml");
  }
  EXPECT_EQ(program("report " + few).code, 0);
  EXPECT_EQ(program("resume " + few + " --quiet").code, 0);
  expect_same_results(few, many, {"series.csv", "experiment.toml"});
  EXPECT_NE(text_in(few + "/experiment.toml"), before);
}

namespace {

// Changes that a hand or a fault may make; each leaves a database that SQLite takes.
const std::vector<std::string> changes{
    "UPDATE series SET informed = informed + 1e-9 WHERE month = 3",
    "UPDATE series SET informed = 7 WHERE variant = 1",
    "UPDATE series SET informed = -7",
    "UPDATE series SET informed = 1e308",
    "UPDATE series SET informed = 9e999",
    "UPDATE series SET informed = -9e999",
    "UPDATE series SET informed = NULL",
    "UPDATE series SET informed = 'much'",
    "UPDATE series SET informed = ''",
    "UPDATE series SET informed = x'ff00ff'",
    "UPDATE series SET informed = zeroblob(100000) WHERE month = 1 AND variant = 0",
    "UPDATE series SET cost_kRp = cost_kRp || ' kRp'",
    "UPDATE series SET month = -month WHERE month > 0",
    "UPDATE series SET month = month + 1000000",
    "UPDATE series SET month = 9223372036854775807 WHERE month = 8",
    "UPDATE series SET month = -9223372036854775808 WHERE month = 0",
    "UPDATE series SET month = 2147483647 WHERE month = 8",
    "UPDATE series SET month = 'may' WHERE month = 5",
    "UPDATE series SET month = 4.5 WHERE month = 5",
    "UPDATE series SET month = 1008 - month; UPDATE series SET month = month - 1000",
    "UPDATE series SET variant = variant + 100; UPDATE series SET variant = variant - 99",
    "UPDATE series SET variant = -1 WHERE variant = 1",
    "UPDATE series SET variant = 101 - variant; UPDATE series SET variant = variant - 100",
    "UPDATE series SET variant = 4294967296 WHERE variant = 1",
    "UPDATE series SET variant = 'b' WHERE variant = 1",
    "UPDATE series SET replicate = replicate + 100; UPDATE series SET replicate = replicate - 99",
    "UPDATE series SET replicate = -1 WHERE replicate = 0",
    "UPDATE series SET replicate = 4294967296 WHERE replicate = 0",
    "UPDATE series SET replicate = 102 - replicate; UPDATE series SET replicate = replicate - 100",
    "DELETE FROM series",
    "DELETE FROM series WHERE month = 8",
    "DELETE FROM series WHERE month = 0",
    "DELETE FROM series WHERE variant = 1",
    "DELETE FROM series WHERE replicate = 1",
    "INSERT INTO series (variant, replicate, month) SELECT 5, replicate, month FROM series WHERE "
    "variant = 0",
    "INSERT INTO series (variant, replicate, month) SELECT 0, 17, month FROM series WHERE variant = "
    "0 AND replicate = 0",
    "INSERT INTO series (variant, replicate, month) VALUES (0, 0, 9), (0, 0, 1000000000)",
    "UPDATE variant SET number = number + 100; UPDATE variant SET number = number - 99",
    "UPDATE variant SET number = -number",
    "UPDATE variant SET number = 9223372036854775807 WHERE number = 1",
    "UPDATE variant SET name = 'a'",
    "UPDATE variant SET name = NULL",
    "UPDATE variant SET title = 3.5",
    "UPDATE variant SET baseline = 0",
    "UPDATE variant SET baseline = 1",
    "UPDATE variant SET baseline = 'yes'",
    "UPDATE variant SET first_world = -1",
    "UPDATE variant SET first_world = 1e300",
    "DELETE FROM variant",
    "DELETE FROM variant WHERE number = 1",
    "INSERT INTO variant VALUES (2, 'c', 'C', 0, 0)",
    "INSERT INTO variant SELECT 100000, 'c', 'C', 0, 0",
    "UPDATE replicate SET number = number + 1000000000",
    "UPDATE replicate SET number = -1 - number",
    "UPDATE replicate SET seed = 2",
    "UPDATE replicate SET seed = 'x'",
    "UPDATE replicate SET status = 'begun'",
    "UPDATE replicate SET status = NULL",
    "DELETE FROM replicate",
    "DELETE FROM replicate WHERE number = 2",
    "INSERT INTO replicate VALUES (3, 1, 'finished')",
    "WITH RECURSIVE n (x) AS (SELECT 3 UNION ALL SELECT x + 1 FROM n WHERE x < 50000) INSERT INTO "
    "replicate SELECT x, 1, 'finished' FROM n",
    "DELETE FROM metric",
    "UPDATE metric SET unit = 'kRp'",
    "UPDATE metric SET name = NULL WHERE name = 'informed'",
    "UPDATE metric SET higher_is_better = 'no' WHERE name = 'informed'",
    "UPDATE plan SET replicates = 4",
    "UPDATE plan SET replicates = 4000000000",
    "UPDATE plan SET replicates = -1",
    "UPDATE plan SET replicates = NULL",
    "UPDATE plan SET months = 2147483647",
    "UPDATE plan SET months = -8",
    "UPDATE plan SET seed = -1",
    "UPDATE plan SET seed = 'x'",
    "DELETE FROM plan",
    "INSERT INTO plan VALUES (9, 9, 9, 0, 1)",
    "UPDATE plan SET wards = 7",
    "UPDATE world SET standing = 3",
    "DELETE FROM world WHERE number = 1",
    "INSERT INTO world VALUES (17, 0, 0.5, 0.5)",
    "DROP TABLE world",
    "DELETE FROM checked",
    "DELETE FROM checked WHERE variant = 1",
    "UPDATE checked SET checksum = NULL",
    "UPDATE checked SET checksum = 'x' WHERE replicate = 1",
    "UPDATE checked SET replicate = 999999999 WHERE replicate = 1",
    "INSERT INTO checked VALUES (1, 17, '0123456789abcdef')",
    "INSERT INTO checked VALUES ('b', 'x', 'y')",
    "DELETE FROM fingerprint",
    "UPDATE fingerprint SET checksum = '0'",
    "UPDATE fingerprint SET checksum = NULL WHERE what = 'experiment'",
    "DELETE FROM fingerprint WHERE what = 'version'",
    "INSERT INTO fingerprint VALUES ('file nowhere.csv', '0')",
    "DROP TABLE series",
    "DROP TABLE variant",
    "DROP TABLE replicate",
    "DROP TABLE metric",
    "DROP TABLE checked",
    "DROP TABLE fingerprint",
    "DROP TABLE plan",
    "ALTER TABLE series ADD COLUMN more REAL",
    "ALTER TABLE series DROP COLUMN informed",
    "ALTER TABLE series RENAME COLUMN informed TO uninformed",
    "ALTER TABLE variant RENAME TO variants",
    "DROP TABLE series; CREATE VIEW series AS WITH RECURSIVE n (x) AS (SELECT 0 UNION ALL SELECT x + "
    "1 FROM n) SELECT x AS variant, x AS replicate, x AS month FROM n",
    "CREATE TRIGGER forever AFTER INSERT ON series BEGIN INSERT OR REPLACE INTO series SELECT * FROM "
    "series; END",
    "CREATE TRIGGER never BEFORE DELETE ON series BEGIN SELECT raise(ABORT, 'no'); END",
    "CREATE INDEX other ON series (variant)",
    "PRAGMA user_version = 7",
    "CREATE TABLE mine (x)",
    "VACUUM",
    "PRAGMA journal_mode = DELETE"};

// A program that loops is stopped by the seconds that it computes, a few hundred times what it
// needs.
Outcome limited(const std::string& arguments) {
  return outcome_of("bash -c 'ulimit -t 60; exec " SWADAYA_PROGRAM " " + arguments + "'");
}

}  // namespace

// Whatever somebody does to results.db: each command refuses it with words, or says what was stored
// before; `resume` refuses it or makes it whole. None says anything else, crashes or goes on for
// ever.
TEST(Resume, NoAlteredDatabaseIsToldAsIfItWereWhole) {
  const std::string whole = compared("whole"), out = fresh("out");
  ASSERT_EQ(program("export " + whole).code, 0);
  const std::string rows = text_in(whole + "/replicates.csv");
  ASSERT_GE(changes.size(), 100u);
  std::map<int, int> codes;  // of resume
  const auto expect_told = [](const Outcome& o, const std::string& what) {
    EXPECT_TRUE(o.code == 0 || o.code == 2 || o.code == 3) << what << ": " << o.code << o.text;
    EXPECT_FALSE(o.code != 0 && o.text.empty()) << what;
    EXPECT_FALSE(has(o.text, "fault of the program")) << what << o.text;
    return o.code == 0;
  };
  for (const std::string& change : changes) {
    fs::remove_all(out);
    fs::copy(whole, out);
    fs::remove(out + "/replicates.csv");
    ASSERT_NO_THROW((Database{out + "/results.db", Access::write}.run(change))) << change;
    const bool exported = expect_told(limited("export " + out), change + ", export");
    if (exported) {
      EXPECT_EQ(text_in(out + "/replicates.csv"), rows) << change;
    }
    EXPECT_EQ(expect_told(limited("report " + out), change + ", report"), exported) << change;
    const Outcome resumed = limited("resume " + out + " --quiet --threads 1");
    ++codes[resumed.code];
    if (!expect_told(resumed, change + ", resume")) continue;
    EXPECT_EQ(program("export " + out).code, 0) << change;
    EXPECT_EQ(text_in(out + "/replicates.csv"), rows) << change;
    EXPECT_EQ(text_in(out + "/series.csv"), text_in(whole + "/series.csv")) << change;
  }
  EXPECT_GT(codes[0], 40);  // what is damaged is run again
  EXPECT_GT(codes[2], 40);  // what names it can't be made again
}

}  // namespace swadaya
