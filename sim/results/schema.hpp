// The tables of results.db, as a run makes them and as a folder must have them.
#pragma once

#include <string>

#include "sim/results/database.hpp"

namespace swadaya {

// variant, point (what variants set: by key a number or a text), replicate (those of which
// something is stored), metric, series; plan (one row: what is to be run), comparison (what came of
// it), checked (a checksum of each run's rows), fingerprint (of all that made them).
void make_tables(const Database& database);

// Throws BadInput where a table is missing, or isn't the one that was made, or something of its own
// would run or answer in its place: triggers and indexes. Other tables and views do no harm.
void check_tables(const Database& database, const std::string& folder);

}  // namespace swadaya
