#include "sim/model.hpp"

namespace swadaya::models::attitude {

namespace {

const char* const paragraph = R"(
x' = s x + (1 - s) mean of ties' x, s = `self_weight`; a household without ties keeps its attitude. In a connected network everyone
ends at the same attitude, the mean of the first ones weighted by the number of ties (where s is above 0). The first attitude is the
world's, raised by `poor_shift` for the poor; a facilitator's visit raises it for good, as nothing pulls it back.)";

class DeGroot final : public Model {
  Numbers self_weight = number("self_weight", 0.5, "weight of oneself a month", {0, 1},
                               "0.3-0.8 a month: evidence/behaviour S5");
  Number poor_shift = number("poor_shift", 0.05, "attitude of the poor above others", {-0.5, 0.5},
                             "as friedkin-johnsen; assumption");

 public:
  DeGroot() { writes({column::attitude}); }
  void begin(const Month&, Ward& ward) const override { set_first_attitudes(ward, poor_shift); }

  void households(const Month&, Cells& cells) const override {
    const Pack own = cells.now(column::attitude);
    cells.next(column::attitude,
               self_weight * own + (1 - self_weight) * cells.mean_over_ties(column::attitude, own));
  }
};

}  // namespace

Entry degroot() {
  return entry<DeGroot>(Slot::attitude, "degroot", Standing::rival, paragraph,
                        "DeGroot (1974), J. Am. Stat. Assoc. 69, 118-121; Golub & Jackson (2010), "
                        "Am. Econ. J. Microecon. 2, 112-149");
}

}  // namespace swadaya::models::attitude
