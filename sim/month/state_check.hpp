// Whether a state that was put back from bytes is one that a run may have been in: whatever others
// index by, count with or divide by lies within its limits.
#pragma once

#include "sim/month/state.hpp"

namespace swadaya {

// Throws WrongState, with what is wrong.
void check_state(const VariantState& variant);

}  // namespace swadaya
