#include <cmath>
#include <limits>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::targeting {

namespace {

const char* const paragraph = R"(
Residents propose and interviewers dispose. In the month of the listing each RT's households are ordered by `rankers` residents as under
community-ranking; the lowest `shortlist` times the quota of each RT are interviewed and scored as under proxy-means (correlation
`score_accuracy` with log consumption), and the list is the lowest scores of the ward among them, up to `quota` of its households.
Interviews cost a verification each. At distribution each formal elite that is not listed is let in with `elite_bonus`; groups are
admitted, and queue, as under community-ranking.)";

class Hybrid final : public Model {
 public:
  explicit Hybrid(Declare& declare)
      : admission_{declare},
        rankers_{declare},
        shortlist_{declare.number("shortlist", 1.5, "times the quota", {1, 10},
                                  "evidence/behaviour 3.5, T3")},
        score_accuracy_{declare.number("score_accuracy", 0.47,
                                       "correlation of the score with log consumption", {0, 1},
                                       "in the field, 0.69 on paper: evidence/behaviour 3.5, T1")},
        errors_{declare.decision("errors")} {}

  void ward(const Month& month, Ward& ward) const override {
    if (month.number == static_cast<int>(ward.programme.listing(ward))) make_list(ward);
    admission_.admit_groups(ward);
  }

 private:
  void make_list(Ward& ward) const {
    const Place place = ward.place();
    const std::vector<double> ranks = rankers_.ranks(ward, rankers_.accuracy(ward));
    const std::vector<double> scores = proxy_scores(ward, score_accuracy_(ward), errors_);
    std::vector<double> of_shortlist(scores.size(), std::numeric_limits<double>::infinity());
    double interviews = 0;
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      for (const Household h : admission_.lowest(ward, ward.world.rts[rt], ranks,
                                                 shortlist_(ward) * admission_.quota(ward))) {
        of_shortlist[h - place.first] = scores[h - place.first];
        ++interviews;
      }
    ward.spent.targeting += ward.costs.listing(ward) + interviews * ward.costs.verification(ward);
    admission_.list_lowest_of_ward(ward, of_shortlist);
    admission_.favour_elites(ward);
  }

  Admission admission_;
  Rankers rankers_;
  Parameter shortlist_, score_accuracy_;
  Decision errors_;
};

}  // namespace

Entry hybrid() {
  return entry<Hybrid>(
      Slot::targeting, "hybrid", Standing::rival, paragraph,
      "T3: Alatas et al. (2012), Am. Econ. Rev. 102, 1206-1240; evidence/behaviour "
      "3.5 and 4.3");
}

}  // namespace swadaya::models::targeting
