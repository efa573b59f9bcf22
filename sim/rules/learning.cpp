#include "sim/rules/learning.hpp"

namespace swadaya {

void Learning::begin(Ward& ward) const {
  for (Household h = ward.place().first; h < ward.place().last; ++h)
    ward.set(column::capacity, h, static_cast<float>(first_capacity.of(ward)));
}

void Learning::see_groups(Ward& ward) const {
  // A household may still owe in a dissolved group and sit in a new one: first none has anything.
  for (const Group& group : ward.groups)
    for (const Member& m : group.members) ward.set(group_capacity, m.household, 0);
  for (const Group& group : ward.groups)
    if (group.alive())
      for (const Member& m : group.members)
        if (m.fate == Fate::able)
          ward.set(group_capacity, m.household, static_cast<float>(group.capacity));
}

Pack Learning::next(Cells& cells) const {
  const Pack capacity = cells.now(column::capacity),
             group = cells.now(group_capacity) * cells.now(column::member);
  return choose(group, capacity + learns * (group - capacity),
                capacity + forgets * (first_capacity - capacity));
}

}  // namespace swadaya
