// Two results folders held against each other: what was set differently, and what came of it.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

struct OneResult {
  const Experiment& experiment;
  const Store& store;
  std::string version;  // that made it
};

// A key with what it is in both, as one writes it in a file; "" where one has no such key.
struct DifferentSetting {
  std::string key, a, b, unit;
  std::string a_id = {}, b_id = {};  // in Indonesian, where it is in words
  bool operator==(const DifferentSetting&) const = default;
};

// Why two variants aren't compared world by world.
enum class NotPaired {
  no,       // they are
  dice,     // another seed, or worlds of their own
  wards,    // other households or ties
  draws,    // other draws of the parameters
  no_world  // is complete in both
};

// A variant that both have.
struct InBoth {
  std::size_t a, b;  // places among each one's variants
  std::string title;
  // Those of the baselines; of others, what is different beyond that.
  std::vector<DifferentSetting> settings;
  NotPaired why = NotPaired::no;
  std::size_t worlds = 0;     // in both where they are paired
  std::string title_id = {};  // in Indonesian
};

// One outcome of a variant at a month, the second result against the first.
struct OutcomeInBoth {
  std::size_t variant;  // place in `both`
  std::size_t outcome;
  int month;
  PairedDifference effect;
  // How far its gain over the baseline differs, of each result its own; nothing of baselines.
  PairedDifference gain;
};

struct TwoResults {
  std::vector<DifferentSetting> experiment;  // seed, worlds, sample of parameters, version
  std::vector<InBoth> both;                  // the baselines first
  std::vector<std::string> only_a, only_b;   // titles
  std::vector<std::size_t> outcomes;         // that either shows, and the cost
  std::vector<int> months;                   // that both show; of none, the last that both have
  std::vector<OutcomeInBoth> rows;           // by variant, month and outcome
  std::vector<std::string> only_a_id = {}, only_b_id = {};  // titles in Indonesian
};

// Variants are the same by name; where no name is in both, the baselines are held against each
// other. Throws BadInput where one holds a search or points too many to be named, or no replicate
// is complete.
TwoResults two_results(const OneResult& a, const OneResult& b, const Catalogue& catalogue);

// In words: "different wards, not paired: ...".
std::string pairing_text(const InBoth& one, Language in = {});
std::string two_results_text(const OneResult& a, const OneResult& b, const TwoResults& two,
                             Look look);
nlohmann::json two_results_json(const OneResult& a, const OneResult& b, const TwoResults& two);

}  // namespace swadaya
