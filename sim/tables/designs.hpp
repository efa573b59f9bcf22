// What is shown of an experiment, by its design.
#pragma once

#include "sim/tables/presentation.hpp"

namespace swadaya {

Presentation presentation_of(const Experiment& experiment);

}  // namespace swadaya
