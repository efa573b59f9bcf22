#include "sim/world/place_names.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"
#include "tests/world/settings.hpp"

namespace swadaya {

TEST(PlaceNames, AreNumbersOfAWardFromFigures) {
  const PlaceNames names =
      place_names_of(world_settings({{"world.rw_per_ward", 2.0}, {"world.rt_per_rw", 3.0}}));
  EXPECT_EQ(names.rws, (std::vector<std::string>{"1", "2"}));
  EXPECT_EQ(names.rts, (std::vector<std::string>{"1", "2", "3", "1", "2", "3"}));
  EXPECT_EQ(names.rw_of_rt, (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1}));
}

TEST(PlaceNames, AreThoseOfTheFile) {
  const PlaceNames names = place_names_of(world_settings(
      {{"world.from", 1.0},
       {"world.columns", "id=id, rw=rw, rt=rt"},
       {"world.households", file_with("hh.csv", "id,rw,rt\n1,05,001\n2,A,001\n3,05,002\n")}}));
  EXPECT_EQ(names.rws, (std::vector<std::string>{"05", "A"}));
  EXPECT_EQ(names.rts, (std::vector<std::string>{"001", "002", "001"}));
  EXPECT_EQ(names.rw_of_rt, (std::vector<std::uint32_t>{0, 0, 1}));
  EXPECT_TRUE(is_same_place("05", "5"));
  EXPECT_TRUE(is_same_place(" a", "A"));
  EXPECT_FALSE(is_same_place("5", "5a"));
}

}  // namespace swadaya
