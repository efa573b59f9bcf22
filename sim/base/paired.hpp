// One variant against another in the same worlds: by how much they differ, how sure that is, and
// because of what it isn't surer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "sim/base/controls.hpp"
#include "sim/base/nested.hpp"
#include "sim/base/statistics.hpp"

namespace swadaya {

// Of b - a, pair by pair. Four things that never mean the same:
struct PairedDifference {
  // World by world; else of different worlds (sim/base/unpaired.hpp).
  bool is_paired = true;
  std::size_t n = 0;        // pairs of which both are finite
  std::size_t unequal = 0;  // of them those that differ at all
  double baseline_mean = nothing, variant_mean = nothing;
  // Of the means; where controls are given and can be used, freed of how lucky these worlds were.
  double difference = nothing;
  double standard_error = nothing;  // of the mean, of two pairs (of draws: two draws) or more

  // What is shown first: over parameters, where the worlds drew them; else Monte Carlo.
  double low = nothing, high = nothing;

  // Whether enough was simulated: 95 % interval of the mean, Student's t over pairs, or over draws
  // where pairs share them; of outcomes that are 0 or 1 in every world, of matched pairs (Bonett &
  // Price 2012). Shrinks with further worlds.
  Interval monte_carlo{};
  // What isn't known of parameters: 90 % of draws expect a difference within. Stays as it is with
  // further worlds. Not numbers where parameters are taken as known, or draws are too few to tell.
  Interval parameters{};
  // What one ward may see by chance at given parameters: 90 % of wards, about the mean.
  Interval luck{};
  // In how many times as many worlds the plain mean would be known as closely; 1 where it is taken.
  double variance_cut = nothing;
  // Both together: below the first lies one ward in ten, above the second another.
  Interval ward{};

  bool is_over_parameters() const { return parameters.low == parameters.low; }
  // The interval shown leaves zero out, and chance isn't the reason.
  bool can_be_told_from_zero() const { return (low > 0 || high < 0) && !monte_carlo.has(0); }
  // The same, to the bit, in every pair.
  bool is_same() const { return n > 0 && difference == 0 && (n == 1 || standard_error == 0); }
  // A handful of worlds bear it, and the interval is too narrow more often than it says.
  bool rests_on_few() const;
  // The half width of the Monte Carlo interval is no small part of that of the interval shown.
  bool is_simulated_too_little() const;
};

// `draws`: by pair the draw of the parameters that both were run with; empty where parameters are
// taken as known. `controls`: what is known of each pair's world. Without draws they free the mean,
// and so what is known of it (Monte Carlo); not what one ward may see. With draws they are left
// aside: docs/uncertainty.md says why.
PairedDifference paired_difference(std::span<const double> baseline,
                                   std::span<const double> variant,
                                   std::span<const std::uint32_t> draws = {},
                                   const Controls& controls = {});

// Where none of `n` worlds shows something: up to which share of worlds may, at 95 % confidence
// (Clopper & Pearson 1934).
double share_unseen(std::size_t n);

}  // namespace swadaya
