#include "sim/results/store.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <unistd.h>

#include "sim/base/error.hpp"
#include "sim/results/database.hpp"
#include "tests/files.hpp"
#include "tests/killed.hpp"
#include "tests/own_folder.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

std::string fresh_folder() {
  std::string folder = own_folder() + "/store";
  fs::remove_all(folder);
  return folder;
}

Experiment experiment_of(std::size_t variants, std::uint32_t replicates, int months) {
  Experiment e;
  e.replicates = replicates;
  e.seed = 7;
  for (std::size_t v = 0; v < variants; ++v) {
    e.variants.push_back({"v" + std::to_string(v), "Variant's " + std::to_string(v), {}});
    e.variants.back().scenario.months = months;
  }
  return e;
}

// A different number everywhere, with no short decimal form.
double number_at(std::size_t variant, std::uint32_t replicate, int month, std::size_t outcome) {
  return std::sqrt(2.0 + 1e6 * static_cast<double>(variant) + 1e4 * replicate + 100 * month +
                   static_cast<double>(outcome));
}

Series series_of(std::size_t variant, std::uint32_t replicate, int months) {
  Series s{months, {}};
  for (int month = 0; month <= months; ++month)
    for (std::size_t k = 0; k < outcomes().size(); ++k)
      s.values.push_back(number_at(variant, replicate, month, k));
  return s;
}

void write(const std::string& file, const std::string& text) { std::ofstream{file} << text; }

}  // namespace

TEST(Store, GivesBackEveryBitThatWasAdded) {
  const std::string folder = fresh_folder();
  const std::size_t hole = 3;
  {
    Store store{folder, experiment_of(2, 3, 5), Existing::refuse};
    for (std::uint32_t r = 0; r < 3; ++r) {
      std::vector<Series> both{series_of(0, r, 5), series_of(1, r, 5)};
      both[1].values[2 * outcomes().size() + hole] = std::nan("");
      store.add(r, {0, 1}, both);
    }
  }
  const Store store = Store::open(folder);
  EXPECT_EQ(store.complete_replicates(), 3u);
  EXPECT_EQ(store.planned_replicates(), 3u);
  EXPECT_EQ(store.months(), 5);
  EXPECT_EQ(store.seed(), 7u);
  ASSERT_EQ(store.variants().size(), 2u);
  EXPECT_EQ(store.variants()[1].title, "Variant's 1");
  const Sample sample = store.sample(1);
  for (std::uint32_t r = 0; r < 3; ++r) {
    const Series back = store.series(1, r);
    ASSERT_EQ(back.months, 5);
    for (int month = 0; month <= 5; ++month)
      for (std::size_t k = 0; k < outcomes().size(); ++k) {
        if (month == 2 && k == hole) {
          EXPECT_TRUE(std::isnan(back.at(month, k)));
          EXPECT_TRUE(std::isnan(sample.values(month, k)[r]));
          continue;
        }
        ASSERT_EQ(back.at(month, k), number_at(1, r, month, k));
        ASSERT_EQ(sample.values(month, k)[r], number_at(1, r, month, k));
      }
  }
  EXPECT_EQ(store.values(0, 4, 9)[2], number_at(0, 2, 4, 9));
  EXPECT_TRUE(store.series(1, 99).values.empty());
}

TEST(Store, ReadsOnlyTheMonthsAskedFor) {
  Store store{fresh_folder(), experiment_of(1, 1, 4), Existing::refuse};
  store.add(0, {0}, {series_of(0, 0, 4)});
  store.load();
  const Sample sample = store.sample(0, {4, 1});
  EXPECT_EQ(sample.values(4, 2)[0], number_at(0, 0, 4, 2));
  EXPECT_EQ(sample.values(1, 2)[0], number_at(0, 0, 1, 2));
  EXPECT_TRUE(sample.values(2, 2).empty());
  EXPECT_TRUE(sample.values(9, 2).empty());
}

TEST(Store, CountsAReplicateWhenAllItsVariantsAreThere) {
  Store store{fresh_folder(), experiment_of(2, 3, 1), Existing::refuse};
  store.add(2, {0}, {series_of(0, 2, 1)});
  store.add(0, {1}, {series_of(1, 0, 1)});
  store.load();
  EXPECT_EQ(store.complete_replicates(), 0u);
  store.add(2, {1}, {series_of(1, 2, 1)});
  store.load();
  EXPECT_EQ(store.complete_replicates(), 1u);
  EXPECT_EQ(store.values(0, 1, 0), std::vector<double>{number_at(0, 2, 1, 0)});
  EXPECT_EQ(store.finished(), (std::vector<Finished>{{0, 2}, {1, 0}, {1, 2}}));
}

