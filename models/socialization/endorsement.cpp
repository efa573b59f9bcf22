#include <vector>

#include "models/socialization/word_of_mouth.hpp"

namespace swadaya::models::socialization {

namespace {

const char* const paragraph = R"(
Word of mouth that also persuades. News travels as under word-of-mouth; a household that hears from its ties adds

    lambda F,   F = sum of w_j P_j over sum of w_j

to its log odds of joining, whenever it decides: F is the weighted share of those who told it that take part themselves, w_j 1, the teller's number of ties,
or its eigenvector centrality in the ward (`weights`). Who heard from nobody but the head is not persuaded. The models of participation that are logits
heed it, and those that are not don't. Departs from the source: who told is not drawn tie by tie, F is the mean over the ties that tell, each by its chance of telling.)";

class Endorsement final : public WordOfMouth {
  Numbers lambda = number("lambda", 0, "log odds when all who told take part", {-5, 5},
                          "0: informed households weren't swayed, Banerjee et al. 2013");
  Whole weights =
      choice("weights", "one", {"one", "degree", "eigenvector"}, "how much each teller counts",
             "evidence/behaviour S3; Banerjee et al. 2013");
  Column weight = column("weight", "how much the household's word counts");
  Column persuades = column("persuades", "the weight where it takes part, else 0");

 public:
  Endorsement() {
    peer_effect("lambda");
    writes({column::endorsement, persuades});
  }

  void begin(const Month& month, Ward& ward) const override {
    WordOfMouth::begin(month, ward);
    const Place place = ward.place();
    const int kind = weights;
    const std::vector<double> central =
        kind == 2 ? leading_eigenvector(ward.world.ties, place.first, place.last)
                  : std::vector<double>{};
    for (Household h = place.first; h < place.last; ++h)
      ward.set(weight, h,
               kind == 0   ? 1.0f
               : kind == 1 ? ward.world.degree[h]
                           : static_cast<float>(central[h - place.first]));
  }

  void households(const Month& month, Cells& cells) const override {
    const auto [news, sums] = pass_on(month, cells, weight, persuades);
    const Pack share = told_by_joined(cells, sums[0], sums[1]);
    cells.next(column::endorsement, choose(news, lambda * share, cells.now(column::endorsement)));
    // As it stands this month: the tellers of next month are seen with it.
    cells.next(persuades, cells.now(weight) * cells.now(column::joined));
  }
};

}  // namespace

Entry endorsement() {
  return entry<Endorsement>(
      Slot::socialization, "endorsement", Standing::rival, paragraph,
      "Banerjee, Chandrasekhar, Duflo & Jackson (2013), Science 341, 1236498; evidence/behaviour S3");
}

}  // namespace swadaya::models::socialization
