// How news of the programme travels by word of mouth: the rule of Banerjee, Chandrasekhar, Duflo &
// Jackson (2013) with meetings, heads and stifling, the same for every model that builds on it.
#pragma once

#include <utility>

#include "sim/month/cells.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"
#include "sim/rules/beginnings.hpp"

namespace swadaya {

class Telling {
 public:
  explicit Telling(Declare& declare);

  // The columns that `pass_on` writes.
  std::vector<Column> writes() const { return {column::informed, column::grant_belief, telling_}; }
  // Before month 0: who knows first.
  void begin(Ward& ward) const;
  // Before the households: meetings are held and paid, and each RT's hazards of hearing worked out.
  void month(const Month& month, Ward& ward) const;
  // Among the households: who hears, and what they make of it. Returns 1 where a household hears
  // this month, and the sums of further columns `also` over its telling ties.
  template <class... C>
  std::pair<Pack, std::array<Pack, sizeof...(C)>> pass_on(const Month& month, Cells& cells,
                                                          C... also) const;
  // Of telling ties with weights that sum to `all`, `joined` of it by households that take part:
  // the share of what is told that comes from these, as participants tell more; 0 where nobody
  // tells.
  Pack told_by_joined(const Cells& cells, const Pack& all, const Pack& joined) const;

 private:
  void inform(Ward& ward, Household h) const;

  Parameter q_participant_, q_other_, period_, telling_lasts_, meetings_, attendance_, heads_tell_,
      messengers_, drift_, participants_;
  Column telling_;
  RtColumn by_participant_, by_other_, at_source_, stops_;
  Decision hears_, attends_, tires_, holds_;
};

template <class... C>
std::pair<Pack, std::array<Pack, sizeof...(C)>> Telling::pass_on(const Month& month, Cells& cells,
                                                                 C... also) const {
  const Pack informed = cells.now(column::informed), telling = cells.now(telling_),
             belief = cells.now(column::grant_belief);
  const Pack uninformed = (1 - informed) * cells.occupied();
  const auto sums = cells.sums_over_ties(Where{uninformed}, Weight{telling_}, column::member,
                                         column::joined, column::grant_belief, also...);
  const Pack &tellers = sums[0], &members = sums[1], &joined = sums[2], &beliefs = sums[3];
  const Pack participants = choose(participants_, joined, members);
  const Pack by_ties = participants * cells.of_rt(by_participant_) +
                       (tellers - participants) * cells.of_rt(by_other_);

  const Pack at_source = happens(chance_of(cells.of_rt(at_source_), 1), cells.dice(attends_));
  const Pack from_ties = happens(chance_of(by_ties, month.length), cells.dice(hears_));
  const Pack news = uninformed * at_source.max(from_ties);

  const Pack told = beliefs / tellers.max(1.0f);
  const Pack heard = choose(at_source, first_hand_belief, told + drift_ * (1 - told));
  const Pack stops = happens(cells.of_rt(stops_), cells.dice(tires_));
  cells.next(column::informed, informed + news);
  cells.next(column::grant_belief, choose(news, heard, belief));
  cells.next(telling_, telling * (1 - stops) + news);
  std::array<Pack, sizeof...(C)> others;
  for (std::size_t i = 0; i < sizeof...(C); ++i) others[i] = sums[4 + i];
  return {news, others};
}

}  // namespace swadaya
