#include "sim/model.hpp"

namespace swadaya::models::socialization {

namespace {

const char* const paragraph = R"(
Diffusion without a network: heads know at month 0, and a household hears in a month with hazard p + q F, F the share of the ward that
knows; p is what comes from outside, q what comes from others, whoever they are. Nobody forgets. For small heads' share F follows
(1 - e^(-(p + q) t)) / (1 + (q / p) e^(-(p + q) t)). Who hears takes the money for a grant with belief
`first_hand`, and `haste_grants` more where the money comes before the board.)";

class Bass final : public Model {
  Number p = number("p", 0.0025, "hazard a month", {0, 1},
                    "0.03 a year: Sultan, Farley & Lehmann 1990, evidence/behaviour S8");
  Number q = number("q", 0.0317, "hazard a month, at all informed", {0, 2},
                    "0.38 a year: Sultan, Farley & Lehmann 1990, evidence/behaviour S8");
  RtColumn hearing = rt_column("hazard", "hazard of hearing, this month");
  FirstHand first_hand;
  Decision hears = decision("hears");

 public:
  Bass() { writes({column::informed, column::grant_belief}); }
  void begin(const Month&, Ward& ward) const override { first_hand.inform_leaders(ward); }

  void ward(const Month&, Ward& ward) const override {
    double know = 0, all = 0;
    for (Household h = ward.place().first; h < ward.place().last; ++h) {
      know += double{ward.now(column::informed, h)};
      all += double{ward.world.occupied[h]};
    }
    const double hazard = p + (all > 0 ? q * know / all : 0);
    ward.set_all(hearing, static_cast<float>(hazard));
    first_hand.tell(ward);
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed);
    const Pack news = happens(chance_of(cells.of_rt(hearing), month.length), cells.dice(hears)) *
                      cells.occupied() * (1 - informed);
    cells.next(column::informed, informed + news);
    cells.next(column::grant_belief,
               choose(news, first_hand.belief(cells), cells.now(column::grant_belief)));
  }
};

}  // namespace

Entry bass() {
  return entry<Bass>(Slot::socialization, "bass", Standing::rival, paragraph,
                     "Bass (1969), Manage. Sci. 15, 215-227");
}

}  // namespace swadaya::models::socialization
