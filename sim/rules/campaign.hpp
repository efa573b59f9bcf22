// How a programme makes itself known: heads or messengers who know first and pass it on, and
// meetings while the campaign lasts.
#pragma once

#include <vector>

#include "sim/month/cells.hpp"
#include "sim/month/month.hpp"
#include "sim/rules/beginnings.hpp"

namespace swadaya {

class Campaign : Declares {
  Number meetings = number("meetings", 0.5, "a month in each RT, during the campaign", {0, 8},
                           "evidence/programme 1.2; one every two months: assumption");
  Number attendance = number("attendance", 0.06, "chance a household and meeting", {0, 1},
                             "six of 95 households; evidence/programme 2.5");
  Number heads_tell = number("heads_tell", 0.004, "hazard a household of the RT and month", {0, 1},
                             "met the RT head 3 times in 6 years: evidence/programme 1.6");
  Whole messengers = choice(
      "messengers", "heads", {"heads", "central"}, "who knows first",
      "seeding by centrality: Banerjee et al. 2013; heads are weak broadcasters, evidence/programme 1.6");
  Number second_step = number("second_step", 0.05, "weight of a neighbour's tie in being central",
                              {0, 1}, "the chance of a trimester: Banerjee et al. 2013");
  RtColumn hazard =
      rt_column("at_source", "hazard of hearing at a meeting or from the head, this month");
  Decision attends = decision("attends"), holds = decision("holds");

 public:
  FirstHand first_hand;

  // Before month 0: those who know first, who are told and returned.
  std::vector<Household> begin(Ward& ward) const;
  // Before the households: meetings are held, and the campaign paid.
  void month(const Month& month, Ward& ward) const;
  // Among the households: 1 where it hears at a meeting or from the head.
  Pack heard(Cells& cells) const {
    return happens(chance_of(cells.of_rt(hazard), 1), cells.dice(attends));
  }

 private:
  Household best_placed(const World& world, const Place& rt) const;
};

}  // namespace swadaya
