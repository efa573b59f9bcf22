#include "sim/model.hpp"

namespace swadaya::models::supervision {

namespace {

class None final : public Model {
 public:
  void begin(const Month&, Ward& ward) const override { ward.set_all(rt_column::trust, 0.5f); }
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
