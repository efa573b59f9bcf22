#include <algorithm>

#include "sim/model.hpp"

namespace swadaya::models::welfare {

namespace {

const char* const paragraph = R"(
Below a threshold a household's assets dwindle, above it they grow:

    a' = a + k b (b - threshold) (1 - b) + e,   b = min(1, a + loan / full)

a assets within 0..1, 1 being all that a household can put to use (`full`, in kRp), loan what it owes, which works for it while it owes
it, and e normal noise of sd `shock`. Without noise and loans assets go to 0 from below the threshold and to 1 from above; a loan lifts
over it who is near, if it is large and lasts long enough. Log consumption moves with assets by `worth` from the bottom to the top; a household starts
with threshold + `spread` z, z its standardised log consumption, within 0..1, and with the consumption that the world gives it. Capacity
moves `learns` of the way to that of the household's group each month, and back to `first_capacity` by `forgets` without one.)";

class AssetTrap final : public Model {
  Learning learning;
  Numbers threshold = number("threshold", 0.4, "share of full assets", {0, 1},
                             "assumption; a threshold exists: Balboni et al. 2022");
  Numbers k = number("k", 0.1, "a month", {0, 2},
                     "assumption: near the threshold assets move by 2 % of full a month");
  Number full = number("full", 5000, "kRp", {1, 1000000},
                       "about US$ 500 at PPP below the threshold: evidence/behaviour W4");
  Numbers worth = number("worth", 0.8, "logs of consumption between no and full assets", {0, 5},
                         "assumption; sd of log consumption 0.6: evidence/programme 3.6");
  Number spread = number("spread", 0.25, "of full assets, an sd of log consumption", {0, 1},
                         "assumption, sweep it");
  Numbers shock =
      number("shock", 0.01, "of full assets a month, sd", {0, 0.5}, "assumption, sweep it");
  Column assets = column("assets", "0..1, of what a household can put to use");
  Column loan = column("loan", "balance owed, of full assets");
  Column rest = column("rest", "log consumption that assets don't explain");
  Decision shocks = decision("shocks");

 public:
  AssetTrap() { writes({column::log_consumption, column::capacity, assets}); }
  void begin(const Month&, Ward& ward) const override {
    learning.begin(ward);
    const Place place = ward.place();
    for (Household h = place.first; h < place.last; ++h)
      ward.set(column::log_consumption, h, ward.world.log_consumption[h]);
    const std::vector<float> z = standardised_consumption(ward);
    for (Household h = place.first; h < place.last; ++h) {
      const double a =
          std::clamp(threshold.of(ward) + spread * double{z[h - place.first]}, 0.0, 1.0);
      ward.set(assets, h, static_cast<float>(a));
      ward.set(rest, h,
               static_cast<float>(double{ward.world.log_consumption[h]} - worth.of(ward) * a));
    }
  }

  void ward(const Month&, Ward& ward) const override {
    learning.see_groups(ward);
    for (const Group& group : ward.groups)
      for (const Member& m : group.members) ward.set(loan, m.household, 0);
    for (const Group& group : ward.groups) {
      if (group.ghost) continue;
      for (const Member& m : group.members)
        ward.set(loan, m.household,
                 ward.now(loan, m.household) + static_cast<float>(m.balance / full));
    }
  }

  void households(const Month&, Cells& cells) const override {
    const Pack a = cells.now(assets), b = (a + cells.now(loan)).min(1.0f);
    const Pack grown = a + k * b * (b - threshold) * (1 - b) + shock * cells.normal(shocks);
    const Pack next = grown.max(0.0f).min(1.0f) * cells.occupied();
    cells.next(assets, next);
    cells.next(column::log_consumption, cells.now(rest) + worth * next);
    cells.next(column::capacity, learning.next(cells));
  }
};

}  // namespace

Entry asset_trap() {
  return entry<AssetTrap>(
      Slot::welfare, "asset-trap", Standing::rival, paragraph,
      "W4: Balboni et al. (2022), Q. J. Econ. 137, 785-844; against its generality: Kraay & "
      "McKenzie (2014), J. Econ. Perspect. 28, 127-148; the cubic: evidence/behaviour 3.9");
}

}  // namespace swadaya::models::welfare
