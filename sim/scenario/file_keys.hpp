// The tables of scenario and experiment files that say neither a parameter nor a design.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/scenario/key_info.hpp"

namespace swadaya {

inline constexpr int most_months = 1200;

const KeyTable& scenario_keys();  // [scenario]
const KeyTable& time_keys();      // [time]
const KeyTable& event_keys();     // [[event]]
const KeyTable& variant_keys();   // [[variant]]
// `cost` of a variant, and the parameter of [costs] that each of its keys sets.
const KeyTable& variant_cost_keys();
std::string parameter_of_cost(const std::string& key);
// [experiment]; `designs`: names that its `design` may have.
KeyTable experiment_keys(std::vector<std::string> designs);
const KeyTable& study_keys();  // [experiment.study]
KeyInfo title_id_key();        // wherever a `title` may stand: the same in Indonesian

// Those with settings of a scenario: "scenario.title", "time.months".
std::vector<const KeyTable*> setting_tables();

const std::vector<std::string>& outcome_names();

// A table as it is written into a file: its keys in the order of their declaration, without those
// that nothing was put for.
class TableText {
 public:
  explicit TableText(const KeyTable& table) : table_{table}, values_(table.keys.size()) {}
  void put(const std::string& key, const std::string& value);  // a text, quoted
  void put(const std::string& key, std::uint64_t value);
  void put(const std::string& key, const std::vector<std::string>& values);
  void put(const std::string& key, const std::vector<int>& values);
  void put(const std::string& key, const std::map<std::string, std::string>& texts);
  std::string lines() const;

  void put_number(const std::string& key, double value);
  void put_numbers(const std::string& key, const std::vector<double>& values);

 private:
  void put_as_is(const std::string& key, std::string value);

  const KeyTable& table_;
  std::vector<std::string> values_;
};

}  // namespace swadaya
