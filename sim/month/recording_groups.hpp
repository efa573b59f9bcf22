// Sums over the groups, funds and costs of a ward.
#pragma once

#include "sim/month/tally.hpp"

namespace swadaya {

// What is to be divided by stands in it, too: wards, groups, loans.
void add_groups_of(Sums& sums, const Ward& ward, int month);

}  // namespace swadaya
