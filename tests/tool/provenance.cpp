// What a results folder was made by, held against what is there.
#include "sim/tool/provenance.hpp"

#include <filesystem>
#include <fstream>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"
#include "tests/unpacked.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

void write(const std::string& file, const std::string& text) { std::ofstream{file} << text; }

// A scenario over households and ties from files beside it.
std::string from_files(const std::string& households) {
  file_with("ties.csv", "from,to\n1,2\n2,3\n3,4\n4,1\n5,6\n6,1\n");
  file_with("people.csv", households);
  return file_with("village.toml",
                   "[time]\nmonths = 6\n[world]\nfrom = \"files\"\nhouseholds = \"people.csv\"\n"
                   "[world.columns]\nleader = \"leader\"\n[network]\nedges = \"ties.csv\"\n");
}

const std::string six = "id,leader\n1,1\n2,0\n3,0\n4,0\n5,1\n6,0\n";

std::string run_of_files(const std::string& households = six) {
  const std::string out = fresh("out");
  const Outcome o =
      program("run " + from_files(households) + " --replicates 2 --quiet --out " + out);
  EXPECT_EQ(o.code, 0) << o.text;
  return out;
}

}  // namespace

// Copied, moved, its sources gone: the folder has all that it needs.
TEST(Provenance, OfAFolderGoesOnFromAnywhere) {
  const std::string out = run_of_files(), moved = fresh("elsewhere") + "/moved";
  EXPECT_EQ(text_in(out + "/households-1.csv"), six);
  EXPECT_TRUE(has(text_in(out + "/experiment.toml"), "households = \"households-1.csv\""));
  EXPECT_EQ(manifest_of(out)["files"].size(), 2u);
  fs::create_directories(moved);
  fs::remove(moved);
  fs::copy(out, moved);
  const std::string place = fs::path{out}.parent_path().string();
  fs::remove(place + "/people.csv");
  fs::remove(place + "/ties.csv");
  const std::string again = fresh("again");
  for (const std::string command : {"report ", "export ", "resume --quiet "}) {
    const Outcome o = program(command + moved);
    EXPECT_EQ(o.code, 0) << command << o.text;
  }
  const Outcome o = program("run " + moved + "/experiment.toml --quiet --out " + again);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_EQ(text_in(out + "/series.csv"), text_in(again + "/series.csv"));
  EXPECT_EQ(text_in(out + "/experiment.toml"), text_in(again + "/experiment.toml"));
  // A folder isn't emptied of what a run is to read.
  const Outcome itself = program("run " + moved + "/experiment.toml --overwrite --out " + moved);
  EXPECT_EQ(itself.code, 2);
  EXPECT_TRUE(has(itself.text, "a file that its worlds are read from")) << itself.text;
  EXPECT_TRUE(fs::exists(moved + "/households-1.csv"));
}

TEST(Provenance, RefusesToGoOnWithOtherHouseholds) {
  const std::string out = run_of_files();
  write(out + "/households-1.csv", "id,leader\n1,1\n2,1\n3,0\n4,0\n5,1\n6,0\n");
  const Outcome o = program("resume " + out + " --quiet");
  EXPECT_EQ(o.code, 2) << o.text;
  EXPECT_TRUE(has(o.text, "households-1.csv isn't the file that the worlds were read from"))
      << o.text;
  EXPECT_EQ(program("export " + out).code, 0);
  EXPECT_EQ(program("report " + out).code, 0);
  EXPECT_TRUE(has(data_of(text_in(out + "/report.html")), "\"missing\":\"files\""));
}

TEST(Provenance, KeepsLargeFilesByPathAndChecksum) {
  std::string many = "id,leader,remark\n";
  for (int i = 1; i <= 60; ++i) many += std::to_string(i) + ",0," + std::string(20'000, 'x') + "\n";
  const std::string out = run_of_files(many);
  EXPECT_FALSE(fs::exists(out + "/households-1.csv"));
  const std::string people =
      (fs::path{out}.parent_path() / "people.csv").lexically_normal().string();
  EXPECT_TRUE(has(text_in(out + "/experiment.toml"), people));
  EXPECT_EQ(program("resume " + out + " --quiet").code, 0);
  write(people, many + "61,0,x\n");
  const Outcome other = program("resume " + out + " --quiet");
  EXPECT_EQ(other.code, 2);
  EXPECT_TRUE(has(other.text, "people.csv isn't the file")) << other.text;
  fs::remove(people);
  const Outcome gone = program("resume " + out + " --quiet");
  EXPECT_EQ(gone.code, 2);
  EXPECT_TRUE(has(gone.text, "people.csv is no longer there")) << gone.text;
  for (const std::string command : {"report ", "export "}) {
    const Outcome o = program(command + out);
    EXPECT_EQ(o.code, 0) << command << o.text;
  }
}

TEST(Provenance, IsCheckedBeforeAReport) {
  const std::string out = run_of_files();
  std::string text = text_in(out + "/experiment.toml");
  text.replace(text.find("months = 6"), 10, "months = 5");
  write(out + "/experiment.toml", text);
  const Outcome o = program("report " + out);
  EXPECT_EQ(o.code, 2) << o.text;
  EXPECT_TRUE(has(o.text, "isn't what the run was begun with")) << o.text;
}

}  // namespace swadaya
