#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::targeting {

namespace {

const char* const paragraph = R"(
In the month of the listing `rankers` residents of each RT order its households, poorest first, by

    accuracy z + sqrt(1 - accuracy^2) (sqrt(in_common) shared + sqrt(1 - in_common) own)

z standardised log consumption, shared a noise that all rankers have in common, own one of each. Where an RT has no more surveyed
households than `rankers`, each of them ranks once. A ranker places a household with
probability `known_near` where they are tied, `known_far` where they are three or more steps apart, halfway between at two. The list is
the lowest `quota` of each RT by mean rank; who is placed by nobody comes in the middle. `verified` of the noise is removed by visits
to the households at the margin (twice the quota), towards a correlation of `verified_accuracy`. At distribution each formal elite that
is not listed is let in with `elite_bonus`. A group is admitted when the mean score of its members (listed or let in 1, owner of a
business 0.5, else 0) reaches `bar`. In the queue for loans the better off and the owners of businesses come first while fewer than `few`
groups have borrowed; after that the score counts, then who came first. A board chosen by ballot is like its members and knows the poor
among them: with `ballot` b an elite is let in with 1 - b times `elite_bonus`, a poor household that isn't listed with b times it; a poor
member's score is b at least, and the place in the queue is worth 1 - b of what it was and b times the
share of poor members.)";

const char* const source =
    "T2: Alatas et al. (2012), Am. Econ. Rev. 102, 1206-1240; who knows whom: Alatas et al. (2016), Am. Econ. Rev. 106, 1663-1704, "
    "recomputed on 633 hamlets, evidence/behaviour 3.5; elites at distribution: Alatas et al. (2013); notables first: evidence/programme 2.4, S11";

class CommunityRanking final : public Model {
  Admission admission;
  Rankers rankers;
  Number verified = number("verified", 0, "of the way to verified_accuracy", {0, 1},
                           "none in P2KP-1, evidence/programme 1.2; a lever");
  Number verified_accuracy = number("verified_accuracy", 0.69, "correlation", {0, 1},
                                    "proxy means on paper: evidence/behaviour 3.5, T1");

 public:
  void ward(const Month& month, Ward& ward) const override {
    if (month.number == ward.programme.listing) make_list(ward);
    admission.admit_groups(ward);
  }

 private:
  void make_list(Ward& ward) const {
    const World& w = ward.world;
    ward.spent.targeting += ward.costs.listing;
    const double asked = rankers.accuracy;
    const std::vector<double> ranks =
        rankers.ranks(ward, asked + verified * std::max(0.0, verified_accuracy - asked));
    const auto rts = ward.rts();
    admission.list_lowest_of_each_rt(ward, ranks);
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
      const double visited = verified * std::min(2 * admission.quota, 1.0) *
                             static_cast<double>(w.rts[rt].last - w.rts[rt].first);
      ward.spent.targeting += visited * ward.costs.verification;
    }
    admission.favour_elites(ward);
  }
};

}  // namespace

Entry community_ranking() {
  return entry<CommunityRanking>(Slot::targeting, "community-ranking", Standing::by_default,
                                 paragraph, source);
}

}  // namespace swadaya::models::targeting
