// `swadaya export`, from outside.
#include <filesystem>

#include "sim/base/csv.hpp"
#include "sim/results/store.hpp"
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
