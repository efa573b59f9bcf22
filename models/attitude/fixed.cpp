#include "sim/model.hpp"

namespace swadaya::models::attitude {

namespace {

class Fixed final : public Model {
 public:
  void begin(const Month&, Ward& ward) const override {
    for (Household h = ward.place().first; h < ward.place().last; ++h)
      ward.set(column::attitude, h, ward.world.attitude[h]);
  }
};

}  // namespace

Entry fixed() {
  return entry<Fixed>(Slot::attitude, "fixed", Standing::null,
                      "Everyone keeps the initial attitude.", "null model");
}

}  // namespace swadaya::models::attitude
