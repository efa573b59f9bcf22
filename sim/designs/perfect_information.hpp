// What it is worth to know all parameters before a choice: what each draw of them comes to is known
// then, and the luck of its worlds isn't.
#pragma once

#include <cstdint>
#include <span>

#include "sim/designs/by_draw.hpp"
#include "sim/designs/choice.hpp"
#include "sim/designs/value_of_information.hpp"

namespace swadaya {

// Each draw's expectations from its worlds: those of the first option are its mean in all, since
// only differences from it matter. `draws`: by world. Empty where the draws can't be told from
// chance.
Cases expectations_of(const Cases& worlds, std::span<const std::uint32_t> draws, Unsure unsure);

// Of all parameters at this price, by option. The value is that of knowing the likely expectations,
// which tables of costs have. How far it may be off: draws drawn again with their worlds (Efron
// 1979). What chance comes to: worlds dealt out to the draws anew.
Informed informed_by_all(const Cases& worlds, std::span<const std::uint32_t> draws, double price,
                         std::uint64_t seed);

}  // namespace swadaya
