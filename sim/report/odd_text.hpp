// What the ODD says of the engine, which is the same for every scenario. Kept true to
// sim/world/world.hpp (entities), sim/month/simulation.cpp (schedule) and sim/world/dice.hpp
// (chance).
#pragma once

namespace swadaya::odd_text {

inline const char* const purpose = R"(
Swadaya answers what a poverty programme that works through self-help groups gets for each rupiah of socialization, facilitation,
supervision, targeting and coordination, and how sure that is. It is a model for comparing interventions under stated assumptions in the
same simulated worlds; it does not forecast single places. The patterns it is held against stand at the end: facts about Indonesia's urban poverty
project P2KP and its kin, each with a source and a band. `swadaya patterns` measures them.
)";

inline const char* const entities = R"(
- **Households** are the agents. Fixed: neighbourhood (RT), its RW and ward; size; long-run log consumption; first attitude and susceptibility; whether it is a
  formal elite, leads an RT or RW, owns a business, is poor by the programme's or the official line. Moving: informed (0 or 1), belief that
  the money is a grant (0..1), attitude (0..1), rung of participation (0 none, 1 attends, 2 contributes and speaks, 3 helps to decide), weariness of meetings (0..1),
  membership, listed or let in, log consumption (kRp per head and month), capacity (0..1), and the columns that submodels keep (below).
- **Groups** (KSM) of 3-10 households: members with loans, arrears (true and reported) and savings in kRp; cohesion, capacity, share of
  pairs tied at birth (0..1); age, stage (forming, active, dormant, dissolved), visits received; real, or a ghost on paper.
- **Wards** (kelurahan) with a board and its fund: cash, two loan books (true and reported), tranches, leakage, the perceived chance of an audit, suspension of lending.
- **Team areas**: wards that share a team of facilitators, its hours and visiting list.
- **Ties** are undirected and fixed: neighbours, kin, associations and distant acquaintances, or read from a file.

A step is a month. Money is in thousand rupiah of 2001 (kRp), in double precision, and is conserved: the engine checks each ward's books after each month.
)";

inline const char* const schedule = R"(
Each month the ten slots act in this order: coordination, socialization, attitude, participation, groups, facilitation, targeting, lending, supervision,
welfare; then outcomes are recorded. Events (changes of parameters at stated months) come first. Within a slot a model acts in up to five steps:
once at the start, on each team area, on each ward, on all households, and on each ward again. A slot sees the state as the slots before it left it; inside
a slot updating is synchronous: every household reads the frozen state, and what it writes shows when all have acted. Results do not depend
on the order in which households, wards or variants are worked off, nor on the number of threads.
)";

struct Concept {
  const char *name, *text;
};
inline const Concept concepts[] = {
    {"Basic principles",
     "Diffusion of news on networks, social influence on attitudes, discrete choice, homophily, learning and "
     "forgetting, targeting under noisy information, strategic default, deterrence by perceived chances; each in a slot "
     "with rivals and a null, as listed under Submodels."},
    {"Emergence",
     "Coverage of the poor, survival of groups, repayment, what is left of the loan capital and its difference between wards "
     "follow from households' decisions and the rules of the fund; none is imposed."},
    {"Adaptation",
     "Households decide whether to take part, to found or join a group, to pay; boards how much leaks. Decisions are "
     "taken on first exposure and at stated reviews, loans month by month."},
    {"Objectives",
     "Where a submodel has a utility (participation, choice of companions, repayment) it is given with its terms and units; "
     "other behaviour follows rules without an objective."},
    {"Learning",
     "Beliefs (a grant or a loan, that the fund survives, the chance of an audit) move with what is heard and seen; capacity "
     "grows with visits and fades."},
    {"Prediction",
     "Borrowers weigh the next loan by their belief that the fund survives; boards expect audits as often as they have seen and heard of them. "
     "Nobody computes further ahead."},
    {"Sensing",
     "Households know their own state, their ties' visible state (informed, taking part), their group and their RT's trust in the board; the "
     "reported loan book, not the true one, is what the rules of the fund see."},
    {"Interaction",
     "Direct along ties (news, attitudes, peers), inside groups (meetings, cover, sanctions), and indirect through the fund, the visiting list "
     "and the queue for loans."},
    {"Stochasticity",
     "Worlds are drawn from stated distributions; decisions from counter-based dice (Philox), a pure function of seed, replicate, month, decision and who decides. "
     "Variants share worlds and dice, so differences between them are paired."},
    {"Collectives",
     "Groups, RTs, RWs, wards and team areas, as above; groups form and dissolve by their submodel."},
    {"Observation",
     "Outcomes of every month for every variant and replicate, listed below with their denominators; means and paired "
     "differences, with 90 % intervals over draws of the parameters where a posterior runs, else 95 % Monte Carlo intervals over replicates."}};

struct Question {
  const char *question, *answer;
};
inline const Question questions[] = {
    {"Theoretical and empirical background",
     "Stated with each submodel: its source, and for each parameter the source of its value or the word assumption."},
    {"Individual decision-making",
     "Households decide by the submodels of participation, groups and lending; boards by supervision; facilitators by "
     "facilitation. Uncertainty enters through logit or threshold rules."},
    {"Learning",
     "Of beliefs and capacity, by rules with fixed parameters; the rules themselves do not change."},
    {"Individual sensing",
     "Local: ties, group, neighbourhood, own loan; errors of targeting are modelled as noise in what rankers see."},
    {"Individual prediction", "Naive: last month's shares and remembered frequencies."},
    {"Interaction",
     "Through ties, groups, the fund and visits; at most one channel of peers on decisions should be on, and the program warns otherwise."},
    {"Collectives", "Groups are imposed as a form, their members emerge."},
    {"Heterogeneity",
     "In consumption, size, attitudes, susceptibility, standing, place in the network, business; decision rules are the same for all."},
    {"Stochasticity", "See design concepts."},
    {"Observation",
     "See design concepts; decisions show in participation, group_survival, recovery and unwilling_share."}};

inline const char* const initialisation_figures = R"(
Households are drawn from the distributions of the tables `world` and `network` below, the same in every variant of a replicate. Nobody is informed but the
households that the submodel of socialization names; there are no groups and no loans; the fund is empty. Slots set the first values of
what they keep at month 0.
)";
inline const char* const initialisation_files = R"(
Households and ties are read from the files named under `world` and `network` and are the same in every replicate; only dice differ. There are no groups and
no loans; the fund is empty. Slots set the first values of what they keep at month 0.
)";

}  // namespace swadaya::odd_text
