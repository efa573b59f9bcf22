#include "sim/month/inspection.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "sim/month/limits.hpp"

namespace swadaya {

namespace {

constexpr double slack = 1e-6;  // sums of rounded parts

// Whether anything is wrong, without a branch for each value.
class Quick {
 public:
  bool wrong = false;
  void within(const char*, double x, double low, double high) {
    wrong |= !(x >= low - slack) || !(x <= high + slack);
  }
  void below(const char*, std::size_t x, std::size_t first, std::size_t last) {
    wrong |= x - first >= last - first;
  }
};

// What it is: "cohesion is nan, and must be within 0 and 1".
class Telling {
 public:
  std::string fault;
  void within(const char* name, double x, double low, double high) {
    if (!fault.empty() || (x >= low - slack && x <= high + slack)) return;
    if (high < most_amount)
      fault = fmt::format("{} is {}, and must be within {} and {}", name, x, low, high);
    else
      fault = fmt::format("{} is {}, and must be a number{}", name, x,
                          low < 0 ? "" : " that isn't below 0");
  }
  void below(const char* name, std::size_t x, std::size_t first, std::size_t last) {
    if (!fault.empty() || x - first < last - first) return;
    fault = fmt::format("{} is {}, and must be one of {} to {}", name, x, first,
                        last - std::min<std::size_t>(last, 1));
  }
};

template <class See>
struct Look {
  See see;
  const Ward& ward;

  void share(const char* name, double x) { see.within(name, x, 0, 1); }
  void amount(const char* name, double x) { see.within(name, x, 0, most_amount); }
  void number(const char* name, double x) { see.within(name, x, -most_amount, most_amount); }
  void months(const char* name, double x, double first) {
    see.within(name, x, first, ward.month());
  }
  void household(const char* name, Household h) {
    see.below(name, h, ward.place().first, ward.place().last);
  }

  void member(const Member& m) {
    household("a member's household", m.household);
    see.below("a member's fate", static_cast<std::size_t>(m.fate), 0, 4);
    amount("a member's number of loans", m.loans);
    number("a loan's age", m.age);
    months("the month of a loan", m.lent_in, 0);
    amount("a loan's principal", m.principal);
    amount("a member's balance", m.balance);
    amount("what is overdue", m.overdue);
    amount("interest that is overdue", m.interest_overdue);
    amount("what is reported overdue", m.reported_overdue);
    amount("a member's savings", m.savings);
    amount("the months missed", m.missed);
    amount("a member's offences", m.offences);
    amount("the months without an offence", m.clean);
    amount("a sanction's severity", m.severity);
    amount("what the group makes a miss cost", m.peer_sanction);
    amount("a debtor's confrontations", m.confronted);
  }

  void group(const Group& g, const Owned& owned) {
    household("its founder", g.founder);
    see.below("its RT", g.rt, 0, ward.world.rts.size());
    see.below("its stage", static_cast<std::size_t>(g.stage), 0, 4);
    see.below("its number of columns", g.own.size(), owned.first_of_groups.size(),
              owned.first_of_groups.size() + 1);
    months("the month of its founding", g.founded, 0);
    share("the share of its ties", g.ties);
    share("its cohesion", g.cohesion);
    share("its capacity", g.capacity);
    amount("its meetings", g.meetings);
    share("its attendance", g.attendance);
    months("the month of its last meeting", g.last_meeting, 0);
    amount("its visits", g.visits);
    amount("its visits this month", g.visits_now);
    months("the month of its last visit", g.last_visit, -1);
    number("its priority", g.priority);
    amount("its loans", g.loans);
    months("the month of its last loan", g.last_loan, -1);
  }

  void fund() {
    const auto& [granted, principal_repaid, interest_paid, recovered, saved, lent, works, costs,
                 leaked, savings_returned] = ward.fund.flows();
    number("the fund's cash", ward.fund.cash());
    amount("what was granted", granted), amount("principal repaid", principal_repaid);
    amount("interest paid", interest_paid), amount("what was recovered", recovered);
    amount("what was saved", saved), amount("what was lent", lent);
    amount("what works cost", works), amount("what the fund cost", costs);
    amount("what leaked", leaked), amount("savings returned", savings_returned);
    const Activities& s = ward.spent;
    amount("spent on socialization", s.socialization), amount("spent on groups", s.groups);
    amount("spent on facilitation", s.facilitation), amount("spent on targeting", s.targeting);
    amount("spent on supervision", s.supervision), amount("spent on lending", s.lending);
    amount("spent on coordination", s.coordination), amount("spent as a grant", s.grant);
    amount("spent as a lump sum", s.lump), amount("spent by the month", s.monthly);
    for (const Tranche& t : ward.tranches) {
      number("the month of a tranche", t.planned), number("the month a tranche arrives", t.arrives);
      amount("a tranche", t.kRp);
    }
    for (const Missed& m : ward.missed) {
      see.below("the group of a missed instalment", m.group, 0, ward.groups.size());
      household("the household of a missed instalment", m.household);
      amount("a missed instalment", m.kRp);
    }
    for (const FirstLoan& first : ward.first_loans)
      household("the household of a first loan", first.household);
    for (const Cohort& c : ward.cohorts) {
      amount("lent in a month", c.lent), amount("repaid of a month's loans", c.repaid);
      amount("lent as second loans", c.lent_second), amount("repaid of those", c.repaid_second);
    }
  }

