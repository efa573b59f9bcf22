#include "sim/model.hpp"

namespace swadaya::models::socialization {

namespace {

const char* const paragraph = R"(
Plain contagion: heads know at month 0; a household with n informed ties hears in a month with probability 1 - (1 - q)^n, and from
outside with hazard `outside`; nobody forgets, and everyone takes the money for a loan. On a complete graph of N households with q near
beta / N the share informed follows the logistic curve i0 e^(beta t) / (1 - i0 + i0 e^(beta t)).)";

class Si final : public Model {
  Numbers q = number("q", 0.0127, "chance per tie and month", {0, 0.99},
                     "q_other of Banerjee et al. 2013: 0.05 a trimester");
  Numbers outside = number("outside", 0, "hazard a month", {0, 1},
                           "none in the plain model; evidence/behaviour S1");
  Decision hears = decision("hears");

 public:
  Si() { writes({column::informed}); }
  void begin(const Month&, Ward& ward) const override {
    for (Household h = ward.place().first; h < ward.place().last; ++h)
      ward.set(column::informed, h, ward.world.leader[h]);
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed);
    const Pack hazard = cells.sum_over_ties(column::informed) * -log_of(1 - q) + outside;
    const Pack news =
        happens(chance_of(hazard, month.length), cells.dice(hears)) * cells.occupied();
    cells.next(column::informed, informed.max(news));
  }
};

}  // namespace

Entry si() {
  return entry<Si>(
      Slot::socialization, "si", Standing::null, paragraph,
      "Bailey (1975), The Mathematical Theory of Infectious Diseases; Jackson (2008), Social and Economic Networks, ch. 7");
}

}  // namespace swadaya::models::socialization
