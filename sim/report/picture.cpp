#include "sim/report/picture.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace swadaya {

std::uint8_t HouseholdState::packed() const {
  return static_cast<std::uint8_t>((informed ? 1 : 0) | (rung & 3) << 1 | (member ? 8 : 0) |
                                   static_cast<int>(loan) << 4 | (listed ? 64 : 0) |
                                   (gone ? 128 : 0));
}

HouseholdState HouseholdState::unpacked(std::uint8_t byte) {
  return {(byte & 1) != 0,  static_cast<std::uint8_t>(byte >> 1 & 3),
          (byte & 8) != 0,  static_cast<LoanState>(byte >> 4 & 3),
          (byte & 64) != 0, (byte & 128) != 0};
}

std::string_view name_of(Happens what) {
  static constexpr std::array<std::string_view, 30> names{
      "hears",         "joins",       "leaves",      "speaks",     "decides",    "falls-silent",
      "is-listed",     "is-favoured", "enters",      "drops-out",  "moves-away", "dies",
      "goes-bankrupt", "borrows",     "misses",      "catches-up", "defaults",   "repays-in-full",
      "founded",       "invented",    "first-visit", "admitted",   "lent",       "falls-dormant",
      "meets-again",   "dissolves",   "found-out",   "tranche",    "suspended",  "resumed"};
  static_assert(names.size() == static_cast<std::size_t>(Happens::resumed) + 1);
  return names[static_cast<std::size_t>(what)];
}

namespace {

LoanState loan_state(const Member& m, const Terms& terms) {
  if (!m.owes()) return LoanState::none;
  if (m.fate != Fate::able || m.behind(3, terms)) return LoanState::in_default;
  return m.overdue > 0 ? LoanState::behind : LoanState::repaying;
}

const Member* member_of(const Group& group, Household household) {
  for (const Member& m : group.members)
    if (m.household == household) return &m;
  return nullptr;
}

// Follows one variant of a ward month by month.
class Watch {
 public:
  Watch(const World& world, const Place& place, const std::vector<std::uint32_t>& number,
        Picture::Lane& lane)
      : world_{world}, place_{place}, number_{number}, lane_{lane} {}

  // The state as it stands after `month`.
  void record(Ward& ward, int month) {
    month_ = month;
    const std::size_t households = world_.rows();
    std::vector<HouseholdState> now(households);
    for (Household h = place_.first; h < place_.last; ++h) {
      now[h].informed = ward.now(column::informed, h) > 0;
      const float rung = std::max(ward.now(column::rung, h), ward.now(column::joined, h));
      now[h].rung = static_cast<std::uint8_t>(std::clamp(rung, 0.0f, 3.0f));
      now[h].listed = ward.now(column::listed, h) > 0;
      now[h].gone = !before_.empty() && before_[h].gone;
    }
    const Terms terms = ward.programme.terms();
    for (const Group& group : ward.groups) {
      if (group.ghost) continue;  // its members lent no more than their names
      for (const Member& m : group.members) {
        HouseholdState& state = now[m.household];
        state.member = state.member || group.stage != Stage::dissolved;
        state.loan = std::max(state.loan, loan_state(m, terms));
        state.gone = state.gone || m.fate == Fate::moved || m.fate == Fate::died;
      }
    }
    see_ward(ward);
    see_households(ward, now);
    see_groups(ward, terms);
    for (Household h = place_.first; h < place_.last; ++h)
      if (number_[h] != nobody) lane_.states.push_back(now[h].packed());
    before_ = std::move(now);
    groups_before_ = ward.groups;
  }

 private:
  void tell(Happens what, Household h, std::uint32_t group, double a = 0, double b = 0) {
    lane_.happenings.push_back({month_, what, h == nobody ? nobody : number_[h], group, a, b});
  }

  void see_ward(const Ward& ward) {
    if (month_ > 0 && ward.received_now > 0)
      tell(Happens::tranche, nobody, nobody, ward.received_now);
    if (ward.suspended() != was_suspended_)
      tell(ward.suspended() ? Happens::suspended : Happens::resumed, nobody, nobody);
    was_suspended_ = ward.suspended();
  }

  double ties_with(Household h, bool (*holds)(const HouseholdState&)) const {
    double sum = 0;
    if (!before_.empty())
      for (const Household other : world_.ties.of(h))
        if (holds(before_[other])) ++sum;
    return sum;
  }

