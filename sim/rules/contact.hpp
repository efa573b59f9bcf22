// The life of a group whose members come to know each other: ties grow by meeting, meetings are
// held by those who can, and groups that wait in vain or fall into default come to an end.
#pragma once

#include "sim/rules/group_life.hpp"

namespace swadaya {

class Contact : public GroupLife {
  Number contact =
      number("contact", 0.031, "chance that an untied pair ties, a meeting of both", {0, 0.1},
             "calibrated, 0.004-0.07; Feigenberg, Field & Pande (2013), Rev. Econ. Stud. 80, "
             "1459-1483");
  Number fade = number("fade", 0.01, "of ties made in the group, a month", {0, 0.05},
                       "contact still seen two years later: evidence/experiments E5; size assumed");
  Number tires = number("tires", 0.25, "weight of weariness at the group's own meetings", {0, 1},
                        "repayment meetings are short and compulsory; assumption, sweep it");
  Number least_held =
      number("held", 0.3, "of planned meetings, without capacity", {0, 1}, "assumption, sweep it");
  Whole waits = whole("waits", 6, "months without a first loan until a group tires", {0, 120},
                      "assumption, sweep it");
  Number gives_up =
      number("gives_up", 0.03, "a month, of a group that waits, without cohesion", {0, 0.1},
             "set for S9; 10 of 12 after five months: evidence/programme 4");
  Number breaks =
      number("breaks", 0.065, "a month, of a group all in default", {0, 0.1},
             "calibrated, 0.03-0.09; 10 % inactive after years: evidence/experiments E7");
  Number educated =
      number("educated", 1.4, "log of the factor on ending, a unit of capacity", {0, 5},
             "groups without an educated member end four times as often: "
             "evidence/experiments E7");
  Number idle = number("idle", 0.2, "of founding while nothing is lent", {0, 1},
                       "groups sprang up for the loan: evidence/programme 2.4; size assumed");
  Decision ends = decision("ends");

 public:
  Contact() : GroupLife{0.25} {}

 protected:
  double held(const Month& month, const Ward& ward, const Group& group) const override;
  double presence(const Ward& ward, const Member& member) const override;
  double grows(const Group& group) const override {
    return growth * group.meetings * group.attendance;
  }
  void live(const Month& month, Ward& ward, Group& group) const override;
  double eagerness(const Ward& ward) const override {
    return ward.suspended() ? double{idle} : 1.0;
  }
  // Nobody holds together any more; debts stay.
  void dissolve(Ward& ward, Group& group) const override;

 private:
  void make_ties(const Ward& ward, Group& group) const;
  // Chance a month that the group gives up or breaks, as a hazard.
  double ending(const Month& month, const Ward& ward, const Group& group) const;
};

}  // namespace swadaya
