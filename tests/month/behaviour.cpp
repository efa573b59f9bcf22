#include "sim/month/behaviour.hpp"

#include <gtest/gtest.h>

namespace swadaya {

namespace {

class Idle final : public Model {};
class Busy final : public Model {
  Number step = number("step", 2, "a month", {0, 9}, "a test");

 public:
  void ward(const Month&, Ward&) const override {}
  void households(const Month&, Cells&) const override {}
};
class Late final : public Model {
 public:
  void begin(const Month&, Ward&) const override {}
  void area(const Month&, Area&) const override {}
  void after(const Month&, Ward&) const override {}
};

template <class M>
std::vector<bool> hooks_of() {
  const Entry e = entry<M>(Slot::lending, "made-up", Standing::rival, "It is made up.", "a test");
  return {e.begins, e.acts_on_areas, e.acts_on_wards, e.acts_on_households, e.acts_after};
}

}  // namespace

TEST(Entry, SaysWhichHooksAModelOverrides) {
  EXPECT_EQ(hooks_of<Idle>(), (std::vector<bool>{false, false, false, false, false}));
  EXPECT_EQ(hooks_of<Busy>(), (std::vector<bool>{false, false, true, true, false}));
  EXPECT_EQ(hooks_of<Late>(), (std::vector<bool>{true, true, false, false, true}));
}

TEST(Entry, SaysWhatAModelIs) {
  const Entry e = entry<Busy>(Slot::welfare, "made-up", Standing::null, "It is made up.", "a test");
  EXPECT_EQ(e.info.slot, Slot::welfare);
  EXPECT_EQ(e.info.name + " " + e.info.paragraph + " " + e.info.source,
            "made-up It is made up. a test");
  EXPECT_TRUE(e.info.is_null);
  EXPECT_FALSE(e.info.is_default);
  EXPECT_TRUE(entry<Busy>(Slot::welfare, "a", Standing::by_default, "", "").info.is_default);
}

TEST(Entry, MakesAModelThatDeclares) {
  const Entry e = entry<Busy>(Slot::welfare, "made-up", Standing::null, "It is made up.", "a test");
  Declare declare{Slot::welfare};
  const auto one = made(e, declare), other = made(e, declare, 1);
  EXPECT_NE(dynamic_cast<Busy*>(one.get()), nullptr);
  EXPECT_NE(one, other);
  ASSERT_EQ(declare.parameters().size(), 1u);
  EXPECT_EQ(declare.parameters()[0].name, "step");
  EXPECT_THROW(e.make(), std::logic_error) << "nothing is being made";
}

}  // namespace swadaya
