#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::targeting {

namespace {

class Lottery final : public Model {
 public:
  explicit Lottery(Declare& declare)
      : quota_{declare.number("quota", 0.15, "share of the ward's households", {0, 1},
                              "evidence/programme 0 row 5")},
        draws_{declare.decision("draws")},
        queues_{declare.decision("queues")} {}

  void ward(const Month& month, Ward& ward) const override {
    if (month.number == static_cast<int>(ward.programme.listing(ward))) {
      const Place place = ward.place();
      std::vector<float> u(place.last - place.first);
      ward.uniforms(draws_, place.first, u);
      for (Household h = place.first; h < place.last; ++h)
        if (ward.world.surveyed[h] > 0 && double{u[h - place.first]} < quota_(ward))
          ward.set(column::listed, h, 1);
    }
    for (Group& group : ward.groups) {
      group.admitted = true;
      group.priority = ward.dice(queues_, group.founder);
    }
  }

 private:
  Parameter quota_;
  Decision draws_, queues_;
};

}  // namespace

Entry lottery() {
  return entry<Lottery>(
      Slot::targeting, "lottery", Standing::null,
      "Each household is on the list with the chance `quota`, whoever it is; every group is admitted, and the queue is drawn by lot.",
      "T6: evidence/behaviour 3.5");
}

}  // namespace swadaya::models::targeting
