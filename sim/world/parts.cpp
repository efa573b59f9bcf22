#include "sim/world/parts.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/exact.hpp"

namespace swadaya {

double world_number(const Values& values, const char* key) {
  return std::get<double>(values.at(std::string{"world."} + key));
}

std::string text_setting(const Values& values, const std::string& key) {
  const auto at = values.find(key);
  return at == values.end() ? "" : std::get<std::string>(at->second);
}

namespace {

constexpr std::uint32_t rows_a_pack = 16;
constexpr std::uint32_t largest_chunk = 2048;  // an RW of up to this many rows is one chunk
constexpr std::uint32_t part_of_chunk = 1024;  // a larger one is cut into parts of this many

void add_chunks(World& world, std::uint32_t ward, Household first, Household last) {
  const std::uint32_t step = last - first <= largest_chunk ? last - first : part_of_chunk;
  for (Household h = first; h < last; h += step)
    world.chunks.push_back({h, std::min(last, h + step), ward});
}

}  // namespace

void add_rw(World& world, std::uint32_t ward, const std::vector<std::uint32_t>& rts) {
  const Household first = world.chunks.empty() ? 0 : world.chunks.back().last;
  Household h = first;
  const auto rw = static_cast<std::uint32_t>(world.rws.size());
  for (const std::uint32_t households : rts) {
    world.rts.push_back({h, h + households});
    world.rw_of_rt.push_back(rw);
    world.ward_of_rt.push_back(ward);
    h += households;
  }
  world.households += h - first;
  world.households_surveyed += h - first;
  const Household last = (h + rows_a_pack - 1) / rows_a_pack * rows_a_pack;
  world.rws.push_back({first, h});
  add_chunks(world, ward, first, std::max(last, first + rows_a_pack));
}

void size_columns(World& world) {
  const Household rows = world.chunks.empty() ? 0 : world.chunks.back().last;
  for (auto* column :
       {&world.occupied, &world.surveyed, &world.size, &world.log_consumption, &world.attitude,
        &world.susceptibility, &world.poor, &world.near_poor, &world.elite, &world.head,
        &world.business, &world.female_head, &world.adopter, &world.leader, &world.degree})
    column->assign(rows, 0.0f);
  for (auto* column : {&world.rt, &world.rw, &world.ward, &world.identity}) column->assign(rows, 0);
  for (std::uint32_t rt = 0; rt < world.rts.size(); ++rt)
    for (Household h = world.rts[rt].first; h < world.rts[rt].last; ++h) {
      world.occupied[h] = world.surveyed[h] = 1;
      world.rt[h] = rt;
      world.rw[h] = world.rw_of_rt[rt];
      world.ward[h] = world.ward_of_rt[rt];
    }
  std::uint32_t identity = 0;
  for (Household h = 0; h < rows; ++h)
    if (world.occupied[h] > 0)
      world.identity[h] = identity++;
    else if (h > 0)
      world.rt[h] = world.rt[h - 1], world.rw[h] = world.rw[h - 1],
      world.ward[h] = world.ward[h - 1];
}

void mark_poor(World& world, double share) {
  for (const Place& ward : world.wards) {
    std::vector<Household> rows;
    for (Household h = ward.first; h < ward.last; ++h)
      if (world.surveyed[h] > 0) rows.push_back(h);
    const auto count = std::ptrdiff_t{std::lround(share * static_cast<double>(rows.size()))};
    std::nth_element(
        rows.begin(), rows.begin() + std::min<std::ptrdiff_t>(count, std::ssize(rows)), rows.end(),
        [&](Household a, Household b) {
          return std::pair{world.log_consumption[a], a} < std::pair{world.log_consumption[b], b};
        });
    for (std::ptrdiff_t i = 0; i < count && i < std::ssize(rows); ++i)
      world.poor[rows[static_cast<std::size_t>(i)]] = 1;
  }
}

void mark_near_poor(World& world) {
  constexpr double above = 1.2;
  const auto reach = static_cast<float>(log_of(above));
  for (const Place& ward : world.wards) {
    std::vector<float> consumption;
    std::ptrdiff_t poor = 0;
    for (Household h = ward.first; h < ward.last; ++h)
      if (world.surveyed[h] > 0) {
        consumption.push_back(world.log_consumption[h]);
        poor += world.poor[h] > 0 ? 1 : 0;
      }
    if (poor == 0) continue;
    const auto last = consumption.begin() + poor - 1;
    std::nth_element(consumption.begin(), last, consumption.end());
    const float end = *last + reach;
    for (Household h = ward.first; h < ward.last; ++h)
      if (world.surveyed[h] > 0 && world.poor[h] == 0 && world.log_consumption[h] < end)
        world.near_poor[h] = 1;
  }
}

}  // namespace swadaya
