#include "sim/results/results.hpp"

#include <gtest/gtest.h>
#include <stdexcept>

#include "sim/results/in_memory.hpp"
#include "sim/results/store.hpp"
#include "tests/files.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

Variant variant(const std::string& name, const std::string& title, std::uint32_t first_world) {
  Variant v{name, title, {}};
  v.first_world = first_world;
  return v;
}

}  // namespace

TEST(Results, TakeVariantsThatFollowThoseThereAre) {
  const std::vector<StoredVariant> held{{"a", "A", 0}, {"b", "", 5}};
  const auto fresh = new_variants(held, 1, {variant("b", "", 5), variant("c", "C", 7)}, "out");
  ASSERT_EQ(fresh.size(), 1u);  // b is there already
  EXPECT_EQ(fresh[0], (StoredVariant{"c", "C", 7}));
  EXPECT_TRUE(new_variants(held, 0, {variant("a", "A", 0)}, "out").empty());
}

TEST(Results, RefuseOthersInTheirPlace) {
  const std::vector<StoredVariant> held{{"a", "A", 0}, {"b", "", 5}};
  const auto said = [&](const Variant& other) {
    return said_by([&] { new_variants(held, 1, {other}, "out"); });
  };
  EXPECT_TRUE(has(said(variant("x", "X", 5)),
                  "out: holds `b` (), where its experiment.toml leads to `x` (X)"))
      << said(variant("x", "X", 5));
  EXPECT_NE(said(variant("b", "", 6)), "");  // in other worlds
  EXPECT_EQ(said(variant("b", "", 5)), "");
}

TEST(Results, LeaveNoGap) {
  EXPECT_THROW(new_variants({{"a", "", 0}}, 2, {variant("c", "", 0)}, "out"), std::logic_error);
}

TEST(Results, WorldsAreSharedWhereChanceGivesBothTheSame) {
  const Experiment e = experiment_from(
      std::string{small_ward} +
      "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\nset = { \"lending.norm\" = 0.1 }\n"
      "[[variant]]\nname = \"c\"\nset = { \"world.poor\" = 0.4 }\n[[variant]]\nname = \"d\"\n"
      "set = { \"network.generator\" = \"none\" }\n");
  const auto& v = e.variants;
  EXPECT_TRUE(share_worlds(v[0], v[1]));
  EXPECT_FALSE(share_worlds(v[0], v[2]));
  EXPECT_FALSE(share_worlds(v[0], v[3]));
  Variant elsewhere = v[0];
  elsewhere.first_world = 7;
  EXPECT_FALSE(share_worlds(v[0], elsewhere));
  // Wherever results are kept.
  const ResultsInMemory memory{e};
  const Store store{store_of("shared"), e, Existing::overwrite};
  const Store again = Store::open(store.folder());
  for (const Results* one : std::vector<const Results*>{&memory, &store, &again})
    for (std::size_t i = 0; i < v.size(); ++i) EXPECT_EQ(one->is_in_same_worlds(i), i < 2) << i;
}

}  // namespace swadaya
