// What packages do for the same extra money: one that costs more than it reaches fewer wards.
#pragma once

#include <cstdint>
#include <span>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"

namespace swadaya {

struct ForTheSame {
  double extra_cost = nothing;  // kRp a ward more than the baseline, where it reaches all wards
  double reach = nothing;       // share of wards that the money pays for, at most 1
  PairedDifference effect;      // a ward, over all wards
};

// `money`: kRp a ward. Series by world, equally long: baseline and variant, outcome and cost. Of a
// package that costs no more than the money the effect is the paired difference; of another it is
// that difference times money over cost, a ratio of two means, whose standard error is that of its
// linearisation (Cochran 1977, Sampling Techniques, section 6.3). `draws`, `controls`: as in
// paired_difference.
ForTheSame for_the_same(double money, std::span<const double> baseline,
                        std::span<const double> variant, std::span<const double> baseline_cost,
                        std::span<const double> variant_cost,
                        std::span<const std::uint32_t> draws = {}, const Controls& controls = {});

}  // namespace swadaya
