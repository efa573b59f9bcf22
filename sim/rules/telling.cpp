#include "sim/rules/telling.hpp"

#include <algorithm>
#include <vector>

#include "sim/base/exact.hpp"

namespace swadaya {

namespace {

// Two steps of diffusion centrality, weighted as news travels.
Household best_placed(const World& world, const Place& rt) {
  constexpr double second_step =
      0.05;  // of a neighbour's ties: the chance of a trimester, Banerjee et al. 2013
  Household best = rt.first;
  double most = -1;
  for (Household h = rt.first; h < rt.last; ++h) {
    double reach = double{world.degree[h]};
    for (const Household n : world.ties.of(h)) reach += second_step * double{world.degree[n]};
    if (reach > most) most = reach, best = h;
  }
  return best;
}

}  // namespace

Telling::Telling(Declare& declare)
    : q_participant_{declare.number("q_participant", 0.102, "chance per tie and period", {0, 0.99},
                                    "0.35 a trimester: Banerjee et al. 2013")},
      q_other_{declare.number("q_other", 0.0127, "chance per tie and period", {0, 0.99},
                              "0.05 a trimester: Banerjee et al. 2013")},
      period_{declare.whole("period", 1, "months", {1, 24},
                            "a month here; a trimester (4) in Banerjee et al. 2013")},
      telling_lasts_{declare.number("telling_lasts", 4, "months", {0.1, unbounded},
                                    "assumption; forever (inf) in Banerjee et al. 2013")},
      meetings_{declare.number("meetings", 0.5, "a month in each RT, during the campaign", {0, 8},
                               "evidence/programme 1.2; one every two months: assumption")},
      attendance_{declare.number("attendance", 0.06, "chance a household and meeting", {0, 1},
                                 "six of 95 households; evidence/programme 2.5")},
      heads_tell_{declare.number("heads_tell", 0.004, "hazard a household of the RT and month",
                                 {0, 1},
                                 "met the RT head 3 times in 6 years: evidence/programme 1.6")},
      messengers_{declare.choice(
          "messengers", "heads", {"heads", "central"}, "who knows first",
          "seeding by centrality: Banerjee et al. 2013; heads are weak broadcasters, evidence/programme 1.6")},
      drift_{declare.number(
          "drift", 0.12, "of what is left to a full belief, a hop", {0, 1},
          "assumption, sweep it; evidence/programme 4, 'heard only as money has come'")},
      participants_{declare.choice("participants", "members", {"members", "joined"},
                                   "whose telling counts as a participant's",
                                   "members of groups here; who joined in Banerjee et al. 2013")},
      telling_{declare.column("telling", "1 while the household passes the news on")},
      by_participant_{declare.rt_column("by_participant",
                                        "hazard of hearing from a tie that takes part, a month")},
      by_other_{declare.rt_column("by_other", "hazard of hearing from another tie, a month")},
      at_source_{declare.rt_column("at_source",
                                   "hazard of hearing at a meeting or from the head, this month")},
      stops_{declare.rt_column("stops", "chance that the news goes stale, a month")},
      hears_{declare.decision("hears")},
      attends_{declare.decision("attends")},
      tires_{declare.decision("tires")},
      holds_{declare.decision("holds")} {}

void Telling::begin(Ward& ward) const {
  const Place place = ward.place();
  if (messengers_(ward) == 0) {
    for (Household h = place.first; h < place.last; ++h)
      if (ward.world.leader[h] > 0) inform(ward, h);
  } else {
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      if (ward.world.rts[rt].last > ward.world.rts[rt].first)
        inform(ward, best_placed(ward.world, ward.world.rts[rt]));
  }
}

void Telling::month(const Month& month, Ward& ward) const {
  const bool tells = month.number % static_cast<int>(period_(ward)) == 0;
  const bool campaign = month.number <= ward.programme.campaign_end(ward);
  const auto rts = ward.rts();
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
    const double planned = campaign ? meetings_(ward) * double{month.length} : 0;
    const auto whole = static_cast<int>(planned);
    const int held = whole + (ward.happens(planned - whole, holds_, rt) ? 1 : 0);
    // What is the same for all households of an RT is worked out once.
    const double met = -held * log_of(std::max(1 - attendance_(ward), 1e-6));
    ward.set(at_source_, rt, static_cast<float>(met + heads_tell_(ward) * double{month.length}));
    ward.set(by_participant_, rt,
             tells ? static_cast<float>(-log_of(1 - q_participant_(ward))) : 0.0f);
    ward.set(by_other_, rt, tells ? static_cast<float>(-log_of(1 - q_other_(ward))) : 0.0f);
    ward.set(stops_, rt,
             static_cast<float>(chance_of(1 / telling_lasts_(ward), double{month.length})));
    ward.spent.socialization += held * ward.costs.meeting(ward);
    if (campaign && messengers_(ward) != 0) ward.spent.socialization += ward.costs.messenger(ward);
  }
}

Pack Telling::told_by_joined(const Cells& cells, const Pack& all, const Pack& joined) const {
  const Pack other = cells.of_rt(by_other_);
  const Pack theirs = choose(participants_, cells.of_rt(by_participant_), other) * joined;
  const Pack told = theirs + other * (all - joined);
  return theirs / choose(told, told, 1.0f);
}

void Telling::inform(Ward& ward, Household h) const {
  ward.set(column::informed, h, 1);
  ward.set(column::grant_belief, h, first_hand_belief);
  ward.set(telling_, h, 1);
}

}  // namespace swadaya
