#include "sim/model.hpp"

namespace swadaya::models::targeting {

namespace {

const char* const paragraph = R"(
In the month of the listing every household gets a score from its observable goods,

    accuracy z + sqrt(1 - accuracy^2) e

z its standardised log consumption, e normal noise, so that R^2 = accuracy^2. The list is the lowest `quota` of the ward: no RT has a
quota of its own. Interviews of all households cost a verification each. At distribution each formal elite that is not listed is let in
with `elite_bonus`; groups are admitted, and queue, as under community-ranking.)";

class ProxyMeans final : public Model {
  Admission admission;
  Number accuracy = number("accuracy", 0.47, "correlation of the score with log consumption",
                           {0, 1}, "in the field, 0.69 on paper: evidence/behaviour 3.5, T1");
  Decision errors = decision("errors");

 public:
  void ward(const Month& month, Ward& ward) const override {
    if (month.number == ward.programme.listing) {
      const Place place = ward.place();
      double interviews = 0;
      for (Household h = place.first; h < place.last; ++h)
        interviews += double{ward.world.surveyed[h]};
      ward.spent.targeting += ward.costs.listing + interviews * ward.costs.verification;
      admission.list_lowest_of_ward(ward, proxy_scores(ward, accuracy, errors));
      admission.favour_elites(ward);
    }
    admission.admit_groups(ward);
  }
};

}  // namespace

Entry proxy_means() {
  return entry<ProxyMeans>(Slot::targeting, "proxy-means", Standing::rival, paragraph,
                           "T1: Alatas et al. (2012), Am. Econ. Rev. 102, 1206-1240, recomputed in "
                           "evidence/behaviour 3.5 and 4.3");
}

}  // namespace swadaya::models::targeting
