#include "sim/month/recording_groups.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
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

// What the groups of all wards come to.
struct Tally {
  double founded = 0, members = 0, good = 0, looks_good = 0, self_help = 0;
  double real = 0, alive = 0, active = 0, dormant = 0, ghosts = 0;
  double cohesion = 0, capacity = 0, visits = 0;
  double met = 0, present = 0;
  double with_loan = 0, late = 0;
  double balance = 0, late_balance = 0, late_arrears = 0;  // reported book
  double true_balance = 0, overdue_real = 0, unwilling = 0, bankrupt = 0, lost = 0;  // true book
  double own_savings = 0, alive_members = 0;
  double savings = 0, loans = 0, borrower_capacity = 0, borrower_groups = 0;
};

constexpr int after_exit = 24;  // months: what still is there is there by itself

// Those of a real group.
void add_members(Tally& t, const Ward& ward, const Group& g) {
  t.members += static_cast<double>(g.members.size());
  for (const Member& m : g.members) {
    if (m.loans == 0 || m.fate != Fate::able || m.overdue > 0) continue;
    ++t.good;
    if (ward.now(column::attitude, m.household) > 0.5f) ++t.looks_good;
  }
}

// Whether anything was lent in the last `months` months.
bool lent_within(const Ward& ward, int months, int month) {
  return std::any_of(ward.groups.begin(), ward.groups.end(), [&](const Group& g) {
    return g.last_loan >= 0 && g.last_loan > month - months;
  });
}

bool has_active_group(const Ward& ward) {
  return std::any_of(ward.groups.begin(), ward.groups.end(),
                     [](const Group& g) { return g.alive() && g.stage == Stage::active; });
}

void add_group(Tally& t, const Ward& ward, const Group& g, int month) {
  const Terms terms = ward.programme.terms();
  if (g.ghost) {
    if (!g.found_out) ++t.ghosts;
  } else {
    ++t.real;
    if (g.founded == month) ++t.founded;
    add_members(t, ward, g);
    if (g.alive()) {
      ++t.alive;
      ++(g.stage == Stage::dormant ? t.dormant : t.active);
      t.own_savings += g.savings();
      t.alive_members += static_cast<double>(g.members.size());
      if (g.stage == Stage::active && g.balance() == 0 && month >= ward.programme.exit + after_exit)
        ++t.self_help;
      t.cohesion += g.cohesion;
      t.capacity += g.capacity;
      if (g.last_visit == month) t.visits += g.visits_now;
      if (g.meetings > 0) {
        t.met += static_cast<double>(g.members.size());
        t.present += g.attendance * static_cast<double>(g.members.size());
      }
    }
  }
  double balance = 0, reported = 0, savings = 0, principal = 0, reported_overdue = 0;
  bool late = false;  // the reported book knows ghosts as groups like others
  for (const Member& m : g.members) {
    balance += m.balance, savings += m.savings, principal += m.principal,
        reported_overdue += m.reported_overdue;
    if (!m.written_off) reported += m.balance;
    late = late || m.reported_behind(3, terms);
    const bool gone = m.fate != Fate::able && m.balance > 0;
    if (g.ghost || gone)
      t.lost += m.balance;
    else if (m.behind(3, terms))
      t.lost += m.overdue;
    if (!g.ghost && m.overdue > 0) {
      t.overdue_real += m.overdue;
      if (m.fate == Fate::able) t.unwilling += m.overdue;
      if (m.fate == Fate::bankrupt) t.bankrupt += m.overdue;
    }
  }
  t.true_balance += balance;
  if (g.loans > 0 && g.alive()) {
    ++t.borrower_groups;
    t.borrower_capacity += g.capacity;
    t.savings += savings;
    t.loans += principal;
  }
  if (reported <= 0) return;
  ++t.with_loan;
  t.balance += reported;
  if (late) {
    ++t.late;
    t.late_balance += reported;
    t.late_arrears += reported_overdue;
  }
}

