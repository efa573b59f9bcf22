#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::participation {

namespace {

const char* const paragraph = R"(
For teaching: every household decides anew each month, all at once, and is in with logistic(b0 + b_share s + a), s the share of its
ties that were in last month and a its own leaning, uniform between -`leaning` and `leaning`. At the start `start` are in. In a large
random network the share settles at a fixed point of m = E logistic(b0 + b_share m + a).)";

class PeerShare final : public Model {
  Numbers b0 = number("b0", -2, "log odds", {-10, 10}, "teaching example");
  Numbers b_share =
      number("b_share", 4, "log odds at full share", {0, 20},
             "teaching example; above 4 there may be two equilibria, evidence/behaviour P2");
  Numbers leaning = number("leaning", 1, "log odds, half width", {0, 10}, "teaching example");
  Number start = number("start", 0.1, "share of households", {0, 1}, "teaching example");
  Column leans = column("leans", "the household's own leaning, -1 to 1");
  Decision own = decision("leaning"), first = decision("start"), decides = decision("decides");

 public:
  PeerShare() {
    writes({column::joined});
    peer_effect("b_share");
  }
  void begin(const Month&, Ward& ward) const override {
    const Place place = ward.place();
    std::vector<float> lean(place.last - place.first), in(lean.size());
    ward.uniforms(own, place.first, lean);
    ward.uniforms(first, place.first, in);
    for (Household h = place.first; h < place.last; ++h) {
      ward.set(leans, h, 2 * lean[h - place.first] - 1);
      ward.set(column::joined, h,
               double{in[h - place.first]} < start ? ward.world.occupied[h] : 0.0f);
    }
  }

  void households(const Month&, Cells& cells) const override {
    const Pack share = cells.mean_over_ties(column::joined, Pack::Zero());
    const Pack chance = logistic_of(b0 + b_share * share + leaning * cells.now(leans));
    cells.next(column::joined, happens(chance, cells.dice(decides)));
  }
};

}  // namespace

Entry peer_share() {
  return entry<PeerShare>(
      Slot::participation, "peer-share", Standing::rival, paragraph,
      "Brock & Durlauf (2001), Rev. Econ. Stud. 68, 235-260, without foresight");
}

}  // namespace swadaya::models::participation
