#include "sim/model.hpp"

namespace swadaya::models::attitude {

namespace {

const char* const paragraph = R"(
x' = l mean of ties' x + (1 - l) x0, with l = `lambda` times the household's own susceptibility (at most 1). x0 is the initial
attitude, raised by `poor_shift` for the poor. A household without ties stays at x0. A facilitator's visit raises the attitude of a
group's members; it then spreads, and fades, through ties.)";

class FriedkinJohnsen final : public Model {
  Numbers lambda = number("lambda", 0.6, "weight of others", {0, 1},
                          "0.3-0.9: Friedkin & Johnsen 1999, evidence/behaviour S6");
  Numbers poor_shift = number("poor_shift", 0.05, "attitude of the poor above others", {-0.5, 0.5},
                              "assumption, sweep it");

 public:
  FriedkinJohnsen() { writes({column::attitude}); }
  void begin(const Month&, Ward& ward) const override {
    set_first_attitudes(ward, poor_shift.of(ward));
  }

  void households(const Month&, Cells& cells) const override {
    const Pack own =
        (cells.of(&World::attitude) + poor_shift * cells.of(&World::poor)).max(0.0f).min(1.0f);
    const Pack weight = (lambda * cells.of(&World::susceptibility)).min(1.0f);
    const Pack others = cells.mean_over_ties(column::attitude, own);
    cells.next(column::attitude, weight * others + (1 - weight) * own);
  }
};

}  // namespace

Entry friedkin_johnsen() {
  return entry<FriedkinJohnsen>(Slot::attitude, "friedkin-johnsen", Standing::by_default, paragraph,
                                "Friedkin & Johnsen (1990), J. Math. Sociol. 15, 193-206");
}

}  // namespace swadaya::models::attitude
