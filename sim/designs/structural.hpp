// Structural sensitivity: which conclusions of a comparison survive a change of assumptions. From
// the stores of one experiment under several bundles.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/results/results.hpp"
#include "sim/scenario/bundles.hpp"
#include "sim/words/language.hpp"

namespace swadaya {

// What one bundle says of an effect: told from zero, not told from it, the same in every world; the
// intervention has no lever under the bundle, or the outcome no figure.
enum class Answer { up, down, uncertain, same, no_lever, no_figure };

struct BundleEffect {
  PairedDifference effect;
  Answer answer = Answer::no_figure;
  // One more than the interventions that are better for certain: whose paired difference from this
  // one, in the same worlds, has a 95 % interval that leaves zero out. 0 where it has no lever, the
  // outcome no figure, or nothing is to be ranked with.
  int rank = 0;
  bool tied = false;  // another intervention has the same rank
};

// Of a sign or a rank across the bundles that answer (those with a lever and a figure). `untested`:
// fewer than two do.
enum class Survival { holds, reverses, uncertain, differs, untested };

// One intervention, outcome and month under all bundles.
struct StructuralRow {
  std::size_t variant, outcome;  // index into the experiment's variants, and of the outcome
  int month;
  std::vector<BundleEffect> in;  // by bundle
};

Answer answer_of(const PairedDifference& effect, bool has_lever);
// Same sign told from zero in all: holds; told from zero with both signs: reverses.
Survival sign_survival(const std::vector<BundleEffect>& in);
// The same rank in all: holds; else differs.
Survival rank_survival(const std::vector<BundleEffect>& in);
// "holds", "reverses: + evidence, - sceptic", "uncertain in null"; "holds (no lever in null)"
std::string sign_words(const std::vector<BundleEffect>& in, const std::vector<std::string>& bundles,
                       Language language = {});
// "1st in all", "2nd-4th", "1st= in all": = where it is shared in some bundle
std::string rank_words(const std::vector<BundleEffect>& in, Language language = {});

// Ranks of interventions by their values of one outcome, replicate by replicate; empty: not ranked.
struct Rank {
  int rank = 0;
  bool tied = false;
};
std::vector<Rank> ranks_of(const std::vector<std::span<const double>>& values,
                           bool higher_is_better, std::span<const std::uint32_t> draws = {});

// What came of an experiment under a bundle.
struct BundleResult {
  const Bundle& bundle;
  const Results& store;
};

// By month, outcome and variant, the baseline left out: of the outcomes and months shown.
std::vector<StructuralRow> structural_rows(const std::vector<BundleResult>& results);

}  // namespace swadaya
