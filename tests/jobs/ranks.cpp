// A process without a launcher; tests/tool/ranks.cpp starts several.
#include "sim/jobs/ranks.hpp"

#include <gtest/gtest.h>

#include "sim/base/parallel.hpp"
#include "tests/files.hpp"

namespace swadaya {

TEST(Ranks, OneProcessIsAlone) {
  const Ranks ranks;
  EXPECT_EQ(ranks.count(), 1);
  EXPECT_EQ(ranks.number(), 0);
  EXPECT_EQ(ranks.all()[0].threads, threads_available());
  EXPECT_FALSE(Ranks{}.received().has_value());
}

TEST(Ranks, ALaunchOfOneNeedsNoMpi) {
  setenv("PMI_SIZE", "1", 1);
  const int count = Ranks{}.count();
  unsetenv("PMI_SIZE");
  EXPECT_EQ(count, 1);
}

TEST(Ranks, WithoutMpiSeveralProcessesAreRefused) {
  if (built_with_mpi) return;  // Ranked.RefuseToRunAsCopiesThatDoNotFindEachOther
  setenv("PMI_SIZE", "3", 1);
  const std::string said = said_by([] { Ranks{}; });
  unsetenv("PMI_SIZE");
  EXPECT_TRUE(has(said, "3 processes were started together")) << said;
}

}  // namespace swadaya
