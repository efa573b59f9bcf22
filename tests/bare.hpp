// Something declared on its own, a rule say, in a world made by hand: no scenario and no models.
#pragma once

#include <algorithm>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "sim/month/cells.hpp"
#include "sim/month/month.hpp"
#include "sim/month/programme.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

struct Size {
  std::uint32_t wards = 1, rts = 1;  // RTs a ward, each a chunk of its own
  std::uint32_t households = 16;     // an RT; a multiple of 16
};

// Wards of one RW, one team's; everybody is surveyed, nobody differs from the next.
inline World world_by_hand(const Size& size, const std::vector<Tie>& ties = {}) {
  World w;
  const std::uint32_t rts = size.wards * size.rts, rows = rts * size.households;
  w.occupied.assign(rows, 1), w.surveyed.assign(rows, 1), w.susceptibility.assign(rows, 1);
  for (auto field : {&World::size, &World::log_consumption, &World::attitude, &World::poor,
                     &World::near_poor, &World::elite, &World::head, &World::business,
                     &World::female_head, &World::adopter, &World::leader})
    (w.*field).assign(rows, 0);
  w.identity.resize(rows);
  std::iota(w.identity.begin(), w.identity.end(), 0u);
  w.ties = ties_of(rows, ties);
  for (Household h = 0; h < rows; ++h) {
    const std::uint32_t rt = h / size.households;
    w.degree.push_back(static_cast<float>(w.ties.of(h).size()));
    w.rt.push_back(rt), w.rw.push_back(rt / size.rts), w.ward.push_back(rt / size.rts);
  }
  for (std::uint32_t rt = 0; rt < rts; ++rt) {
    const Household first = rt * size.households, last = first + size.households;
    w.rts.push_back({first, last});
    w.chunks.push_back({first, last, rt / size.rts});
    w.rw_of_rt.push_back(rt / size.rts), w.ward_of_rt.push_back(rt / size.rts);
  }
  w.wards_of_area.emplace_back();
  for (std::uint32_t ward = 0; ward < size.wards; ++ward) {
    const Household rows_of_ward = size.rts * size.households;
    w.wards.push_back({ward * rows_of_ward, (ward + 1) * rows_of_ward});
    w.wards_of_area[0].push_back(ward);
  }
  w.rws = w.wards;
  w.area_of_ward.assign(size.wards, 0);
  w.ward_effect.assign(size.wards, 0), w.dishonest.assign(size.wards, 0);
  w.households = w.households_surveyed = rows;
  w.poverty_line = 100;
  w.dice = Dice{4, 0};
  return w;
}

// What the variants of a job would share, were this all that they declare.
inline Lanes lanes_of(const World& world, std::uint32_t count, const Declare& declare) {
  const Declare::Counts all = declare.next();
  Lanes lanes{
      world,
      count,
      0,
      Columns{{all.columns, all.rt_columns, (std::size_t{world.rows()} + pack_width) * count,
               world.rts.size() * count, 8}},
      count == 1 ? in_packs(world.ties) : TiesOfPacks{},
      {},
      {declare.first_of_groups(), declare.first_of_wards(), all.area_columns, all.area_lists}};
  lanes.marked.assign(world.chunks.size(),
                      std::vector<std::vector<Household>>(std::size_t{all.marks} * count));
  return lanes;
}

// A rule of one variant, with its wards; consumption is the world's. Settings are "rule.quota",
// "programme.exit", "costs.visit".
template <class Rule>
class Bare {
 public:
  template <class... A>
  explicit Bare(World w, const Values& settings = {}, const A&... arguments)
      : world{std::move(w)},
        rule_{made_in<Rule>(declared_, arguments...)},
        programme_{made_in<Programme>(of_programme_)},
        costs_{made_in<Costs>(of_costs_)},
        lanes_{lanes_of(world, 1, declared_)},
        area{0, 0, lanes_.owned} {
    set(settings);
    for (std::uint32_t number = 0; number < world.wards.size(); ++number) {
      wards_.push_back(std::make_unique<Ward>(world, *programme_, *costs_, lanes_, number, 0));
      const Place place = ward(number).place();
      ward(number).ever_borrowed.assign(place.last - place.first, 0);
      for (Household h = place.first; h < place.last; ++h)
        ward(number).set(column::log_consumption, h, world.log_consumption[h]);
      area.wards.push_back(wards_.back().get());
    }
  }

  Bare(const Bare&) = delete;
  Bare& operator=(const Bare&) = delete;

  void set(const Values& settings) {
    for (const auto& [key, value] : settings) {
      Declare& section = key.starts_with("rule.")        ? declared_
                         : key.starts_with("programme.") ? of_programme_
                                                         : of_costs_;
      const auto& infos = section.parameters();
      if (std::none_of(infos.begin(), infos.end(), [&](const ParameterInfo& info) {
            return info.name == key.substr(key.find('.') + 1);
          }))
        throw std::logic_error{"nothing declares " + key};
      section.set({{key, value}}, 0, 1);
    }
  }

  const Rule& rule() const { return *rule_; }
  Ward& ward(std::uint32_t number = 0) { return *wards_.at(number); }
  const std::vector<std::unique_ptr<Ward>>& wards() const { return wards_; }
  Month at(int month) {
    lanes_.month = month;
    return {month, 1.0f, world};
  }
  // A pass over all households, sixteen cells at a time.
  template <class F>
  void pass(const std::vector<Column>& written, F households) {
    lanes_.columns.open(written);
    for (std::size_t c = 0; c < world.chunks.size(); ++c) {
      for (auto& list : lanes_.marked[c]) list.clear();
      Cells cells{lanes_, c, declared_.decisions().size()};
      for (std::size_t p = 0; p < cells.packs(); ++p) cells.move_to(p), households(cells);
    }
    lanes_.columns.commit();
  }
  // A group of these households, the first its founder.
  Group& group_of(const std::vector<Household>& households, std::uint32_t number = 0) {
    Group group;
    group.founder = households.at(0);
    group.rt = world.rt[group.founder];
    group.stage = Stage::active;
    for (const Household h : households) {
      group.members.push_back({});
      group.members.back().household = h;
      ward(number).set(column::member, h, 1);
    }
    return ward(number).add(std::move(group));
  }

  World world;

 private:
  template <class Settings, class... A>
  static std::unique_ptr<Settings> made_in(Declare& declare, const A&... arguments) {
    const Declare::Making making{declare, 0};
    return std::make_unique<Settings>(arguments...);
  }

  Declare declared_{"rule"}, of_programme_{"programme"}, of_costs_{"costs"};
  std::unique_ptr<Rule> rule_;
  std::unique_ptr<Programme> programme_;
  std::unique_ptr<Costs> costs_;
  Lanes lanes_;
  std::vector<std::unique_ptr<Ward>> wards_;

 public:
  Area area;
};

}  // namespace swadaya
