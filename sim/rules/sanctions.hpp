// Graduated sanctions: the n-th offence costs min(most, first growth^(n - 1)), and a clean record
// is forgiven (Ostrom 1990, principle 5). Shared by the groups and the boards that punish by
// degrees.
#pragma once

#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Sanctions : Declares {
 public:
  struct First {  // of the sanction for a first offence, instalments of a first loan
    double value;
    const char* source;
  };
  explicit Sanctions(const First& f)
      : first{number("first", f.value, "instalments of a first loan", {0, 10}, f.source)} {}

  // Counts last month's miss, or a clean month.
  void count_offences(Member& member) const;
  // What the member's next offence costs, instalments of a first loan.
  double next(const Member& member) const { return of(member.offences + 1); }
  // What the n-th offence costs, n = 1, 2, ...
  double of(int offence) const;

 private:
  Number first;
  Number growth = number("growth", 2, "factor an offence", {1, 5}, "1.5-3: evidence/behaviour G5");
  Number most = number("most", 3, "instalments of a first loan", {0, 50},
                       "assumption: beyond, exclusion is all that is left");
  Whole forgiven =
      whole("forgiven", 9, "months without an offence", {1, 1200}, "6-12: evidence/behaviour G5");
};

}  // namespace swadaya
