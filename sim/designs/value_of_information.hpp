// What it is worth to know more before a choice between packages is made: by regression of net
// benefits on what would be known, from the same draws of the parameters that the comparison was
// made with (Strong, Oakley & Brennan 2014, Med. Decis. Making 34(3)). What differs between worlds
// of one draw is noise of that regression: no study of parameters tells it beforehand.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/designs/smooth_fit.hpp"

namespace swadaya {

// By package, one entry a draw: price x effect - cost, mean over the draw's worlds.
using NetBenefits = std::vector<std::vector<double>>;

// The highest on average; of equals the first. Means of all draws.
std::size_t best_on_average(const NetBenefits& benefits);

struct Informed {
  // Expected value of partial perfect information: of knowing the parameters that the basis is of
  // (of all: of perfect information).
  double value = 0;
  // Of the value: how far the regression and the number of draws may be off.
  double standard_error = 0;
  // What the value would be expected to be too high by, as the best of several uncertain means is.
  double bias = 0;
  // What it comes to where the draws are dealt out anew, so that the parameters tell nothing: the
  // same deals for any basis. And up to which that is chance: 95 % of them.
  static constexpr std::size_t deals = 100;
  std::vector<double> dealt;
  double chance = 0;
  bool is_told() const { return value > chance && value > 0; }
  // The probability that another package is best once they are known, and by package that it is.
  double changes = 0;
  std::vector<double> probability;
  std::vector<std::size_t> best;  // by draw
};

// Up to which the largest of several is chance, in place of each one's own: of many unknowns one
// would come out above its own by chance alone (Westfall & Young 1993).
void judge_together(const std::vector<Informed*>& several);

// The value alone; `best`, if given, is filled by draw.
double value_of_knowing(const Smoother& smoother, const NetBenefits& benefits,
                        std::vector<std::size_t>* best = nullptr);
// All of it.
Informed informed_by(const Smoother& smoother, const NetBenefits& benefits, std::uint64_t seed);

}  // namespace swadaya
