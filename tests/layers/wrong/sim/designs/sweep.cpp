#include "sim/jobs/run_jobs.hpp"
