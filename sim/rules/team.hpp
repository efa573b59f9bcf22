// A team of facilitators, the same for every facilitation model: its hours, what a visit does and
// what both cost. A facilitation model decides only who is visited.
#pragma once

#include <functional>

#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

// A group and its ward, as a visiting list holds them.
struct Call {
  Ward* ward;
  Group* group;
};

class Team : Declares {
  Number facilitators = number("facilitators", 4.5, "persons a team", {0, 50},
                               "teams of 4-5: evidence/programme 0 row 15, 1.6");
  Number hours = number("hours", 140, "a person and month", {0, 300}, "evidence/programme 6.4");
  Number paperwork = number("paperwork", 0.5, "share of the hours", {0, 1},
                            "half is paper: evidence/programme 6.4");
  Number hours_per_visit =
      number("hours_per_visit", 3, "hours, with the way", {0.25, 40}, "assumption, sweep it");
  Number wards_served = number("wards_served", 9, "wards a team", {1, 100},
                               "8-10: evidence/programme 1.6; those not simulated get their part");

 public:
  Whole most_visits = whole("most_visits", 2, "a group and month", {1, 30}, "assumption");

 private:
  Number eta = number("eta", 0.2, "of what is left to 1, a visit", {0, 1},
                      "0.05-0.4: evidence/behaviour 3.4");
  Number full_quality =
      number("quality", 1, "factor", {0, 2}, "full quality; peers 0.3-0.8: evidence/behaviour F4");
  Number delta = number("delta", 0.04, "a month", {0, 1},
                        "0.01-0.10, half-life 17 months, unidentified: evidence/behaviour 3.4");
  Number corrects =
      number("corrects", 0.3, "of the belief in a grant, a visit", {0, 1}, "assumption, sweep it");
  Number pull = number("pull", 0.05, "of what is left to a full attitude, a visit", {0, 1},
                       "assumption, sweep it");
  AreaColumn turn = area_column("turn", "whose turn it is on the visiting list");
  AreaColumn rt_turn = area_column("rt_turn", "and which RT's");
  AreaColumn hours_left = area_column("hours_left", "part of a visit not yet made, hours");

 public:
  // Forgets last month's visits and lets capacity decay.
  void begin_month(Area& area) const;
  // Pays the team for `share` of its hours and gives the visits that they are enough for; what is
  // left over counts next month. None after the programme's exit.
  int visits_of_month(const Month& month, Area& area, double share = 1) const;
  // Raises the group's capacity, by `quality` against a facilitator's own.
  void visit(const Month& month, Ward& ward, Group& group, double quality = 1) const;
  // Visits groups in turn, each at most `most_visits` times, from where the last month ended; those
  // that `keeps` refuses (asked with the round, 0 first) lose their turn. Returns the visits left.
  int visit_in_turn(
      const Month& month, Area& area, int visits,
      const std::function<bool(const Call&, std::uint16_t)>& keeps = [](auto&, auto) {
        return true;
      }) const;
  // Visits to RTs in turn, where they help new groups to found themselves.
  void visit_rts(Area& area, int visits) const;
};

// The groups of an area that are alive, ward by ward in order of founding.
std::vector<Call> visiting_list(Area& area);

}  // namespace swadaya
