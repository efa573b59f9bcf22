#include "sim/results/worlds.hpp"

#include "sim/world/boards.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

Experiment two_variants(const std::vector<std::string>& set) {
  return experiment_from(std::string{small_ward} +
                             "[experiment]\nreplicates = 3\n[[variant]]\nname = \"a\"\n"
                             "[[variant]]\nname = \"b\"\n",
                         set);
}

}  // namespace

// As soon as anything of them is stored, whoever ran it.
TEST(WorldsKept, AreThoseOfWhichSomethingIsStored) {
  Experiment e = two_variants({"time.months=3"});
  e.variants[1].first_world = 2;
  Store store{store_of("kept"), e, Existing::overwrite};
  store.add(0, {0}, {series_of(0.1, 3)});
  store.add(1, {0, 1}, {series_of(0.1, 3), series_of(0.2, 3)});
  store.add(2, {0}, {series_of(0.1, 3)});
  const Database database{store.folder() + "/results.db", Access::read};
  Statement row = database.statement("SELECT number, ward, standing, honesty FROM world");
  std::set<std::uint32_t> numbers;
  while (row.next()) {
    numbers.insert(static_cast<std::uint32_t>(row.whole(0)));
    const Board board = board_of(Dice{e.seed, static_cast<std::uint32_t>(row.whole(0))}, 0);
    EXPECT_EQ(row.whole(1), 0);
    EXPECT_EQ(row.number(2), double{board.standing});
    EXPECT_EQ(row.number(3), board.honesty);
  }
  EXPECT_EQ(numbers, (std::set<std::uint32_t>{0, 1, 2, 3}));
  EXPECT_EQ(fault_of_worlds(database, store.seed(), 1, numbers), "");
  numbers.insert(9);
  EXPECT_EQ(fault_of_worlds(database, store.seed(), 1, numbers),
            "world has no row of ward 0 of world 9");
}

TEST(WorldsKept, HaveARowAWardUpToAThousand) {
  const Store few{store_of("few"), two_variants({"world.wards_per_area=3"}), Existing::overwrite};
  EXPECT_EQ(few.plan().wards, 3u);
  EXPECT_EQ(wards_kept(few.plan().wards), 3u);
  EXPECT_EQ(wards_kept(5000), 1000u);
}

TEST(WorldsKept, AreMadeAnew) {
  Store store{store_of("anew"), two_variants({"time.months=3"}), Existing::overwrite};
  store.add(0, {0, 1}, {series_of(0.1, 3), series_of(0.2, 3)});
  const Database database{store.folder() + "/results.db", Access::write};
  database.run("UPDATE world SET standing = 9");
  EXPECT_NE(fault_of_worlds(database, store.seed(), 1, {0}), "");
  mend_worlds(database, store.seed(), 1, {0, 4});
  EXPECT_EQ(fault_of_worlds(database, store.seed(), 1, {0, 4}), "");
}

}  // namespace swadaya
