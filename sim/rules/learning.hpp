// How a household's capacity follows that of its group, the same for every welfare model in which
// it moves.
#pragma once

#include "sim/month/cells.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Learning {
 public:
  explicit Learning(Declare& declare);

  void begin(Ward& ward) const;
  // Before the households: what their groups can do.
  void see_groups(Ward& ward) const;
  // Next month's capacity, 0..1; to be written to column::capacity.
  Pack next(Cells& cells) const;

 private:
  Parameter first_capacity_, learns_, forgets_;
  Column group_capacity_;
};

}  // namespace swadaya
