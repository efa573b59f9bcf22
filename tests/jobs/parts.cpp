#include "sim/jobs/parts.hpp"

#include <set>

#include "sim/base/error.hpp"
#include "sim/jobs/jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

std::set<Finished> all_of(const Experiment& e) {
  std::set<Finished> all;
  for (const Job& job : jobs_of(e))
    for (const std::size_t v : job.variants) all.insert({v, job.replicate});
  return all;
}

// What each part runs, having looked that the parts are the whole and no run is in two.
std::vector<std::set<Finished>> cut(const Experiment& e, std::uint32_t of) {
  const std::set<Finished> all = all_of(e);
  std::vector<std::set<Finished>> parts;
  std::size_t runs = 0;
  std::set<Finished> together;
  for (std::uint32_t number = 1; number <= of; ++number) {
    std::set<Finished> own = all;
    for (const Finished& one : of_others(e, {number, of})) EXPECT_EQ(own.erase(one), 1u);
    runs += own.size();
    together.insert(own.begin(), own.end());
    parts.push_back(std::move(own));
  }
  EXPECT_EQ(together, all);
  EXPECT_EQ(runs, all.size());
  return parts;
}

Experiment points(int replicates) {
  return experiment_from(
      std::string{small_ward} + "[experiment]\nreplicates = " + std::to_string(replicates) +
      "\n[sweep.parameters]\n\"world.poor\" = [0.1, 0.3]\n\"lending.norm\" = [0.1, 0.2, 0.3]\n");
}

}  // namespace

TEST(Parts, AreReadAsOneWritesThem) {
  EXPECT_EQ(part_in("2/8"), (Part{2, 8}));
  EXPECT_EQ(text_of(Part{2, 8}), "2/8");
  EXPECT_EQ(part_in("1/1"), (Part{1, 1}));
  for (const char* wrong : {"", "2", "0/8", "9/8", "2/0", "/8", "2/", "-1/8", "2/8x", "a/b",
                            "2/8/3", " 2/8", "99999999999/99999999999"})
    EXPECT_THROW(part_in(wrong), BadInput) << wrong;
}

TEST(Parts, HaveWholeReplicatesEachWhereThereAreEnough) {
  const Experiment e = points(7);
  for (const std::uint32_t of : {1u, 2u, 3u, 7u}) {
    const auto parts = cut(e, of);
    for (std::uint32_t i = 0; i < of; ++i) {
      std::set<std::uint32_t> replicates;
      for (const Finished& one : parts[i]) replicates.insert(one.replicate);
      EXPECT_EQ(parts[i].size(), replicates.size() * e.variants.size());
      EXPECT_GE(replicates.size(), 7 / of);
      EXPECT_LE(replicates.size(), (7 + of - 1) / of);
    }
  }
}

// A world of each value of world.poor is a job: six of three replicates.
TEST(Parts, HaveJobsEachWhereReplicatesAreFew) {
  const Experiment e = points(3);
  EXPECT_EQ(most_parts(e), 6u);
  for (const std::uint32_t of : {4u, 5u, 6u})
    for (const auto& part : cut(e, of)) EXPECT_FALSE(part.empty());
}

}  // namespace swadaya
