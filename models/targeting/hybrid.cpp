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
  Admission admission;
  Rankers rankers;
  Number shortlist =
      number("shortlist", 1.5, "times the quota", {1, 10}, "evidence/behaviour 3.5, T3");
  Number score_accuracy =
      number("score_accuracy", 0.47, "correlation of the score with log consumption", {0, 1},
             "in the field, 0.69 on paper: evidence/behaviour 3.5, T1");
  Decision errors = decision("errors");

 public:
  void ward(const Month& month, Ward& ward) const override {
    if (month.number == ward.programme.listing) make_list(ward);
    admission.admit_groups(ward);
  }

 private:
  void make_list(Ward& ward) const {
    const Place place = ward.place();
    const std::vector<double> ranks = rankers.ranks(ward, rankers.accuracy);
    const std::vector<double> scores = proxy_scores(ward, score_accuracy, errors);
    std::vector<double> of_shortlist(scores.size(), std::numeric_limits<double>::infinity());
    double interviews = 0;
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
      for (const Household h :
           admission.lowest(ward, ward.world.rts[rt], ranks, shortlist * admission.quota)) {
        of_shortlist[h - place.first] = scores[h - place.first];
        ++interviews;
      }
    ward.spent.targeting += ward.costs.listing + interviews * ward.costs.verification;
    admission.list_lowest_of_ward(ward, of_shortlist);
    admission.favour_elites(ward);
  }
};

}  // namespace

Entry hybrid() {
  return entry<Hybrid>(
      Slot::targeting, "hybrid", Standing::rival, paragraph,
      "T3: Alatas et al. (2012), Am. Econ. Rev. 102, 1206-1240; evidence/behaviour "
      "3.5 and 4.3");
}

}  // namespace swadaya::models::targeting
