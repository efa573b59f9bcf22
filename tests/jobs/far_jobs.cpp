// What there is to say without other ranks; tests/tool/ranks.cpp hands jobs out to real ones.
#include "sim/jobs/far_jobs.hpp"

#include "sim/base/parallel.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(FarJobs, CountWhatAllRanksWorkOnAtATime) {
  const Ranks alone;
  EXPECT_EQ(FarJobs::slots(alone, {5, false}), 5u);
  EXPECT_EQ(FarJobs::slots(alone, {5, true}), 1u);  // all threads on one job
  EXPECT_EQ(FarJobs::slots(alone, {0, false}), alone.all()[0].threads);
}

TEST(FarJobs, LeaveEverythingToTheLeaderWhereItIsAlone) {
  Ranks alone;
  const Experiment e = experiment_from(small_ward);
  for (std::uint64_t round = 1; round <= 2; ++round) {
    FarJobs far{alone, e, {2, false}};
    EXPECT_EQ(alone.rounds, round);  // each round has a number of its own
    EXPECT_EQ(far.next_rank(1000), 0);
    EXPECT_EQ(far.handed_out(), 0u);
    EXPECT_FALSE(far.ended([](std::size_t) { ADD_FAILURE() << "a job began"; }).has_value());
  }
}

}  // namespace swadaya
