#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::targeting {

namespace {

class Lottery final : public Model {
  Number quota =
      number("quota", 0.15, "share of the ward's households", {0, 1}, "evidence/programme 0 row 5");
  Decision draws = decision("draws"), queues = decision("queues");

 public:
  void ward(const Month& month, Ward& ward) const override {
    if (month.number == ward.programme.listing) {
      const Place place = ward.place();
      std::vector<float> u(place.last - place.first);
      ward.uniforms(draws, place.first, u);
      for (Household h = place.first; h < place.last; ++h)
        if (ward.world.surveyed[h] > 0 && double{u[h - place.first]} < quota)
          ward.set(column::listed, h, 1);
    }
    for (Group& group : ward.groups) {
      group.admitted = true;
      group.priority = ward.dice(queues, group.founder);
    }
  }
};

}  // namespace

Entry lottery() {
  return entry<Lottery>(
      Slot::targeting, "lottery", Standing::null,
      "Each household is on the list with the chance `quota`, whoever it is; every group is admitted, and the queue is drawn by lot.",
      "T6: evidence/behaviour 3.5");
}

}  // namespace swadaya::models::targeting
