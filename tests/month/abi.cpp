#include "sim/month/abi.hpp"

#include <gtest/gtest.h>
#include <string>

#include "sim/model.hpp"

namespace swadaya {

TEST(Abi, SaysWhatAPlugInMustHaveInCommonWithTheProgram) {
  const std::string text = abi_of("1.2.3", "0a1b2c3d").text.data();
  EXPECT_EQ(text.find("Swadaya 1.2.3, headers 0a1b2c3d, "), 0u) << text;
  EXPECT_NE(text.find("registers of " + std::to_string(register_width)), std::string::npos);
  EXPECT_TRUE(text.ends_with(" " + std::to_string(sizeof(Member)))) << text;  // nothing is cut off
}

TEST(Abi, TellsLayoutsApart) {
  struct Grown : Member {
    double more;
  };
  const auto text = [](const Abi& abi) { return std::string{abi.text.data()}; };
  EXPECT_EQ(text(abi_of_types<Ward, Member>("1", "a")), text(abi_of_types<Ward, Member>("1", "a")));
  EXPECT_NE(text(abi_of_types<Ward, Member>("1", "a")), text(abi_of_types<Ward, Grown>("1", "a")));
  EXPECT_NE(text(abi_of_types<Ward>("1", "a")), text(abi_of_types<Ward>("2", "a")));
  EXPECT_NE(text(abi_of_types<Ward>("1", "a")), text(abi_of_types<Ward>("1", "b")));
}

}  // namespace swadaya
