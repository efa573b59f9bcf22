#include <cmath>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::attitude {

namespace {

const char* const paragraph = R"(
Only those who think alike move each other. Rule `hk` (Hegselmann and Krause): x' is the mean over oneself and the ties whose attitude
lies within `confidence`. Rule `deffuant`: as many times a month as half the households of the ward, a random household meets a random
tie, one meeting after the other; where their attitudes differ by less than `confidence`, each moves by `convergence` of the difference
towards the other. Pairs are looked up tie by tie, which costs about twenty times as much as a mean over ties.)";

class BoundedConfidence final : public Model {
  Whole rule = choice("rule", "hk", {"hk", "deffuant"}, "how attitudes meet",
                      "two classic rules: evidence/behaviour S7");
  Number confidence = number("confidence", 0.25, "difference of attitudes", {0, 1},
                             "0.1-0.5: evidence/behaviour S7; middle taken");
  Number convergence = number("convergence", 0.3, "of the difference, a meeting", {0, 0.5},
                              "0.1-0.5: Deffuant et al. 2000; middle taken");
  Decision speakers = decision("speaks"), partners = decision("meets");

 public:
  void begin(const Month&, Ward& ward) const override { set_first_attitudes(ward, 0); }

  void ward(const Month&, Ward& ward) const override {
    rule == 0 ? average_the_like_minded(ward) : meet_in_pairs(ward);
  }

 private:
  void average_the_like_minded(Ward& ward) const {
    const Place place = ward.place();
    const auto limit = static_cast<float>(confidence);
    std::vector<float> next(place.last - place.first);
    for (Household h = place.first; h < place.last; ++h) {
      const float own = ward.now(column::attitude, h);
      double sum = double{own}, count = 1;
      for (const Household n : ward.world.ties.of(h)) {
        const float other = ward.now(column::attitude, n);
        if (std::abs(other - own) <= limit) sum += double{other}, ++count;
      }
      next[h - place.first] = static_cast<float>(sum / count);
    }
    for (Household h = place.first; h < place.last; ++h)
      ward.set(column::attitude, h, next[h - place.first]);
  }

  void meet_in_pairs(Ward& ward) const {
    const Place place = ward.place();
    const std::uint32_t rows = place.last - place.first;
    std::vector<float> who(rows), whom(rows);
    ward.uniforms(speakers, place.first, who);
    ward.uniforms(partners, place.first, whom);
    std::vector<Household> residents;
    residents.reserve(rows);
    for (Household h = place.first; h < place.last; ++h)
      if (ward.world.occupied[h] > 0) residents.push_back(h);
    const auto limit = static_cast<float>(confidence), moves = static_cast<float>(convergence);
    for (std::size_t k = 0; k < residents.size() / 2; ++k) {
      const auto at =
          static_cast<std::size_t>(double{who[k]} * static_cast<double>(residents.size()));
      const Household a = residents[at];
      const auto ties = ward.world.ties.of(a);
      if (ties.empty()) continue;
      const Household b =
          ties[static_cast<std::size_t>(double{whom[k]} * static_cast<double>(ties.size()))];
      const float x = ward.now(column::attitude, a), y = ward.now(column::attitude, b);
      if (std::abs(x - y) >= limit) continue;
      ward.set(column::attitude, a, x + moves * (y - x));
      ward.set(column::attitude, b, y + moves * (x - y));
    }
  }
};

}  // namespace

Entry bounded_confidence() {
  return entry<BoundedConfidence>(
      Slot::attitude, "bounded-confidence", Standing::rival, paragraph,
      "Hegselmann & Krause (2002), J. Artif. Soc. Soc. Simul. 5(3) 2; Deffuant, Neau, Amblard & "
      "Weisbuch (2000), Adv. Complex Syst. 3, 87-98");
}

}  // namespace swadaya::models::attitude
