#include "sim/results/selection.hpp"

#include "sim/base/error.hpp"
#include "tests/stored.hpp"

namespace swadaya {

namespace {

Store small_store(const std::string& name) {
  const Experiment e =
      experiment_from(std::string{small_ward} +
                          "[experiment]\nreplicates = 1\n[[variant]]\nname = \"base\"\n"
                          "[[variant]]\nname = \"audits\"\n[[variant]]\nname = \"both\"\n",
                      {"time.months=12"});
  return store_with_outcomes(
      e, name, [](std::size_t, std::uint32_t) { return std::map<std::string, double>{}; });
}

std::string refusal(const Store& store, const Wanted& wanted) {
  try {
    selection_of(store, wanted);
    return "";
  } catch (const BadInput& bad) {
    return bad.what();
  }
}

}  // namespace

TEST(Selection, IsAllWhereNothingIsNamed) {
  const Store store = small_store("all");
  const Selection all = everything(store);
  EXPECT_EQ(all.outcomes.size(), outcomes().size());
  EXPECT_EQ(all.months.size(), 13u);
  EXPECT_EQ(all.variants, (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_TRUE(all.has_month(0) && all.has_month(12) && !all.has_month(13));
}

TEST(Selection, TakesNamesBetweenCommasAndSpansOfMonths) {
  const Store store = small_store("some");
  const Selection some =
      selection_of(store, {{"recovery, informed", "recovery"}, {"12,2-4", "3"}, {"audits"}});
  EXPECT_EQ(some.months, (std::vector<int>{2, 3, 4, 12}));
  EXPECT_EQ(some.variants, std::vector<std::size_t>{1});
  ASSERT_EQ(some.outcomes.size(), 2u);
  EXPECT_TRUE(some.has_outcome("recovery") && some.has_outcome("informed"));
  EXPECT_FALSE(some.has_outcome("par") || some.has_outcome("nothing of the kind"));
  EXPECT_LT(some.outcomes[0], some.outcomes[1]);
  EXPECT_EQ(some.place_of(1), 0u);
  EXPECT_FALSE(some.has_variant(0));
  // Variants alone.
  EXPECT_EQ(selection_of(store, {{}, {}, {"both"}}).variants, std::vector<std::size_t>{2});
}

TEST(Selection, NamesAllThatIsntThereWithWhatIsNear) {
  const Store store = small_store("none");
  const std::string said =
      refusal(store, {{"recovry", "informed"}, {"13", "5-2", "x", "", "-1"}, {"audit,base"}});
  EXPECT_TRUE(has(said, "recovry")) << said;
  EXPECT_TRUE(has(said, "did you mean `recovery`?")) << said;
  EXPECT_TRUE(has(said, "did you mean `audits`?")) << said;
  EXPECT_TRUE(has(said, "the last month is 12")) << said;
  EXPECT_TRUE(has(said, "5-2")) << said;
  EXPECT_FALSE(has(said, "`informed`")) << said;
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 6) << said;
  EXPECT_TRUE(has(refusal(store, {{}, {}, {"zzzzzzzz"}}), "there are base, audits, both"));
}

}  // namespace swadaya
