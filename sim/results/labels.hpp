// What outcomes and variants are called and counted in where people read them: headings, titles,
// units.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "sim/base/paired.hpp"
#include "sim/results/results.hpp"
#include "sim/words/language.hpp"

namespace swadaya {

// "participation_poor" -> "poor participation", "lent_poor_kRp" -> "lent poor", "par" -> "PAR";
// in Indonesian as the pages call it.
std::string heading_of(std::string name, Language in = {});
// Its title, or else its name.
std::string title_of(const StoredVariant& variant, Language in = {});
std::string title_of(const Variant& variant, Language in = {});
std::string title_of(const Experiment& experiment, Language in = {});

// How an outcome is written: money in million rupiah, shares in percent and their differences in
// percentage points.
struct Unit {
  double scale = 1;
  std::string name, sign;  // sign: behind a mean
};
Unit unit_of(const OutcomeInfo& info, Language in = {});

// Intervals of Student's t know nothing of what an outcome can be: cut to what it can be, a mean
// (of a share 0 to 1, of money and counts 0 and more) or a difference of two (of shares -1 to 1; of
// two such differences, `steps` 2, -2 to 2). What can be told from zero stays so.
PairedDifference mean_within(PairedDifference mean, const OutcomeInfo& info);
PairedDifference difference_within(PairedDifference difference, const OutcomeInfo& info,
                                   int steps = 1);
// One interval about such a difference.
Interval difference_within(Interval interval, double difference, const OutcomeInfo& info,
                           int steps = 1);

// null where x is not a number.
nlohmann::json json_number(double x);

}  // namespace swadaya