// Without recovery, which is an outcome of its own, and without the share of own funds, which is 1
// where nobody borrows.
void record_self_reliance(OutcomeRow& row, const Tally& t) {
  if (t.borrower_groups == 0 || t.loans <= 0) return;
  const double savings = std::min(1.0, t.savings / t.loans),
               capacity = t.borrower_capacity / t.borrower_groups;
  row.set("self_reliance_savings", savings);
  row.set("self_reliance_capacity", capacity);
  row.set("self_reliance", std::sqrt(std::max(0.0, savings * capacity)));
}

// What becomes of groups, members and lending in the long run, and who was reached.
void record_lasting(OutcomeRow& row, const Tally& t, std::span<const std::unique_ptr<Ward>> wards,
                    int month) {
  double left = 0, lent_first = 0, women = 0, ghosts_found = 0, ghost_months = 0, lending = 0,
         outlasting = 0;
  for (const auto& ward : wards) {
    left += ward->left, lent_first += ward->lent_first, women += ward->borrowers.women;
    ghosts_found += ward->ghosts_found, ghost_months += ward->ghost_months;
    if (lent_within(*ward, 12, month)) ++lending;
    if (month >= 24 && has_active_group(*ward) && !lent_within(*ward, 24, month)) ++outlasting;
  }
  const auto n = static_cast<double>(wards.size());
  row.share("groups_founded", t.founded, n);
  row.share("members_left", left, t.members + left);
  row.share("self_help_groups", t.self_help, n);
  row.share("savings_per_member_kRp", t.own_savings, t.alive_members);
  row.share("wards_lending", lending, n);
  row.share("wards_outlasting_money", outlasting, n);
  row.share("looks_good", t.looks_good, t.good);
  row.share("bankrupt_share", t.bankrupt, t.overdue_real);
  row.share("first_turn_kRp", lent_first, n);
  row.share("women_served", women, n);
  row.share("ghost_age", ghost_months, ghosts_found);
}

void record_costs(OutcomeRow& row, const Activities& spent, double wards) {
  row.share("cost_kRp", spent.total(), wards);
  row.share("cost_socialization_kRp", spent.socialization, wards);
  row.share("cost_facilitation_kRp", spent.facilitation, wards);
  row.share("cost_targeting_kRp", spent.targeting, wards);
  row.share("cost_supervision_kRp", spent.supervision, wards);
  row.share("cost_coordination_kRp", spent.coordination, wards);
  row.share("cost_lending_kRp", spent.lending, wards);
  row.share("cost_grant_kRp", spent.grant, wards);
  row.share("cost_groups_kRp", spent.groups, wards);
  row.share("cost_other_kRp", spent.lump + spent.monthly, wards);
}

// What all wards come to, beside their groups.
struct Totals {
  Tally groups;
  Ward::Borrowers borrowers;
  Activities spent;
  Fund::Flows flows;
  Ranking ranking;
  double due = 0, repaid = 0, missed = 0, written_off = 0, suspended = 0, leakable = 0,
         lent_poor = 0, lent_bottom40 = 0, lent_real = 0, capital = 0, delay = 0, tranches = 0;
};

void add_ranking(Ranking& all, const Ranking& one) {
  for (std::size_t i = 0; i < all.asked.size(); ++i)
    all.asked[i] += one.asked[i], all.placed[i] += one.placed[i];
  all.pairs += one.pairs, all.wrong += one.wrong;
  all.correlation += one.correlation, all.rts += one.rts;
}

void add_spent(Activities& all, const Activities& one) {
  all.socialization += one.socialization, all.facilitation += one.facilitation;
  all.targeting += one.targeting, all.supervision += one.supervision;
  all.coordination += one.coordination, all.lending += one.lending;
  all.grant += one.grant, all.groups += one.groups;
  all.lump += one.lump, all.monthly += one.monthly;
}

