// A ward of one variant: its groups, its fund, its board; and the irregular work that is done
// there. A team area: its wards.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/month/columns.hpp"
#include "sim/month/fund.hpp"
#include "sim/month/programme.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

enum class Fate : std::uint8_t { able, bankrupt, moved, died };

// A member of a group and the member's loan. Money in kRp.
struct Member {
  Household household = 0;
  Fate fate = Fate::able;
  bool unwilling = false;    // did not pay the last instalment though able to
  std::int16_t loans = 0;    // loans received so far
  std::int16_t age = 0;      // months since the current loan
  std::int16_t lent_in = 0;  // the month of the current loan
  double principal = 0;      // of the current loan
  double balance = 0;        // principal not yet repaid
  double overdue = 0;        // principal that has fallen due and is not repaid (true book)
  double interest_overdue = 0;
  double reported_overdue = 0;  // the same in the reported book
  double savings = 0;           // locked
  // Months missed in a row, of those in which it was to pay, since a payment of the member's own.
  std::int16_t missed = 0;
  bool written_off = false;   // the loan stands in the true book only
  std::int16_t offences = 0;  // missed instalments not yet forgiven, where somebody counts them
  std::int16_t clean = 0;     // months since the last one
  double severity = 1;        // of the board's sanction, against that for a first offence
  double peer_sanction =
      0;                  // instalments of the first loan that the group makes the next miss cost
  double confronted = 0;  // times that somebody went to see this debtor, as expected

  // Principal or interest, due or not. Rests of rounding are cleared where money is booked, so that
  // who has repaid owes nothing.
  bool owes() const { return balance > 0 || interest_overdue > 0; }
  double month_share(const Terms& terms) const { return principal / terms.tenor; }
  // At least so many monthly instalments behind, in the true or the reported book. Where several
  // months' fall due at once, the oldest must be as late as it would be by the month: who misses
  // what three months make is three behind two months later.
  bool behind(int months, const Terms& terms) const { return lacks(overdue, months, terms); }
  bool reported_behind(int months, const Terms& terms) const {
    return lacks(reported_overdue, months, terms);
  }

 private:
  // A little slack, as balances are sums of rounded parts.
  bool lacks(double kRp, int months, const Terms& terms) const {
    const int young = terms.due_by(age) - terms.due_by(age - std::max(0, months - 1));
    const double share = month_share(terms);
    return kRp > 0 && kRp >= (months - 1e-6) * share && kRp > (young + 1e-6) * share;
  }
};

enum class Stage : std::uint8_t { forming, active, dormant, dissolved };

struct Group {
  Household founder = 0;  // also names the group in dice
  std::uint32_t rt = 0;
  std::int32_t founded = 0;  // month
  Stage stage = Stage::forming;
  bool ghost = false;      // exists on paper only
  bool found_out = false;  // a ghost that was found
  std::vector<Member> members;
  double ties = 0;                // share of member pairs that were tied at birth
  double cohesion = 0;            // 0..1
  double capacity = 0;            // 0..1
  double meetings = 0;            // held this month
  double attendance = 0;          // share of members present, this month
  std::int32_t last_meeting = 0;  // month
  std::int32_t visits = 0;        // received so far
  std::int32_t visits_now = 0;    // this month
  std::int32_t last_visit = -1;   // month, -1 before the first
  bool admitted = false;          // by the board: may have a loan when there is money
  double priority = 0;            // in the board's queue; the highest is served first
  std::int16_t loans = 0;         // rounds of loans received
  std::int32_t last_loan = -1;    // month of the last one, -1 before the first
  std::vector<double> own;        // columns of the models

  double& operator[](GroupColumn c) { return own[c.number]; }
  double operator[](GroupColumn c) const { return own[c.number]; }
  bool alive() const { return stage != Stage::dissolved && !ghost; }
  double balance() const;
  double overdue() const;
  double reported_overdue() const;
  double savings() const;
  // A member is three or more instalments behind in the reported book.
  bool reported_late(const Terms& terms) const;
  double reported_balance() const;  // of loans not written off
  // Share of members three or more instalments behind, or gone with a balance.
  double default_share(const Terms& terms) const;
};

struct Tranche {
  double planned;  // month
  double arrives;  // month, with delays; never earlier than planned
  double kRp;
  bool received = false;
};

// A missed instalment on its way into the reported book.
struct Missed {
  std::int32_t shows;  // month
  std::uint32_t group;
  Household household;
  double kRp;
};

// Spent on each activity since the start, kRp.
struct Activities {
  double socialization = 0, facilitation = 0, targeting = 0, supervision = 0, coordination = 0,
         lending = 0, grant = 0;
  double groups = 0;             // members' own time, which nobody pays for
  double lump = 0, monthly = 0;  // what isn't made of activities
  double total() const {
    return socialization + facilitation + targeting + supervision + coordination + lending + grant +
           groups + lump + monthly;
  }
  // The month's part of what isn't made of activities. A lump sum is paid once: what is set later,
  // by an event or where variants part, is paid from then on, and what was paid already counts.
  void pay_others(const Costs& costs, int month) {
    if (month >= costs.lump_month && costs.lump > lump) lump = costs.lump;
    monthly += costs.monthly;
  }
};

// What a listing knew of the households that it ordered.
struct Ranking {
  // Households that rankers were asked for, and of them placed: [1] tied to the ranker, [2] two
  // steps away, [0] further. A ranker itself counts as two steps away, or further where it
  // has no tie.
  std::array<double, 3> asked{}, placed{};
  double pairs = 0, wrong = 0;  // of households that a ranker placed both; of them in wrong order
  double correlation = 0, rts = 0;  // rank correlation of order and consumption: sum over RTs
};

