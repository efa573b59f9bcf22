#include "sim/month/outcome_row.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "sim/month/outcome.hpp"

namespace swadaya {

namespace {

std::size_t index_of(const char* outcome) {
  static const auto all = [] {
    std::unordered_map<std::string, std::size_t> indices;
    for (std::size_t i = 0; i < outcomes().size(); ++i) indices[outcomes()[i].name] = i;
    return indices;
  }();
  const auto at = all.find(outcome);
  if (at == all.end()) throw std::logic_error{std::string{"no such outcome: "} + outcome};
  return at->second;
}

void record_households(OutcomeRow& row, const Sums& s) {
  // Neither poor nor near-poor: nobody is known to be where somebody's consumption isn't.
  const double others =
      s.poor > 0 && s.surveyed == s.households ? s.households - s.poor - s.near_poor : 0;
  row.share("informed", s.informed, s.households);
  row.share("informed_poor", s.informed_poor, s.poor);
  row.share("informed_near_poor", s.informed_near_poor, s.near_poor);
  row.share("informed_others", s.informed - s.informed_poor - s.informed_near_poor, others);
  row.share("informed_elite", s.informed_elite, s.elite);
  row.share("grant_belief", s.belief, s.informed);
  row.share("attitude", s.attitude, s.households);
  row.share("participation", s.joined, s.households);
  row.share("participation_poor", s.joined_poor, s.poor);
  row.share("turnout", s.joined, s.informed);
  row.share("participation_near_poor", s.joined_near_poor, s.near_poor);
  row.share("participation_others", s.joined - s.joined_poor - s.joined_near_poor, others);
  row.share("participation_elite", s.joined_elite, s.elite);
  row.share("passive_poor", s.passive_poor, s.joined_poor);
  row.share("adopted", s.adopted, s.giant);
}

void record_targeting(OutcomeRow& row, const Sums& s) {
  const bool has_list = s.listed > 0;
  row.share("exclusion_error", has_list ? s.poor - s.listed_poor : 0, has_list ? s.poor : 0);
  row.share("inclusion_error", s.listed - s.listed_poor, s.listed);
  row.share("inclusion_near_poor", s.near_poor > 0 ? s.listed_near_poor : 0,
            s.near_poor > 0 ? s.listed : 0);
  row.share("targeting_error", s.poor + s.listed - 2 * s.listed_poor, has_list ? s.surveyed : 0);
  row.share("listed_over_poor", s.listed, s.below_line);
}

void record_poverty(OutcomeRow& row, const Sums& s) {
  row.share("poverty_headcount", s.below_line, s.surveyed);
  row.share("poverty_gap", s.gap, s.surveyed);
  row.share("poverty_severity", s.severity, s.surveyed);
}

void record_standing(OutcomeRow& row, const Sums& t) {
  row.share("attendance", t.present, t.met);
  row.share("groups_active", t.active, t.wards);
  row.share("groups_dormant", t.dormant, t.wards);
  row.share("groups_ghost", t.ghosts, t.wards);
  row.share("group_survival", t.active, t.real);
  row.share("cohesion", t.cohesion, t.alive);
  row.share("capacity", t.capacity, t.alive);
  row.share("visits_per_group", t.visits, t.alive);
}

void record_reach(OutcomeRow& row, const Sums& t) {
  const Ward::Borrowers& b = t.borrowers;
  row.share("borrowers", b.all, t.wards);
  row.share("poor_served", b.poor, t.wards);
  row.share("near_poor_served", b.near_poor, t.wards);
  row.share("others_served", b.others, t.wards);
  row.share("elite_served", b.elite, t.wards);
  row.share("lent_poor_kRp", t.lent_poor, t.wards);
  row.share("cgh", t.lent_bottom40, 0.4 * t.lent_real);
  const double others = t.households - t.elite;
  if (t.elite > 0 && others > 0 && b.all > 0)
    row.set("elite_excess", b.elite / t.elite - (b.all - b.elite) / others);
  const Ranking& ranking = t.ranking;
  row.share("rank_correlation", ranking.correlation, ranking.rts);
  row.share("pair_error", ranking.wrong, ranking.pairs);
  row.share("placed_tied", ranking.placed[1], ranking.asked[1]);
  row.share("placed_two_steps", ranking.placed[2], ranking.asked[2]);
  row.share("placed_far", ranking.placed[0], ranking.asked[0]);
}

// The true book and the reported one.
void record_books(OutcomeRow& row, const Sums& t) {
  row.share("lent_kRp", t.lent, t.wards);
  row.share("outstanding_kRp", t.true_balance, t.wards);
  row.share("recovery", t.repaid, t.due);
  row.share("capital_left", std::max(0.0, t.capital - t.lost), t.capital);
  row.share("owed_over_capital", t.true_balance, t.capital);
  row.share("reported_repayment", t.due - t.written_off - t.missed, t.due - t.written_off);
  row.share("lar", t.late, t.with_loan);
  row.share("par", t.late_balance, t.balance);
  row.share("rr", t.balance - t.late_arrears, t.balance);
  row.share("unwilling_share", t.unwilling, t.overdue_real);
  row.share("lending_suspended", t.suspended, t.wards);
  row.share("leakage", t.leaked, t.leakable);
  row.share("delay", t.delay, t.tranches);
}

// Without recovery, which is an outcome of its own, and without the share of own funds, which is 1
// where nobody borrows.
void record_self_reliance(OutcomeRow& row, const Sums& t) {
  if (t.borrower_groups == 0 || t.loans <= 0) return;
  const double savings = std::min(1.0, t.savings / t.loans),
               capacity = t.borrower_capacity / t.borrower_groups;
  row.set("self_reliance_savings", savings);
  row.set("self_reliance_capacity", capacity);
  row.set("self_reliance", std::sqrt(std::max(0.0, savings * capacity)));
}

// What becomes of groups, members and lending in the long run, and who was reached.
void record_lasting(OutcomeRow& row, const Sums& t) {
  row.share("groups_founded", t.founded, t.wards);
  row.share("members_left", t.left, t.members + t.left);
  row.share("self_help_groups", t.self_help, t.wards);
  row.share("savings_per_member_kRp", t.own_savings, t.alive_members);
  row.share("wards_lending", t.lending, t.wards);
  row.share("wards_outlasting_money", t.outlasting, t.wards);
  row.share("looks_good", t.looks_good, t.good);
  row.share("bankrupt_share", t.bankrupt, t.overdue_real);
  row.share("first_turn_kRp", t.lent_first, t.wards);
  row.share("women_served", t.borrowers.women, t.wards);
  row.share("ghost_age", t.ghost_months, t.ghosts_found);
}

// Loans by their age, and those who had them.
void record_borrowers(OutcomeRow& row, const Sums& s) {
  const Cohort& old = s.old_loans;
  row.share("recovery_12", old.repaid, old.lent);
  row.share("default_of_loan_2", old.lent_second - old.repaid_second, old.lent_second);
  row.share("borrower_gain", s.gain, s.compared);
  row.share("borrower_gain_poor", s.gain_poor, s.compared_poor);
  row.share("borrower_gain_women", s.gain_women, s.compared_women);
  row.share("loan_order_correlation", s.loan_order, s.ordered_wards);
  row.share("founding_after_money", s.founded_after_money, s.founded_before_money);
}

void record_costs(OutcomeRow& row, const Sums& s) {
  const Activities& spent = s.spent;
  row.share("cost_kRp", spent.total(), s.wards);
  row.share("cost_socialization_kRp", spent.socialization, s.wards);
  row.share("cost_facilitation_kRp", spent.facilitation, s.wards);
  row.share("cost_targeting_kRp", spent.targeting, s.wards);
  row.share("cost_supervision_kRp", spent.supervision, s.wards);
  row.share("cost_coordination_kRp", spent.coordination, s.wards);
  row.share("cost_lending_kRp", spent.lending, s.wards);
  row.share("cost_grant_kRp", spent.grant, s.wards);
  row.share("cost_groups_kRp", spent.groups, s.wards);
  row.share("cost_other_kRp", spent.lump + spent.monthly, s.wards);
}

}  // namespace

OutcomeRow::OutcomeRow() : values_(outcomes().size(), std::numeric_limits<double>::quiet_NaN()) {}

void OutcomeRow::set(const char* outcome, double value) {
  if (!std::isfinite(value))
    throw std::range_error{std::string{outcome} + " is no number, or infinite"};
  values_[index_of(outcome)] = value;
}

void OutcomeRow::share(const char* outcome, double numerator, double denominator) {
  if (std::isnan(denominator))
    throw std::range_error{std::string{outcome} + " is a share of what is no number"};
  if (denominator > 0) set(outcome, numerator / denominator);
}

std::vector<double> outcomes_of(const Tally& tally, const ConsumptionBins& bins) {
  OutcomeRow row;
  record_households(row, tally.sums);
  record_targeting(row, tally.sums);
  record_poverty(row, tally.sums);
  row.set("gini", bins.gini(tally.consumption));
  record_standing(row, tally.sums);
  record_reach(row, tally.sums);
  record_books(row, tally.sums);
  record_self_reliance(row, tally.sums);
  record_lasting(row, tally.sums);
  record_borrowers(row, tally.sums);
  record_costs(row, tally.sums);
  return row.values();
}

}  // namespace swadaya
