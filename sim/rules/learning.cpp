#include "sim/rules/learning.hpp"

namespace swadaya {

Learning::Learning(Declare& declare)
    : first_capacity_{declare.number("first_capacity", 0.2, "share", {0, 1},
                                     "assumption, sweep it")},
      learns_{declare.number("learns", 0.1, "of the gap to the group's capacity, a month", {0, 1},
                             "assumption, sweep it")},
      forgets_{declare.number("forgets", 0.01, "of the gap to the first capacity, a month", {0, 1},
                              "assumption; decay is unidentified, evidence/behaviour 3.4")},
      group_capacity_{
          declare.column("group_capacity", "capacity of the household's group, 0 without one")} {}

void Learning::begin(Ward& ward) const {
  for (Household h = ward.place().first; h < ward.place().last; ++h)
    ward.set(column::capacity, h, static_cast<float>(first_capacity_(ward)));
}

void Learning::see_groups(Ward& ward) const {
  // A household may still owe in a dissolved group and sit in a new one: first none has anything.
  for (const Group& group : ward.groups)
    for (const Member& m : group.members) ward.set(group_capacity_, m.household, 0);
  for (const Group& group : ward.groups)
    if (group.alive())
      for (const Member& m : group.members)
        if (m.fate == Fate::able)
          ward.set(group_capacity_, m.household, static_cast<float>(group.capacity));
}

Pack Learning::next(Cells& cells) const {
  const Pack capacity = cells.now(column::capacity),
             group = cells.now(group_capacity_) * cells.now(column::member);
  return choose(group, capacity + learns_ * (group - capacity),
                capacity + forgets_ * (first_capacity_ - capacity));
}

}  // namespace swadaya