  void see_households(const Ward& ward, const std::vector<HouseholdState>& now) {
    for (Household h = place_.first; h < place_.last; ++h) {
      if (number_[h] == nobody) continue;
      const HouseholdState before = before_.empty() ? HouseholdState{} : before_[h];
      if (now[h].informed && !before.informed)
        tell(Happens::hears, h, nobody,
             ties_with(h, [](const HouseholdState& s) { return s.informed; }),
             double{ward.now(column::grant_belief, h)});
      if (now[h].listed && !before.listed) tell(Happens::is_listed, h, nobody);
      if (const bool favoured = ward.now(column::favoured, h) > 0; favoured != favoured_[h]) {
        if (favoured) tell(Happens::is_favoured, h, nobody);
        favoured_[h] = favoured;
      }
      if (now[h].rung == before.rung) continue;
      if (before.rung == 0)
        tell(Happens::joins, h, nobody,
             ties_with(h, [](const HouseholdState& s) { return s.rung > 0; }));
      if (now[h].rung == 0)
        tell(Happens::leaves, h, nobody);
      else if (now[h].rung == 3)
        tell(Happens::decides, h, nobody);
      else if (now[h].rung == 2)
        tell(Happens::speaks, h, nobody);
      else if (before.rung > 1)
        tell(Happens::falls_silent, h, nobody);
    }
  }

  void see_groups(const Ward& ward, const Terms& terms) {
    for (std::uint32_t g = 0; g < ward.groups.size(); ++g) {
      const Group& group = ward.groups[g];
      const Group before = g < groups_before_.size() ? groups_before_[g] : Group{};
      if (g == lane_.groups.size()) begin(group, g);
      see_group(group, before, g);
      if (!group.ghost) see_members(group, before, g, terms);
      lane_.groups[g].months.push_back({group.stage,
                                        static_cast<std::uint32_t>(group.members.size()),
                                        group.cohesion, group.capacity, group.balance(),
                                        group.overdue(), static_cast<std::uint32_t>(group.visits)});
    }
  }

  void begin(const Group& group, std::uint32_t g) {
    lane_.groups.push_back(
        {number_[group.founder], group.rt - world_.rt[place_.first], month_, group.ghost, {}});
    if (group.ghost)
      tell(Happens::invented, nobody, g);
    else
      tell(Happens::founded, nobody, g, static_cast<double>(group.members.size()), group.ties);
  }

  void see_group(const Group& group, const Group& before, std::uint32_t g) {
    if (group.visits > 0 && before.visits == 0) tell(Happens::first_visit, nobody, g);
    if (group.admitted && !before.admitted) tell(Happens::admitted, nobody, g);
    if (group.found_out && !before.found_out) tell(Happens::found_out, nobody, g);
    if (group.stage == Stage::dormant && before.stage != Stage::dormant)
      tell(Happens::falls_dormant, nobody, g);
    if (group.stage == Stage::active && before.stage == Stage::dormant)
      tell(Happens::meets_again, nobody, g);
    if (group.loans > before.loans) {
      double kRp = 0;
      for (const Member& m : group.members) {
        const Member* was = member_of(before, m.household);
        if (m.loans > (was ? was->loans : 0)) kRp += m.principal;
      }
      tell(Happens::lent, nobody, g, kRp, group.loans);
    }
    if (group.stage == Stage::dissolved && before.stage != Stage::dissolved)
      tell(Happens::dissolves, nobody, g);
  }

  void see_members(const Group& group, const Group& before, std::uint32_t g, const Terms& terms) {
    for (const Member& was : before.members) {
      if (member_of(group, was.household)) continue;
      // Fates are known from the month in which they fell; who is erased after its group has
      // dissolved has nothing more to do with it.
      if (was.fate == Fate::able && before.stage != Stage::dissolved &&
          group.stage != Stage::dissolved)
        tell(Happens::drops_out, was.household, g);
    }
    for (const Member& m : group.members) {
      const Member* was = member_of(before, m.household);
      if (!was) tell(Happens::enters, m.household, g, m.household == group.founder ? 1 : 0);
      see_loan(m, was ? *was : Member{}, g, terms);
    }
  }

  void see_loan(const Member& m, const Member& was, std::uint32_t g, const Terms& terms) {
    if (m.fate != was.fate) {
      if (m.fate == Fate::moved) tell(Happens::moves_away, m.household, g);
      if (m.fate == Fate::died) tell(Happens::dies, m.household, g);
      if (m.fate == Fate::bankrupt) tell(Happens::goes_bankrupt, m.household, g);
    }
    const bool again = m.loans > was.loans;
    if (was.owes() && (again || !m.owes())) tell(Happens::repays_in_full, m.household, g);
    if (again) tell(Happens::borrows, m.household, g, m.principal, m.loans);
    const LoanState now = loan_state(m, terms),
                    before = again ? LoanState::none : loan_state(was, terms);
    if (now == before || !m.owes()) return;
    if (now == LoanState::behind && before < LoanState::behind)
      tell(Happens::misses, m.household, g, m.overdue, m.unwilling ? 1 : 0);
    if (now == LoanState::in_default && m.behind(3, terms))
      tell(Happens::defaults, m.household, g, m.overdue, m.unwilling ? 1 : 0);
    if (now == LoanState::repaying && before > LoanState::repaying)
      tell(Happens::catches_up, m.household, g, m.balance);
  }

