#include "sim/model.hpp"

namespace swadaya::models::facilitation {

namespace {

class None final : public Model {};

}  // namespace

Entry none() {
  return entry<None>(Slot::facilitation, "none", Standing::null,
                     "No facilitator comes; capacity stays as it was at birth.", "null model");
}

}  // namespace swadaya::models::facilitation
