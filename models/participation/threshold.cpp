#include "sim/model.hpp"

namespace swadaya::models::participation {

namespace {

const char* const paragraph = R"(
A household that has heard takes part once the share of its informed ties that take part reaches its own threshold, drawn once from a
normal distribution of mean `threshold` and sd `spread`; those whose threshold is 0 or less begin. Reviewed each month, and never
undone. On a complete network the share that takes part climbs to the lowest r with r = Phi((r - threshold) / spread). Who joins speaks
up (rung 2) with chance `speaks`, else attends in silence (rung 1).)";

class Threshold final : public Model {
  Speaking speaking;
  Numbers threshold = number("threshold", 0.25, "share of informed ties, mean", {-1, 2},
                             "N(0.25, 0.12): Granovetter 1978, evidence/behaviour S4");
  Numbers spread = number("spread", 0.12, "share of informed ties, sd", {0, 2},
                          "N(0.25, 0.12): Granovetter 1978, evidence/behaviour S4");
  Column own = column("own", "the household's threshold, in sd from the mean");
  Decision differs = decision("differs");

 public:
  Threshold() {
    writes({column::joined, column::rung, column::ever_joined});
    peer_effect();
  }
  void begin(const Month&, Ward& ward) const override {
    const Place place = ward.place();
    std::vector<float> z(place.last - place.first);
    ward.normals(differs, place.first, z);
    for (Household h = place.first; h < place.last; ++h) ward.set(own, h, z[h - place.first]);
  }

  void households(const Month&, Cells& cells) const override {
    const Pack joined = cells.now(column::joined);
    const Pack undecided = cells.now(column::informed) * cells.occupied() * (1 - joined);
    const auto [known, taking_part] =
        cells.sums_over_ties(Where{undecided}, Weight{column::informed}, column::joined);
    const Pack share = taking_part / known.max(1.0f);
    const Pack joins = undecided * (1 - is_less(share, threshold + spread * cells.now(own)));
    cells.next(column::joined, joined + joins);
    cells.next(column::rung, cells.now(column::rung) + joins * (1 + speaking.happens(cells)));
    cells.next(column::ever_joined, cells.now(column::ever_joined).max(joins));
  }
};

}  // namespace

Entry threshold() {
  return entry<Threshold>(Slot::participation, "threshold", Standing::rival, paragraph,
                          "P4: Granovetter (1978), Am. J. Sociol. 83, 1420-1443");
}

}  // namespace swadaya::models::participation
