#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::participation {

namespace {

const char* const paragraph = R"(
Each household decides once, when it has first heard (at the start if it knows then), and joins with

    logistic(b0 + b_poor poor + b_business business + b_rooms rooms + b_beds beds + b_electricity electricity
             + b_latrine latrine + b_rooms_per_head rooms per head + b_beds_per_head beds per head + endorsement)

endorsement is 0 but under the socialization of that name. Nobody looks at others and nobody leaves. The last six are columns of a file of households, 0 where there are none. With `decides`
at-once a household decides in the month in which it hears; with next-month before any later telling, so that where news passes in
periods of several months it tells as one who has decided, as in the 2013 study.)";

class PlainLogit final : public Model {
  Numbers b0 = number("b0", -1.4, "log odds", {-6, 3},
                      "18-24 % of informed households: evidence/behaviour P1");
  Numbers b_poor = number("b_poor", 0, "log odds", {-3, 3}, "none in the null model");
  Numbers b_business = number("b_business", 0, "log odds", {-3, 3}, "none in the null model");
  Numbers waits =
      choice("decides", "at-once", {"at-once", "next-month"}, "when a household decides that hears",
             "the month's order; next-month for periods of telling longer than "
             "a month, as in Banerjee et al. 2013");
  struct Coefficient {
    const char* covariate;
    Number b;
  };
  static constexpr const char* refitted =
      "none in the null; refitted on the leaders of Banerjee et al. 2013: evidence/behaviour S2";
  std::vector<Coefficient> b_covariates{
      {"rooms", number("b_rooms", 0, "log odds a room", {-5, 5}, refitted)},
      {"beds", number("b_beds", 0, "log odds a bed", {-5, 5}, refitted)},
      {"electricity", number("b_electricity", 0, "log odds a step: 1 private, 2 government, 3 none",
                             {-5, 5}, refitted)},
      {"latrine",
       number("b_latrine", 0, "log odds a step: 1 own, 2 common, 3 none", {-5, 5}, refitted)},
      {"rooms_per_head",
       number("b_rooms_per_head", 0, "log odds a room and head", {-5, 5}, refitted)},
      {"beds_per_head",
       number("b_beds_per_head", 0, "log odds a bed and head", {-5, 5}, refitted)}};
  Column decided = column("decided", "1 once the household has decided");
  Column heard = column("heard", "1 if the household knew at the end of last month");
  Column dwelling = column("dwelling", "log odds from the covariates of a file");
  Decision joining = decision("joins");

 public:
  PlainLogit() { writes({column::joined, column::rung, column::ever_joined, decided, heard}); }
  // Who knows at the start has decided before the first news goes out, as in the 2013 study.
  void begin(const Month&, Ward& ward) const override {
    const World& w = ward.world;
    const Place place = ward.place();
    for (const auto& [name, b] : b_covariates)
      if (const auto* column = w.covariate(name))
        for (Household h = place.first; h < place.last; ++h)
          ward.set(dwelling, h,
                   ward.now(dwelling, h) + static_cast<float>(b * double{(*column)[h]}));
    std::vector<float> u(place.last - place.first);
    ward.uniforms(joining, place.first, u);
    for (Household h = place.first; h < place.last; ++h) {
      if (ward.now(column::informed, h) == 0) continue;
      const double odds = b0.of(ward) + b_poor.of(ward) * double{w.poor[h]} +
                          b_business.of(ward) * double{w.business[h]} +
                          double{ward.now(dwelling, h)};
      const float joined = double{u[h - place.first]} < logistic_of(odds) ? 1.0f : 0.0f;
      for (const Column c : {column::joined, column::rung, column::ever_joined})
        ward.set(c, h, joined);
      ward.set(decided, h, 1);
      ward.set(heard, h, 1);
    }
  }

  void households(const Month&, Cells& cells) const override {
    const Pack done = cells.now(decided), informed = cells.now(column::informed);
    const Pack decides = informed.min(cells.now(heard).max(1 - waits)) * (1 - done);
    const Pack chance =
        logistic_of(b0 + b_poor * cells.of(&World::poor) + b_business * cells.of(&World::business) +
                    cells.now(dwelling) + cells.now(column::endorsement));
    const Pack joined =
        cells.now(column::joined).max(decides * happens(chance, cells.dice(joining)));
    cells.next(column::joined, joined);
    cells.next(column::rung, joined);
    cells.next(column::ever_joined, joined);
    cells.next(decided, done + decides);
    cells.next(heard, informed);
  }
};

}  // namespace

Entry plain_logit() {
  return entry<PlainLogit>(
      Slot::participation, "plain-logit", Standing::null, paragraph,
      "P1: evidence/behaviour 3.2, after Banerjee et al. (2013), Science 341, 1236498");
}

}  // namespace swadaya::models::participation
