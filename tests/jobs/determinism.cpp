// DESIGN's promise: the same bits for any threads, order, packing, company.
#include "tests/stage.hpp"

namespace swadaya {

namespace {

Scenario ward(const std::vector<std::string>& set = {}) { return scenario_from(small_ward, set); }

}  // namespace

TEST(Determinism, GivesAVariantTheSameBitsInEveryPacking) {
  const Series alone = series_of({ward()})[0];
  for (const std::size_t company : {2, 3, 4, 8, 9, 16}) {
    std::vector<Scenario> variants{ward()};
    for (std::size_t k = 1; k < company; ++k)
      variants.push_back(ward({"lending.norm=0." + std::to_string(k), "socialization.meetings=4"}));
    const auto together = series_of(variants);
    EXPECT_TRUE(same_bits(alone, together[0])) << company;
    EXPECT_FALSE(same_bits(alone, together[1])) << company;
  }
}

TEST(Determinism, GivesEachLaneTheSameBitsInAnyPlace) {
  const std::vector<Scenario> order{ward({"lending.tau=0.4"}), ward(),
                                    ward({"programme.grant=40000"})};
  const auto series = series_of(order);
  for (std::size_t i = 0; i < order.size(); ++i)
    EXPECT_TRUE(same_bits(series[i], series_of({order[i]})[0])) << i;
}

TEST(Determinism, DoesNotHangOnTheOrderOfChunksOrOnThreads) {
  const std::vector<Scenario> variants{ward(), ward({"programme.grant=40000"})};
  const auto forwards = series_of(variants), backwards = series_of(variants, Order::backwards);
  EXPECT_TRUE(same_bits(forwards[0], backwards[0]));
  EXPECT_TRUE(same_bits(forwards[1], backwards[1]));
  for (const std::size_t threads : {1, 2, 3, 8})
    with_threads(threads, [&] {
      EXPECT_TRUE(same_bits(forwards[1], series_of(variants, Order::parallel)[1])) << threads;
    });
}

TEST(Determinism, LeavesEveryBitWhereAnInterventionNeverStarts) {
  const Series plain = series_of({ward()})[0];
  const Scenario never = scenario_from(
      std::string{small_ward} +
      "[[event]]\nmonth = 31\nset = { \"lending.norm\" = 0.1, \"programme.grant\" = 1 }\n");
  EXPECT_TRUE(same_bits(plain, series_of({never})[0]));
  const Scenario starts = scenario_from(
      std::string{small_ward} + "[[event]]\nmonth = 3\nset = { \"socialization.meetings\" = 8 }\n");
  EXPECT_FALSE(same_bits(plain, series_of({starts})[0]));
}

}  // namespace swadaya