TEST(Store, KnowsItsLastMonthBeforeAnythingIsStored) {
  const std::string folder = fresh_folder();
  { Store begun{folder, experiment_of(1, 1, 5), Existing::refuse}; }
  Store store = Store::open(folder, Access::write);
  EXPECT_EQ(store.months(), 5);
  store.add(0, {0}, {series_of(0, 0, 5)});
  store.load();
  EXPECT_EQ(store.series(0, 0).months, 5);
}

TEST(Store, TakesJobsFromSeveralThreads) {
  Store store{fresh_folder(), experiment_of(2, 40, 3), Existing::refuse};
  std::vector<std::thread> threads;
  for (std::uint32_t t = 0; t < 4; ++t)
    threads.emplace_back([&store, t] {
      for (std::uint32_t r = t; r < 40; r += 4)
        store.add(r, {0, 1}, {series_of(0, r, 3), series_of(1, r, 3)});
    });
  for (auto& thread : threads) thread.join();
  store.load();
  EXPECT_EQ(store.complete_replicates(), 40u);
  const std::vector<double> values = store.values(1, 3, 5);
  for (std::uint32_t r = 0; r < 40; ++r) EXPECT_EQ(values[r], number_at(1, r, 3, 5));
}

TEST(Store, KeepsWhatItHasWhenAJobIsStoredTwice) {
  Store store{fresh_folder(), experiment_of(2, 1, 2), Existing::refuse};
  store.add(0, {1}, {series_of(1, 0, 2)});
  EXPECT_THROW(store.add(0, {0, 1}, {series_of(0, 0, 2), series_of(1, 0, 2)}), std::logic_error);
  EXPECT_EQ(store.finished(), (std::vector<Finished>{{1, 0}}));
  store.add(0, {0}, {series_of(0, 0, 2)});
  EXPECT_EQ(store.finished().size(), 2u);
}

TEST(Store, ReplacesResultsOnlyWhenTold) {
  const std::string folder = fresh_folder();
  {
    Store store{folder, experiment_of(1, 1, 1), Existing::refuse};
    store.add(0, {0}, {series_of(0, 0, 1)});
  }
  write(folder + "/series.csv", "old");
  write(folder + "/notes.txt", "mine");
  const std::string text = said_by([&] {
    Store{folder, experiment_of(1, 1, 1), Existing::refuse};
  });
  EXPECT_TRUE(has(text, folder) &&
              has(text, "--overwrite to replace it, or --out for another place"))
      << text;
  EXPECT_EQ(Store::open(folder).complete_replicates(), 1u);

  { const Store emptied{folder, experiment_of(1, 1, 1), Existing::overwrite}; }
  EXPECT_EQ(Store::open(folder).complete_replicates(), 0u);
  EXPECT_FALSE(fs::exists(folder + "/series.csv"));
  EXPECT_EQ(text_in(folder + "/notes.txt"), "mine");
}

TEST(Store, LeavesFoldersAloneThatItDidNotWrite) {
  const std::string folder = fresh_folder();
  fs::create_directories(folder);
  write(folder + "/experiment.toml", "written by hand");
  EXPECT_TRUE(has(said_by([&] {
                    Store{folder, experiment_of(1, 1, 1), Existing::refuse};
                  }),
                  "--overwrite"));
  write(folder + "/thesis.tex", "years of work");
  const std::string text = said_by([&] {
    { const Store emptied{folder, experiment_of(1, 1, 1), Existing::overwrite}; }
  });
  EXPECT_TRUE(has(text, "holds other files")) << text;
  EXPECT_EQ(text_in(folder + "/experiment.toml"), "written by hand");
  EXPECT_EQ(std::distance(fs::directory_iterator{folder}, {}), 2);
}