// Loans given in one month, kRp: what was repaid of them up to a year after their term, so that
// loans of one age are compared whatever month it is. `second`: of those that are their members'
// second.
struct Cohort {
  double lent = 0, repaid = 0, lent_second = 0, repaid_second = 0;
};
inline constexpr int grace_of_cohorts = 12;  // months after the term

// A household's first loan of a real group.
struct FirstLoan {
  Household household;
  std::int32_t month;
};

// What a ward carries from month to month and the slots share. sim/month/state.cpp names every
// field and doesn't compile without.
struct WardState {
  std::vector<Group> groups;  // in order of founding; dissolved ones stay; added by `Ward::add`
  std::vector<double> own;    // columns of the models
  Fund fund;
  Activities spent;
  std::vector<Tranche> tranches;
  Ranking ranking;
  double for_works = 0;         // kRp of grants received that wait to be spent on works
  double leakable = 0;          // kRp disbursed so far that could have leaked
  double received_now = 0;      // kRp of grants that arrived this month
  double haste = 0;             // 0..1: groups form before the board, in a hurry for the money
  double linked_trust = 0;      // more trust to heal to, as lurah, board and office meet
  double open = 1;              // share of new lending that goes on, 0..1
  bool borrowers_known = true;  // the list of borrowers still exists
  double recoverable = 0;       // kRp leaked that an audit has not looked at yet
  double detection = 0;         // chance that a defaulter is noticed and confronted, 0..1
  double sanction = 0;          // what being confronted costs, instalments of the first loan
  double window_dressing_factor = 1;  // on the share of missed instalments that is rescheduled away
  double due = 0, repaid = 0;         // principal fallen due; of it repaid (true), since the start
  double reported_missed =
      0;  // principal fallen due and reported missing, since the start, less what came in later
  double written_off = 0;  // principal fallen due of loans written off and not repaid
  std::vector<Missed> missed;
  std::vector<std::uint8_t> ever_borrowed;  // one per row of the ward
  struct Borrowers {
    double all = 0, poor = 0, near_poor = 0, others = 0, elite = 0, women = 0;
  } borrowers;         // households that have ever had a loan of a real group
  float bottom40 = 0;  // log consumption below which the poorest 40 % of the ward lie
  double lent_poor = 0, lent_bottom40 = 0, lent_real = 0;  // kRp, real groups
  double lent_first = 0;                                   // of it to members who had never had one
  std::vector<FirstLoan> first_loans;                      // in the order in which they were given
  std::vector<Cohort> cohorts;                             // by month of lending, ghosts too
  double left = 0;                                         // members who have left real groups
  double ghosts_found = 0, ghost_months = 0;               // and the age at which they were, summed
};

struct Owned;  // what models keep (sim/month/lanes.hpp)
struct Lanes;  // the job's columns, dice and marks (sim/month/lanes.hpp)

class Ward : public WardState {
 public:
  Ward(const World& w, const Programme& p, const Costs& c, Lanes& lanes, std::uint32_t number,
       std::uint32_t lane);

  const World& world;
  const Programme& programme;
  const Costs& costs;

  bool suspended() const { return open < 0.05; }  // next to nothing is lent
  double& operator[](WardColumn c) { return own[c.number]; }
  double operator[](WardColumn c) const { return own[c.number]; }
  // A new group, with first values in the models' columns.
  Group& add(Group group);

  // --- households of this ward in this variant
  Place place() const { return world.wards[number_]; }
  std::uint32_t number() const { return number_; }
  std::uint32_t lane() const { return lane_; }
  int month() const;
  float now(Column c, Household h) const;
  void set(Column c, Household h, float value);
  float now(RtColumn c, std::uint32_t rt) const;
  void set(RtColumn c, std::uint32_t rt, float value);
  void set_all(RtColumn c, float value);  // in every RT of the ward
  struct Rts {                            // numbers of RTs, first to last - 1
    std::uint32_t first, last;
  };
  Rts rts() const;
  // Households that this month's pass marked, ascending.
  const std::vector<Household>& marked(Mark mark);

  // --- dice of a decision, this month; `who` is a household's row, a founder's row for a group, or
  // an RT or ward
  double dice(Decision d, std::uint32_t who, std::uint16_t draw = 0) const;
  bool happens(double chance, Decision d, std::uint32_t who, std::uint16_t draw = 0) const {
    return dice(d, who, draw) < chance;
  }
  double normal(Decision d, std::uint32_t who, std::uint16_t draw = 0) const;
  // One number for each of who = first .. first + out.size() - 1, much faster than one by one.
  void uniforms(Decision d, std::uint32_t first, std::span<float> out,
                std::uint16_t draw = 0) const;
  void normals(Decision d, std::uint32_t first, std::span<float> out, std::uint16_t draw = 0) const;

 private:
  Lanes* lanes_;
  std::uint32_t number_, lane_;
  std::vector<Household> marked_;
};

// What a team area carries from month to month.
struct AreaState {
  std::vector<double> own;                     // columns of the models
  std::vector<std::vector<double>> own_lists;  // lists of the models
};

// A team area of one variant: the wards that share a team of facilitators, and auditors' news.
class Area : public AreaState {
 public:
  Area(std::uint32_t number, std::uint32_t lane, const Owned& owned);
  std::vector<Ward*> wards;
  double& operator[](AreaColumn c) { return own[c.number]; }
  std::vector<double>& operator[](AreaList c) { return own_lists[c.number]; }
  std::uint32_t number() const { return number_; }
  std::uint32_t lane() const { return lane_; }

 private:
  std::uint32_t number_, lane_;
};

}  // namespace swadaya
