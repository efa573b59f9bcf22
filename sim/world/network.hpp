// Networks: drawn by a generator, or given by a file.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/world/world.hpp"

namespace swadaya {

// The layered network of wards: neighbours (same RT), kin (mostly same RW), association (cliques
// across the RTs of an RW), distant (any household of the ward). `places` are filled in already;
// vacant rows get no ties.
std::vector<Tie> layered_ties(const World& places, const Values& network);

// Over households 0 .. count - 1. A ring has the even number nearest to the degree, and all pairs
// where there are no more households.
std::vector<Tie> small_world_ties(std::uint32_t count, double degree, double rewire,
                                  const Dice& dice);
std::vector<Tie> erdos_renyi_ties(std::uint32_t count, double degree, const Dice& dice);
// Degrees that fall with a household's rank x as x^-exponent, in no order of households: the model
// of Chung & Lu (2002) with chances cut at 1, scaled so that the mean degree expected is `degree`
// whatever is cut. No pair is tied twice. Above an exponent of 1/2 the first ranks are held down by
// the number of households, and their ties lead to small degrees more than chance would have it.
std::vector<Tie> scale_free_ties(std::uint32_t count, double exponent, double degree,
                                 const Dice& dice);
// Groups of `size` neighbours in number: a tie within a group with chance `inside`, else `across`.
std::vector<Tie> planted_partition_ties(std::uint32_t count, std::uint32_t size, double inside,
                                        double across, const Dice& dice);

}  // namespace swadaya
