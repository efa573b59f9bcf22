#include "sim/tool/commands.hpp"
