#include "sim/results/results.hpp"

#include <gtest/gtest.h>
#include <stdexcept>

#include "tests/files.hpp"

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

}  // namespace swadaya
