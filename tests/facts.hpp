// Files of facts' states, of a few words.
#pragma once

#include <fmt/format.h>
#include <string>

namespace swadaya {

inline const char* const fact_heading =
    "fact,statement,source,use,hard,verdict,outcomes,unit,value,low,high,band_low,band_high,worlds,"
    "seed,scenario,settings,version,commit\n";

// A row: measured, of shares.
inline std::string fact_row(const std::string& fact, const std::string& hard,
                            const std::string& verdict, const std::string& outcomes,
                            const std::string& use = "apart", const std::string& settings = "x") {
  return fmt::format(
      "{},Half is left,a survey,{},{},{},{},share,0.7,0.68,0.72,0.3,0.6,60,1,small,{},0.2.0,abc\n",
      fact, use, hard, verdict, outcomes, settings);
}

// Recovery misses one hard fact of two, poor_served a soft one.
inline std::string three_facts(const std::string& settings = "x") {
  return fact_heading + fact_row("S2 @144", "yes", "fails", "recovery", "fitted", settings) +
         fact_row("S3 @36", "yes", "holds", "recovery", "apart", settings) +
         fact_row("S4 @36", "no", "fails", "poor_served", "apart", settings);
}

}  // namespace swadaya
