// `swadaya export`, from outside.
#include <algorithm>
#include <filesystem>

#include "sim/base/csv.hpp"
#include "sim/results/store.hpp"
#include "tests/sheets.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ExportsEveryReplicate) {
  const std::string out = fresh("out");
  const std::string run = "run " + file_with("small.toml", small_ward) + " --set time.months=3";
  ASSERT_EQ(program(run + " --replicates 2 --quiet --out " + out).code, 0);
  const Outcome o = program("export " + out);
  EXPECT_EQ(o.text, out + "/replicates.csv\n");
  const Csv csv = read_csv(out + "/replicates.csv");
  EXPECT_EQ(csv.rows.size(), 2u * 4);  // replicates, months from 0
  EXPECT_TRUE(csv.column("informed").has_value());
  const std::string elsewhere = fresh("all.nc");
  EXPECT_EQ(program("export " + out + " --format netcdf --out " + elsewhere).code, 0);
  EXPECT_TRUE(has(text_in(elsewhere), "informed"));
  EXPECT_TRUE(has(text_in(elsewhere), "Z: ")) << "history: when it was run";
  EXPECT_EQ(program("export " + fresh("nowhere")).code, 2);
}

TEST(Program, ExportsAWorkbookAndWhatIsAskedFor) {
  const std::string out = fresh("out"), small = file_with("small.toml", small_ward);
  ASSERT_EQ(program("compare " + small + " " + file_with("other.toml", small_ward) +
                    " --set time.months=12 --replicates 2 --quiet --out " + out)
                .code,
            0);
  Outcome o = program("export " + out + " --format xlsx");
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_EQ(o.text, out + "/results.xlsx\n");
  EXPECT_EQ(sheet_names(out + "/results.xlsx").size(), 6u);
  EXPECT_TRUE(has(sheet_of(out + "/results.xlsx", "read me")[2][1].text, "compare "));
  const std::string once = text_in(out + "/results.xlsx");
  EXPECT_EQ(program("export " + out + " --format xlsx").code, 0);
  EXPECT_EQ(text_in(out + "/results.xlsx"), once) << "the same bytes";

  o = program("export " + out + " --out - --decimal comma --outcomes recovery --months 12,3-4");
  EXPECT_TRUE(has(o.text, "variant;replicate;month;recovery;")) << o.text;
  EXPECT_EQ(std::count(o.text.begin(), o.text.end(), '\n'), 1 + 2 * 2 * 3) << o.text;

  for (const char* format : {"csv", "netcdf", "xlsx"}) {
    const std::string file = fresh(std::string{"wrong."} + format);
    o = program("export " + out + " --outcomes recovry --months 13 --variants zzz --format " +
                format + " --out " + file);
    EXPECT_EQ(o.code, 2) << format;
    EXPECT_TRUE(has(o.text, "did you mean `recovery`?") && has(o.text, "13") && has(o.text, "zzz"))
        << o.text;
    EXPECT_FALSE(std::filesystem::exists(file)) << format;
  }
  for (const char* wrong : {" --format xlsx --decimal comma", " --format netcdf --decimal comma",
                            " --format xlsx --out -", " --decimal semicolon", " --format ods"})
    EXPECT_EQ(program("export " + out + wrong).code, 2) << wrong;
  EXPECT_EQ(program("export " + out + " --format xlsx --out /dev/null").code, 2);
  // It counts as a result: a run in its place replaces it.
  EXPECT_EQ(program("run " + small + " --replicates 1 --quiet --overwrite --out " + out).code, 0);
  EXPECT_FALSE(std::filesystem::exists(out + "/results.xlsx"));
}

TEST(Program, ExportsToStandardOutputAndThroughLinks) {
  const std::string out = fresh("out");
  EXPECT_EQ(
      program("run " + file_with("small.toml", small_ward) + " --replicates 2 --quiet --out " + out)
          .code,
      0);
  EXPECT_EQ(program("export " + out).code, 0);
  const Outcome o = program("export " + out + " --out -");
  EXPECT_EQ(o.text, text_in(out + "/replicates.csv"));
  EXPECT_FALSE(std::filesystem::exists("-"));
  const std::string link = fresh("link.csv");
  std::filesystem::create_symlink(link + ".target", link);
  EXPECT_EQ(program("export " + out + " --out " + link).code, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(text_in(link + ".target"), o.text);
  EXPECT_EQ(program("export " + out + " --format netcdf --out -").code, 2);
}

}  // namespace swadaya
