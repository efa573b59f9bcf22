#include <nlohmann/json.hpp>
#include <set>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

TEST(Program, ListsWhatFilesMaySay) {
  const Outcome table = program("settings calibration");
  EXPECT_EQ(table.code, 0) << table.text;
  for (const char* part : {"[calibration]", "points = 2000", "between 20 and 100000",
                           "[calibration.target]", "[calibration.priors]"})
    EXPECT_TRUE(has(table.text, part)) << part << table.text;
  EXPECT_FALSE(has(table.text, "[sweep]"));
  const Outcome word = program("settings audit_prob");
  EXPECT_TRUE(has(word.text, "[supervision]\n  audit_probability = ")) << word.text;
  const auto all = nlohmann::json::parse(program("settings --json").text);
  EXPECT_GT(all.size(), 400u);
  const Outcome none = program("settings pionts");
  EXPECT_EQ(none.code, 2);
  EXPECT_TRUE(has(none.text, "did you mean `points`?")) << none.text;
  EXPECT_TRUE(has(program("sweep --help").text, "points = 64: number of points"));
}

TEST(Program, SaysOfEachKeyWhatItMeansAndWhereItComesFrom) {
  const Outcome costs = program("settings costs");
  EXPECT_TRUE(has(costs.text,
                  "  audit = 5000   Price of an audit\n      kRp an audit of a ward; between 0 and "
                  "1000000; assumption: two auditors, ten days; sweep it\n"))
      << costs.text;
  EXPECT_TRUE(has(program("settings AUDIT").text, "[costs]\n  audit = 5000"));  // in any case
  const std::string models = program("settings models").text;
  EXPECT_TRUE(has(models, "[models]\n")) << models;
  EXPECT_TRUE(has(models, "lending = \"repayment-odds\"   The model of who repays")) << models;
  const std::string norm = program("settings lending.norm").text;
  EXPECT_TRUE(has(norm, "models: repayment-odds (default)")) << norm;
  EXPECT_FALSE(has(norm, "[lending]\n  social")) << norm;
  const std::string slots = program("settings slots").text;
  for (const char* table : {"[coordination]", "[welfare]", "[lending]"})
    EXPECT_TRUE(has(slots, table)) << table;
  EXPECT_FALSE(has(slots, "[costs]"));
  std::set<std::string> seen;
  for (const auto& row : nlohmann::json::parse(program("settings --json").text)) {
    EXPECT_FALSE(row["meaning"].get<std::string>().empty()) << row;
    EXPECT_FALSE(row["limits"].get<std::string>().empty()) << row;
    const std::string table = row["table"];
    const bool is_known = table == "costs" || table == "world" || table == "network" ||
                          table == "programme" || table == "lending";
    if (is_known) {
      EXPECT_FALSE(row["unit"].get<std::string>().empty()) << row;
      EXPECT_FALSE(row["source"].get<std::string>().empty()) << row;
    }
    seen.insert(table);
  }
  for (const char* table : {"models", "world", "network", "programme", "costs", "variant.cost"})
    EXPECT_TRUE(seen.contains(table)) << table;
  const Outcome model = program("models costs");
  EXPECT_EQ(model.code, 2);
  EXPECT_TRUE(has(model.text, "`swadaya settings costs` lists its keys")) << model.text;
  EXPECT_TRUE(has(program("models lending").text, "`swadaya settings lending`"));
}

}  // namespace swadaya
