// What the program says to people, in Indonesian: by the English format as it stands in the
// sources. Each topic has a file of its own, indonesian_*.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace swadaya {

// Both with the same places for values, {} or {:.2g}, in the same order; or, where another order
// reads better, each with its number: {1} {0}.
struct Sentence {
  std::string_view english, indonesian;
};
using Sentences = std::span<const Sentence>;

Sentences indonesian_headings();     // of columns and parts, units, single words
Sentences indonesian_comparisons();  // what a comparison says, its legend
Sentences indonesian_costs();        // what packages cost and are worth, what to measure next
Sentences indonesian_designs();      // sweeps, factorial experiments, sensitivity, bundles
Sentences indonesian_searches();     // calibration, optimisation
Sentences indonesian_evidence();     // facts, trials, two results
Sentences indonesian_ward();         // a ward of one's own
// Where defaults of [world], [programme] and [costs] come from: what those tables declare as a
// parameter's source.
Sentences indonesian_sources();

// All sentences, a topic each.
const std::vector<Sentences>& sentences_in_indonesian();

}  // namespace swadaya