TEST(Store, RefusesAFolderThatAnotherRunWritesTo) {
  const std::string folder = fresh_folder();
  {
    Store first{folder, experiment_of(1, 1, 1), Existing::refuse};
    for (const Existing existing : {Existing::refuse, Existing::overwrite}) {
      const std::string text = said_by([&] { Store{folder, experiment_of(1, 1, 1), existing}; });
      EXPECT_TRUE(has(text, folder) && has(text, "another run")) << text;
    }
    EXPECT_TRUE(has(said_by([&] { Store::open(folder, Access::write); }), "another run"));
    first.add(0, {0}, {series_of(0, 0, 1)});
    EXPECT_EQ(Store::open(folder).complete_replicates(), 1u);  // to read is free
  }
  Store again = Store::open(folder, Access::write);
  EXPECT_EQ(again.complete_replicates(), 1u);
}

TEST(Store, SaysWhyAPlaceCanNotBeAFolderOfResults) {
  const std::string folder = fresh_folder();
  fs::create_directories(folder);
  write(folder + "/file", "x");
  EXPECT_TRUE(has(said_by([&] {
                    Store{folder + "/file", experiment_of(1, 1, 1), Existing::refuse};
                  }),
                  "is a file"));
  EXPECT_TRUE(has(said_by([&] {
                    Store{folder + "/file/below", experiment_of(1, 1, 1), Existing::overwrite};
                  }),
                  "can't be made"));
  EXPECT_TRUE(has(said_by([&] { Store::open(folder); }), "holds no results"));
  EXPECT_TRUE(has(said_by([&] { Store::open(folder + "/nowhere"); }), "holds no results"));
  write(folder + "/results.db", std::string(4096, 'x'));
  EXPECT_TRUE(has(said_by([&] { Store::open(folder); }), "isn't a database"));
}

TEST(Store, KeepsFinishedJobsOfAKilledRun) {
  const std::string folder = fresh_folder();
  EXPECT_EQ(code_of_killed([&] {
              auto* store = new Store{folder, experiment_of(1, 5, 2), Existing::refuse};
              for (std::uint32_t r = 0; r < 3; ++r) store->add(r, {0}, {series_of(0, r, 2)});
              return 0;
            }),
            0);
  Store store = Store::open(folder, Access::write);
  EXPECT_EQ(store.complete_replicates(), 3u);
  store.add(3, {0}, {series_of(0, 3, 2)});
  store.load();
  EXPECT_EQ(store.complete_replicates(), 4u);
}

TEST(Store, LosesNothingWhenTheDiskFails) {
  const std::string folder = fresh_folder();
  EXPECT_EQ(code_of_killed([&] {
              auto* store = new Store{folder, experiment_of(1, 5000, 20), Existing::refuse};
              store->add(0, {0}, {series_of(0, 0, 20)});
              limit_files(1'000'000);
              try {
                for (std::uint32_t r = 1; r < 5000; ++r) store->add(r, {0}, {series_of(0, r, 20)});
              } catch (const MachineFailure& error) {
                return has(error.what(), folder) && has(error.what(), "disk") ? 3 : 4;
              }
              return 5;
            }),
            3);
  const Store store = Store::open(folder);
  EXPECT_GT(store.complete_replicates(), 1u);
  EXPECT_EQ(store.values(0, 20, 4)[1], number_at(0, 1, 20, 4));
}

namespace {

// Two variants in three worlds, whole.
std::string three_worlds(const std::string& folder) {
  const Experiment e = experiment_of(2, 3, 4);
  Store store{folder, e, Existing::refuse};
  for (std::uint32_t r = 0; r < 3; ++r)
    store.add(r, {0, 1}, {series_of(0, r, 4), series_of(1, r, 4)});
  return folder;
}

void change(const std::string& folder, const std::string& sql) {
  Database{folder + "/results.db", Access::write}.run(sql);
}

}  // namespace

// The smallest change of any figure is seen, and where it was made.
TEST(Store, NoticesRowsThatAreNotThoseThatWereWritten) {
  const std::string folder = three_worlds(fresh_folder());
  EXPECT_FALSE(Store::open(folder).damaged().any());
  change(folder,
         "UPDATE series SET recovery = recovery * (1 + 1e-15) WHERE variant = 1 AND "
         "replicate = 2 AND month = 3");
  const Damage damage = Store::open(folder).damaged();
  EXPECT_EQ(damage.runs, (std::vector<Finished>{{1, 2}}));
  EXPECT_FALSE(damage.has_strays);
  EXPECT_TRUE(has(damage.what, "variant `v1` in replicate 2")) << damage.what;
  change(folder, "DELETE FROM series WHERE variant = 0 AND replicate = 1 AND month = 0");
  change(folder, "UPDATE replicate SET status = 'finishee' WHERE number = 0");
  const Damage more = Store::open(folder).damaged();
  EXPECT_EQ(more.runs, (std::vector<Finished>{{0, 1}, {1, 2}}));
  EXPECT_TRUE(more.has_strays);
}

