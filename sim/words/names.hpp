// What outcomes, units and parameters are called in Indonesian, as the pages call them: the build
// reads it from web/ (cmake/names.cmake).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace swadaya {

// "recovery" -> "pengembalian sebenarnya"; "" of one that nobody named.
std::string outcome_in_indonesian(const std::string& name);
// "kRp a ward" -> "ribu Rp per kelurahan"; as it is where nobody named it, as of a plug-in's.
std::string unit_in_indonesian(const std::string& unit);
// "lending.norm" -> "Bobot kewajiban membayar"; "" of one that nobody named.
std::string parameter_in_indonesian(const std::string& key);
// Where a default comes from, in Indonesian; as it is where nobody translated it.
std::string source_in_indonesian(const std::string& source);

// Written by the build.
struct NameInIndonesian {
  std::string_view key, name;
};
const std::vector<NameInIndonesian>& outcomes_named();
const std::vector<NameInIndonesian>& units_named();
const std::vector<NameInIndonesian>& parameters_named();

}  // namespace swadaya
