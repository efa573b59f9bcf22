#include "sim/month/ward.hpp"
