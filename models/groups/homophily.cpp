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
first three terms count only 1 - `haste_blinds`. T is the share of member pairs that were tied; cohesion starts at 0.2 + 0.5 T and moves by

    C' = (1 - d) C + e meetings (1 - C) - k default C

Members come to a meeting with `attends` (1 - burden). Who owes nothing leaves at `leaving` exp(-2 C) a month. Below three members a group
is dissolved; without a meeting for six months it is dormant.)";

const char* const source =
    "G1, G3, G4: evidence/behaviour 3.3; meetings and later default: Feigenberg, Field & Pande (2013), Rev. Econ. Stud. 80, 1459-1483; growth "
    "after visible cash: S10; survival: S9; numbers: S13";

}  // namespace

Entry homophily() {
  return entry<ByChoice<GroupLife>>(Slot::groups, "homophily", Standing::rival, paragraph, source);
}

}  // namespace swadaya::models::groups
