#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::facilitation {

namespace {

const char* const paragraph = R"(
A team as under round-robin (groups in turn, at most `most_visits` each), and residents besides: the cadre of a group whose capacity has
passed `graduates` visits `peer_visits` other groups of its ward a month, those of the lowest capacity first, with `peer_quality` of a
facilitator's. They go on after the programme's exit; each of their visits costs a visit.)";

class PeerCadre final : public Model {
  Team team;
  Number graduates = number("graduates", 0.8, "capacity", {0, 1}, "evidence/behaviour F4");
  Whole peer_visits = whole("peer_visits", 1, "visits a graduate group and month", {0, 10},
                            "1-2: evidence/behaviour F4");
  Number peer_quality = number("peer_quality", 0.5, "of a facilitator's quality", {0, 1},
                               "0.3-0.8: evidence/behaviour F4");

 public:
  void area(const Month& month, Area& area) const override {
    team.begin_month(area);
    const int visits = team.visits_of_month(month, area);
    team.visit_rts(area, team.visit_in_turn(month, area, visits));
    for (Ward* ward : area.wards) let_peers_visit(month, *ward);
  }

 private:
  void let_peers_visit(const Month& month, Ward& ward) const {
    std::vector<Group*> others;
    double peers = 0;
    for (Group& group : ward.groups) {
      if (!group.alive()) continue;
      if (group.capacity > graduates)
        ++peers;
      else
        others.push_back(&group);
    }
    std::stable_sort(others.begin(), others.end(),
                     [](const Group* a, const Group* b) { return a->capacity < b->capacity; });
    const auto visits = static_cast<std::size_t>(peers * peer_visits);
    for (std::size_t i = 0; i < std::min(visits, others.size()); ++i)
      team.visit(month, ward, *others[i], peer_quality);
  }
};

}  // namespace

Entry peer_cadre() {
  return entry<PeerCadre>(
      Slot::facilitation, "peer-cadre", Standing::rival, paragraph,
      "F4: evidence/behaviour 3.4; fee-earning agents: Greaney, Kaboski & Van Leemput (2016), Rev. Econ. Stud. 83, 1614-1644");
}

}  // namespace swadaya::models::facilitation
