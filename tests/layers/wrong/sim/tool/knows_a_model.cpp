#include "models/lending/hazard.hpp"
