#include "sim/month/catalogue.hpp"

#include <stdexcept>

#include "sim/month/behaviour.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

class Counts final : public Model {
  Number step = number("step", 1, "a month", {0, 9}, "a test");
  Column age = column("age", "grows with each month");
  Decision rolls = decision("rolls");
};

Entry of(Slot slot, const char* name, Standing standing) {
  return entry<Counts>(slot, name, standing, "It counts.", "a test");
}

}  // namespace

TEST(Catalogue, HasADefaultAndANullForEverySlot) {
  for (std::size_t slot = 0; slot < slot_count; ++slot) {
    int defaults = 0, nulls = 0;
    for (const ModelInfo& model : all_models().models())
      if (model.slot == static_cast<Slot>(slot))
        defaults += model.is_default, nulls += model.is_null;
    EXPECT_EQ(defaults, 1) << slot_names[slot];
    EXPECT_GE(nulls, 1) << slot_names[slot];
  }
}

TEST(Catalogue, FindsAModelByItsNameAloneOrWithItsSlot) {
  EXPECT_EQ(all_models().named("word-of-mouth").size(), 1u);
  EXPECT_EQ(all_models().named("socialization/word-of-mouth").size(), 1u);
  EXPECT_EQ(all_models().named("lending/word-of-mouth").size(), 0u);
  EXPECT_GE(all_models().named("none").size(), 3u);
  EXPECT_EQ(all_models().named("lending/none")[0]->slot, Slot::lending);
}

TEST(Catalogue, HasItsModelsBySlotThenTheDefaultAndTheNullLast) {
  const Catalogue made_up{
      {of(Slot::welfare, "b", Standing::rival), of(Slot::lending, "a", Standing::null),
       of(Slot::lending, "z", Standing::by_default), of(Slot::welfare, "a", Standing::rival),
       of(Slot::lending, "k", Standing::rival)}};
  EXPECT_EQ(made_up.names(Slot::lending), (std::vector<std::string>{"z", "k", "a"}));
  EXPECT_EQ(made_up.names(Slot::welfare), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(made_up.models()[0].slot, Slot::lending);
  EXPECT_EQ(made_up.default_of(Slot::lending).name, "z");
  EXPECT_EQ(made_up.find(Slot::groups, "a"), nullptr);
  EXPECT_EQ(made_up.entry(Slot::welfare, "b").info.name, "b");
  EXPECT_THROW(made_up.default_of(Slot::welfare), std::logic_error);
  EXPECT_THROW(made_up.entry(Slot::lending, "b"), std::logic_error);
}

TEST(Catalogue, KnowsWhatEachModelDeclares) {
  const Catalogue made_up{{of(Slot::lending, "a", Standing::by_default)}};
  const ModelInfo& info = made_up.models()[0];
  ASSERT_EQ(info.parameters.size(), 1u);
  EXPECT_EQ(info.parameters[0].name, "step");
  EXPECT_EQ(info.columns, (std::vector<std::string>{"age: grows with each month"}));
  EXPECT_EQ(info.decisions, (std::vector<std::string>{"rolls"}));
  EXPECT_TRUE(info.peer_effects.empty());
}

// What the entries' code lies in is held for as long as they are.
TEST(Catalogue, KeepsItsLibraries) {
  const auto library = std::make_shared<const int>(0);
  {
    const Catalogue made_up{{of(Slot::lending, "a", Standing::rival)}, {library}};
    EXPECT_EQ(library.use_count(), 2);
  }
  EXPECT_EQ(library.use_count(), 1);
}

}  // namespace swadaya
