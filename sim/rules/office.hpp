// The office of a ward's fund, the same for every lending model: what it reports, how many groups
// it serves, and the end of its month. A lending model decides only who pays.
#pragma once

#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/rules/book.hpp"

namespace swadaya {

class Office {
 public:
  explicit Office(Declare& declare);

  // Books a missed instalment: it shows in the reported book after the office's lag.
  void miss(const Month& month, Ward& ward, std::uint32_t group, const Member& member) const;
  // A ghost group's loans fall due and nobody pays; true where the group is one.
  bool ghosts_miss(const Month& month, Ward& ward, std::uint32_t group) const;
  // What shows this month enters the reported book, new loans go out, the fund pays its costs.
  void end_month(const Month& month, Ward& ward) const;

 private:
  Parameter lag_, window_dressing_, groups_a_month_;
  Decision reschedules_;
};

}  // namespace swadaya
