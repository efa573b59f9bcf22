#include "sim/month/ward.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <stdexcept>

#include "sim/month/lanes.hpp"
#include "sim/month/limits.hpp"

namespace swadaya {

namespace {

template <class F>
double total(const std::vector<Member>& members, F of) {
  double sum = 0;
  for (const Member& m : members) sum += of(m);
  return sum;
}

template <class C>
void check(C column, const char* what, std::size_t number, std::size_t count, float value) {
  if (number >= count)
    throw std::out_of_range{fmt::format("there is no {} {} of {}", what, number, count)};
  const Limits* const limits = limits_of(column);
  if (limits && !limits->hold(value))
    throw std::range_error{
        fmt::format("{} of {} {} is {}", limits->name, what, number, fault_of(*limits, value))};
}

}  // namespace

double Group::balance() const {
  return total(members, [](const Member& m) { return m.balance; });
}
double Group::overdue() const {
  return total(members, [](const Member& m) { return m.overdue; });
}
double Group::reported_overdue() const {
  return total(members, [](const Member& m) { return m.reported_overdue; });
}
double Group::savings() const {
  return total(members, [](const Member& m) { return m.savings; });
}

double Group::reported_balance() const {
  return total(members, [](const Member& m) { return m.written_off ? 0 : m.balance; });
}

bool Group::reported_late(const Terms& terms) const {
  return std::any_of(members.begin(), members.end(),
                     [&](const Member& m) { return m.reported_behind(3, terms); });
}

double Group::default_share(const Terms& terms) const {
  if (members.empty()) return 0;
  double defaulters = 0;
  for (const Member& m : members) {
    const bool gone = m.balance > 0 && m.fate != Fate::able;
    if (gone || m.behind(3, terms)) ++defaulters;
  }
  return defaulters / static_cast<double>(members.size());
}

Ward::Ward(const World& w, const Programme& p, const Costs& c, Lanes& lanes, std::uint32_t number,
           std::uint32_t lane)
    : world{w}, programme{p}, costs{c}, lanes_{&lanes}, number_{number}, lane_{lane} {
  own = lanes.owned.first_of_wards;
}

Area::Area(std::uint32_t number, std::uint32_t lane, const Owned& owned)
    : number_{number}, lane_{lane} {
  own.assign(owned.area_columns, 0);
  own_lists.resize(owned.area_lists);
}

Group& Ward::add(Group group) {
  group.own = lanes_->owned.first_of_groups;
  return groups.emplace_back(std::move(group));
}

int Ward::month() const { return lanes_->month; }

float Ward::now(Column c, Household h) const {
  return lanes_->columns.now(c)[std::size_t{h} * lanes_->count + lane_];
}
void Ward::set(Column c, Household h, float value) {
  check(c, "household", h, world.rows(), value);
  lanes_->columns.set(c, std::size_t{h} * lanes_->count + lane_, value);
}
float Ward::now(RtColumn c, std::uint32_t rt) const {
  return lanes_->columns.now(c)[std::size_t{rt} * lanes_->count + lane_];
}
void Ward::set(RtColumn c, std::uint32_t rt, float value) {
  check(c, "RT", rt, world.rts.size(), value);
  lanes_->columns.now(c)[std::size_t{rt} * lanes_->count + lane_] = value;
}

void Ward::set_all(RtColumn c, float value) {
  const Rts here = rts();
  for (std::uint32_t rt = here.first; rt < here.last; ++rt) set(c, rt, value);
}

Ward::Rts Ward::rts() const {
  const auto& wards = world.ward_of_rt;
  const auto [first, last] = std::equal_range(wards.begin(), wards.end(), number_);
  return {static_cast<std::uint32_t>(first - wards.begin()),
          static_cast<std::uint32_t>(last - wards.begin())};
}

const std::vector<Household>& Ward::marked(Mark mark) {
  marked_.clear();
  for (std::size_t c = 0; c < world.chunks.size(); ++c) {
    if (world.chunks[c].ward != number_) continue;
    const auto& list = lanes_->marked[c][mark.number * lanes_->count + lane_];
    marked_.insert(marked_.end(), list.begin(), list.end());
  }
  return marked_;
}

namespace {

Roll roll_of(Decision d, int month, std::uint16_t draw) {
  return {d.key, static_cast<std::uint16_t>(month), draw};
}

}  // namespace

double Ward::dice(Decision d, std::uint32_t who, std::uint16_t draw) const {
  return world.dice.uniform(roll_of(d, lanes_->month, draw), who);
}
double Ward::normal(Decision d, std::uint32_t who, std::uint16_t draw) const {
  return world.dice.normal(roll_of(d, lanes_->month, draw), who);
}
void Ward::uniforms(Decision d, std::uint32_t first, std::span<float> out,
                    std::uint16_t draw) const {
  world.dice.uniforms(roll_of(d, lanes_->month, draw), first, out);
}
void Ward::normals(Decision d, std::uint32_t first, std::span<float> out,
                   std::uint16_t draw) const {
  world.dice.normals(roll_of(d, lanes_->month, draw), first, out);
}

}  // namespace swadaya
