#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::facilitation {

namespace {

const char* const paragraph = R"(
A team as under round-robin, but visits go to the groups in greatest need,

    by_capacity (1 - K) + by_arrears A + by_absence min(m, 12) / 12

K the group's capacity, A the share of its members three or more instalments behind or gone with a balance, m the months since its last
visit (12 before the first). Among equals the older group comes first; after each visit the need is taken anew, and none gets more than
`most_visits` a month. Visits left over go to the RTs in turn.)";

class NeedFirst final : public Model {
  Team team;
  Number by_capacity = number("by_capacity", 0.5, "weight", {0, 1}, "0-1: evidence/behaviour F2");
  Number by_arrears = number("by_arrears", 0.3, "weight", {0, 1}, "0-1: evidence/behaviour F2");
  Number by_absence = number("by_absence", 0.2, "weight", {0, 1}, "0-1: evidence/behaviour F2");

 public:
  void area(const Month& month, Area& area) const override {
    team.begin_month(area);
    int visits = team.visits_of_month(month, area);
    struct Case {
      Call call;
      double need;
      int visits;
    };
    std::vector<Case> cases;
    for (const Call& call : visiting_list(area)) cases.push_back({call, need_of(month, call), 0});
    const int most = team.most_visits;
    for (; visits > 0; --visits) {
      Case* next = nullptr;
      for (Case& c : cases)
        if (c.visits < most && (!next || c.need > next->need)) next = &c;
      if (!next) break;
      team.visit(month, *next->call.ward, *next->call.group);
      next->need = need_of(month, next->call);
      ++next->visits;
    }
    team.visit_rts(area, visits);
  }

 private:
  double need_of(const Month& month, const Call& call) const {
    const Ward& ward = *call.ward;
    const Group& group = *call.group;
    const int absent = group.last_visit < 0 ? 12 : std::min(12, month.number - group.last_visit);
    return by_capacity * (1 - group.capacity) +
           by_arrears * group.default_share(ward.programme.terms()) + by_absence * absent / 12.0;
  }
};

}  // namespace

Entry need_first() {
  return entry<NeedFirst>(
      Slot::facilitation, "need-first", Standing::rival, paragraph,
      "F2: evidence/behaviour 3.4; greedy choice is best where gains are linear");
}

}  // namespace swadaya::models::facilitation
