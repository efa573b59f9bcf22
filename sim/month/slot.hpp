// The ten slots of a month, in the order in which they act.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace swadaya {

enum class Slot {
  coordination,
  socialization,
  attitude,
  participation,
  groups,
  facilitation,
  targeting,
  lending,
  supervision,
  welfare,
};

inline constexpr std::array<std::string_view, 10> slot_names{
    "coordination", "socialization", "attitude", "participation", "groups",
    "facilitation", "targeting",     "lending",  "supervision",   "welfare"};
inline constexpr std::size_t slot_count = slot_names.size();

constexpr std::string_view name_of(Slot slot) { return slot_names[static_cast<std::size_t>(slot)]; }

}  // namespace swadaya
