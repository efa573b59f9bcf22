#include "sim/month/slot.hpp"

#include <gtest/gtest.h>
#include <set>
#include <string>

namespace swadaya {

// The order of the month, as the documentation has it.
TEST(Slot, ActInTheOrderOfTheMonth) {
  EXPECT_EQ(slot_count, 10u);
  EXPECT_EQ(name_of(Slot::coordination), slot_names.front());
  EXPECT_EQ(name_of(Slot::welfare), slot_names.back());
  const std::pair<Slot, const char*> all[] = {{Slot::coordination, "coordination"},
                                              {Slot::socialization, "socialization"},
                                              {Slot::attitude, "attitude"},
                                              {Slot::participation, "participation"},
                                              {Slot::groups, "groups"},
                                              {Slot::facilitation, "facilitation"},
                                              {Slot::targeting, "targeting"},
                                              {Slot::lending, "lending"},
                                              {Slot::supervision, "supervision"},
                                              {Slot::welfare, "welfare"}};
  std::size_t number = 0;
  for (const auto& [slot, name] : all) {
    EXPECT_EQ(name_of(slot), name);
    EXPECT_EQ(static_cast<std::size_t>(slot), number++) << name;
  }
}

TEST(Slot, HaveNamesOfTheirOwn) {
  EXPECT_EQ(std::set<std::string>(slot_names.begin(), slot_names.end()).size(), slot_count);
}

}  // namespace swadaya
