#include "sim/scenario/peer_warnings.hpp"

#include "sim/model.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

class Endorsed final : public Model {
  Number strength = number("strength", 0.2, "log odds", {0, 1}, "a test");

 public:
  Endorsed() { peer_effect("strength"); }
};

class Herd final : public Model {
 public:
  Herd() { peer_effect(); }
};

// All models, and two more by which peers sway decisions in other slots.
const Catalogue& with_peers() {
  static const Catalogue catalogue{[] {
    std::vector<Entry> entries = models::all();
    entries.push_back(
        entry<Endorsed>(Slot::socialization, "endorsed", Standing::rival, "A test.", "a test"));
    entries.push_back(entry<Herd>(Slot::groups, "herd", Standing::rival, "A test.", "a test"));
    return entries;
  }()};
  return catalogue;
}

std::vector<std::string> warnings_of(const std::string& toml) {
  const Experiment experiment = read_experiment(file_with("test.toml", toml), with_peers(), {});
  return peer_warnings(experiment, with_peers());
}

}  // namespace

TEST(PeerWarnings, AreGivenWhereTwoChannelsAreOn) {
  const auto warnings = warnings_of("[models]\nsocialization = \"endorsed\"\ngroups = \"herd\"\n");
  ASSERT_EQ(warnings.size(), 1u);
  for (const char* part :
       {"warning: test: ", "through 3 channels: socialization `endorsed` (strength)",
        "participation `social-logit` (J)", "set participation.J = 0",
        "choose another model of groups"})
    EXPECT_TRUE(has(warnings[0], part)) << warnings[0];
}

TEST(PeerWarnings, EndOnceAllButOneAreOff) {
  EXPECT_TRUE(
      warnings_of("[models]\nsocialization = \"endorsed\"\n[participation]\nJ = 0\n").empty());
  EXPECT_TRUE(warnings_of("[models]\nsocialization = \"endorsed\"\n[socialization]\nstrength = 0\n")
                  .empty());
  EXPECT_TRUE(
      warnings_of("[models]\nsocialization = \"endorsed\"\nparticipation = \"plain-logit\"\n")
          .empty());
}

TEST(PeerWarnings, CountChannelsWhereAnEventSwitchesThemOn) {
  const char* const off = "[models]\nsocialization = \"endorsed\"\n[participation]\nJ = 0\n";
  EXPECT_EQ(
      warnings_of(std::string{off} + "[[event]]\nmonth = 5\nset = { \"participation.J\" = 0.3 }\n")
          .size(),
      1u);
}

TEST(PeerWarnings, AreGivenOnceForAllVariantsThatShareThem) {
  const auto warnings = warnings_of(
      "[experiment]\n[[variant]]\nname = \"a\"\n"
      "[[variant]]\nname = \"b\"\nset = { \"models.socialization\" = \"endorsed\" }\n"
      "[[variant]]\nname = \"c\"\n"
      "set = { \"models.socialization\" = \"endorsed\", \"participation.J\" = 1 }\n");
  ASSERT_EQ(warnings.size(), 1u);
  EXPECT_TRUE(has(warnings[0], "warning: b, c: ")) << warnings[0];
}

TEST(PeerWarnings, AreNotGivenForTheDefaults) { EXPECT_TRUE(warnings_of("").empty()); }

}  // namespace swadaya
