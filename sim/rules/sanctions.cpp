#include "sim/rules/sanctions.hpp"

#include <algorithm>

namespace swadaya {

Sanctions::Sanctions(Declare& declare, const First& first)
    : first_{declare.number("first", first.value, "instalments of a first loan", {0, 10},
                            first.source)},
      growth_{
          declare.number("growth", 2, "factor an offence", {1, 5}, "1.5-3: evidence/behaviour G5")},
      most_{declare.number("most", 3, "instalments of a first loan", {0, 50},
                           "assumption: beyond, exclusion is all that is left")},
      forgiven_{declare.whole("forgiven", 9, "months without an offence", {1, 1200},
                              "6-12: evidence/behaviour G5")} {}

void Sanctions::count_offences(const Ward& ward, Member& m) const {
  if (m.unwilling && m.balance > 0) {
    ++m.offences;
    m.clean = 0;
  } else if (++m.clean >= forgiven_(ward)) {
    m.offences = 0;
  }
}

double Sanctions::next(const Ward& ward, const Member& m) const { return of(ward, m.offences + 1); }

double Sanctions::of(const Ward& ward, int offence) const {
  double sanction = first_(ward);
  for (int n = 1; n < offence && sanction < most_(ward); ++n) sanction *= growth_(ward);
  return std::min(most_(ward), sanction);
}

}  // namespace swadaya
