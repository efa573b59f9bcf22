// Pieces of drawing a world, for the files that do it.
#pragma once

#include <string>

#include "sim/world/world.hpp"

namespace swadaya {

double world_number(const Values& values, const char* key);              // of [world]
std::string text_setting(const Values& values, const std::string& key);  // "world.households"

// Adds rows for an RW, filled up with vacant rows, and its chunks. `rts`: households of each RT.
void add_rw(World& world, std::uint32_t ward, const std::vector<std::uint32_t>& rts);
// Sizes every column to the rows that the places have.
void size_columns(World& world);
// Marks the lowest `share` of each ward's surveyed households by long-run consumption as poor.
void mark_poor(World& world, double share);
// Those just above as many households as are poor, in each ward.
void mark_near_poor(World& world);

void draw_households(World& world, const Values& values);
// Persons of each household: more where it is marked as poor.
void draw_sizes(World& world, const Values& values);
// Reads [world] households and [network] edges.
World world_from_files(const Values& values, const Dice& dice);

}  // namespace swadaya
