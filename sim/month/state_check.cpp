#include "sim/month/state_check.hpp"

#include <cmath>
#include <fmt/format.h>
#include <initializer_list>

#include "sim/month/limits.hpp"

namespace swadaya {

namespace {

// No run comes near to these.
constexpr double most_of_a_household = 1e12, most_of_an_rt = 1e6, most_months = 1e7;
constexpr std::int32_t most_times = 1'000'000;

void expect(bool fits, const char* what) {
  if (!fits) throw WrongState{fmt::format("{} is out of its range", what)};
}

bool within(double x, double low, double high) { return x >= low && x <= high; }  // no NaN is

void expect_all(std::initializer_list<double> values, double low, double high, const char* what) {
  for (const double x : values) expect(within(x, low, high), what);
}

void expect_money(std::initializer_list<double> values, const char* what) {
  expect_all(values, -most_amount, most_amount, what);
}

// Of models, which may mean anything by them but no infinity.
void expect_finite(const std::vector<double>& values, const char* what) {
  for (const double x : values) expect(std::isfinite(x), what);
}

class Check {
 public:
  explicit Check(const VariantState& variant)
      : variant_{variant}, lanes_{variant.lanes}, month_{variant.lanes.month} {}

  void all() const {
    expect(month_ >= 0 && month_ <= most_months, "the month");
    columns();
    marks();
    for (const auto& ward : variant_.wards) check(*ward);
    for (const Area& area : variant_.areas) {
      expect(area.own.size() == lanes_.owned.area_columns &&
                 area.own_lists.size() == lanes_.owned.area_lists,
             "how much a team area has");
      expect_finite(area.own, "a team area's column");
      for (const auto& list : area.own_lists) expect_finite(list, "a team area's list");
    }
  }

 private:
  void columns() const {
    const auto expect_cells = [&](const float* values, std::size_t count, double most,
                                  const char* what) {
      for (std::size_t i = 0; i < count; ++i)
        expect(within(values[i * lanes_.count + variant_.lane], -most, most), what);
    };
    const World& world = lanes_.world;
    for (std::uint32_t c = 0; c < lanes_.columns.size(); ++c)
      expect_cells(lanes_.columns.now(Column{c}), world.rows(), most_of_a_household,
                   "a household's column");
    for (std::uint32_t c = 0; c < lanes_.columns.rt_size(); ++c)
      expect_cells(lanes_.columns.now(RtColumn{c}), world.rts.size(), most_of_an_rt,
                   "an RT's column");
  }

  // Of this lane, by chunk.
  void marks() const {
    for (std::size_t c = 0; c < lanes_.world.chunks.size(); ++c) {
      const auto& chunk = lanes_.world.chunks[c];
      const auto& lists = lanes_.marked[c];
      for (std::size_t m = variant_.lane; m < lists.size(); m += lanes_.count)
        for (std::size_t i = 0; i < lists[m].size(); ++i)
          expect(lists[m][i] >= chunk.first && lists[m][i] < chunk.last &&
                     (i == 0 || lists[m][i - 1] < lists[m][i]),
                 "a marked household");
    }
  }

  bool is_past(std::int32_t month, std::int32_t first = 0) const {
    return month >= first && month <= month_;
  }

  void check(const Ward& ward) const {
    const Place place = ward.place();
    const auto lives_here = [&](Household h) { return h >= place.first && h < place.last; };
    expect(ward.ever_borrowed.size() == place.last - place.first &&
               ward.own.size() == lanes_.owned.first_of_wards.size(),
           "how much a ward has");
    for (const std::uint8_t has : ward.ever_borrowed) expect(has <= 1, "who has borrowed");
    expect_finite(ward.own, "a ward's column");
    for (const Group& group : ward.groups) {
      expect(lives_here(group.founder), "a group's founder");
      for (const Member& member : group.members) {
        expect(lives_here(member.household), "a member");
        check(member);
      }
      check(group, ward.rts());
    }
    for (const FirstLoan& first : ward.first_loans)
      expect(lives_here(first.household) && is_past(first.month), "a first loan");
    for (const Missed& missed : ward.missed)
      expect(missed.group < ward.groups.size() && lives_here(missed.household) &&
                 missed.shows >= 0 && missed.shows <= most_months &&
                 within(missed.kRp, -most_amount, most_amount),
             "a missed instalment");
    check_sums(ward);
  }

