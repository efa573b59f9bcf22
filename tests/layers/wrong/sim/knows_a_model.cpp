#include "models/lending/peeks.hpp"
#include <sqlite3.h>
