#include "sim/report/filling.hpp"

#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "tests/stage.hpp"

namespace swadaya {

TEST(Filling, PutsEachThingIntoItsPlaceAndLooksNoFurther) {
  EXPECT_EQ(filled("a {{x}} b {{y}} c", {{"{{x}}", "{{y}}"}, {"{{y}}", "2"}}), "a {{y}} b 2 c");
  EXPECT_THROW(filled("a {{x}}", {{"{{y}}", "2"}}), MachineFailure);
}

TEST(Filling, NoTextEndsItsElement) {
  const std::string json = embedded({{"a", "</script>"}});
  EXPECT_FALSE(has(json, "<"));
  EXPECT_EQ(nlohmann::json::parse(json)["a"], "</script>");
}

}  // namespace swadaya
