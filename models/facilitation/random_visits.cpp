#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::facilitation {

namespace {

const char* const paragraph = R"(
A team as under round-robin, but each visit goes to a group drawn by lot, whoever has been visited before. With n visits a month over G
groups the mean capacity comes to rest at 1 - (1 - (1 - delta) K) (1 - eta / G)^n = K; in continuous time eta r / (eta r + delta), r visits a
group and month. Where there are no groups yet, visits go to the RTs in turn.)";

class RandomVisits final : public Model {
  Team team;
  Decision goes = decision("goes");

 public:
  void area(const Month& month, Area& area) const override {
    team.begin_month(area);
    const int visits = team.visits_of_month(month, area);
    const std::vector<Call> list = visiting_list(area);
    if (list.empty()) return team.visit_rts(area, visits);
    const Ward& first = *area.wards.front();
    for (int i = 0; i < visits; ++i) {
      const double u = first.dice(goes, first.number(), static_cast<std::uint16_t>(i));
      const Call& call = list[static_cast<std::size_t>(u * static_cast<double>(list.size()))];
      team.visit(month, *call.ward, *call.group);
    }
  }
};

}  // namespace

Entry random_visits() {
  return entry<RandomVisits>(Slot::facilitation, "random-visits", Standing::rival, paragraph,
                             "F3: evidence/behaviour 3.4");
}

}  // namespace swadaya::models::facilitation
