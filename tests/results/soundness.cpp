#include "sim/results/soundness.hpp"

#include <filesystem>
#include <gtest/gtest.h>

#include "sim/results/schema.hpp"
#include "sim/results/store.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

// Two variants over six months in three worlds, of which the last has one only.
std::string fresh_results() {
  Experiment e = experiment_from(std::string{small_ward} +
                                     "[experiment]\nreplicates = 4\n[[variant]]\nname = \"a\"\n"
                                     "[[variant]]\nname = \"b\"\n",
                                 {"time.months=6"});
  const std::string folder = store_of("sound");
  Store store{folder, e, Existing::overwrite};
  for (std::uint32_t r = 0; r < 3; ++r)
    for (std::size_t v = 0; v < (r == 2 ? 1 : 2); ++v)
      store.add(r, {v}, {series_of(0.1 * static_cast<double>(v + 1), 6)});
  return folder;
}

struct Found {
  std::string refused;  // what the plan's reader says
  Damage damage;
};
Found found_after(const std::string& sql) {
  const std::string folder = fresh_results();
  Database database{folder + "/results.db", Access::write};
  database.run(sql);
  Found found;
  found.refused = said_by([&] { found.damage = damage_of(database, plan_in(database, folder)); });
  if (!found.refused.empty()) return found;
  // What is left is sound.
  const Plan plan = plan_in(database, folder);
  remove_damage(database, plan, found.damage);
  EXPECT_FALSE(damage_of(database, plan).any()) << sql;
  return found;
}

}  // namespace

TEST(Soundness, FindsNothingWrongWithWhatWasWritten) {
  const Found found = found_after("");
  EXPECT_EQ(found.refused, "");
  EXPECT_FALSE(found.damage.any()) << found.damage.what;
}

TEST(Soundness, NamesTableColumnAndValue) {
  const auto expect = [](const char* sql, const char* text) {
    const Found found = found_after(sql);
    EXPECT_TRUE(has(found.refused + found.damage.what, text))
        << sql << ": " << found.refused << found.damage.what;
  };
  expect("UPDATE series SET month = -3 WHERE month = 3", "series.month is -3");
  expect("UPDATE series SET month = 1e17 WHERE month = 3", "series.month is 1");
  expect("UPDATE series SET recovery = 'high' WHERE month = 2",
         "series.recovery of month 2 is `high`: no number");
  expect("UPDATE series SET recovery = 9e999 WHERE month = 2", "is Inf: no number");
  expect("UPDATE series SET recovery = x'00' WHERE month = 2", "is 1 bytes: no number");
  expect("UPDATE series SET variant = 7 WHERE variant = 1",
         "series.variant is 7: no whole number from 0 to 1");
  expect("UPDATE series SET replicate = 'x' WHERE replicate = 1", "series.replicate is `x`");
  expect("UPDATE checked SET replicate = 99 WHERE replicate = 1", "checked.replicate is 99");
  expect("UPDATE plan SET months = -1", "plan.months is -1");
  expect("UPDATE plan SET replicates = 'many'", "plan.replicates is `many`");
  expect("UPDATE plan SET replicates = 5", "aren't those that were written");
  expect("DELETE FROM plan", "plan has no row");
  expect("INSERT INTO plan SELECT * FROM plan", "plan has several rows");
  expect("UPDATE variant SET number = 9 WHERE number = 1", "variant.number is 9");
  expect("UPDATE variant SET baseline = 1", "2 baselines");
  expect("UPDATE variant SET name = NULL WHERE number = 1", "variant.name is NULL");
  expect("UPDATE variant SET first_world = 5e9", "variant.first_world is 5");
  expect("UPDATE replicate SET status = 'done' WHERE number = 0",
         "replicate.status of 0 is `done`");
  expect("DELETE FROM replicate WHERE number = 2", "replicate has no row of 2");
  expect("UPDATE replicate SET seed = 3", "replicate.seed is 3");
  expect("UPDATE plan SET wards = -1", "plan.wards is -1");
  expect("UPDATE world SET standing = 3 WHERE number = 1",
         "world.standing of ward 0 of world 1 is 3.0: it is");
  expect("UPDATE world SET honesty = 'high' WHERE number = 1",
         "world.honesty of ward 0 of world 1 is `high`: it is");
  expect("DELETE FROM world WHERE number = 2", "world has no row of ward 0 of world 2");
  expect("INSERT INTO world VALUES (7, 0, 0.5, 0.5)",
         "world has a row of ward 0 of world 7 where it should have another");
}

TEST(Soundness, GivesBackWhichRunsAreDamaged) {
  const Damage damage =
      found_after(
          "UPDATE series SET recovery = 0.3 WHERE variant = 1 AND replicate = 1 AND month = 2;"
          "DELETE FROM checked WHERE variant = 0 AND replicate = 2")
          .damage;
  EXPECT_EQ(damage.runs, (std::vector<Finished>{{0, 2}, {1, 1}}));
}

}  // namespace swadaya
