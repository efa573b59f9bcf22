#include "sim/model.hpp"

namespace swadaya::models::socialization {

namespace {

const char* const paragraph = R"(
Complex contagion: news is taken up only when heard from enough sides. Heads know at month 0; a household with n informed ties, of d in
all, knows from next month on if n >= `ties` (kind `count`) or n >= `share` d and n > 0 (kind `share`). From outside (meetings, the
head) it hears with hazard `outside` during the campaign. Nobody forgets; who hears takes the money for a grant with belief `first_hand` from
outside, `haste_grants` more where the money comes before the board, else the mean over the informed ties.)";

class Threshold final : public Model {
  Numbers kind = choice("kind", "count", {"count", "share"}, "what must be reached",
                        "Centola & Macy 2007; Granovetter 1978");
  Numbers ties = whole("ties", 2, "informed ties", {1, 20},
                       "1-3: evidence/behaviour S4; two seeds beat one, Beaman et al. 2021");
  Numbers share = number("share", 0.25, "of a household's ties", {0, 1},
                         "mean of N(0.25, 0.12): evidence/behaviour S4");
  Number outside = number(
      "outside", 0.034, "hazard a month, during the campaign", {0, 1},
      "as word-of-mouth: 0.5 meetings times 0.06, and heads' 0.004; evidence/programme 1.6, 2.5");
  RtColumn open = rt_column("open", "hazard of hearing from outside, this month");
  FirstHand first_hand;
  Decision hears = decision("hears");

 public:
  Threshold() { writes({column::informed, column::grant_belief}); }
  void begin(const Month&, Ward& ward) const override { first_hand.inform_leaders(ward); }

  void ward(const Month& month, Ward& ward) const override {
    const bool campaign = month.number <= ward.programme.campaign_end;
    ward.set_all(open, campaign ? static_cast<float>(outside) : 0.0f);
    first_hand.tell(ward);
  }

  void households(const Month& month, Cells& cells) const override {
    const Pack informed = cells.now(column::informed);
    const Pack uninformed = (1 - informed) * cells.occupied();
    const auto [knowing, beliefs] =
        cells.sums_over_ties(Where{uninformed}, Weight{column::informed}, column::grant_belief);
    // A little slack: 0.25 of 12 ties are 3.
    const Pack needed =
        choose(kind, (share * cells.of(&World::degree) - 1e-4f).max(0.5f), ties - 0.5f);
    const Pack by_ties = is_less(needed, knowing);
    const Pack from_outside =
        happens(chance_of(cells.of_rt(open), month.length), cells.dice(hears));
    const Pack news = uninformed * by_ties.max(from_outside);
    const Pack told = beliefs / knowing.max(1.0f);
    cells.next(column::informed, informed + news);
    cells.next(column::grant_belief,
               choose(news, choose(from_outside, first_hand.belief(cells), told),
                      cells.now(column::grant_belief)));
  }
};

}  // namespace

Entry threshold() {
  return entry<Threshold>(
      Slot::socialization, "threshold", Standing::rival, paragraph,
      "Granovetter (1978), Am. J. Sociol. 83, 1420-1443; Centola & Macy (2007), Am. J. Sociol. 113, "
      "702-734; Beaman, BenYishay, Magruder & Mobarak (2021), Am. Econ. Rev. 111, 1918-1943");
}

}  // namespace swadaya::models::socialization
