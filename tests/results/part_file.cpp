#include "sim/results/part_file.hpp"

#include <filesystem>
#include <fstream>

#include "tests/files.hpp"

namespace swadaya {

TEST(PartFile, StandsInItsPlaceOnceItIsWhole) {
  const std::string file = file_with("whole.txt", "old");
  {
    PartFile part{file};
    EXPECT_FALSE(part.is_direct());
    std::ofstream{part.name()} << "new";
    EXPECT_EQ(text_in(file), "old");
    part.is_whole();
    EXPECT_EQ(text_in(file), "new");
  }
  EXPECT_EQ(text_in(file), "new");
  EXPECT_FALSE(std::filesystem::exists(file + ".part"));
}

TEST(PartFile, LeavesNothingOfWhatFailed) {
  const std::string file = file_with("failed.txt", "old");
  {
    PartFile part{file};
    std::ofstream{part.name()} << "half";
  }
  EXPECT_EQ(text_in(file), "old");
  EXPECT_FALSE(std::filesystem::exists(file + ".part"));
}

TEST(PartFile, WritesToDevicesAsTheyAre) {
  PartFile part{"/dev/null"};
  EXPECT_TRUE(part.is_direct());
  EXPECT_EQ(part.name(), "/dev/null");
  part.is_whole();
  EXPECT_TRUE(std::filesystem::exists("/dev/null"));
}

}  // namespace swadaya
