// Graduated sanctions: the n-th offence costs min(most, first growth^(n - 1)), and a clean record
// is forgiven (Ostrom 1990, principle 5). Shared by the groups and the boards that punish by
// degrees.
#pragma once

#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Sanctions {
 public:
  struct First {  // of the sanction for a first offence, instalments of a first loan
    double value;
    const char* source;
  };
  Sanctions(Declare& declare, const First& first);

  // Counts last month's miss, or a clean month.
  void count_offences(const Ward& ward, Member& member) const;
  // What the member's next offence costs, instalments of a first loan.
  double next(const Ward& ward, const Member& member) const;
  // What the n-th offence costs, n = 1, 2, ...
  double of(const Ward& ward, int offence) const;

 private:
  Parameter first_, growth_, most_, forgiven_;
};

}  // namespace swadaya
