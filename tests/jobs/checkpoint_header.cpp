#include "sim/jobs/checkpoint_header.hpp"

#include <nlohmann/json.hpp>

#include "tests/jobs/checkpoints.hpp"

namespace swadaya {

namespace {

CheckpointHeader some_header() {
  Experiment e = experiment_from(ward_of_three);
  e.checkpoint = 12;
  return header_of(e, all_models());
}

}  // namespace

TEST(CheckpointHeader, IsReadAsItWasWritten) {
  const CheckpointHeader header = some_header();
  const auto back = header_in(json_of(header));
  ASSERT_TRUE(back);
  EXPECT_EQ(json_of(*back), json_of(header));
  EXPECT_EQ(back->month, 12);
  EXPECT_EQ(back->seed, 7u);
  EXPECT_EQ(back->settings.at("models.lending"), "repayment-odds");
}

TEST(CheckpointHeader, OfAnotherProgramSaysWhichOne) {
  CheckpointHeader header = some_header();
  header.version = "9.9.9";
  const auto back = header_in(json_of(header));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->version, "9.9.9");
  EXPECT_TRUE(back->settings.empty());
}

TEST(CheckpointHeader, IsNoneWhereItSaysWhatCannotBe) {
  const nlohmann::json good = nlohmann::json::parse(json_of(some_header()));
  const auto is_one = [](const nlohmann::json& json) { return header_in(json.dump()).has_value(); };
  ASSERT_TRUE(is_one(good));
  for (const char* key : {"month", "seed", "replicates"})
    for (const nlohmann::json& value :
         {nlohmann::json(-1), nlohmann::json(1e300), nlohmann::json(0.5), nlohmann::json("12"),
          nlohmann::json(), nlohmann::json(18446744073709551615u)}) {
      nlohmann::json changed = good;
      changed[key] = value;
      EXPECT_FALSE(is_one(changed)) << key << " " << value;
    }
  for (const char* key : {"settings", "columns", "scenario", "version"}) {
    nlohmann::json changed = good;
    changed[key] = 3;
    EXPECT_FALSE(is_one(changed)) << key;
    changed.erase(key);
    EXPECT_FALSE(is_one(changed)) << key;
  }
  nlohmann::json changed = good;
  changed["columns"].erase("lending");
  EXPECT_FALSE(is_one(changed));
  changed = good;
  changed["settings"].erase("models.lending");
  EXPECT_FALSE(is_one(changed));
  EXPECT_FALSE(header_in("{").has_value());
  EXPECT_FALSE(header_in(std::string(100'000, '[')).has_value());
}

}  // namespace swadaya
