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

class Hazard final : public Lending {
  Number a0 = number("a0", -2.2, "log odds", {-8, 4},
                     "misses of 2-10 % a month at usual K and C: evidence/behaviour L2");
  Number a_capacity = number("a_capacity", 0.5, "log odds a unit of capacity", {0, 5},
                             "sign: evidence/behaviour L2; size assumed");
  Number a_cohesion = number("a_cohesion", 1.1, "log odds a unit of cohesion", {0, 5},
                             "weekly meetings cut later default to a third, S21: log 3");
  Number a_watch = number("a_watch", 1, "log odds when confronted, times its cost", {0, 5},
                          "sign: evidence/behaviour L2; size assumed");
  Number a_peers = number("a_peers", 1, "log odds at all in default", {0, 5},
                          "sign: evidence/behaviour L2; size assumed");
  Number unable = number("unable", 0.2, "share of misses", {0, 1},
                         "unwilling 80 %: evidence/programme 2.3, S4");
  Decision misses = decision("misses"), reasons = decision("reasons");

 public:
  Paid collect(const Month& month, Ward& ward, Group& group) const override {
    const double odds = a0 - a_capacity * group.capacity - a_cohesion * group.cohesion +
                        a_peers * group.default_share(ward.programme.terms());
    return ask(month, ward, group, [&](Member& m) {
      const double watched = a_watch * confrontation(ward, m);
      const bool missed = ward.happens(logistic_of(odds - watched), misses, m.household);
      m.unwilling = missed && !ward.happens(unable, reasons, m.household);
      return !missed;
    });
  }
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
