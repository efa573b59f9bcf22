// The month of rules in which who pays depends on who paid: members who are able pay with a chance
// that looks at what was paid before, the others cover misses, and default that is seen feeds the
// belief in a grant.
#pragma once

#include "sim/model.hpp"

namespace swadaya::models::lending {

template <class Office>
class Mutual : public Office {
 public:
  Mutual() = default;
  explicit Mutual(const Given& eroded) : erosion{eroded} {}

  void ward(const Month& month, Ward& ward) const final {
    const double defaulting = default_share(ward), seen = memory.of(ward);
    const auto all = this->all_groups(month, ward, [&](Group& group) {
      const double visible = 0.5 * (group.default_share(ward.programme.terms()) + defaulting);
      const double survives = 0.5 * memory.of(group) + 0.5 * seen;
      const auto able = [&](Member& m) { return is_able(month, ward, group, m); };
      const auto pays_its_own = [&](Member& m) {
        m.unwilling = !ward.happens(chance_to_pay(ward, group, m, survives), pays, m.household);
        return !m.unwilling;
      };
      const auto here = this->ask(month, ward, group, able, pays_its_own, covering.in(ward, group));
      if (here.asked == 0) return here;
      memory.see(group, here.share());
      erosion.spread(ward, group, visible);
      return here;
    });
    if (all.asked > 0) memory.see(ward, all.share());
  }

 protected:
  // After this month's strikes.
  virtual bool is_able(const Month& month, Ward& ward, const Group& group, Member& m) const = 0;
  // S: the believed chance that the fund survives.
  virtual double chance_to_pay(const Ward& ward, const Group& group, const Member& m,
                               double S) const = 0;

 private:
  PaymentMemory memory;
  Covering covering;
  Erosion erosion;
  Decision pays = this->decision("pays");
};

}  // namespace swadaya::models::lending
