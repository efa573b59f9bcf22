#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
Whoever owes an instalment pays it this month with chance `pays`, whatever others do. Who doesn't pay is taken to be able and unwilling.
As long as loans run and bear no interest, the share `pays` of what falls due comes in. Departs from every source in asking for no reason;
it is the straight line against which to hold rules that have one.)";

class FixedChance final : public Lending {
  Number pays = number("pays", 0.9, "chance an instalment", {0, 1}, "assumption, sweep it");
  Decision turns_up = decision("turns-up");

 public:
  Paid collect(const Month& month, Ward& ward, Group& group) const override {
    return ask(month, ward, group, [&](Member& m) {
      m.unwilling = !ward.happens(pays, turns_up, m.household);
      return !m.unwilling;
    });
  }
};

}  // namespace

Entry fixed_chance() {
  return entry<FixedChance>(Slot::lending, "fixed-chance", Standing::rival, paragraph,
                            "assumption");
}

SWADAYA_PLUGIN(fixed_chance);

}  // namespace swadaya::models::lending
