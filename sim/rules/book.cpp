#include "sim/rules/book.hpp"

#include <algorithm>

#include "sim/base/exact.hpp"

namespace swadaya {

namespace {

// What is left of a sum of rounded parts, kRp: below this it is nothing.
double without_rest(double kRp) { return kRp < 1e-9 ? 0 : kRp; }

// The true book has changed: the reported one never shows more than it.
void limit_report(Ward& ward, Member& m) {
  if (m.reported_overdue <= m.overdue) return;
  ward.reported_missed -= m.reported_overdue - m.overdue;
  m.reported_overdue = m.overdue;
}

Cohort& cohort_of(Ward& ward, const Member& m) {
  const auto month = static_cast<std::size_t>(m.lent_in);
  if (ward.cohorts.size() <= month) ward.cohorts.resize(month + 1);
  return ward.cohorts[month];
}

void repay(Ward& ward, Member& m, double principal, double interest) {
  m.interest_overdue = without_rest(m.interest_overdue - interest);
  m.overdue = without_rest(m.overdue - principal);
  m.balance = without_rest(m.balance - principal);
  ward.repaid += principal;
  if (m.written_off) ward.written_off -= principal;
  if (m.age <= ward.programme.terms().end() + grace_of_cohorts) {
    Cohort& cohort = cohort_of(ward, m);
    cohort.repaid += principal;
    if (m.loans == 2) cohort.repaid_second += principal;
  }
  ward.fund.collect(principal, interest);
  limit_report(ward, m);
}

double loan_for(const Ward& ward, const Member& m) {
  double kRp = ward.programme.first_loan;
  for (int k = 0; k < m.loans; ++k) kRp *= ward.programme.loan_growth;
  return std::min<double>(kRp, ward.programme.loan_cap);
}

bool may_borrow(const Ward& ward, const Group& g, const Member& m) {
  return m.fate == Fate::able && !m.owes() && (g.ghost || m.loans < ward.programme.max_loans);
}

bool waits_for_loan(const Ward& ward, const Group& g, int month) {
  if (!g.admitted || g.found_out || g.stage == Stage::dissolved || g.stage == Stage::dormant)
    return false;
  if (!g.ghost && g.last_loan < 0 && month - g.founded < ward.programme.saving_months) return false;
  if (ward.programme.full_repayment_first && g.balance() > 0) return false;
  return std::any_of(g.members.begin(), g.members.end(),
                     [&](const Member& m) { return may_borrow(ward, g, m); });
}

void give_loan(Ward& ward, const Group& g, Member& m, int month) {
  const double kRp = loan_for(ward, m);
  ward.fund.lend(kRp);
  m.principal = kRp;
  m.balance = kRp;
  m.age = 0;
  m.unwilling = m.written_off = false;
  m.missed = 0;
  m.lent_in = static_cast<std::int16_t>(month);
  ++m.loans;
  Cohort& cohort = cohort_of(ward, m);
  cohort.lent += kRp;
  if (m.loans == 2) cohort.lent_second += kRp;
  const double locked = ward.programme.savings_share * kRp;
  m.savings += locked;
  ward.fund.save(locked);
  ward.spent.lending += ward.costs.loan_handling;
  if (g.ghost) return;
  const World& w = ward.world;
  if (auto& before = ward.ever_borrowed[m.household - ward.place().first]; before == 0) {
    before = 1;
    ++ward.borrowers.all;
    ward.first_loans.push_back({m.household, month});
    const double poor = double{w.poor[m.household]}, near_poor = double{w.near_poor[m.household]};
    ward.borrowers.poor += poor;
    ward.borrowers.near_poor += near_poor;
    ward.borrowers.others += double{w.surveyed[m.household]} - poor - near_poor;
    ward.borrowers.women += double{w.female_head[m.household]};
    ward.borrowers.elite += double{w.elite[m.household]};
  }
  ward.lent_real += kRp;
  if (m.loans == 1) ward.lent_first += kRp;
  if (w.poor[m.household] > 0) ward.lent_poor += kRp;
  if (w.log_consumption[m.household] < ward.bottom40) ward.lent_bottom40 += kRp;
}

}  // namespace

bool receive_tranches(Ward& ward, int month) {
  ward.received_now = 0;
  bool waiting = false;
  for (std::size_t t = 0; t < ward.tranches.size(); ++t) {
    Tranche& tranche = ward.tranches[t];
    if (tranche.received) continue;
    if (tranche.arrives > month) {
      waiting = true;
      continue;
    }
    tranche.received = true;
    // Planned at the start; since then an event may have made the list shorter.
    const std::vector<double>& shares = ward.programme.tranches;
    tranche.kRp = t < shares.size() ? shares[t] * ward.programme.grant : 0;
    ward.fund.receive_grant(tranche.kRp);
    ward.received_now += tranche.kRp;
    ward.for_works += (1 - ward.programme.loan_share) * tranche.kRp;
    ward.spent.grant += tranche.kRp;
  }
  return waiting;
}

void spend_on_works(Ward& ward, double leaks) {
  const double kRp = ward.for_works;
  if (kRp <= 0) return;
  ward.leakable += kRp;
  ward.fund.leak(leaks * kRp);
  ward.fund.spend_on_works(kRp - leaks * kRp);
  ward.recoverable += leaks * kRp;
  ward.for_works = 0;
}

bool fall_due(Ward& ward, Member& m) {
  if (!m.owes()) return false;
  ++m.age;
  const Terms terms = ward.programme.terms();
  const double left = m.balance - m.overdue;
  double principal = std::max(0.0, left);
  if (m.age <= terms.end()) {
    const double months = terms.due_at(m.age);
    // The last instalment takes what rounding has left.
    principal = m.age == terms.end() ? left : std::min(left, months * m.month_share(terms));
    m.interest_overdue += months * ward.programme.interest * m.principal;
  }
  m.overdue += principal;
  ward.due += principal;
  if (m.written_off) ward.written_off += principal;
  return terms.asks_at(m.age);
}

void pay_instalment(Ward& ward, Member& m) {
  const Terms terms = ward.programme.terms();
  const double interest_share = ward.programme.interest * m.principal;
  double kRp = terms.every * (m.month_share(terms) + interest_share);
  const double interest = std::min(kRp, m.interest_overdue);
  kRp -= interest;
  repay(ward, m, std::min(kRp, m.overdue), interest);
}

void pay_off(Ward& ward, Member& m) {
  const double early = m.balance - m.overdue;
  m.overdue += early;
  ward.due += early;
  if (m.written_off) ward.written_off += early;
  repay(ward, m, m.balance, m.interest_overdue);
  m.balance = 0;
}

void pay_from_savings(Ward& ward, Member& m) {
  const double kRp = std::min(m.savings, m.overdue);
  if (kRp <= 0) return;
  m.savings -= kRp;
  ward.fund.return_savings(kRp);
  repay(ward, m, kRp, 0);
}

void miss_instalment(Ward& ward, std::uint32_t group, const Member& m, int shows) {
  const Terms terms = ward.programme.terms();
  const double kRp = std::min(m.overdue, terms.due_at(m.age) * m.month_share(terms));
  if (kRp > 0) ward.missed.push_back({shows, group, m.household, kRp});
}

void report_missed(Ward& ward, int month, double rescheduled, Decision decision) {
  auto& waiting = ward.missed;
  std::size_t kept = 0;
  for (const Missed& missed : waiting) {
    if (missed.shows > month) {
      waiting[kept++] = missed;
      continue;
    }
    if (ward.happens(rescheduled, decision, missed.household)) continue;
    for (Member& m : ward.groups[missed.group].members) {
      if (m.household != missed.household || m.written_off) continue;
      const double kRp = std::min(missed.kRp, m.overdue - m.reported_overdue);
      m.reported_overdue += kRp;
      ward.reported_missed += kRp;
    }
  }
  waiting.resize(kept);
}

void correct_report(Ward& ward, std::uint32_t group) {
  for (Member& m : ward.groups[group].members) {
    if (m.written_off) ward.written_off -= m.overdue, m.written_off = false;
    ward.reported_missed += m.overdue - m.reported_overdue;
    m.reported_overdue = m.overdue;
  }
  std::erase_if(ward.missed, [&](const Missed& missed) { return missed.group == group; });
}

void correct_reports(Ward& ward) {
  for (std::uint32_t g = 0; g < ward.groups.size(); ++g) correct_report(ward, g);
}

void lend_to_groups(Ward& ward, int month, int most) {
  if (ward.open <= 0) return;
  double locked = 0;
  std::vector<Group*> queue;
  for (Group& g : ward.groups) {
    locked += g.savings();
    if (waits_for_loan(ward, g, month)) queue.push_back(&g);
  }
  std::stable_sort(queue.begin(), queue.end(),
                   [](const Group* a, const Group* b) { return a->priority > b->priority; });
  // Members' savings are theirs, and works have their own money.
  double available = ward.fund.cash() - ward.for_works - locked;
  int served = 0;
  for (Group* g : queue) {
    if (served == most) break;
    double kRp = 0;
    for (const Member& m : g->members)
      if (may_borrow(ward, *g, m)) kRp += loan_for(ward, m);
    if (kRp > available) continue;
    for (Member& m : g->members)
      if (may_borrow(ward, *g, m)) give_loan(ward, *g, m, month);
    available -= kRp;
    g->last_loan = month;
    ++g->loans;
    ++served;
  }
}

void pay_fund_costs(Ward& ward) {
  double outstanding = 0;
  for (const Group& g : ward.groups) outstanding += g.balance();
  ward.fund.pay_costs(std::clamp(ward.fund.cash(), 0.0, ward.programme.fund_costs * outstanding));
}

double arrears(const Ward& ward) {
  double outstanding = 0, with_loan = 0, late = 0, late_balance = 0;
  for (const Group& g : ward.groups) {
    const double balance = g.reported_balance();
    if (balance == 0) continue;
    outstanding += balance;
    ++with_loan;
    if (g.reported_late(ward.programme.terms())) ++late, late_balance += balance;
  }
  return with_loan > 0 ? std::max(late / with_loan, late_balance / outstanding) : 0;
}

void write_off(Ward& ward, Member& m) {
  m.written_off = true;
  ward.written_off += m.overdue;
  ward.reported_missed -= m.reported_overdue;
  m.reported_overdue = 0;
}

double confrontation(const Ward& ward, const Member& m) {
  return ward.detection * ward.sanction * m.severity + m.peer_sanction;
}

bool in_default(const Ward& ward, const Member& m) {
  if (m.balance == 0) return false;
  return m.fate != Fate::able || m.behind(3, ward.programme.terms());
}

}  // namespace swadaya