TEST(Store, NoticesOtherNamesAndMeanings) {
  for (const char* sql :
       {"UPDATE variant SET name = 'v9' WHERE number = 1", "UPDATE plan SET seed = 8",
        "UPDATE metric SET unit = 'kRp' WHERE name = 'recovery'",
        "UPDATE fingerprint SET checksum = 'x'", "DELETE FROM fingerprint"}) {
    const std::string folder = three_worlds(fresh_folder());
    change(folder, sql);
    EXPECT_THROW(Store::open(folder).damaged(), BadInput) << sql;
    fs::remove_all(folder);
  }
}

// What is forgotten can be added again, and is then whole.
TEST(Store, ForgetsWhatIsDamaged) {
  const std::string folder = three_worlds(fresh_folder());
  change(folder, "UPDATE series SET recovery = 0 WHERE variant = 1 AND replicate = 2");
  Store store = Store::open(folder, Access::write);
  store.forget(store.damaged());
  store.load();
  EXPECT_EQ(store.complete_replicates(), 2u);
  EXPECT_FALSE(store.damaged().any());
  store.add(2, {1}, {series_of(1, 2, 4)});
  store.load();
  EXPECT_EQ(store.complete_replicates(), 3u);
  EXPECT_FALSE(store.damaged().any());
  EXPECT_EQ(store.series(1, 2).values, series_of(1, 2, 4).values);
}

namespace {

// Steps of SQLite's machine in all databases that are opened while it lives.
class Steps {
 public:
  Steps() {
    count = 0;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(&attach));
  }
  ~Steps() { sqlite3_reset_auto_extension(); }
  static inline std::size_t count = 0;

 private:
  static int attach(sqlite3* database, char**, const sqlite3_api_routines*) {
    const auto step = [](void*) {
      ++count;
      return 0;
    };
    sqlite3_progress_handler(database, 1, step, nullptr);
    return SQLITE_OK;
  }
};

}  // namespace

// All that is done with a folder takes as many steps where millions of runs are planned as where
// two are.
TEST(Store, WorksAsMuchAsIsStoredHoweverMuchIsPlanned) {
  std::vector<std::size_t> steps;
  std::vector<std::uintmax_t> bytes;
  for (const std::uint32_t planned : {3u, 1'000'000u}) {
    const std::string folder = fresh_folder();
    const Steps counted;
    {
      Store store{folder, experiment_of(20, planned, 3), Existing::refuse};
      for (std::uint32_t r = 0; r < 2; ++r)
        for (std::size_t v = 0; v < 20; ++v) store.add(r, {v}, {series_of(v, r, 3)});
      store.load();
      EXPECT_EQ(store.complete_replicates(), 2u);
    }
    Store store = Store::open(folder, Access::write);
    EXPECT_FALSE(store.damaged().any());
    EXPECT_EQ(store.finished().size(), 40u);
    store.sample(7);
    store.sample(7, {0, 3});
    store.values(7, 3, 1);
    store.load();
    store.forget(Damage{{{3, 1}}, false, ""});
    steps.push_back(Steps::count);
    bytes.push_back(fs::file_size(folder + "/results.db"));
  }
  EXPECT_GT(steps[0], 1000u);
  EXPECT_EQ(steps[0], steps[1]);
  EXPECT_EQ(bytes[0], bytes[1]);
}

// Whoever deletes or replaces results.db while a run writes to it would find nothing there.
TEST(Store, NoticesThatItsDatabaseIsGone) {
  for (const bool is_replaced : {false, true}) {
    const std::string folder = fresh_folder();
    Store store{folder, experiment_of(1, 3, 2), Existing::refuse};
    store.add(0, {0}, {series_of(0, 0, 2)});
    if (is_replaced) fs::copy(folder + "/results.db", folder + "/other");
    fs::remove(folder + "/results.db");
    if (is_replaced) fs::rename(folder + "/other", folder + "/results.db");
    EXPECT_THROW(store.load(), MachineFailure);
  }
}

}  // namespace swadaya
