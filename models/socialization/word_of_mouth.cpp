#include "models/socialization/word_of_mouth.hpp"

namespace swadaya::models::socialization {

namespace {

const char* const paragraph = R"(
Heads of RT and RW know of the programme at month 0 (with `messengers` central, the best-placed household of each RT instead: most
neighbours, and neighbours' neighbours). During the campaign each RT holds `meetings` a month; a household is there with probability
`attendance`. Throughout, the head or messenger passes the news on to each household of the RT at `heads_tell` a month. Who knows
tells each tie, independently, every `period` months, with chance q, `q_participant` for members of groups and `q_other` for others, so that a
household with n telling ties hears with 1 - exp(-n h), h = -log(1 - q). The news goes stale: a household stops telling at rate
1 / `telling_lasts`. The belief that the money is a grant travels with it: `first_hand` for who hears at a meeting or from the head, and
`haste_grants` more where the money comes before the board, else the mean b over the ties that tell, drifting to b + drift (1 - b) a hop.)";

const char* const source =
    "Banerjee, Chandrasekhar, Duflo & Jackson (2013), The diffusion of microfinance, Science 341, 1236498; stifling: Daley & "
    "Kendall (1965), J. Inst. Math. Appl. 1, 42-55. Departs from the paper in meetings, stifling and drift; each can be set to none";

}  // namespace

Entry word_of_mouth() {
  return entry<WordOfMouth>(Slot::socialization, "word-of-mouth", Standing::by_default, paragraph,
                            source);
}

}  // namespace swadaya::models::socialization
