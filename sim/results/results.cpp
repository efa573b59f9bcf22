#include "sim/results/results.hpp"

#include <fmt/format.h>
#include <stdexcept>
#include <utility>

#include "sim/base/error.hpp"
#include "sim/world/boards.hpp"

namespace swadaya {

std::vector<StoredVariant> new_variants(const std::vector<StoredVariant>& held, std::size_t first,
                                        const std::vector<Variant>& variants,
                                        const std::string& place) {
  std::vector<StoredVariant> fresh;
  for (std::size_t i = 0; i < variants.size(); ++i) {
    const StoredVariant variant{variants[i].name, variants[i].title, variants[i].first_world,
                                variants[i].title_id};
    if (first + i >= held.size())
      fresh.push_back(variant);
    else if (held[first + i] != variant)
      throw refused(
          place,
          fmt::format("holds `{}` ({}), where its experiment.toml leads to `{}` ({})",
                      held[first + i].name, held[first + i].title, variant.name, variant.title),
          "run its experiment.toml again into another folder");
  }
  if (!fresh.empty() && held.size() + fresh.size() != first + variants.size())
    throw std::logic_error{"a generation leaves a gap in the variants"};
  return fresh;
}

std::uint32_t worlds_per_draw_of(const Experiment& experiment) {
  return experiment.posterior.keys.empty() ? 0 : experiment.worlds_per_draw;
}

std::vector<std::uint32_t> draws_dealt(const std::vector<std::uint32_t>& replicates,
                                       std::uint32_t worlds_per_draw) {
  if (worlds_per_draw == 0) return {};
  std::vector<std::uint32_t> draws;
  for (const std::uint32_t replicate : replicates) draws.push_back(replicate / worlds_per_draw);
  return draws;
}

Controls luck_of_worlds(std::uint64_t seed, std::uint32_t first_world, std::uint32_t wards,
                        const std::vector<std::uint32_t>& replicates) {
  if (wards == 0 || replicates.size() < Controls::fewest_worlds) return {};
  std::vector<std::vector<double>> rows;
  for (const std::uint32_t replicate : replicates)
    rows.push_back(luck_of_boards(Dice{seed, first_world + replicate}, wards));
  return Controls{std::move(rows)};
}

bool is_of_world(const std::string& key) {
  // Outlines are drawn on a map, and nothing is drawn from them.
  return (key.starts_with("world.") && key != "world.outlines") || key.starts_with("network.");
}

bool share_worlds(const Variant& a, const Variant& b) {
  if (a.first_world != b.first_world) return false;
  const auto of_world = [](const Values& values) {
    Values own;
    for (const auto& [key, value] : values)
      if (is_of_world(key)) own.emplace(key, value);
    return own;
  };
  return of_world(a.scenario.values) == of_world(b.scenario.values);
}

}  // namespace swadaya
