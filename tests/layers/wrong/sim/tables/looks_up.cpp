#include "sim/report/report.hpp"
