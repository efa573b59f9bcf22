// Which stylised facts a scenario meets, as `swadaya patterns --states` measured it: carried with
// an experiment, so that outcomes which miss a hard fact say so wherever they are shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/statistics.hpp"
#include "sim/month/scenario.hpp"
#include "sim/words/language.hpp"

namespace swadaya {

// What a fact or a field experiment is for, as files, CSV and JSON have it: "apart", "fitted" or
// "construction" (sim/designs/patterns.hpp). And as tables for people say it: "kept apart",
// "fitted", "by construction".
const std::vector<std::string>& fact_uses();
std::string fact_use_words(const std::string& use, Language in = {});

enum class FactVerdict { holds, fails, not_measured };

struct FactState {
  std::string fact{};  // "S2 @144"
  std::string statement{}, source{};
  std::string use{};     // one of fact_uses()
  bool is_hard = false;  // an outcome that misses it isn't to be relied on
  FactVerdict verdict = FactVerdict::not_measured;
  std::vector<std::string> outcomes{};  // that it is about
  std::string unit{};                   // of value and band: "share", "ratio", "households a ward"
  double value = nothing, low = nothing, high = nothing;  // mean, and two standard errors around
  double band_low = nothing, band_high = nothing;         // infinite: without end
  std::uint32_t worlds = 0;
  std::uint64_t seed = 0;
  std::string scenario{}, settings{};  // that were run; as settings_checksum says it
  std::string version{}, commit{};     // of the program
};

// What an outcome has to show for itself. `hard`: facts that are hard, measured, and about it.
struct Stamp {
  std::string outcome;
  std::size_t hard = 0;
  std::vector<const FactState*> missed{};
  // "S1 @24; S2 @144", as tables for programs say it.
  std::string names() const;
};

struct FactStates {
  static constexpr const char* name_in_folder = "facts.csv";  // of results

  std::string file;  // as named; "" where none is
  std::vector<FactState> all;

  Stamp stamp_of(const std::string& outcome) const;
  // Outcomes that miss one hard fact or more, in the order of their names.
  std::vector<Stamp> stamps() const;
  // Whether they were measured with the settings of this scenario.
  bool are_of(const Scenario& scenario) const;
};

// Of models, numbers and events: what a fact's state depends on. Not of files' names.
std::string settings_checksum(const Scenario& scenario);

// Throws BadInput with all that is wrong.
FactStates read_fact_states(const std::string& file);
// Written so that it is read back as it is.
std::string fact_states_csv(const std::vector<FactState>& states);

}  // namespace swadaya
