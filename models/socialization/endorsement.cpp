#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::socialization {

namespace {

const char* const paragraph = R"(
Word of mouth that also persuades. News travels as under word-of-mouth; a household that hears from its ties adds

    lambda F,   F = sum of w_j P_j over sum of w_j

to its log odds of joining, whenever it decides: F is the weighted share of those who told it that take part themselves, w_j 1, the teller's number of ties,
or its eigenvector centrality in the ward (`weights`). Who heard from nobody but the head is not persuaded. The models of participation that are logits
heed it, and those that are not don't. Departs from the source: who told is not drawn tie by tie, F is the mean over the ties that tell, each by its chance of telling.)";

class Endorsement final : public Model {
 public:
  explicit Endorsement(Declare& declare)
      : telling_{declare},
        lambda_{declare.number("lambda", 0, "log odds when all who told take part", {-5, 5},
                               "0: informed households weren't swayed, Banerjee et al. 2013")},
        weights_{declare.choice("weights", "one", {"one", "degree", "eigenvector"},
                                "how much each teller counts",
                                "evidence/behaviour S3; Banerjee et al. 2013")},
        weight_{declare.column("weight", "how much the household's word counts")},
        persuades_{declare.column("persuades", "the weight where it takes part, else 0")} {
    declare.peer_effect("lambda");
    std::vector<Column> written = telling_.writes();
    written.push_back(column::endorsement);
    written.push_back(persuades_);
    declare.writes(written);
  }

  void begin(const Month&, Ward& ward) const override {
    telling_.begin(ward);
    const Place place = ward.place();
    const int kind = static_cast<int>(weights_(ward));
    const std::vector<double> central =
        kind == 2 ? leading_eigenvector(ward.world.ties, place.first, place.last)
                  : std::vector<double>{};
    for (Household h = place.first; h < place.last; ++h)
      ward.set(weight_, h,
               kind == 0   ? 1.0f
               : kind == 1 ? ward.world.degree[h]
                           : static_cast<float>(central[h - place.first]));
  }

  void ward(const Month& month, Ward& ward) const override { telling_.month(month, ward); }

  void households(const Month& month, Cells& cells) const override {
    const auto [news, sums] = telling_.pass_on(month, cells, weight_, persuades_);
    const Pack share = telling_.told_by_joined(cells, sums[0], sums[1]);
    cells.next(column::endorsement, choose(news, lambda_ * share, cells.now(column::endorsement)));
    // As it stands this month: the tellers of next month are seen with it.
    cells.next(persuades_, cells.now(weight_) * cells.now(column::joined));
  }

 private:
  Telling telling_;
  Parameter lambda_, weights_;
  Column weight_, persuades_;
};

}  // namespace

Entry endorsement() {
  return entry<Endorsement>(
      Slot::socialization, "endorsement", Standing::rival, paragraph,
      "Banerjee, Chandrasekhar, Duflo & Jackson (2013), Science 341, 1236498; evidence/behaviour S3");
}

}  // namespace swadaya::models::socialization
