// The life of a group, the same for every model that forms groups by choice: who is willing, how
// often groups are founded, meetings, cohesion, leaving. A groups model decides only who joins
// whom. Here ties stay what they were; in sim/rules/contact.hpp they grow by meeting.
#pragma once

#include <vector>

#include "sim/month/cells.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class GroupLife : protected Declares {
 public:
  static constexpr std::size_t fewest = 3;  // members: evidence/programme 1.5
  Whole size = whole("size", 5, "members", {3, 10}, "evidence/programme 0 row 9, 1.5");

 protected:
  Number founding =
      number("founding", 0.03, "a willing household and month", {0, 1}, "assumption; set for S13");
  Number wants_loan;
  Number visit_boost =
      number("visit_boost", 1, "of founding, a visit to the RT", {0, 10},
             "assumption; groups formed on the facilitator's initiative, evidence/programme 1.2");
  Number demonstration =
      number("demonstration", 0.5, "of founding, three months after the first money", {0, 10},
             "assumption; S10");
  Number decay =
      number("d", 0.04, "of cohesion a month", {0, 1}, "0.02-0.1: evidence/behaviour G4");
  Number growth = number("e", 0.05, "of what is left to 1, a meeting", {0, 1},
                         "0.02-0.1: evidence/behaviour G4");
  Number strain = number("k", 0.3, "of cohesion a month, at full default", {0, 1},
                         "0.1-0.5: evidence/behaviour G4");
  Number attends = number("attends", 0.9, "chance of an unwearied member", {0, 1},
                          "assumption; S18 for its fall");
  Number leaving = number("leaving", 0.02, "a month, without cohesion", {0, 1},
                          "1-3 % a month: evidence/behaviour G3");
  Number loyalty = number("loyalty", 2, "log of the factor on leaving, at full cohesion", {0, 10},
                          "assumption, sweep it; evidence/behaviour G3");
  Number strangers = number("strangers", 0.2, "cohesion at birth, of members without a tie",
                            {0, 0.5}, "assumption, sweep it");
  Number friends = number("friends", 0.5, "more cohesion at birth, where all are tied", {0, 0.5},
                          "assumption, sweep it; for the sign evidence/behaviour G4");
  Whole dormant_after =
      whole("dormant_after", 6, "months without a meeting", {1, 120}, "assumption, sweep it");
  Column wants = column("wants_loan", "1 where the household wants a loan");
  WardColumn first_money =
      ward_column("first_money", -1, "month in which the first tranche was seen");
  Mark willing_mark = mark("willing");
  Decision founding_dice = decision("founds"), wanting_dice = decision("wants_loan"),
           meets = decision("meets"), comes = decision("comes"), leaving_dice = decision("leaves");

 public:
  explicit GroupLife(double share = 0.2)
      : wants_loan{number("wants_loan", share, "share of households that want a loan", {0, 1},
                          "assumption; a member must have or start a business, "
                          "evidence/programme 1.5; set for S13")} {}
  GroupLife(const GroupLife&) = delete;
  GroupLife& operator=(const GroupLife&) = delete;
  virtual ~GroupLife() = default;

  // Before month 0: which households want a loan, for good.
  void begin(Ward& ward) const;
  // Before the households: meetings, cohesion, and who leaves.
  void month(const Month& month, Ward& ward) const;
  // Among the households: marks who is willing to join or found a group.
  void mark_willing(Cells& cells) const;
  // After them, ascending: who is.
  const std::vector<Household>& willing(Ward& ward) const { return ward.marked(willing_mark); }
  // Whether this willing household founds a group this month.
  bool founds(const Month& month, const Ward& ward, Household founder) const;
  // A group of these households, the founder first; at least two.
  Group& found(const Month& month, Ward& ward, const std::vector<Household>& households) const;
  // To be called once a month when all groups are founded: the first money has been seen.
  void see_money(const Month& month, Ward& ward) const;

 protected:
  // Share of the planned meetings that the group holds.
  virtual double held(const Month& month, const Ward& ward, const Group& group) const;
  // Chance that a member comes to one.
  virtual double presence(const Ward& ward, const Member& member) const;
  // What meetings add to cohesion, as a share of what is left to 1.
  virtual double grows(const Group& group) const { return growth * group.meetings; }
  // What else a month does to a group that meets or not, before members leave.
  virtual void live(const Month&, Ward&, Group&) const {}
  // Of a month's founding, the share that is left of it.
  virtual double eagerness(const Ward&) const { return 1; }

  // Share of the pairs of members that are tied in the ward's network; 0 without a pair.
  static double share_tied(const World& world, const Group& group);
  // The group is no more; who still owes stays on its books.
  virtual void dissolve(Ward& ward, Group& group) const;

 private:
  void hold_meetings(const Month& month, Ward& ward, Group& group) const;
  void let_leave(const Month& month, Ward& ward, Group& group) const;
};

}  // namespace swadaya
