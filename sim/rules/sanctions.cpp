#include "sim/rules/sanctions.hpp"

#include <algorithm>

namespace swadaya {

void Sanctions::count_offences(Member& m) const {
  if (m.unwilling && m.balance > 0) {
    ++m.offences;
    m.clean = 0;
  } else if (++m.clean >= forgiven) {
    m.offences = 0;
  }
}

double Sanctions::of(int offence) const {
  double sanction = first;
  for (int n = 1; n < offence && sanction < most; ++n) sanction *= growth;
  return std::min<double>(most, sanction);
}

}  // namespace swadaya
