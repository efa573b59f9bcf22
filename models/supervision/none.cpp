#include "sim/model.hpp"

namespace swadaya::models::supervision {

namespace {

class None final : public Model {
 public:
  explicit None(Declare&) {}
  void begin(const Month&, Ward& ward) const override {
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) ward.set(rt_column::trust, rt, 0.5f);
  }
  void ward(const Month&, Ward& ward) const override { spend_on_works(ward, 0); }
};

}  // namespace

Entry none() {
  return entry<None>(
      Slot::supervision, "none", Standing::null,
      "Nobody looks, and nothing disappears: works get what they are given, defaulters are never confronted.",
      "null model");
}

}  // namespace swadaya::models::supervision
