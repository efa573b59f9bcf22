// `swadaya run` and `swadaya compare`, from outside.
#include <filesystem>

#include "sim/base/csv.hpp"
#include "sim/results/database.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ComparesAndWritesEveryFile) {
  const std::string file = file_with(
      "experiment.toml",
      std::string{small_ward} +
          "[experiment]\nname = \"two\"\nreplicates = 5\n[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
          "set = { \"socialization.meetings\" = 5 }\n");
  const std::string out = fresh("out");
  const Outcome first = program("compare " + file + " --out " + out);
  EXPECT_EQ(first.code, 0) << first.text;
  for (const char* name :
       {"experiment.toml", "manifest.json", "results.db", "series.csv", "comparison.csv"})
    EXPECT_TRUE(std::filesystem::exists(out + "/" + name)) << name;
  EXPECT_TRUE(has(text_in(out + "/series.csv"),
                  "variant,month,outcome,n,mean,sd,q05,q25,q50,q75,q95\na,0,informed,5,"));
  EXPECT_EQ(manifest_of(out)["status"], "finished");

  const Outcome again = program("compare " + file + " --out " + out);
  EXPECT_EQ(again.code, 2);
  EXPECT_TRUE(has(again.text, "--overwrite")) << again.text;
  const std::string before = text_in(out + "/series.csv");
  const std::string resolved = fresh("resolved");
  EXPECT_EQ(
      program("compare " + out + "/experiment.toml --out " + resolved + " --threads 1 --quiet")
          .code,
      0);
  EXPECT_TRUE(before == text_in(resolved + "/series.csv"));
}

TEST(Program, GivesAScenarioTheSameSeriesAloneAndInAComparison) {
  const std::string a = file_with("a.toml", small_ward),
                    b = file_with("b.toml", std::string{small_ward} + "[lending]\nnorm = 0.1\n");
  const std::string alone = fresh("alone"), together = fresh("together");
  EXPECT_EQ(program("run " + a + " --replicates 3 --threads 2 --quiet --out " + alone).code, 0);
  EXPECT_EQ(
      program("compare " + a + " " + b + " --replicates 3 --threads 1 --quiet --out " + together)
          .code,
      0);
  const std::string one = text_in(alone + "/series.csv"), two = text_in(together + "/series.csv");
  EXPECT_GT(one.size(), 10000u);
  EXPECT_EQ(one, two.substr(0, one.size()));
}

// comparison.csv and the table of results.db are one comparison.
TEST(Program, KeepsTheSameComparisonInTheDatabase) {
  const std::string a = file_with("a.toml", small_ward),
                    b = file_with("b.toml", std::string{small_ward} + "[lending]\nnorm = 0.9\n"),
                    out = fresh("out");
  const Outcome o = program("compare " + a + " " + b + " --replicates 3 --quiet --out " + out);
  ASSERT_EQ(o.code, 0) << o.text;
  const Csv csv = read_csv(out + "/comparison.csv");
  const Database database{out + "/results.db", Access::read};
  Statement row = database.statement("SELECT variant, outcome, month, difference FROM comparison");
  const std::size_t month = *csv.column("month"), difference = *csv.column("difference");
  for (const Csv::Row& line : csv.rows) {
    ASSERT_TRUE(row.next()) << line.line;
    EXPECT_EQ(row.text(0), line.fields[0]);
    EXPECT_EQ(row.text(1), line.fields[1]);
    EXPECT_EQ(std::to_string(row.whole(2)), line.fields[month]);
    fmt::memory_buffer cell;
    add_cell(cell, row.number(3));
    EXPECT_EQ(fmt::to_string(cell), "," + line.fields[difference]) << line.line;
  }
  EXPECT_FALSE(row.next());
  EXPECT_GT(csv.rows.size(), 50u);
}

}  // namespace swadaya
