#include "sim/month/outcome.hpp"

#include <initializer_list>

namespace swadaya {

namespace {

// What an outcome is counted in, in words and in what they mean.
struct Counted {
  const char* text;
  UnitType type;
  bool is_a_ward = false, is_always_defined = is_a_ward, is_difference = false;
};
constexpr Counted share{"share", UnitType::share};
constexpr Counted share_of_all{"share", UnitType::share, false, true};  // households or wards
constexpr Counted excess{"share", UnitType::share, false, false, true};
constexpr Counted ratio{"ratio", UnitType::ratio};
constexpr Counted a_correlation{"correlation", UnitType::correlation};
constexpr Counted visits{"visits", UnitType::count};
constexpr Counted months{"months", UnitType::months};
constexpr Counted kRp_a_member{"kRp a member", UnitType::money};
constexpr Counted groups_a_ward{"groups a ward", UnitType::count, true};
constexpr Counted households_a_ward{"households a ward", UnitType::count, true};
constexpr Counted kRp_a_ward{"kRp a ward", UnitType::money, true};

struct Row {
  const char* name;
  Counted unit;
  const char* definition;
  bool higher_is_better = true;
};

std::vector<OutcomeInfo> infos_of(std::initializer_list<Row> rows) {
  std::vector<OutcomeInfo> all;
  for (const Row& row : rows)
    all.push_back({row.name, row.unit.text, row.definition, row.higher_is_better, row.unit.type,
                   row.unit.is_a_ward, row.unit.is_always_defined, row.unit.is_difference});
  return all;
}

}  // namespace

const std::vector<OutcomeInfo>& outcomes() {
  // "poor" without more: the programme-poor in truth, the lowest `world.poor` of each ward by
  // long-run consumption. Near-poor: not poor, and below 1.2 times the consumption of the last of
  // them (BPS's ratio for "hampir miskin"). Others: neither, where everybody's consumption is
  // known.
  static const std::vector<OutcomeInfo> all = infos_of({
      {"informed", share_of_all, "households that know of the programme, over all households"},
      {"informed_poor", share, "poor households that know of the programme, over poor households"},
      {"informed_near_poor", share,
       "near-poor households that know of the programme, over near-poor households"},
      {"informed_others", share,
       "households neither poor nor near-poor that know of the programme, over such households"},
      {"informed_elite", share,
       "formal-elite households that know of the programme, over formal-elite households"},
      {"grant_belief", share,
       "belief that the money is a grant (0 a loan, 1 a gift), mean over informed households",
       false},
      {"attitude", share_of_all, "attitude to the programme (0..1), mean over all households"},
      {"participation", share_of_all, "households on rung 1 or higher, over all households"},
      {"participation_poor", share, "poor households on rung 1 or higher, over poor households"},
      {"participation_near_poor", share,
       "near-poor households on rung 1 or higher, over near-poor households"},
      {"participation_others", share,
       "households neither poor nor near-poor on rung 1 or higher, over such households"},
      {"participation_elite", share,
       "formal-elite households on rung 1 or higher, over formal-elite households"},
      {"passive_poor", share,
       "poor participants on rung 1 (attend without speaking), over poor participants", false},
      {"attendance", share,
       "members present at a group meeting, over members of groups that met this month"},
      {"adopted", share,
       "households of the giant component that have ever participated, over households of the giant component"},
      {"groups_active", groups_a_ward, "real groups that meet or repay, over wards"},
      {"groups_dormant", groups_a_ward, "real groups without a meeting for six months, over wards",
       false},
      {"groups_ghost", groups_a_ward, "groups on paper only that have not been found, over wards",
       false},
      {"group_survival", share,
       "real groups not dormant and not dissolved, over real groups ever founded"},
      {"cohesion", share, "cohesion (0..1), mean over real groups alive"},
      {"capacity", share, "group capacity (0..1), mean over real groups alive"},
      {"visits_per_group", visits, "facilitator visits this month, over real groups alive"},
      {"borrowers", households_a_ward,
       "households that have ever had a loan from the fund, over wards"},
      {"lent_kRp", kRp_a_ward, "principal disbursed since the start (cumulative), over wards"},
      {"outstanding_kRp", kRp_a_ward, "principal not yet repaid (true book), over wards"},
      {"recovery", share,
       "principal repaid since the start, over principal that has fallen due since the start (true book)"},
      {"capital_left", share,
       "1 - principal three or more instalments overdue, of the dead and moved, and of ghosts (true book), over loan capital received"},
      {"reported_repayment", share, "as recovery, from the reported book"},
      {"lar", share,
       "groups three or more months in arrears, over groups with a loan (reported book)", false},
      {"par", share,
       "balance of groups three or more months in arrears, over the balance of all (reported book)",
       false},
      {"rr", share, "(balance - arrears of three or more months), over balance (reported book)"},
      {"unwilling_share", share,
       "principal overdue because the household would not pay, over principal overdue of real groups (true book)",
       false},
      {"lending_suspended", share_of_all, "wards where new lending is suspended, over wards",
       false},
      {"leakage", share,
       "money disbursed that leaked since the start, over the leakable part disbursed since the start",
       false},
      {"exclusion_error", share, "poor households not on the list, over poor households", false},
      {"inclusion_error", share, "listed households that are not poor, over listed households",
       false},
      {"inclusion_near_poor", share,
       "listed households that are near-poor, over listed households: the milder part of the inclusion error",
       false},
      {"targeting_error", share,
       "poor households not on the list and listed ones that are not poor, over those that could be listed",
       false},
      {"rank_correlation", a_correlation,
       "Spearman's, of the order in which households are listed with consumption, mean over RTs"},
      {"pair_error", share,
       "pairs that a ranker placed in the wrong order, over pairs of which it placed both", false},
      {"placed_tied", share,
       "households that a ranker placed, over those asked for that are tied to the ranker"},
      {"placed_two_steps", share, "the same of those two steps away in the network"},
      {"placed_far", share, "the same of those further away, or not connected"},
      {"cgh", ratio,
       "Coady-Grosh-Hoddinott: share of the principal lent to real groups that went to the poorest 40 %, over 0.4"},
      {"elite_excess", excess,
       "share of formal-elite households that ever borrowed, less the share of other households that did",
       false},
      {"poverty_headcount", share_of_all,
       "households below the poverty line (FGT 0), over all households", false},
      {"poverty_gap", share_of_all,
       "mean shortfall below the line, in lines (FGT 1), over all households", false},
      {"poverty_severity", share_of_all,
       "mean squared shortfall, in lines (FGT 2), over all households", false},
      {"gini", share_of_all, "Gini coefficient of consumption per head over households", false},
      {"self_reliance", share,
       "geometric mean of savings over loan (at most 1) and capacity, of groups alive that have borrowed"},
      {"self_reliance_savings", share,
       "the first part of it: members' savings, over the principal of their last loans, at most 1"},
      {"self_reliance_capacity", share,
       "the second part of it: capacity (0..1), mean over groups alive that have borrowed"},
      {"poor_served", households_a_ward,
       "poor households that have ever had a loan from the fund, over wards"},
      {"near_poor_served", households_a_ward,
       "near-poor households that have ever had a loan from the fund, over wards"},
      {"others_served", households_a_ward,
       "households neither poor nor near-poor that have ever had a loan from the fund, over wards"},
      {"elite_served", households_a_ward,
       "formal-elite households that have ever had a loan from the fund, over wards", false},
      {"lent_poor_kRp", kRp_a_ward,
       "principal disbursed to poor households since the start, over wards"},
      {"turnout", ratio,
       "households on rung 1 or higher, over households that know of the programme"},
      {"groups_founded", groups_a_ward, "real groups founded in this month, over wards"},
      {"founding_after_money", ratio,
       "real groups founded in the three months after the first tranche arrived, over those of the three months before"},
      {"members_left", share,
       "members who left a real group and those without debt whom it lost as it was dissolved, since the start, over all that real groups ever had",
       false},
      {"self_help_groups", groups_a_ward,
       "real groups that meet without owing anything, from 24 months after the facilitators' exit on (0 before), over wards"},
      {"savings_per_member_kRp", kRp_a_member,
       "members' locked savings, over members of real groups alive"},
      {"looks_good", share,
       "members in good standing (borrowed, able, nothing overdue) with an attitude above 0.5, over members in good standing of real groups"},
      {"recovery_12", share,
       "of the principal of loans whose term ended 12 months ago or earlier, what was repaid within 12 months of its end (true book): equal ages of loans whatever the month"},
      {"default_of_loan_2", share,
       "of the principal of members' second loans whose term ended 12 months ago or earlier, what was not repaid within 12 months of its end (true book)",
       false},
      {"bankrupt_share", share,
       "principal overdue of bankrupt households, over principal overdue of real groups (true book)",
       false},
      {"owed_over_capital", ratio,
       "principal not yet repaid (true book), over loan capital received", false},
      {"first_turn_kRp", kRp_a_ward,
       "principal of members' first loans since the start, real groups, over wards"},
      {"wards_lending", share_of_all, "wards that lent in the last 12 months, over wards"},
      {"wards_outlasting_money", share_of_all,
       "wards where real groups meet though nothing was lent in the last 24 months (0 before month 24), over wards"},
      {"women_served", households_a_ward,
       "households headed by a woman that have ever had a loan from the fund, over wards"},
      {"borrower_gain", excess,
       "log consumption of households that ever borrowed, less that of the two of their ward next to them in long-run consumption, alike in business and in being poor or not, that never borrowed; mean over borrowers (0.01: about 1 %)"},
      {"borrower_gain_poor", excess, "the same, mean over poor borrowers"},
      {"borrower_gain_women", excess, "the same, mean over borrowing households headed by a woman"},
      {"loan_order_correlation", a_correlation,
       "Spearman's, of the month of a household's first loan with long-run consumption, over borrowers; mean of the wards"},
      {"listed_over_poor", ratio,
       "listed households, over households below the poverty line this month"},
      {"ghost_age", months,
       "months from the making of ghost groups to their finding, mean over those found since the start",
       false},
      {"delay", months,
       "months between the planned and the true arrival of the tranches received, mean over tranches",
       false},
      {"cost_kRp", kRp_a_ward,
       "cost of all activities and grants since the start (cumulative), over wards", false},
      {"cost_socialization_kRp", kRp_a_ward, "of which meetings and messengers", false},
      {"cost_facilitation_kRp", kRp_a_ward, "of which facilitators, paper and visits", false},
      {"cost_targeting_kRp", kRp_a_ward, "of which listing and verification", false},
      {"cost_supervision_kRp", kRp_a_ward, "of which audits, publication and enforcement", false},
      {"cost_coordination_kRp", kRp_a_ward, "of which coordination between offices", false},
      {"cost_lending_kRp", kRp_a_ward, "of which handling of loans", false},
      {"cost_grant_kRp", kRp_a_ward, "of which the grant itself", false},
      {"cost_groups_kRp", kRp_a_ward,
       "of which members' own time at meetings of their groups, which nobody pays for", false},
      {"cost_other_kRp", kRp_a_ward,
       "of which what isn't made of activities: costs.lump and costs.monthly", false},
  });
  return all;
}

std::optional<std::size_t> outcome_index(const std::string& name) {
  const auto& all = outcomes();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].name == name) return i;
  return std::nullopt;
}

}  // namespace swadaya
