#include "sim/month/peer_effects.hpp"

#include "sim/model.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

class Unnamed final : public Model {
 public:
  Unnamed() { peer_effect("strength"); }
};

}  // namespace

TEST(PeerEffects, AreDeclaredByTheModelsThatHaveThem) {
  const auto effects = [](const char* name) {
    return all_models().find(Slot::participation, name)->peer_effects;
  };
  EXPECT_EQ(effects("social-logit"), std::vector<std::string>{"J"});
  EXPECT_EQ(effects("planned-behaviour"), std::vector<std::string>{"w_norm"});
  EXPECT_EQ(effects("threshold"), std::vector<std::string>{""});
  EXPECT_EQ(effects("peer-share"), std::vector<std::string>{"b_share"});
  EXPECT_TRUE(effects("plain-logit").empty());
  for (const ModelInfo& model : all_models().models())
    if (model.slot == Slot::attitude) {
      EXPECT_TRUE(model.peer_effects.empty()) << model.name;
    }
}

TEST(PeerEffects, OfTheDefaultsAreOne) {
  EXPECT_EQ(peer_channels(scenario_from(""), all_models()).size(), 1u);
}

TEST(PeerEffects, NameADeclaredParameter) {
  Declare declare{Slot::attitude};
  const Declare::Making making{declare, 0};
  EXPECT_THROW(Unnamed{}, std::logic_error);
}

}  // namespace swadaya
