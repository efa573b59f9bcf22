#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

class None final : public Model {};

}  // namespace

Entry none() {
  return entry<None>(Slot::lending, "none", Standing::null,
                     "Nothing is lent; grants that arrive stay in the fund.", "null model");
}

}  // namespace swadaya::models::lending
