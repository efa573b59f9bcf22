// What the dice gave each world of results, as results.db keeps it: table `world`, so that whoever
// reads the database can hold outcomes against a ward's luck. All of it follows from the seed:
// figures are made from that, never from the table.
#pragma once

#include <cstdint>
#include <set>
#include <string>

#include "sim/results/database.hpp"

namespace swadaya {

// Wards of a world that have rows: more would take more room than what came of them.
inline constexpr std::uint32_t most_wards_kept = 1000;
std::uint32_t wards_kept(std::uint32_t wards);

// Adds the rows of a world that has none yet.
void add_world(const Database& database, std::uint64_t seed, std::uint32_t wards,
               std::uint32_t number);

// "world.standing of world 3 is 2: it is 0.42", where the rows aren't those of these worlds; ""
// where they are.
std::string fault_of_worlds(const Database& database, std::uint64_t seed, std::uint32_t wards,
                            const std::set<std::uint32_t>& numbers);
// Makes them anew.
void mend_worlds(const Database& database, std::uint64_t seed, std::uint32_t wards,
                 const std::set<std::uint32_t>& numbers);

}  // namespace swadaya
