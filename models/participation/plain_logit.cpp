#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::participation {

namespace {

class PlainLogit final : public Model {
 public:
  explicit PlainLogit(Declare& declare)
      : b0_{declare.number("b0", -1.4, "log odds", {-6, 3},
                           "18-24 % of informed households: behaviour-models P1")},
        b_poor_{declare.number("b_poor", 0, "log odds", {-3, 3}, "none in the null")},
        b_business_{declare.number("b_business", 0, "log odds", {-3, 3}, "none in the null")},
        decided_{declare.column("decided", "1 once the household has decided")},
        joins_{declare.decision("joins")} {
    declare.writes({column::joined, column::rung, column::ever_joined, decided_});
  }

  // Who knows at the start has decided before the first news goes out, as in the 2013 study.
  void begin(const Month&, Ward& ward) const override {
    const World& w = ward.world;
    const Place place = ward.place();
    std::vector<float> u(place.last - place.first);
    ward.uniforms(joins_, place.first, u);
    for (Household h = place.first; h < place.last; ++h) {
      if (ward.now(column::informed, h) == 0) continue;
      const double odds =
          b0_(ward) + b_poor_(ward) * double{w.poor[h]} + b_business_(ward) * double{w.business[h]};
      const float joined = double{u[h - place.first]} < logistic_of(odds) ? 1.0f : 0.0f;
      for (const Column c : {column::joined, column::rung, column::ever_joined})
        ward.set(c, h, joined);
      ward.set(decided_, h, 1);
    }
  }

  void households(const Month&, Cells& cells) const override {
    const Pack decided = cells.now(decided_), informed = cells.now(column::informed);
    const Pack chance = logistic_of(b0_ + b_poor_ * cells.of(&World::poor) +
                                    b_business_ * cells.of(&World::business));
    const Pack joined = cells.now(column::joined)
                            .max(informed * (1 - decided) * happens(chance, cells.dice(joins_)));
    cells.next(column::joined, joined);
    cells.next(column::rung, joined);
    cells.next(column::ever_joined, joined);
    cells.next(decided_, informed);
  }

 private:
  Parameter b0_, b_poor_, b_business_;
  Column decided_;
  Decision joins_;
};

}  // namespace

Entry plain_logit() {
  return entry<PlainLogit>(
      Slot::participation, "plain-logit", Standing::null,
      "Each household decides once, in the month in which it first hears (at the start if it knows then), and joins with "
      "logistic(b0 + b_poor poor + b_business business); nobody looks at others and nobody leaves.",
      "P1: behaviour-models 3.2, after Banerjee et al. (2013), Science 341, 1236498");
}

}  // namespace swadaya::models::participation
