#include "sim/words/sentences.hpp"

namespace swadaya {

const std::vector<Sentences>& sentences_in_indonesian() {
  static const std::vector<Sentences> all{
      indonesian_headings(), indonesian_comparisons(), indonesian_costs(), indonesian_designs(),
      indonesian_searches(), indonesian_evidence(),    indonesian_ward()};
  return all;
}

}  // namespace swadaya