void add_ward(Totals& t, const Ward& ward, int month) {
  for (const Group& g : ward.groups) add_group(t.groups, ward, g, month);
  Ward::Borrowers& b = t.borrowers;
  b.all += ward.borrowers.all, b.poor += ward.borrowers.poor, b.elite += ward.borrowers.elite;
  b.near_poor += ward.borrowers.near_poor, b.others += ward.borrowers.others;
  const Fund::Flows& f = ward.fund.flows();
  t.flows.granted += f.granted, t.flows.lent += f.lent, t.flows.leaked += f.leaked;
  t.capital += f.granted - f.works - ward.for_works;
  t.due += ward.due, t.repaid += ward.repaid, t.missed += ward.reported_missed;
  t.written_off += ward.written_off;
  t.suspended += ward.suspended() ? 1 : 0;
  t.leakable += ward.leakable;
  t.lent_poor += ward.lent_poor, t.lent_bottom40 += ward.lent_bottom40;
  t.lent_real += ward.lent_real;
  for (const Tranche& tranche : ward.tranches)
    if (tranche.received) t.delay += tranche.arrives - tranche.planned, ++t.tranches;
  add_ranking(t.ranking, ward.ranking);
  add_spent(t.spent, ward.spent);
}

void record_standing(OutcomeRow& row, const Tally& t, double wards) {
  row.share("attendance", t.present, t.met);
  row.share("groups_active", t.active, wards);
  row.share("groups_dormant", t.dormant, wards);
  row.share("groups_ghost", t.ghosts, wards);
  row.share("group_survival", t.active, t.real);
  row.share("cohesion", t.cohesion, t.alive);
  row.share("capacity", t.capacity, t.alive);
  row.share("visits_per_group", t.visits, t.alive);
}

void record_reach(OutcomeRow& row, const Totals& t, const Households& households, double wards) {
  const Ward::Borrowers& b = t.borrowers;
  row.share("borrowers", b.all, wards);
  row.share("poor_served", b.poor, wards);
  row.share("near_poor_served", b.near_poor, wards);
  row.share("others_served", b.others, wards);
  row.share("elite_served", b.elite, wards);
  row.share("lent_poor_kRp", t.lent_poor, wards);
  row.share("cgh", t.lent_bottom40, 0.4 * t.lent_real);
  const double others = households.all - households.elite;
  if (households.elite > 0 && others > 0 && b.all > 0)
    row.set("elite_excess", b.elite / households.elite - (b.all - b.elite) / others);
  const Ranking& ranking = t.ranking;
  row.share("rank_correlation", ranking.correlation, ranking.rts);
  row.share("pair_error", ranking.wrong, ranking.pairs);
  row.share("placed_tied", ranking.placed[1], ranking.asked[1]);
  row.share("placed_two_steps", ranking.placed[2], ranking.asked[2]);
  row.share("placed_far", ranking.placed[0], ranking.asked[0]);
}

// The true book and the reported one.
void record_books(OutcomeRow& row, const Totals& t, double wards) {
  const Tally& g = t.groups;
  row.share("lent_kRp", t.flows.lent, wards);
  row.share("outstanding_kRp", g.true_balance, wards);
  row.share("recovery", t.repaid, t.due);
  row.share("capital_left", std::max(0.0, t.capital - g.lost), t.capital);
  row.share("owed_over_capital", g.true_balance, t.capital);
  row.share("reported_repayment", t.due - t.written_off - t.missed, t.due - t.written_off);
  row.share("lar", g.late, g.with_loan);
  row.share("par", g.late_balance, g.balance);
  row.share("rr", g.balance - g.late_arrears, g.balance);
  row.share("unwilling_share", g.unwilling, g.overdue_real);
  row.share("lending_suspended", t.suspended, wards);
  row.share("leakage", t.flows.leaked, t.leakable);
  row.share("delay", t.delay, t.tranches);
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

void record_groups(OutcomeRow& row, std::span<const std::unique_ptr<Ward>> wards,
                   const Households& households, int month) {
  Totals t;
  for (const auto& ward : wards) add_ward(t, *ward, month);
  const auto n = static_cast<double>(wards.size());
  record_standing(row, t.groups, n);
  record_reach(row, t, households, n);
  record_books(row, t, n);
  record_self_reliance(row, t.groups);
  record_lasting(row, t.groups, wards, month);
  record_costs(row, t.spent, n);
}

}  // namespace swadaya
