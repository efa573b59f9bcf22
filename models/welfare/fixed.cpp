#include "sim/model.hpp"

namespace swadaya::models::welfare {

namespace {

class Fixed final : public Model {
 public:
  void begin(const Month&, Ward& ward) const override {
    for (Household h = ward.place().first; h < ward.place().last; ++h)
      ward.set(column::log_consumption, h, ward.world.log_consumption[h]);
  }
};

}  // namespace

Entry fixed() {
  return entry<Fixed>(Slot::welfare, "fixed", Standing::null,
                      "Every household consumes its long-run mean in every month.", "null model");
}

}  // namespace swadaya::models::welfare
