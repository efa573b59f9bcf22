// A file that looks for the best mix of four levers: a number, one in steps, a whole one, a
// package.
#pragma once

#include <string>

#include "tests/stage.hpp"

namespace swadaya {

inline const std::string mixed_levers =
    "[[optimisation.lever]]\nkey = \"supervision.audit_probability\"\ntitle = \"Audits\"\nlow = 0\n"
    "high = 1\ncost = 10000\n"
    "[[optimisation.lever]]\nname = \"meetings\"\nkey = \"socialization.meetings\"\nlow = 0\n"
    "high = 4\nstep = 0.5\ncost = 2000\n"
    "[[optimisation.lever]]\nname = \"saving\"\nkey = \"programme.saving_months\"\nlow = 0\n"
    "high = 6\ncost = 0\n"
    "[[optimisation.lever]]\nname = \"list\"\nset = { \"supervision.published\" = true, "
    "\"coordination.list_kept\" = true }\ncost = 3000\n";

inline std::string mixed_file(const std::string& keys, const std::string& more = mixed_levers) {
  return std::string{small_ward} +
         "[experiment]\nreplicates = 6\nseed = 2\noutcomes = [\"recovery\", \"poor_served\"]\n"
         "months_shown = [30]\n[optimisation]\n" +
         keys + more;
}

inline const std::string of_recovery =
    "outcome = \"recovery\"\nmonth = 24\nbudget = 6000\nfrontier = [0, 3000, 20000]\n"
    "candidates = 80\nfresh_worlds = 36\nrivals = 12\n";

}  // namespace swadaya
