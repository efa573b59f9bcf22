#include "sim/scenario/meanings.hpp"

#include "tests/stage.hpp"

namespace swadaya {

// A meaning is no unit: every key that the program declares has one.
TEST(Meanings, StandBesideEveryKey) {
  const auto check = [](const std::string& section, const std::vector<ParameterInfo>& infos) {
    for (const ParameterInfo& info : infos) {
      EXPECT_NE(meaning_of(section, info), info.unit) << section << "." << info.name;
      EXPECT_FALSE(meaning_of(section, info).empty());
    }
  };
  for (const auto& [section, infos] : common_sections()) check(section, *infos);
  for (const ModelInfo& model : all_models().models())
    check(std::string{name_of(model.slot)}, model.parameters);
  for (const std::string_view slot : slot_names)
    EXPECT_FALSE(
        meaning_of("models", {std::string{slot}, Kind::text, std::string{}, "", {}, {}, ""})
            .empty());
  EXPECT_EQ(meaning_of("lending", {"of-a-plug-in", Kind::number, 0.0, "a unit", {}, {}, ""}),
            "a unit");
}

}  // namespace swadaya
