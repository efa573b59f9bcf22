// Word of mouth, which other models of socialization may build on.
#pragma once

#include "sim/model.hpp"

namespace swadaya::models::socialization {

class WordOfMouth : public Model {
  Number q_participant = number("q_participant", 0.102, "chance per tie and period", {0, 0.99},
                                "0.35 a trimester: Banerjee et al. 2013");
  Number q_other = number("q_other", 0.0127, "chance per tie and period", {0, 0.99},
                          "0.05 a trimester: Banerjee et al. 2013");
  Whole period = whole("period", 1, "months", {1, 24},
                       "a month here; a trimester (4) in Banerjee et al. 2013");
  Number telling_lasts = number("telling_lasts", 4, "months", {0.1, unbounded},
                                "assumption; forever (inf) in Banerjee et al. 2013");
  Campaign campaign;
  Numbers drift =
      number("drift", 0.12, "of what is left to a full belief, a hop", {0, 1},
             "assumption, sweep it; evidence/programme 4, 'heard only as money has come'");
  Numbers participants = choice("participants", "members", {"members", "joined"},
                                "whose telling counts as a participant's",
                                "members of groups here; who joined in Banerjee et al. 2013");
  Column telling = column("telling", "1 while the household passes the news on");
  RtColumn by_participant =
      rt_column("by_participant", "hazard of hearing from a tie that takes part, a month");
  RtColumn by_other = rt_column("by_other", "hazard of hearing from another tie, a month");
  RtColumn stale = rt_column("stops", "chance that the news goes stale, a month");
  Decision hears = decision("hears"), tires = decision("tires");

 public:
  WordOfMouth() { writes({column::informed, column::grant_belief, telling}); }

  void begin(const Month&, Ward& ward) const override {
    for (const Household h : campaign.begin(ward)) ward.set(telling, h, 1);
  }

  // What is the same for all households of an RT is worked out once.
  void ward(const Month& month, Ward& ward) const override {
    campaign.month(month, ward);
    const bool tells = month.number % period == 0;
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
      ward.set(by_participant, rt, tells ? static_cast<float>(-log_of(1 - q_participant)) : 0.0f);
      ward.set(by_other, rt, tells ? static_cast<float>(-log_of(1 - q_other)) : 0.0f);
      ward.set(stale, rt, static_cast<float>(chance_of(1 / telling_lasts, double{month.length})));
    }
  }

  void households(const Month& month, Cells& cells) const override { pass_on(month, cells); }

 protected:
  // Who hears, and what they make of it. Returns 1 where a household hears this month, and the sums
  // of further columns `also` over its telling ties.
  template <class... C>
  std::pair<Pack, std::array<Pack, sizeof...(C)>> pass_on(const Month& month, Cells& cells,
                                                          C... also) const {
    const Pack informed = cells.now(column::informed), tells = cells.now(telling),
               belief = cells.now(column::grant_belief);
    const Pack uninformed = (1 - informed) * cells.occupied();
    const auto sums = cells.sums_over_ties(Where{uninformed}, Weight{telling}, column::member,
                                           column::joined, column::grant_belief, also...);
    const Pack &tellers = sums[0], &members = sums[1], &joined = sums[2], &beliefs = sums[3];
    const Pack taking_part = choose(participants, joined, members);
    const Pack by_ties =
        taking_part * cells.of_rt(by_participant) + (tellers - taking_part) * cells.of_rt(by_other);

    const Pack at_source = campaign.heard(cells);
    const Pack from_ties = happens(chance_of(by_ties, month.length), cells.dice(hears));
    const Pack news = uninformed * at_source.max(from_ties);

    const Pack told = beliefs / tellers.max(1.0f);
    const Pack heard =
        choose(at_source, campaign.first_hand.belief(cells), told + drift * (1 - told));
    const Pack stops = happens(cells.of_rt(stale), cells.dice(tires));
    cells.next(column::informed, informed + news);
    cells.next(column::grant_belief, choose(news, heard, belief));
    cells.next(telling, tells * (1 - stops) + news);
    std::array<Pack, sizeof...(C)> others;
    for (std::size_t i = 0; i < sizeof...(C); ++i) others[i] = sums[4 + i];
    return {news, others};
  }
  // Of telling ties with weights that sum to `all`, `joined` of it by households that take part:
  // the share of what is told that comes from these, as participants tell more; 0 where nobody
  // tells.
  Pack told_by_joined(const Cells& cells, const Pack& all, const Pack& joined) const {
    const Pack other = cells.of_rt(by_other);
    const Pack theirs = choose(participants, cells.of_rt(by_participant), other) * joined;
    const Pack told = theirs + other * (all - joined);
    return theirs / choose(told, told, 1.0f);
  }
};

}  // namespace swadaya::models::socialization
