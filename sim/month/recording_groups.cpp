#include "sim/month/recording_groups.hpp"

#include <algorithm>

namespace swadaya {

namespace {

constexpr int after_exit = 24;  // months: what still is there is there by itself

// Those of a real group.
void add_members(Sums& t, const Ward& ward, const Group& g) {
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

void add_group(Sums& t, const Ward& ward, const Group& g, int month) {
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

// Anything lent lately, and groups that go on without.
void add_lasting(Sums& t, const Ward& ward, int month) {
  t.left += ward.left, t.lent_first += ward.lent_first;
  t.ghosts_found += ward.ghosts_found, t.ghost_months += ward.ghost_months;
  if (lent_within(ward, 12, month)) ++t.lending;
  if (month >= 24 && has_active_group(ward) && !lent_within(ward, 24, month)) ++t.outlasting;
}

}  // namespace

void add_groups_of(Sums& t, const Ward& ward, int month) {
  ++t.wards;
  for (const Group& g : ward.groups) add_group(t, ward, g, month);
  add_members_of(t.borrowers, ward.borrowers);
  add_members_of(t.ranking, ward.ranking);
  add_members_of(t.spent, ward.spent);
  const Fund::Flows& f = ward.fund.flows();
  t.lent += f.lent, t.leaked += f.leaked;
  t.capital += f.granted - f.works - ward.for_works;
  t.due += ward.due, t.repaid += ward.repaid, t.missed += ward.reported_missed;
  t.written_off += ward.written_off;
  t.suspended += ward.suspended() ? 1 : 0;
  t.leakable += ward.leakable;
  t.lent_poor += ward.lent_poor, t.lent_bottom40 += ward.lent_bottom40;
  t.lent_real += ward.lent_real;
  for (const Tranche& tranche : ward.tranches)
    if (tranche.received) t.delay += tranche.arrives - tranche.planned, ++t.tranches;
  add_lasting(t, ward, month);
}

}  // namespace swadaya
