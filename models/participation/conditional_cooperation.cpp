#include "sim/model.hpp"

namespace swadaya::models::participation {

namespace {

const char* const paragraph = R"(
Taking part is a contribution to a common good, given where others give. A household that has heard decides at once and again every `review_every`
months; it takes part with the chance that its type gives it,

    slope b         conditional cooperators, the share `cooperators`
    0               free riders, the share `free_riders`
    slope b up to b = 1/2, slope (1 - b) beyond    hump-shaped, the share `hump_shaped`
    unconditional   everybody else

b its belief of how many others take part, `first_belief` at first, then at each review heeds m + keeps b, m the share of its informed ties
that took part last month. Slopes below 1 make taking part decay from round to round: with b = m it falls by the factor slope
(1 - `free_riders`) where all others are conditional cooperators. Who takes part speaks up (rung 2) with chance `speaks`, else attends in silence (rung 1).)";

class ConditionalCooperation final : public Model {
  Ladder ladder;
  Speaking speaking;
  Numbers cooperators = number("cooperators", 0.55, "share of households", {0, 1},
                               "50-55 %: Fischbacher et al. 2001, evidence/behaviour P5");
  Numbers free_riders = number("free_riders", 0.25, "share of households", {0, 1},
                               "23-30 %: Fischbacher et al. 2001, evidence/behaviour P5");
  Numbers hump_shaped = number("hump_shaped", 0.13, "share of households", {0, 1},
                               "12-14 %: Fischbacher et al. 2001, evidence/behaviour P5");
  Numbers slope = number("slope", 0.75, "chance a unit of belief", {0, 1},
                         "imperfect, about 0.75: evidence/behaviour P5");
  Numbers unconditional =
      number("unconditional", 0.4, "chance", {0, 1}, "the rest gives as it likes; assumption");
  Numbers first_belief = number("first_belief", 0.5, "share of others", {0, 1},
                                "40-60 % at first: Ledyard 1995, evidence/behaviour P5");
  Numbers heeds = number("heeds", 0.415, "of what was seen", {0, 1},
                         "Fischbacher & Gaechter 2010, evidence/behaviour P5");
  Numbers keeps = number("keeps", 0.569, "of the belief before", {0, 1},
                         "Fischbacher & Gaechter 2010, evidence/behaviour P5");
  Numbers review_every = whole("review_every", 12, "months", {1, 1200},
                               "yearly review meeting: evidence/programme 1.2");
  Column believes = column("belief", "how many others take part, 0..1");
  Column type_of = column("type", "a uniform number that says which type the household is");
  Column until_review =
      column("until_review", "months to the next decision; below 0 before the first");
  Decision typing = decision("type"), joining = decision("joins");

 public:
  ConditionalCooperation() {
    peer_effect();
    writes({believes, until_review});
  }
  void begin(const Month&, Ward& ward) const override {
    const Place place = ward.place();
    std::vector<float> u(place.last - place.first);
    ward.uniforms(typing, place.first, u);
    for (Household h = place.first; h < place.last; ++h) {
      ward.set(type_of, h, u[h - place.first]);
      ward.set(until_review, h, -1);
    }
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed), waits = cells.now(until_review);
    const Pack due = informed * is_less(waits, Pack::Constant(0.5f));
    const Pack is_first = is_less(waits, Pack::Constant(-0.5f));
    const auto [known, taking_part] =
        cells.sums_over_ties(Where{due}, Weight{column::informed}, column::joined);
    const Pack seen = taking_part / known.max(1.0f);
    const Pack belief =
        choose(is_first, first_belief, heeds * seen + keeps * cells.now(believes)).min(1.0f);

    const Pack type = cells.now(type_of);
    const Pack humped = slope * belief.min(1 - belief);
    const Pack beyond =
        choose(is_less(type, cooperators + free_riders + hump_shaped), humped, unconditional);
    const Pack chance = choose(is_less(type, cooperators), slope * belief,
                               choose(is_less(type, cooperators + free_riders), 0.0f, beyond));
    const Pack joins = happens(chance, cells.dice(joining));
    ladder.climb(cells, due, joins, 1 + speaking.happens(cells));
    cells.next(believes, choose(due, belief, cells.now(believes)));
    const Pack left = (waits - informed * month.length).max(informed - 1);
    cells.next(until_review, choose(due, review_every - month.length, left));
  }
};

}  // namespace

Entry conditional_cooperation() {
  return entry<ConditionalCooperation>(
      Slot::participation, "conditional-cooperation", Standing::rival, paragraph,
      "P5: Fischbacher, Gaechter & Fehr (2001), Econ. Lett. 71, 397-404; Fischbacher & Gaechter "
      "(2010), Am. Econ. Rev. 100, 541-556");
}

}  // namespace swadaya::models::participation
