// Which columns of a file are asked for, by what names people call them, and how they name
// households.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace swadaya {

// A column that a field is read from, and the codes that stand in it.
struct FieldColumn {
  std::string column;
  std::vector<std::string> yes, no, missing;
  std::vector<std::string> strange;  // what is said of it besides
  bool has_codes() const { return !yes.empty() || !no.empty() || !missing.empty(); }
};
using Columns = std::map<std::string, FieldColumn>;

// "leader=chief{yes=1, no=2, missing=-9, missing=99}, size=persons"; in double quotes a column's
// name may have commas, braces and equals signs.
Columns columns_of(const std::string& text);

// A heading without what people write in different ways: "HH_ID " is hhid.
std::string plain_name(const std::string& heading);

// How files name a household: by the place in which its name holds, "" where names hold everywhere,
// and the name.
using Identity = std::pair<std::string, std::string>;
struct HashOfIdentity {
  std::size_t operator()(const Identity& identity) const {
    const std::hash<std::string> hash;
    return hash(identity.first) * 31 + hash(identity.second);
  }
};
using Identities = std::unordered_map<Identity, std::uint32_t, HashOfIdentity>;

// Names are texts: 007 isn't 7. Only 12.0 is 12, which programs make of it where a column has gaps.
std::string name_of_household(const std::string& field);

}  // namespace swadaya