  const World& world_;
  Place place_;
  const std::vector<std::uint32_t>& number_;  // by row: its number in the picture, or nobody
  Picture::Lane& lane_;
  int month_ = 0;
  std::vector<HouseholdState> before_;  // by row; empty before the first month
  std::vector<bool> favoured_ = std::vector<bool>(world_.rows());
  std::vector<Group> groups_before_;
  bool was_suspended_ = false;
};

// Places and ties of the ward; fills `number`, by row.
Picture places_of(const World& world, const Place& place, std::vector<std::uint32_t>& number) {
  Picture picture;
  number.assign(world.rows(), nobody);
  const std::uint32_t first_rt = world.rt[place.first];
  for (Household h = place.first; h < place.last; ++h) {
    if (world.occupied[h] == 0) continue;
    number[h] = static_cast<std::uint32_t>(picture.households.size());
    picture.households.push_back({world.rt[h] - first_rt, world.poor[h] > 0, world.elite[h] > 0,
                                  world.head[h] > 0, world.business[h] > 0});
  }
  const std::uint32_t ward = world.ward[place.first];
  for (std::uint32_t rt = first_rt; rt < world.rts.size() && world.ward_of_rt[rt] == ward; ++rt)
    picture.rw_of_rt.push_back(world.rw_of_rt[rt] - world.rw_of_rt[first_rt]);
  for (Household h = place.first; h < place.last; ++h)
    for (const Household other : world.ties.of(h))
      if (h < other && number[other] != nobody) picture.ties.push_back({number[h], number[other]});
  return picture;
}

}  // namespace

Picture picture_of(const World& world, std::span<const Scenario* const> variants,
                   const Catalogue& catalogue, std::uint32_t ward,
                   const std::function<bool()>& go_on) {
  Simulation simulation{world, variants, catalogue, Order::one_by_one};
  const Place place = world.wards.at(ward);
  std::vector<std::uint32_t> number;
  Picture picture = places_of(world, place, number);
  picture.months = variants[0]->months;
  picture.lanes.resize(variants.size());
  std::vector<Watch> watches;
  for (Picture::Lane& lane : picture.lanes) watches.emplace_back(world, place, number, lane);
  const auto record = [&] {
    for (std::uint32_t v = 0; v < variants.size(); ++v)
      watches[v].record(simulation.ward(ward, v), simulation.month());
  };
  record();
  while (simulation.month() < picture.months) {
    if (!go_on()) {
      picture.lanes.clear();
      return picture;
    }
    simulation.step();
    record();
  }
  return picture;
}

std::vector<Happening> story_of_household(const Picture::Lane& lane, std::uint32_t household) {
  bool borrowed = false;
  std::map<std::uint32_t, std::pair<int, int>> stays;  // by group: first and last month in it
  const int last = lane.happenings.empty() ? 0 : lane.happenings.back().month;
  for (const Happening& one : lane.happenings) {
    if (one.household != household) continue;
    borrowed = borrowed || one.what == Happens::borrows;
    if (one.what == Happens::enters) stays[one.group] = {one.month, last};
    if (one.what == Happens::drops_out) stays[one.group].second = one.month;
  }
  std::vector<Happening> story;
  for (const Happening& one : lane.happenings) {
    const auto stay = stays.find(one.group);
    const bool of_own_group = one.household == nobody && stay != stays.end() &&
                              one.what != Happens::lent && one.month >= stay->second.first &&
                              one.month <= stay->second.second;
    const bool of_ward =
        one.household == nobody && one.group == nobody && borrowed && one.what != Happens::tranche;
    if (one.household == household || of_own_group || of_ward) story.push_back(one);
  }
  return story;
}

std::vector<Happening> story_of_group(const Picture::Lane& lane, std::uint32_t group) {
  std::vector<Happening> story;
  for (const Happening& one : lane.happenings)
    if (one.group == group) story.push_back(one);
  return story;
}

std::vector<std::uint32_t> eventful_households(const Picture::Lane& lane, std::size_t most) {
  struct Told {
    std::uint32_t happenings = 0, group = nobody;
  };
  std::map<std::uint32_t, Told> told;
  for (const Happening& one : lane.happenings) {
    if (one.household == nobody) continue;
    Told& of = told[one.household];
    ++of.happenings;
    if (one.what == Happens::enters && of.group == nobody) of.group = one.group;
  }
  std::vector<std::pair<std::uint32_t, Told>> all{told.begin(), told.end()};
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.second.happenings > b.second.happenings;
  });
  std::vector<std::uint32_t> chosen, groups;
  for (const auto& [household, of] : all) {
    if (chosen.size() == most) break;
    if (of.group != nobody && std::find(groups.begin(), groups.end(), of.group) != groups.end())
      continue;
    groups.push_back(of.group);
    chosen.push_back(household);
  }
  return chosen;
}

}  // namespace swadaya