  void check(const Member& m) const {
    expect(is_past(m.lent_in), "the month of a loan");
    for (const std::int16_t count : {m.loans, m.age, m.missed, m.offences, m.clean})
      expect(count >= 0, "a member's count");
    expect_money({m.principal, m.balance, m.overdue, m.interest_overdue, m.reported_overdue,
                  m.savings, m.severity, m.peer_sanction, m.confronted},
                 "a member's amount");
  }

  void check(const Group& g, Ward::Rts rts) const {
    expect(g.own.size() == lanes_.owned.first_of_groups.size(), "how much a group has");
    expect(g.rt >= rts.first && g.rt < rts.last, "a group's RT");
    expect(is_past(g.founded) && is_past(g.last_meeting, -1) && is_past(g.last_visit, -1) &&
               is_past(g.last_loan, -1),
           "a group's month");
    for (const std::int32_t count : {g.visits, g.visits_now, std::int32_t{g.loans}})
      expect(count >= 0 && count <= most_times, "a group's count");
    expect_money({g.ties, g.cohesion, g.capacity, g.meetings, g.attendance, g.priority},
                 "a group's amount");
    expect_finite(g.own, "a group's column");
  }

  void check_sums(const Ward& w) const {
    const Fund::Flows& f = w.fund.flows();
    expect_money({w.fund.cash(), f.granted, f.principal_repaid, f.interest_paid, f.recovered,
                  f.saved, f.lent, f.works, f.costs, f.leaked, f.savings_returned},
                 "a ward's fund");
    const Activities& s = w.spent;
    expect_money({s.socialization, s.facilitation, s.targeting, s.supervision, s.coordination,
                  s.lending, s.grant, s.groups, s.lump, s.monthly},
                 "what a ward has spent");
    for (const Tranche& t : w.tranches) {
      // One that never comes arrives at infinity.
      expect(within(t.planned, 0, most_months) && t.arrives >= 0 &&
                 (!t.received || t.arrives <= most_months),
             "a tranche's month");
      expect_money({t.kRp}, "a tranche");
    }
    const Ranking& r = w.ranking;
    for (const auto& counts : {r.asked, r.placed})
      for (const double x : counts) expect(within(x, 0, most_amount), "a ranking");
    expect_money({r.pairs, r.wrong, r.correlation, r.rts}, "a ranking");
    expect_money({w.for_works,
                  w.leakable,
                  w.received_now,
                  w.haste,
                  w.linked_trust,
                  w.open,
                  w.recoverable,
                  w.detection,
                  w.sanction,
                  w.window_dressing_factor,
                  w.due,
                  w.repaid,
                  w.reported_missed,
                  w.written_off,
                  double{w.bottom40},
                  w.lent_poor,
                  w.lent_bottom40,
                  w.lent_real,
                  w.lent_first,
                  w.left,
                  w.ghosts_found,
                  w.ghost_months},
                 "a ward's amount");
    const auto& b = w.borrowers;
    expect_all({b.all, b.poor, b.near_poor, b.others, b.elite, b.women}, 0, most_amount,
               "a ward's borrowers");
    expect(w.cohorts.size() <= static_cast<std::size_t>(month_) + 1, "a ward's cohorts");
    for (const Cohort& c : w.cohorts)
      expect_money({c.lent, c.repaid, c.lent_second, c.repaid_second}, "a cohort");
  }

  const VariantState& variant_;
  const Lanes& lanes_;
  const int month_;
};

}  // namespace

void check_state(const VariantState& variant) { Check{variant}.all(); }

}  // namespace swadaya
