#include "sim/results/folder.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <thread>

#include "tests/files.hpp"
#include "tests/killed.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

std::string own_folder() {
  const std::string folder = fs::path{file_with("x", "")}.parent_path().string() + "/results";
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}
void write(const std::string& file) {
  write_whole(file + ".new", ""), fs::rename(file + ".new", file);
}

}  // namespace

TEST(Folder, WritesAFileWholeOrNotAtAll) {
  const std::string folder = own_folder();
  write_whole(folder + "/series.csv", "one");
  write_whole(folder + "/series.csv", "two");
  EXPECT_EQ(text_in(folder + "/series.csv"), "two");
  EXPECT_EQ(code_of_killed([&] {
              limit_files(100);
              try {
                write_whole(folder + "/series.csv", std::string(1000, 'x'));
              } catch (const MachineFailure& error) {
                return has(error.what(), "series.csv") ? 3 : 4;
              }
              return 5;
            }),
            3);
  EXPECT_EQ(text_in(folder + "/series.csv"), "two");
  EXPECT_EQ(std::distance(fs::directory_iterator{folder}, {}), 1);
}

TEST(Folder, IsMadeWithTheFoldersAboveIt) {
  const std::string folder = own_folder();
  make_folder(folder + "/a/b");
  make_folder(folder + "/a/b");
  EXPECT_TRUE(fs::is_directory(folder + "/a/b"));
  write(folder + "/file");
  EXPECT_TRUE(has(said_by([&] { make_folder(folder + "/file"); }),
                  "/file: is a file, not a folder; name another place with --out"));
  EXPECT_TRUE(has(said_by([&] { make_folder(folder + "/file/below"); }), "can't be made: "));
}

TEST(Folder, IsOursByWhatItHoldsAndEmptiedOfNothingElse) {
  const std::string folder = own_folder();
  EXPECT_FALSE(holds_results(folder));
  write(folder + "/.lock");
  EXPECT_FALSE(holds_results(folder));  // a run that has written nothing yet
  for (const char* name : {"/checkpoint-36.bin", "/checkpoint-6.bin.part", "/series.csv",
                           "/report.html.part", "/results.db"})
    write(folder + name);
  EXPECT_TRUE(holds_results(folder));
  write(folder + "/thesis.tex");
  write(folder + "/checkpoint-x.bin");
  EXPECT_TRUE(holds_results(folder));  // as long as the database is there
  empty_folder(folder);
  EXPECT_TRUE(fs::exists(folder + "/thesis.tex"));
  EXPECT_TRUE(fs::exists(folder + "/checkpoint-x.bin"));
  EXPECT_EQ(std::distance(fs::directory_iterator{folder}, {}), 3);  // and the lock
  EXPECT_TRUE(has(said_by([&] { holds_results(folder); }), "holds other files and no results"));
}

TEST(Folder, IsLockedByOneAtATime) {
  const std::string folder = own_folder();
  {
    const FolderLock lock{folder};
    EXPECT_TRUE(has(said_by([&] { FolderLock{folder}; }), "is being written by another run"));
  }
  EXPECT_FALSE(fs::exists(folder + "/.lock"));
  EXPECT_EQ(said_by([&] { FolderLock{folder}; }), "");
  // A killed run's lock goes with it.
  EXPECT_EQ(code_of_killed([&] {
              new FolderLock{folder};
              return 0;
            }),
            0);
  EXPECT_TRUE(fs::exists(folder + "/.lock"));
  EXPECT_EQ(said_by([&] { FolderLock{folder}; }), "");
}

// What is no file stays what it is, and gets the text.
TEST(Folder, FollowsLinksAndWritesIntoPipes) {
  const std::string folder = own_folder();
  write_whole(folder + "/target.csv", "old");
  fs::create_symlink("target.csv", folder + "/link.csv");
  write_whole(folder + "/link.csv", "new");
  EXPECT_TRUE(fs::is_symlink(folder + "/link.csv"));
  EXPECT_EQ(text_in(folder + "/target.csv"), "new");

  ASSERT_EQ(mkfifo((folder + "/pipe").c_str(), 0600), 0);
  std::string got;
  std::thread reader{[&] { got = text_in(folder + "/pipe"); }};
  write_whole(folder + "/pipe", "through");
  reader.join();
  EXPECT_EQ(got, "through");
  EXPECT_TRUE(fs::is_fifo(folder + "/pipe"));
  EXPECT_FALSE(fs::exists(folder + "/pipe.part"));
}

TEST(Folder, KnowsTheFilesOfWhatLiesBeside) {
  EXPECT_TRUE(is_kept_beside("beside-1-ward.toml") && is_kept_beside("beside-1-ward.csv"));
  EXPECT_FALSE(is_kept_beside("beside.toml") || is_kept_beside("beside-1.txt"));
}

}  // namespace swadaya
