#include "sim/model.hpp"

namespace swadaya::models::socialization {

namespace {

class EveryoneKnows final : public Model {
 public:
  void begin(const Month&, Ward& ward) const override {
    for (Household h = ward.place().first; h < ward.place().last; ++h)
      ward.set(column::informed, h, ward.world.occupied[h]);
  }
};

}  // namespace

Entry everyone_knows() {
  return entry<EveryoneKnows>(
      Slot::socialization, "everyone-knows", Standing::null,
      "Every household knows of the programme from the start, and that its money is a loan.",
      "null model");
}

}  // namespace swadaya::models::socialization
