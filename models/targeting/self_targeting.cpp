#include <limits>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::targeting {

namespace {

const char* const paragraph = R"(
In the month of the listing households come to apply, with chance logistic(draw - ordeal z), z standardised log consumption: coming costs
those more whose time is worth more. Those who come are interviewed and scored as under proxy-means (correlation `accuracy` with log
consumption); the list is the lowest scores among them, up to `quota` of the ward. At distribution each formal elite that is not listed
is let in with `elite_bonus`; groups are admitted, and queue, as under community-ranking.)";

class SelfTargeting final : public Model {
  Admission admission;
  Number draw = number("draw", -0.6, "log odds of applying at mean consumption", {-6, 6},
                       "with `ordeal` 60 % of the poorest apply: evidence/behaviour P6");
  Number ordeal = number("ordeal", 0.6, "log odds an sd of log consumption", {0, 5},
                         "the poorer apply more, 60 % of the poorest: evidence/behaviour P6; "
                         "slope assumed");
  Number accuracy = number("accuracy", 0.47, "correlation of the score with log consumption",
                           {0, 1}, "in the field, 0.69 on paper: evidence/behaviour 3.5, T1");
  Decision applies = decision("applies"), errors = decision("errors");

 public:
  void ward(const Month& month, Ward& ward) const override {
    if (month.number == ward.programme.listing) {
      const Place place = ward.place();
      const std::vector<float> z = standardised_consumption(ward);
      std::vector<double> scores = proxy_scores(ward, accuracy, errors);
      std::vector<float> u(z.size());
      ward.uniforms(applies, place.first, u);
      double interviews = 0;
      for (std::size_t i = 0; i < z.size(); ++i) {
        const bool is_asked = ward.world.surveyed[place.first + static_cast<Household>(i)] > 0;
        if (is_asked && double{u[i]} < logistic_of(draw - ordeal * double{z[i]}))
          ++interviews;
        else
          scores[i] = std::numeric_limits<double>::infinity();
      }
      ward.spent.targeting += ward.costs.listing + interviews * ward.costs.verification;
      admission.list_lowest_of_ward(ward, scores);
      admission.favour_elites(ward);
    }
    admission.admit_groups(ward);
  }
};

}  // namespace

Entry self_targeting() {
  return entry<SelfTargeting>(Slot::targeting, "self-targeting", Standing::rival, paragraph,
                              "T4, P6: Alatas et al. (2016), J. Polit. Econ. 124, 371-427");
}

}  // namespace swadaya::models::targeting
