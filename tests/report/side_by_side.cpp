#include "sim/report/side_by_side.hpp"

#include <nlohmann/json.hpp>

#include "sim/report/pages.hpp"
#include "tests/report/made_up.hpp"

namespace swadaya {

TEST(SideBySide, HasRowsCurvesAndSettings) {
  const MadeUpFolder folder{three_variants("</script> & three")};
  const OneResult one{folder.experiment, folder.store, "0.2.0 (abc)"};
  const TwoResults two = two_results(one, one, all_models());
  const auto data = side_by_side_data(one, one, two);
  EXPECT_EQ(data["variants"].size(), 3u);
  EXPECT_EQ(data["variants"][1]["why"], "");
  EXPECT_EQ(data["outcomes"].size(), 3u);  // and the cost
  EXPECT_EQ(data["outcomes"][data["outcome"].get<std::size_t>()]["name"], "recovery");
  EXPECT_EQ(data["rows"].size(), 3u * 3u);
  for (const auto& row : data["rows"]) EXPECT_EQ(row[9], 1) << "the same";
  EXPECT_EQ(data["gains"].size(), 2u * 3u);
  const auto& mean = data["variants"][2]["b"][0][0];
  ASSERT_EQ(mean.size(), data["months"].size());
  EXPECT_TRUE(mean[0].is_null());
  EXPECT_NEAR(mean[20].get<double>(), 0.3 + 0.02 + 0.01 * 1.5 * 3, 1e-4);
  if (*pages_missing) GTEST_SKIP() << pages_missing;
  const std::string html = side_by_side_html(one, one, two, "id");
  EXPECT_TRUE(has(html, "<html lang=\"id\" data-language=\"asked\">"));
  EXPECT_FALSE(has(html, "</script> & three"));
  EXPECT_LT(html.size(), 3'000'000u);
}

}  // namespace swadaya
