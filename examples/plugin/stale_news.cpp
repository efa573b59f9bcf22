#include "sim/model.hpp"

namespace swadaya::models::socialization {

namespace {

const char* const paragraph = R"(
A rumour that dies of being known. Heads of RT and RW know at month 0 and tell. Who tells calls on each tie with chance `calls` a month.
Somebody who hears for the first time starts to tell, and believes of the money what its callers believe on average. A caller who finds
that the other knows already has lost interest with chance `bored`, and never tells again: with k ties that know it goes on telling with
(1 - calls bored)^k. In a large, well-mixed town, a few callers and `bored` = 1 leave 20.3 % who never hear, the smaller root of
x = e^(-2 (1 - x)), however often people call. Departs from the source in steps of a month and in calling on one's ties, not on anybody.)";

class StaleNews final : public Model {
  Numbers calls = number("calls", 0.1, "chance per tie and month", {0, 0.99},
                         "0.35 a trimester, who takes part: Banerjee et al. 2013");
  Numbers bored = number("bored", 1, "chance a call on somebody who knows", {0, 1},
                         "certain in Maki & Thompson 1973");
  FirstHand first_hand;
  Column telling = column("telling", "1 while the household passes the news on");
  Decision hears = decision("hears");
  Decision tires = decision("tires");

 public:
  StaleNews() { writes({column::informed, column::grant_belief, telling}); }
  void begin(const Month&, Ward& ward) const override {
    first_hand.inform_leaders(ward);
    for (Household h = ward.place().first; h < ward.place().last; ++h)
      ward.set(telling, h, ward.world.leader[h]);
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed), tells = cells.now(telling);
    const Pack uninformed = (1 - informed) * cells.occupied();
    const auto [tellers, beliefs] =
        cells.sums_over_ties(Where{uninformed}, Weight{telling}, column::grant_belief);
    const auto [who_know] = cells.sums_over_ties(Where{tells}, Weight{column::informed});

    const Pack called = chance_of(tellers * -log_of(1 - calls), month.length);
    const Pack tired = chance_of(who_know * -log_of(1 - calls * bored), month.length);
    const Pack news = uninformed * happens(called, cells.dice(hears));
    const Pack stops = happens(tired, cells.dice(tires));

    cells.next(column::informed, informed + news);
    cells.next(column::grant_belief,
               choose(news, beliefs / tellers.max(1.0f), cells.now(column::grant_belief)));
    cells.next(telling, tells * (1 - stops) + news);
  }
};

}  // namespace

Entry stale_news() {
  return entry<StaleNews>(
      Slot::socialization, "stale-news", Standing::rival, paragraph,
      "Maki & Thompson (1973), Mathematical Models and Applications; known answer: Sudbury (1985), "
      "The proportion of the population never hearing a rumour, J. Appl. Probab. 22, 443-446");
}

SWADAYA_PLUGIN(stale_news);

}  // namespace swadaya::models::socialization
