// One ward of one replicate as a picture that plays through the months: where households live, who
// is tied to whom, what each is up to, what becomes of groups, and what happened to whom.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/month/simulation.hpp"
#include "sim/world/network.hpp"

namespace swadaya {

// Of a household: 0 owes nothing, 1 repays in time, 2 is behind, 3 in default (three or more
// instalments behind, or unable to pay).
enum class LoanState : std::uint8_t { none, repaying, behind, in_default };

// A household in a month, in a byte.
struct HouseholdState {
  bool informed = false;
  std::uint8_t rung = 0;  // 0 none, 1 attends, 2 contributes and speaks, 3 helps to decide
  bool member = false;    // of a group
  LoanState loan = LoanState::none;
  bool listed = false;  // on the ward's list of the poor
  bool gone = false;    // died or moved away while a member

  std::uint8_t packed() const;
  static HouseholdState unpacked(std::uint8_t byte);
  bool operator==(const HouseholdState&) const = default;
};

// What can happen, and what `a` and `b` of it say.
enum class Happens : std::uint8_t {
  // to a household
  hears,         // a: ties that knew the month before, b: belief that the money is a grant, 0..1
  joins,         // on rung 1 or higher. a: ties that took part the month before
  leaves,        // falls back to rung 0
  speaks,        // on rung 2
  decides,       // on rung 3
  falls_silent,  // back to rung 1
  is_listed,
  is_favoured,  // let in without being on the list
  enters,       // a group. a: 1 where the household founds it
  drops_out,    // of its group
  moves_away,
  dies,
  goes_bankrupt,
  borrows,     // a: kRp, b: which loan of its own
  misses,      // falls behind. a: kRp overdue, b: 1 where it could have paid
  catches_up,  // a: kRp still to pay
  defaults,    // three instalments behind. a: kRp overdue, b: 1 where it could have paid
  repays_in_full,
  // to a group
  founded,      // a: members, b: share of pairs tied
  invented,     // a group on paper only
  first_visit,  // of a facilitator
  admitted,     // by the board
  lent,         // a: kRp, b: which round
  falls_dormant,
  meets_again,
  dissolves,
  found_out,  // a group on paper only
  // to the ward
  tranche,    // a: kRp
  suspended,  // lending, as too much is in arrears
  resumed,
};
std::string_view name_of(Happens what);  // "hears", "repays-in-full"

inline constexpr std::uint32_t nobody = 0xffffffffu;

struct Happening {
  int month;
  Happens what;
  std::uint32_t household = nobody, group = nobody;  // numbers in the picture
  double a = 0, b = 0;
};

// A group month by month from its founding on.
struct GroupHistory {
  std::uint32_t founder, rt;  // numbers in the picture
  int founded;                // month
  bool ghost;
  struct Month {
    Stage stage;
    std::uint32_t members;
    double cohesion, capacity;  // 0..1
    double balance, overdue;    // kRp, true book
    std::uint32_t visits;       // of facilitators so far
  };
  std::vector<Month> months;  // months[m - founded]
};

struct Picture {
  int months = 0;
  struct Home {
    std::uint32_t rt;  // number in the ward
    bool poor, elite, head, business;
  };
  std::vector<Home> households;         // RT by RT; occupied rows of the ward only
  std::vector<std::uint32_t> rw_of_rt;  // by RT of the ward, numbers in the ward
  std::vector<Tie> ties;                // among households of the ward, a < b
  struct Lane {
    std::vector<std::uint8_t> states;   // packed, (months + 1) x households, month by month
    std::vector<GroupHistory> groups;   // in order of founding
    std::vector<Happening> happenings;  // by month
    HouseholdState at(int month, std::uint32_t household, std::size_t all) const {
      return HouseholdState::unpacked(states[static_cast<std::size_t>(month) * all + household]);
    }
  };
  std::vector<Lane> lanes;  // one a variant

  HouseholdState state(std::size_t lane, int month, std::uint32_t household) const {
    return lanes[lane].at(month, household, households.size());
  }
};

// Runs the variants side by side in this world and watches ward number `ward`. `go_on` is asked
// each month and ends it by returning false; the picture has no lanes then.
Picture picture_of(const World& world, std::span<const Scenario* const> variants,
                   const Catalogue& catalogue, std::uint32_t ward,
                   const std::function<bool()>& go_on);

// What happened to a household: to itself, and to each of its groups while it was a member. Of the
// ward it has what every borrower feels, where the household ever borrowed.
std::vector<Happening> story_of_household(const Picture::Lane& lane, std::uint32_t household);
// What happened to a group and, in it, to its members.
std::vector<Happening> story_of_group(const Picture::Lane& lane, std::uint32_t group);
// Households whose stories are worth following, the fullest first, no two of the same group.
std::vector<std::uint32_t> eventful_households(const Picture::Lane& lane, std::size_t most);

}  // namespace swadaya