  void board() {
    amount("money for works", ward.for_works), amount("what could have leaked", ward.leakable);
    amount("grants of this month", ward.received_now), share("haste", ward.haste);
    share("trust that officers give", ward.linked_trust), share("open lending", ward.open);
    amount("what can be recovered", ward.recoverable), share("detection", ward.detection);
    amount("a sanction", ward.sanction);
    amount("the factor on window dressing", ward.window_dressing_factor);
    amount("what fell due", ward.due), amount("what was repaid", ward.repaid);
    number("what is reported missing", ward.reported_missed);
    amount("what was written off", ward.written_off);
    see.below("the number of households that may borrow", ward.ever_borrowed.size(),
              ward.place().last - ward.place().first, ward.place().last - ward.place().first + 1);
    const auto& [all, poor, near_poor, others, elite, women] = ward.borrowers;
    for (const double borrowers : {all, poor, near_poor, others, elite, women})
      amount("the number of borrowers", borrowers);
    number("the consumption of the poorest", double{ward.bottom40});
    for (const double kRp : {ward.lent_poor, ward.lent_bottom40, ward.lent_real, ward.lent_first})
      amount("what was lent", kRp);
    amount("members who left", ward.left), amount("ghosts found", ward.ghosts_found);
    amount("the age of ghosts", ward.ghost_months);
    const auto& [asked, placed, pairs, wrong, correlation, rts] = ward.ranking;
    for (std::size_t i = 0; i < asked.size(); ++i)
      amount("households ranked", asked[i]), amount("households placed", placed[i]);
    amount("pairs ranked", pairs), amount("pairs ranked wrongly", wrong);
    number("a listing's correlation", correlation), amount("RTs listed", rts);
  }
};

std::string name_of(const Ward& ward, const Group& group) {
  return fmt::format("group {} (founded by household {})", &group - ward.groups.data(),
                     group.founder);
}

bool is_in_order(const Ward& ward, const Owned& owned) {
  Look<Quick> look{{}, ward};
  for (const Group& g : ward.groups) {
    look.group(g, owned);
    for (const Member& m : g.members) look.member(m);
  }
  look.fund();
  look.board();
  look.see.below("", ward.own.size(), owned.first_of_wards.size(), owned.first_of_wards.size() + 1);
  return !look.see.wrong;
}

}  // namespace

std::string fault_in(const Ward& ward, const Owned& owned) {
  if (is_in_order(ward, owned)) return "";
  for (const Group& g : ward.groups) {
    Look<Telling> look{{}, ward};
    look.group(g, owned);
    for (const Member& m : g.members) {
      look.member(m);
      if (!look.see.fault.empty())
        return fmt::format("{}, household {}: {}", name_of(ward, g), m.household, look.see.fault);
    }
    if (!look.see.fault.empty()) return fmt::format("{}: {}", name_of(ward, g), look.see.fault);
  }
  Look<Telling> look{{}, ward};
  look.fund();
  look.board();
  look.see.below("its number of columns", ward.own.size(), owned.first_of_wards.size(),
                 owned.first_of_wards.size() + 1);
  return look.see.fault;
}

void check_cells(Lanes& lanes, Column column, const Chunk& chunk, std::size_t packs) {
  const Limits* const limits = limits_of(column);
  if (!limits) return;
  const std::size_t first = std::size_t{chunk.first} * lanes.count;
  const float* const cells = lanes.columns.next(column) + first;
  if (const auto cell = first_outside(*limits, cells, packs))
    throw std::range_error{fmt::format("{} of household {} is {}", limits->name,
                                       (first + *cell) / lanes.count,
                                       fault_of(*limits, cells[*cell]))};
}

void check_ward(const Ward& ward, const Owned& owned) {
  if (const std::string fault = fault_in(ward, owned); !fault.empty())
    throw std::range_error{fmt::format("in ward {}, {}", ward.number(), fault)};
}

void check_columns(const Lanes& lanes) {
  const auto check = [&](const Limits& limits, const float* values, std::size_t households) {
    // Behind the last ones there are zeros.
    const std::size_t packs = (households * lanes.count + pack_width - 1) / pack_width;
    if (first_outside(limits, values, packs))
      throw std::range_error{std::string{limits.name} + " is outside of its limits"};
  };
  for (std::uint32_t c = 0; c < column::count; ++c)
    check(*limits_of(Column{c}), lanes.columns.now(Column{c}), lanes.world.rows());
  for (std::uint32_t c = 0; c < rt_column::count; ++c)
    check(*limits_of(RtColumn{c}), lanes.columns.now(RtColumn{c}), lanes.world.rts.size());
}

}  // namespace swadaya
