#include "sim/designs/schema.hpp"

#include "tests/stage.hpp"

namespace swadaya {

TEST(Schema, IsJsonThatNamesEverySection) {
  const std::string schema = json_schema(all_models());
  for (const auto slot : slot_names) EXPECT_TRUE(has(schema, "\"" + std::string{slot} + "\""));
  EXPECT_TRUE(has(schema, "strategic-repayment"));
}

}  // namespace swadaya
