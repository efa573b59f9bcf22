#include "sim/tables/network.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/files.hpp"

namespace swadaya {

TEST(NetworkTable, SaysTheSameInWordsAndInJson) {
  const Ties star = ties_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
  const NetworkFigures figures = figures_of(star, {});
  const std::string text = text_of(figures);
  for (const char* line :
       {"households           5\n", "ties                 4\n",
        "mean degree          1.600 (sd 1.200)\n", "components           1 (largest 5)\n",
        "mean path            1.600 (longest 2, from 5 households)\n",
        "degree assortativity -1.0000\n", "leading eigenvalue   2.0000\n",
        "     1           4\n     4           1\n"})
    EXPECT_TRUE(has(text, line)) << line << text;
  const nlohmann::json json = json_of(figures);
  EXPECT_EQ(json["degrees"], (nlohmann::json{{"1", 4}, {"4", 1}}));
  EXPECT_EQ(json["longest_path"], 2);
  EXPECT_NEAR(json["mean_degree"].get<double>(), 1.6, 1e-12);
}

TEST(NetworkTable, HasTheMeansOfLeaders) {
  const Ties star = ties_of(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
  const MeanCentralities means = mean_over(centralities_of(star, {}, 2), {1, 0, 0, 0, 0});
  EXPECT_TRUE(has(text_of(means), "means over 1\n"));
  EXPECT_TRUE(has(text_of(means), "closeness            0.9000\n")) << text_of(means);
  EXPECT_NEAR(json_of(means)["diffusion"].get<double>(), 3, 1e-9);
}

}  // namespace swadaya
