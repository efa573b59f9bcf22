#include "sim/results/world_files.hpp"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "sim/base/checksum.hpp"
#include "sim/scenario/toml.hpp"
#include "tests/files.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// Written as a results folder names it.
std::string whole(const std::string& file) { return quoted(fs::path{file}.lexically_normal()); }

Experiment reading(const std::vector<std::pair<std::string, std::string>>& files) {
  Experiment e;
  for (const auto& [households, ties] : files) {
    e.variants.emplace_back();
    e.variants.back().scenario.values = {{"world.households", households}, {"network.edges", ties}};
  }
  return e;
}

}  // namespace

TEST(WorldFiles, CopiesSmallOnesAndNamesThem) {
  const std::string h = file_with("h.csv", "id\n1\n"), g = file_with("g.graphml", "<graphml/>"),
                    other = file_with("other.csv", "id\n2\n");
  WorldFiles files;
  files.take(reading({{h, g}, {h, ""}, {other, g}}));
  EXPECT_EQ(files.checksums(),
            (std::map<std::string, std::string>{{"households-1.csv", checksum_of("id\n1\n")},
                                                {"households-2.csv", checksum_of("id\n2\n")},
                                                {"ties-1.graphml", checksum_of("<graphml/>")}}));
  const std::string folder = fs::path{h}.parent_path().string() + "/kept";
  fs::create_directories(folder);
  files.write(folder);
  EXPECT_EQ(text_in(folder + "/households-2.csv"), "id\n2\n");
  EXPECT_EQ(files.named_within("a = " + whole(h) + "\nb = " + whole(other) + "\nc = " + whole(h)),
            "a = \"households-1.csv\"\nb = \"households-2.csv\"\nc = \"households-1.csv\"");
  EXPECT_EQ(changed_file(folder, files.checksums()), "");
  std::ofstream{folder + "/households-2.csv"} << "id\n3\n";
  EXPECT_TRUE(has(changed_file(folder, files.checksums()), "households-2.csv isn't the file"));
  fs::remove(folder + "/households-2.csv");
  EXPECT_TRUE(has(changed_file(folder, files.checksums()), "households-2.csv is no longer there"));
}

TEST(WorldFiles, LeavesLargeOnesWhereTheyLie) {
  const std::string text(WorldFiles::most_copied + 1, 'x'), large = file_with("large.csv", text);
  WorldFiles files;
  files.take(reading({{large, ""}}));
  ASSERT_EQ(files.checksums().size(), 1u);
  const auto& [name, checksum] = *files.checksums().begin();
  EXPECT_TRUE(fs::path{name}.is_absolute() && has(name, "large.csv")) << name;
  EXPECT_EQ(checksum, checksum_of(text));
  EXPECT_EQ(files.named_within(quoted(name)), quoted(name));
}

}  // namespace swadaya
