// What outcomes and variants are called and counted in where people read them: headings, titles,
// units.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/results/results.hpp"

namespace swadaya {

// "participation_poor" -> "poor participation", "lent_poor_kRp" -> "lent poor", "par" -> "PAR"
std::string heading_of(std::string name);
std::string title_of(const StoredVariant& variant);  // its title, or else its name

// How an outcome is written: money in million rupiah, shares in percent and their differences in
// percentage points.
struct Unit {
  double scale = 1;
  std::string name, sign;  // sign: behind a mean
};
Unit unit_of(const OutcomeInfo& info);

// null where x is not a number.
nlohmann::json json_number(double x);

}  // namespace swadaya
