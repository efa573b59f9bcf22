#include <sqlite3.h>

#include "models/lending/peeks.hpp"
