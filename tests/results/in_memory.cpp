#include "sim/results/in_memory.hpp"

#include <cmath>
#include <gtest/gtest.h>

#include "sim/base/error.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

constexpr int months = 3;

Experiment two_variants() {
  Experiment e;
  e.replicates = 3;
  for (const char* name : {"a", "b"}) {
    e.variants.push_back({name, "", {}});
    e.variants.back().scenario.months = months;
  }
  e.baseline = 1;
  return e;
}

// The last replicate lacks the second variant.
template <class Kept>
void fill(Kept& kept) {
  kept.add(0, {0, 1}, {series_of(0.25, months), series_of(0.5, months)});
  kept.add(1, {1}, {series_of(0.125, months)});
  kept.add(1, {0}, {series_of(0.75, months)});
  kept.add(2, {0}, {series_of(1, months)});
}

void expect_same(std::span<const double> a, std::span<const double> b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    EXPECT_TRUE(a[i] == b[i] || (std::isnan(a[i]) && std::isnan(b[i]))) << a[i] << " " << b[i];
}

TEST(ResultsInMemory, GiveWhatTheDatabaseGives) {
  const Experiment experiment = two_variants();
  Store store{store_of("in-memory"), experiment, Existing::overwrite};
  ResultsInMemory memory{experiment};
  fill(store);
  fill(memory);
  store.load();
  EXPECT_EQ(memory.variants(), store.variants());
  EXPECT_EQ(memory.baseline(), store.baseline());
  EXPECT_EQ(memory.months(), store.months());
  const std::size_t recovery = *outcome_index("recovery");
  for (std::size_t v = 0; v < 2; ++v) {
    EXPECT_EQ(memory.values(v, 2, recovery).size(), 2u);
    expect_same(memory.values(v, 2, recovery), store.values(v, 2, recovery));
    EXPECT_EQ(memory.sample_so_far(v, {1}).values(1, recovery).size(), 3u);
    for (int month = 0; month <= months; ++month) {
      expect_same(memory.sample(v).values(month, recovery),
                  store.sample(v).values(month, recovery));
      expect_same(memory.sample_so_far(v, {month}).values(month, recovery),
                  store.sample_so_far(v, {month}).values(month, recovery));
    }
  }
}

TEST(ResultsInMemory, TakeFurtherVariantsOnce) {
  const Experiment experiment = two_variants();
  ResultsInMemory memory{experiment};
  fill(memory);
  std::vector<Variant> next(1, experiment.variants[0]);
  next[0].name = "c";
  memory.add_variants(2, next);
  memory.add_variants(2, next);
  ASSERT_EQ(memory.variants().size(), 3u);
  EXPECT_TRUE(memory.values(0, 1, 0).empty());  // no replicate is complete until it has the new one
  memory.add(0, {2}, {series_of(0.5, months)});
  EXPECT_EQ(memory.values(0, 1, 0).size(), 1u);
  next[0].name = "d";
  EXPECT_THROW(memory.add_variants(2, next), BadInput);
  EXPECT_THROW(memory.add_variants(5, next), std::logic_error);
}

}  // namespace

}  // namespace swadaya
