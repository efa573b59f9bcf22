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
 public:
  explicit StaleNews(Declare& declare)
      : calls_{declare.number("calls", 0.1, "chance per tie and month", {0, 0.99},
                              "0.35 a trimester, who takes part: Banerjee et al. 2013")},
        bored_{declare.number("bored", 1, "chance a call on somebody who knows", {0, 1},
                              "certain in Maki & Thompson 1973")},
        telling_{declare.column("telling", "1 while the household passes the news on")},
        hears_{declare.decision("hears")},
        tires_{declare.decision("tires")} {
    declare.writes({column::informed, column::grant_belief, telling_});
  }

  void begin(const Month&, Ward& ward) const override {
    inform_leaders(ward);
    for (Household h = ward.place().first; h < ward.place().last; ++h)
      ward.set(telling_, h, ward.world.leader[h]);
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed), telling = cells.now(telling_);
    const Pack uninformed = (1 - informed) * cells.occupied();
    const auto [tellers, beliefs] =
        cells.sums_over_ties(Where{uninformed}, Weight{telling_}, column::grant_belief);
    const auto [who_know] = cells.sums_over_ties(Where{telling}, Weight{column::informed});

    const Pack called = chance_of(tellers * -log_of(1 - calls_), month.length);
    const Pack tired = chance_of(who_know * -log_of(1 - calls_ * bored_), month.length);
    const Pack news = uninformed * happens(called, cells.dice(hears_));
    const Pack tires = happens(tired, cells.dice(tires_));

    cells.next(column::informed, informed + news);
    cells.next(column::grant_belief,
               choose(news, beliefs / tellers.max(1.0f), cells.now(column::grant_belief)));
    cells.next(telling_, telling * (1 - tires) + news);
  }

 private:
  Parameter calls_, bored_;
  Column telling_;
  Decision hears_, tires_;
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
