#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
Whoever owes an instalment pays it this month with chance `pays`, whatever others do. Who doesn't pay is taken to be able and unwilling.
As long as loans run and bear no interest, the share `pays` of what falls due comes in. Departs from every source in asking for no reason;
it is the straight line against which to hold rules that have one.)";

class FixedChance final : public Model {
 public:
  explicit FixedChance(Declare& declare)
      : office_{declare},
        pays_{declare.number("pays", 0.9, "chance an instalment", {0, 1}, "assumption, sweep it")},
        turns_up_{declare.decision("turns-up")} {}

  void ward(const Month& month, Ward& ward) const override {
    for (std::uint32_t g = 0; g < ward.groups.size(); ++g) {
      if (office_.ghosts_miss(month, ward, g)) continue;
      for (Member& m : ward.groups[g].members) {
        if (!fall_due(ward, m)) continue;
        m.unwilling = !ward.happens(pays_(ward), turns_up_, m.household);
        if (m.unwilling) {
          office_.miss(month, ward, g, m);
        } else {
          pay_instalment(ward, m);
        }
      }
    }
    office_.end_month(month, ward);
  }

 private:
  Office office_;
  Parameter pays_;
  Decision turns_up_;
};

}  // namespace

Entry fixed_chance() {
  return entry<FixedChance>(Slot::lending, "fixed-chance", Standing::rival, paragraph,
                            "assumption");
}

SWADAYA_PLUGIN(fixed_chance);

}  // namespace swadaya::models::lending
