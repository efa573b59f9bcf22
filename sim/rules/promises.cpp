#include "sim/rules/promises.hpp"

#include <algorithm>

namespace swadaya {

namespace {

bool is_late(const Ward& ward, int month) {
  // Since the start an event may have made the list shorter: what is taken off it isn't promised.
  const std::size_t promised = std::min(ward.tranches.size(), ward.programme.tranches.size());
  return std::any_of(ward.tranches.begin(),
                     ward.tranches.begin() + static_cast<std::ptrdiff_t>(promised),
                     [&](const Tranche& t) { return !t.received && t.planned <= month; });
}

}  // namespace

void Promises::month(const Month& month, Ward& ward) const {
  if (is_late(ward, month.number)) {
    const auto kept = static_cast<float>(1 - late_costs);
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      ward.set(rt_column::trust, rt, ward.now(rt_column::trust, rt) * kept);
  }
  ward.linked_trust = linkage ? double{linkage_trust} : 0;
  if (linkage) ward.spent.coordination += ward.costs.linkage * double{month.length};
  announce_amnesty(month, ward);
}

// It is heard of in the month in which it rises, not in each in which it stands.
void Promises::announce_amnesty(const Month& month, Ward& ward) const {
  const double now = month.number >= amnesty_month ? double{amnesty} : 0;
  const double before = ward[announced];
  ward[announced] = now;
  if (now <= before) return;
  for (Household h = ward.place().first; h < ward.place().last; ++h) {
    if (ward.now(column::informed, h) == 0) continue;
    const auto belief = double{ward.now(column::grant_belief, h)};
    ward.set(column::grant_belief, h, static_cast<float>(belief + now * (1 - belief)));
  }
}

}  // namespace swadaya
