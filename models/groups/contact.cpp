#include "models/groups/by_choice.hpp"
#include "sim/model.hpp"

namespace swadaya::models::groups {

namespace {

const char* const paragraph = R"(
Households that take part, are on the list, let in, or own a business, want a loan (the share `wants_loan`, for good) and have no group
are willing. Each founds one at `founding` a month, more while a facilitator visits the RT (`visit_boost` a visit) and for three months
after the first money arrives (`demonstration`), RW by RW and in household order. A founder asks the best of the willing of the RW (of the
ward where they are too few) until there are `size`: the utility of a candidate is

    -distance - h difference + tie_bonus tied + e

distance 0 in the same RT, 1 in the same RW, 2 elsewhere; difference in log consumption; e Gumbel. In haste (money before the board) the
first three terms count only 1 - `haste_blinds`. Of the planned meetings a group holds held + (1 - held) K, K its capacity; after exit
`meetings_after` stands for held. A member comes with p = attends (1 - tires burden). T, the share of pairs that are tied, is at first what
the ward's network says of those who are in, and grows by meeting, in the group alone; cohesion starts at `strangers` + friends T:

    T' = T + (1 - (1 - contact)^(meetings p^2)) (1 - T) - fade (T - T_birth)
    C' = (1 - d) C + e meetings attendance (1 - C) - k default C

Who owes nothing leaves at `leaving` exp(-loyalty C) a month, and below three members a group is dissolved. It also ends, at a hazard of
exp(-educated K) times

    gives_up exp(-loyalty C)    after `waits` months without a first loan, or free of debt while lending is suspended
    breaks default              where members are in default

and then nothing holds it together, but its debts stay. While lending is suspended groups are founded at `idle` of the rate. Without a meeting
for six months a group is dormant.)";

const char* const source =
    "ties: Feigenberg, Field & Pande (2013), Rev. Econ. Stud. 80, 1459-1483; ends: evidence/experiments E7; choice and cohesion: G1, G3, G4, "
    "evidence/behaviour 3.3; growth after visible cash: S10; survival: S9; numbers: S13";

}  // namespace

Entry contact() {
  return entry<ByChoice<swadaya::Contact>>(Slot::groups, "contact", Standing::by_default, paragraph,
                                           source);
}

}  // namespace swadaya::models::groups
