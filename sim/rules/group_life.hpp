// The life of a group, the same for every model that forms groups by choice: who is willing, how
// often groups are founded, meetings, cohesion, leaving. A groups model decides only who joins
// whom.
#pragma once

#include <vector>

#include "sim/month/cells.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class GroupLife {
 public:
  explicit GroupLife(Declare& declare);

  // Before month 0: which households want a loan, for good.
  void begin(Ward& ward) const;
  // Before the households: meetings, cohesion, and who leaves.
  void month(const Month& month, Ward& ward) const;
  // Among the households: marks who is willing to join or found a group.
  void mark_willing(Cells& cells) const;
  // After them, ascending: who is.
  const std::vector<Household>& willing(Ward& ward) const { return ward.marked(willing_); }
  // Whether this willing household founds a group this month.
  bool founds(const Month& month, const Ward& ward, Household founder) const;
  // A group of these households, the founder first; at least two.
  Group& found(const Month& month, Ward& ward, const std::vector<Household>& households) const;
  // To be called once a month when all groups are founded: the first money has been seen.
  void see_money(const Month& month, Ward& ward) const;

  std::size_t size(const Ward& ward) const { return static_cast<std::size_t>(size_(ward)); }
  static constexpr std::size_t fewest = 3;  // members: evidence/programme 1.5

 private:
  void hold_meetings(const Month& month, Ward& ward, Group& group) const;
  void let_leave(const Month& month, Ward& ward, Group& group) const;

  Parameter founding_, size_, wants_loan_, visit_boost_, demonstration_, decay_, growth_, strain_,
      attends_, leaving_;
  Column wants_;
  Mark willing_;
  Decision founds_, want_, meets_, comes_, leaves_;
};

}  // namespace swadaya
