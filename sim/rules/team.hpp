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
class Team {
 public:
  explicit Team(Declare& declare);

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
  // Most visits that a group gets in a month.
  int most_visits(const Area& area) const { return static_cast<int>(most_visits_(area)); }

 private:
  Parameter facilitators_, hours_, paperwork_, hours_per_visit_, wards_served_, most_visits_, eta_,
      quality_, delta_, corrects_, pull_;
};

// The groups of an area that are alive, ward by ward in order of founding.
std::vector<Call> visiting_list(Area& area);

}  // namespace swadaya
