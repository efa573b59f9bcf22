// A picture as compact JSON for pages. Households are named by their number in the ward.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/report/picture.hpp"

namespace swadaya {

// What a page can hold: of a larger ward every k-th household is shown, of more ties every k-th.
struct PictureSize {
  std::uint32_t households = 20000, ties = 6000;
};

// {
//   "months": 36,
//   "households": 2000, "every": 1,            in the ward; shown are 0, every, 2 * every ...
//   "rts": [[rw, households shown] ...],
//   "poor": [number ...], "elite": [...], "heads": [...], "business": [...],
//   "ties": 14000, "shown_ties": [a, b, a, b ...],
//   "lanes": [{
//     "states": [[state, month, state, month, state ...] ...],  by household shown: what it begins
//                                               with, then each change; bits: 1 informed, 2 + 4 the
//                                               rung, 8 member of a group, 16 + 32 the loan (1
//                                               repaying, 2 behind, 3 in default), 64 listed, 128
//                                               gone
//     "groups": [{"founder", "rt", "founded", "ghost",
//                 "members": [household, from month, to month ...],    to: -1 where it never left
//                 "stage": [...], "size": [...], "cohesion": [...], "capacity": [...],
//                 "balance": [...], "overdue": [...], "visits": [...]} ...],   from `founded` on
//     "ward": [[month, what, a, b] ...]
//   } ...]
// }
// Stages: 0 forming, 1 active, 2 dormant, 3 dissolved. Money in kRp.
nlohmann::json picture_json(const Picture& picture, PictureSize size = {});

// {"household": 12, "rt": 3, "rw": 1, "ties": [number ...], "happenings": [[month, what, a, b,
// household or null, group or null] ...]}
nlohmann::json household_story_json(const Picture& picture, std::size_t lane,
                                    std::uint32_t household);
// {"group": 4, "rt": 3, "rw": 1, "happenings": [...]}
nlohmann::json group_story_json(const Picture& picture, std::size_t lane, std::uint32_t group);

}  // namespace swadaya
