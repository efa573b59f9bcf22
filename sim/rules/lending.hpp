// What all lending rules share: what falls due, ghosts, the two books, and the office of a ward's
// fund; and what some of them do: what strikes borrowers,
// who covers for whom, what default does to belief, and memory of who paid. A lending model
// decides only who pays. Its office stops lending dead where arrears are above the limit;
// sim/rules/kept_books.hpp has one that cuts back by degrees.
#pragma once

#include <vector>

#include "sim/month/behaviour.hpp"
#include "sim/rules/book.hpp"

namespace swadaya {

// What a rule starts from where it differs from model to model.
struct Given {
  double value;
  const char* source;
};

class Lending : public Model {
  Whole lag =
      whole("lag", 3, "months", {0, 24}, "three months late counts as bad: evidence/programme 1.5");
  Number window_dressing;
  Whole groups_a_month = whole("groups_a_month", 6, "groups served a month", {1, 1000},
                               "assumption: what a UPK of two handles");
  Decision reschedules = decision("reschedules");

 public:
  explicit Lending(const Given& dressed = {0.5, "assumption; evidence/programme S1, S5"})
      : window_dressing{number("window_dressing", dressed.value,
                               "share of missed instalments rescheduled away", {0, 1},
                               dressed.source)} {}

  // A ward's month: every group's loans fall due, then the office closes its books.
  void ward(const Month& month, Ward& ward) const override {
    all_groups(month, ward, [&](Group& group) { return collect(month, ward, group); });
  }

 protected:
  struct Paid {  // members
    double asked = 0, paid = 0;
    double share() const { return paid / asked; }
  };

  // A group's month: who of its members pays, and who misses. Ghosts are dealt with already.
  virtual Paid collect(const Month&, Ward&, Group&) const { return {}; }

  // Asks each member who is to pay this month: where `able(member)`, `pays(member)` decides; the
  // others who owe are only struck, or not. Where somebody paid, `covered(member)` says whether the
  // others pay for one who didn't. The rest miss.
  template <class Able, class Pays, class Covered>
  Paid ask(const Month& month, Ward& ward, Group& group, Able able, Pays pays,
           Covered covered) const {
    Paid count;
    std::vector<Member*> missing;
    for (Member& m : group.members) {
      if (!m.owes()) continue;
      const bool asked = fall_due(ward, m), is_able = able(m);
      if (!asked) continue;
      ++count.asked;
      m.unwilling = false;
      if (is_able && pays(m))
        pay_instalment(ward, m), ++count.paid, m.missed = 0;
      else
        missing.push_back(&m);
    }
    const bool someone_paid = count.paid > 0;
    for (Member* m : missing)
      if (someone_paid && covered(*m))
        pay_instalment(ward, *m), ++count.paid;
      else
        miss(month, ward, group, *m);
    return count;
  }
  template <class Pays>
  Paid ask(const Month& month, Ward& ward, Group& group, Pays pays) const {
    return ask(
        month, ward, group, [](const Member&) { return true; }, pays,
        [](const Member&) { return false; });
  }
  // Books a missed instalment: it shows in the reported book after the office's lag.
  void miss(const Month& month, Ward& ward, const Group& group, Member& member) const;

  // All groups' months, `collect` for those that are real, and then the office's: what shows now
  // enters the reported book, new loans go out, the fund pays its costs. Counts ghosts too.
  template <class Collect>
  Paid all_groups(const Month& month, Ward& ward, Collect collect) const {
    Paid all;
    for (Group& group : ward.groups) {
      const Paid here =
          group.ghost ? ask(month, ward, group, [](Member&) { return false; }) : collect(group);
      all.asked += here.asked;
      all.paid += here.paid;
    }
    end_month(month, ward);
    return all;
  }

  // Of what is missed, the share that the office reschedules away.
  virtual double dressed(const Ward& ward) const {
    return window_dressing * ward.window_dressing_factor;
  }
  // The books are closed: what is written off, and how much lending goes on next month.
  virtual void close(const Month& month, Ward& ward) const;

 private:
  void end_month(const Month& month, Ward& ward) const;

  Decision serves = decision("serves");
};

// What makes paying impossible: the business fails, the household moves away, the borrower dies.
class Strikes : Declares {
 public:
  struct Hazards {
    Given bankrupt{0.006, "assumption giving S4's 13 %: evidence/programme 2.3"};
    Given moved{0.002, "assumption giving S4's 3.5 %: evidence/programme 2.3"};
  };
  explicit Strikes(const Hazards& h)
      : bankrupt{number("bankrupt", h.bankrupt.value, "hazard a month", {0, 0.1},
                        h.bankrupt.source)},
        moved{number("moved", h.moved.value, "hazard a month", {0, 0.1}, h.moved.source)} {}
  Strikes() : Strikes{Hazards{}} {}

  // Whether a borrower is still able to pay after this month's strikes, with the hazard of
  // bankruptcy times `factor`; of those who aren't, what can be paid from their savings is.
  bool spare(const Month& month, Ward& ward, Member& member, double factor = 1) const;

 private:
  Number bankrupt, moved;
  Number died = number("died", 0.0008, "hazard a month", {0, 0.1},
                       "crude death rate of adults near 1 % a year; S4's 1.5 %");
  Decision strikes = decision("strikes");
};

// The share of instalments paid in each group and in its ward, as it is remembered.
class PaymentMemory : Declares {
  Number memory = number("memory", 0.8, "share of last month's belief kept, a month", {0, 0.99},
                         "assumption, sweep it");
  GroupColumn in_group = group_column("payment_seen", 1, "share of instalments paid, remembered");
  WardColumn in_ward = ward_column("payment_seen", 1, "share of instalments paid, remembered");

 public:
  double of(const Group& group) const { return group[in_group]; }
  double of(const Ward& ward) const { return ward[in_ward]; }
  // A month in which this share was paid.
  void see(Group& group, double paid) const { group[in_group] = after(group[in_group], paid); }
  void see(Ward& ward, double paid) const { ward[in_ward] = after(ward[in_ward], paid); }

 private:
  double after(double before, double paid) const { return memory * before + (1 - memory) * paid; }
};

// Joint liability: the others of a group may pay for one who didn't.
class Covering : Declares {
  Number cover =
      number("cover", 0.4, "chance that the others cover a miss, at full cohesion", {0, 1},
             "assumption; joint liability weakly enforced, evidence/programme 0 row 13");
  Decision covers = decision("covers");

 public:
  // Whether the others of this group pay for a member, to be asked of each who missed.
  auto in(const Ward& ward, const Group& group) const {
    return [&, chance = cover * group.cohesion](const Member& member) {
      return ward.happens(chance, covers, member.household);
    };
  }
};

// Default that is seen and goes unpunished feeds the belief that the money is a grant.
class Erosion : Declares {
  Number erosion;

 public:
  explicit Erosion(const Given& e = {0.06, "assumption, sweep it"})
      : erosion{number("erosion", e.value, "a month, at all in default", {0, 1}, e.source)} {}

  // Of the members' beliefs, where they see this share of borrowers in default.
  void spread(Ward& ward, const Group& group, double visible) const;
};

// The share of a ward's borrowers who are in default, ghosts left out; 0 where nobody owes.
double default_share(const Ward& ward);

}  // namespace swadaya
