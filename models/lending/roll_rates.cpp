#include <algorithm>

#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
Loans roll from state to state with fixed chances a month, whoever holds them. A current loan pays its instalment and stays current, is paid
off early with `current_paid`, or misses and comes under watch with `current_watch`. A loan under watch catches up all that it
owes with `watch_current`, defaults with `watch_default`, else misses again. A loan in default never pays. With long loans a current
one ends in default with chance current_watch watch_default / ((current_watch + current_paid) (watch_current + watch_default) - current_watch watch_current),
0.276 by default. Ghost groups pay nothing. The reported book shows a missed instalment only after `lag` months, and not at all with
probability `window_dressing`, less where boards expect audits.)";

class RollRates final : public Lending {
  Number current_watch = number("current_watch", 0.08, "chance a month", {0, 1},
                                "K19's chain: evidence/behaviour 5.2");
  Number current_paid =
      number("current_paid", 0.07, "chance a month", {0, 1}, "K19's chain: evidence/behaviour 5.2");
  Number watch_current = number("watch_current", 0.40, "chance a month", {0, 1},
                                "K19's chain: evidence/behaviour 5.2");
  Number watch_default = number("watch_default", 0.20, "chance a month", {0, 1},
                                "K19's chain: evidence/behaviour 5.2");
  Column state_of = column("state", "of the household's loan: 0 current, 1 watch, 2 default");
  Decision rolls = decision("rolls");

 public:
  Paid collect(const Month& month, Ward& ward, Group& group) const override {
    for (Member& m : group.members)
      if (fall_due(ward, m)) roll(month, ward, group, m);
    return {};
  }

 private:
  void roll(const Month& month, Ward& ward, const Group& group, Member& m) const {
    const double u = ward.dice(rolls, m.household);
    // A new loan is current, whatever became of the one before.
    const Terms terms = ward.programme.terms();
    const bool first = terms.due_by(m.age - 1) == 0;
    const double state = first ? 0 : double{ward.now(state_of, m.household)};
    double next = state;
    if (state == 0)
      next = u < current_watch ? 1 : 0;
    else if (state == 1)
      next = u < watch_current ? 0 : u < watch_current + watch_default ? 2 : 1;
    ward.set(state_of, m.household, static_cast<float>(next));
    m.unwilling = next != 0;
    if (next != 0)
      miss(month, ward, group, m);
    else if (state == 0 && u < current_watch + current_paid)
      pay_off(ward, m);
    else
      while (m.overdue > 0 || m.interest_overdue > 0) {
        const double owed = m.overdue + m.interest_overdue;
        pay_instalment(ward, m);
        if (m.overdue + m.interest_overdue >= owed) break;
      }
  }
};

}  // namespace

Entry roll_rates() {
  return entry<RollRates>(Slot::lending, "roll-rates", Standing::null, paragraph,
                          "L6: Cyert, Davidson & Thompson (1962), Manage. Sci. 8, 287-303");
}

}  // namespace swadaya::models::lending
