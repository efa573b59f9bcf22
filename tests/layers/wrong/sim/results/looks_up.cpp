#include "sim/jobs/jobs.hpp"
