#include <algorithm>

#include "sim/model.hpp"

namespace swadaya::models::lending {

namespace {

const char* const paragraph = R"(
A statistical model of missed instalments, without beliefs: each month a member with a loan misses with

    logistic(a0 - a_capacity K - a_cohesion C - a_watch d s + a_peers D)

K and C the group's capacity and cohesion, d the chance that a defaulter is confronted and s what that costs (set by supervision and, among
peers, by the group), D
the share of the group's members three or more instalments behind or gone. A share `unable` of misses is bad luck, the rest unwillingness.
Who pays pays one instalment. Joint liability has no effect of its own, as none was found. The reported book shows a missed instalment
only after `lag` months, and not at all with probability `window_dressing`, less where boards expect audits.)";

class Hazard final : public Model {
 public:
  explicit Hazard(Declare& declare)
      : office_{declare},
        a0_{declare.number("a0", -2.2, "log odds", {-8, 4},
                           "misses of 2-10 % a month at usual K and C: evidence/behaviour L2")},
        a_capacity_{declare.number("a_capacity", 0.5, "log odds a unit of capacity", {0, 5},
                                   "sign: evidence/behaviour L2; size assumed")},
        a_cohesion_{declare.number("a_cohesion", 1.1, "log odds a unit of cohesion", {0, 5},
                                   "weekly meetings cut later default to a third, S21: log 3")},
        a_watch_{declare.number("a_watch", 1, "log odds when confronted, times its cost", {0, 5},
                                "sign: evidence/behaviour L2; size assumed")},
        a_peers_{declare.number("a_peers", 1, "log odds at all in default", {0, 5},
                                "sign: evidence/behaviour L2; size assumed")},
        unable_{declare.number("unable", 0.2, "share of misses", {0, 1},
                               "unwilling 80 %: evidence/programme 2.3, S4")},
        misses_{declare.decision("misses")},
        reasons_{declare.decision("reasons")} {}

  void ward(const Month& month, Ward& ward) const override {
    for (std::uint32_t g = 0; g < ward.groups.size(); ++g) {
      if (office_.ghosts_miss(month, ward, g)) continue;
      Group& group = ward.groups[g];
      const double odds = a0_(ward) - a_capacity_(ward) * group.capacity -
                          a_cohesion_(ward) * group.cohesion +
                          a_peers_(ward) * group.default_share(ward.programme.tenor(ward));
      double asked = 0, paid = 0;
      for (Member& m : group.members) {
        if (!fall_due(ward, m)) continue;
        ++asked;
        const double watched = a_watch_(ward) * confrontation(ward, m);
        const bool missed = ward.happens(logistic_of(odds - watched), misses_, m.household);
        m.unwilling = missed && !ward.happens(unable_(ward), reasons_, m.household);
        if (missed) {
          office_.miss(month, ward, g, m);
        } else {
          pay_instalment(ward, m);
          ++paid;
        }
      }
      if (asked > 0) group.own_share_paid = paid / asked;
    }
    office_.end_month(month, ward);
  }

 private:
  Office office_;
  Parameter a0_, a_capacity_, a_cohesion_, a_watch_, a_peers_, unable_;
  Decision misses_, reasons_;
};

}  // namespace

Entry hazard() {
  return entry<Hazard>(
      Slot::lending, "hazard", Standing::rival, paragraph,
      "L2: evidence/behaviour 3.6; no effect of joint liability as such: Gine & Karlan "
      "(2014), J. Dev. Econ. 107, 65-83; meetings: Feigenberg, Field & Pande (2013), "
      "Rev. Econ. Stud. 80, 1459-1483");
}

}  // namespace swadaya::models::lending
