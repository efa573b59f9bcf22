// Calibrations run from within a test.
#pragma once

#include "sim/designs/calibration.hpp"

namespace swadaya {

// What the search of an experiment comes to, in a folder of this test's own.
CalibrationResult calibrated(const Experiment& experiment);

}  // namespace swadaya
