#include "sim/world/draw.hpp"

#include <algorithm>

#include "sim/world/boards.hpp"
#include "sim/world/columns.hpp"
#include "sim/world/network.hpp"
#include "sim/world/parts.hpp"

namespace swadaya {

namespace {

World places_from_figures(const Values& values, const Dice& dice) {
  World world;
  world.dice = dice;
  const auto whole = [&](const char* key) {
    return static_cast<std::uint32_t>(world_number(values, key));
  };
  const std::uint32_t areas = whole("areas"), wards = whole("wards_per_area"),
                      rws = whole("rw_per_ward");
  for (std::uint32_t area = 0; area < areas; ++area) {
    world.wards_of_area.emplace_back();
    for (std::uint32_t w = 0; w < wards; ++w) {
      const auto ward = static_cast<std::uint32_t>(world.wards.size());
      world.wards_of_area.back().push_back(ward);
      world.area_of_ward.push_back(area);
      const Household first = world.rws.empty() ? 0 : world.chunks.back().last;
      for (std::uint32_t rw = 0; rw < rws; ++rw)
        add_rw(world, ward, std::vector(whole("rt_per_rw"), whole("households_per_rt")));
      world.wards.push_back({first, world.chunks.back().last});
    }
  }
  size_columns(world);
  return world;
}

// Ties among households numbered without vacant rows, put on their rows.
std::vector<Tie> on_rows(std::vector<Tie> ties, const World& world) {
  std::vector<Household> row;
  for (Household h = 0; h < world.rows(); ++h)
    if (world.occupied[h] > 0) row.push_back(h);
  for (Tie& tie : ties) tie = {row[tie.a], row[tie.b]};
  return ties;
}

std::vector<Tie> drawn_ties(const World& world, const Values& values) {
  const auto number = [&](const char* key) {
    return std::get<double>(values.at(std::string{"network."} + key));
  };
  const std::uint32_t n = world.households;
  switch (static_cast<int>(number("generator"))) {
    case 0:
      return layered_ties(world, values);
    case 1:
      return on_rows(small_world_ties(n, number("degree"), number("rewire"), world.dice), world);
    case 2:
      return on_rows(erdos_renyi_ties(n, number("degree"), world.dice), world);
    case 3:
      return on_rows(scale_free_ties(n, number("exponent"), number("degree"), world.dice), world);
    case 4:
      return on_rows(planted_partition_ties(n, static_cast<std::uint32_t>(number("partition_size")),
                                            number("inside"), number("across"), world.dice),
                     world);
    default:
      return {};
  }
}

bool is_from_files(const Values& values) { return world_number(values, "from") == 1; }

// A file of households that says where they live and names no file of ties: who lives in one RT
// knows whom is drawn as in a world from figures.
bool draws_ties_of_files(const Values& values) {
  return text_setting(values, "network.edges").empty() &&
         columns_of(text_setting(values, "world.columns")).contains("rt");
}

void count_ties(World& world) {
  for (Household h = 0; h < world.rows(); ++h)
    world.degree[h] = static_cast<float>(world.ties.start[h + 1] - world.ties.start[h]);
}

// What chance gives besides households and ties.
void draw_boards(World& world, const Values& values) {
  world.ward_effect.clear();
  world.dishonest.clear();
  for (std::uint32_t ward = 0; ward < world.wards.size(); ++ward) {
    const Board board = board_of(world.dice, ward);
    world.ward_effect.push_back(board.standing);
    world.dishonest.push_back(board.honesty < world_number(values, "dishonest") ? 1.0f : 0.0f);
  }
}

}  // namespace

World draw_world(const Values& values, std::uint64_t seed, std::uint32_t replicate) {
  const Dice dice{seed, replicate};
  World world;
  if (is_from_files(values)) {
    world = world_from_files(values, dice);
    if (draws_ties_of_files(values)) world.ties = ties_of(world.rows(), drawn_ties(world, values));
  } else {
    world = places_from_figures(values, dice);
    world.poverty_line = world_number(values, "poverty_line");
    draw_households(world, values);
    world.ties = ties_of(world.rows(), drawn_ties(world, values));
  }
  count_ties(world);
  draw_boards(world, values);
  return world;
}

Worlds::Worlds(const Values& values, std::uint64_t seed) : values_{values}, seed_{seed} {
  if (is_from_files(values)) read_ = draw_world(values, seed, 0);
}

World Worlds::draw(std::uint32_t replicate) const {
  if (!read_) return draw_world(values_, seed_, replicate);
  World world = *read_;
  world.dice = Dice{seed_, replicate};
  if (draws_ties_of_files(values_)) {
    world.ties = ties_of(world.rows(), drawn_ties(world, values_));
    count_ties(world);
  }
  draw_boards(world, values_);
  return world;
}

}  // namespace swadaya
