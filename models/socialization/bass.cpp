#include "sim/model.hpp"

namespace swadaya::models::socialization {

namespace {

const char* const paragraph = R"(
Diffusion without a network: heads know at month 0, and a household hears in a month with hazard p + q F, F the share of the ward that
knows; p is what comes from outside, q what comes from others, whoever they are. Nobody forgets. For small heads' share F follows
(1 - e^(-(p + q) t)) / (1 + (q / p) e^(-(p + q) t)). Who hears takes the money for a grant with belief 0.1.)";

class Bass final : public Model {
 public:
  explicit Bass(Declare& declare)
      : p_{declare.number("p", 0.0025, "hazard a month", {0, 1},
                          "0.03 a year: Sultan, Farley & Lehmann 1990, evidence/behaviour S8")},
        q_{declare.number("q", 0.0317, "hazard a month, at all informed", {0, 2},
                          "0.38 a year: Sultan, Farley & Lehmann 1990, evidence/behaviour S8")},
        hazard_{declare.rt_column("hazard", "hazard of hearing, this month")},
        hears_{declare.decision("hears")} {
    declare.writes({column::informed, column::grant_belief});
  }

  void begin(const Month&, Ward& ward) const override { inform_leaders(ward); }

  void ward(const Month&, Ward& ward) const override {
    double know = 0, all = 0;
    for (Household h = ward.place().first; h < ward.place().last; ++h) {
      know += double{ward.now(column::informed, h)};
      all += double{ward.world.occupied[h]};
    }
    const double hazard = p_(ward) + (all > 0 ? q_(ward) * know / all : 0);
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      ward.set(hazard_, rt, static_cast<float>(hazard));
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed);
    const Pack news = happens(chance_of(cells.of_rt(hazard_), month.length), cells.dice(hears_)) *
                      cells.occupied() * (1 - informed);
    cells.next(column::informed, informed + news);
    cells.next(column::grant_belief,
               choose(news, first_hand_belief, cells.now(column::grant_belief)));
  }

 private:
  Parameter p_, q_;
  RtColumn hazard_;
  Decision hears_;
};

}  // namespace

Entry bass() {
  return entry<Bass>(Slot::socialization, "bass", Standing::rival, paragraph,
                     "Bass (1969), Manage. Sci. 15, 215-227");
}

}  // namespace swadaya::models::socialization
