#include "sim/report/picture_json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

namespace swadaya {

namespace {

using nlohmann::json;

// What a page shows of a number: three decimals of shares, whole kRp.
double share(double x) { return std::round(x * 1000) / 1000; }
double money(double kRp) { return std::round(kRp); }

json states_json(const Picture& picture, const Picture::Lane& lane, std::uint32_t household) {
  const std::size_t all = picture.households.size();
  json changes = json::array({lane.states[household]});
  for (std::size_t m = 1; m <= static_cast<std::size_t>(picture.months); ++m) {
    const std::uint8_t now = lane.states[m * all + household];
    if (now == lane.states[(m - 1) * all + household]) continue;
    changes.push_back(m);
    changes.push_back(now);
  }
  return changes;
}

// Who was in a group from when to when, in the order of entering.
json members_json(const Picture::Lane& lane, std::uint32_t group) {
  struct Stay {
    std::uint32_t household;
    int from, to;
  };
  std::vector<Stay> stays;
  for (const Happening& one : lane.happenings) {
    if (one.group != group) continue;
    if (one.what == Happens::enters) stays.push_back({one.household, one.month, -1});
    if (one.what != Happens::drops_out && one.what != Happens::moves_away &&
        one.what != Happens::dies)
      continue;
    for (Stay& stay : stays)
      if (stay.household == one.household && stay.to < 0) stay.to = one.month;
  }
  json members = json::array();
  for (const Stay& stay : stays)
    for (const std::int64_t x :
         {std::int64_t{stay.household}, std::int64_t{stay.from}, std::int64_t{stay.to}})
      members.push_back(x);
  return members;
}

json group_json(const Picture::Lane& lane, std::uint32_t g) {
  const GroupHistory& group = lane.groups[g];
  json stage = json::array(), size = json::array(), cohesion = json::array(),
       capacity = json::array(), balance = json::array(), overdue = json::array(),
       visits = json::array();
  for (const GroupHistory::Month& month : group.months) {
    stage.push_back(static_cast<int>(month.stage));
    size.push_back(month.members);
    cohesion.push_back(share(month.cohesion));
    capacity.push_back(share(month.capacity));
    balance.push_back(money(month.balance));
    overdue.push_back(money(month.overdue));
    visits.push_back(month.visits);
  }
  return {{"founder", group.founder},
          {"rt", group.rt},
          {"founded", group.founded},
          {"ghost", group.ghost},
          {"members", members_json(lane, g)},
          {"stage", stage},
          {"size", size},
          {"cohesion", cohesion},
          {"capacity", capacity},
          {"balance", balance},
          {"overdue", overdue},
          {"visits", visits}};
}

json happening_json(const Happening& one) {
  json row = json::array({one.month, std::string{name_of(one.what)}, share(one.a), share(one.b)});
  row.push_back(one.household == nobody ? json(nullptr) : json(one.household));
  row.push_back(one.group == nobody ? json(nullptr) : json(one.group));
  return row;
}

json happenings_json(const std::vector<Happening>& story) {
  json rows = json::array();
  for (const Happening& one : story) rows.push_back(happening_json(one));
  return rows;
}

std::uint32_t step_for(std::size_t all, std::uint32_t most) {
  return static_cast<std::uint32_t>(std::max<std::size_t>(1, (all + most - 1) / most));
}

}  // namespace

json picture_json(const Picture& picture, PictureSize size) {
  const auto all = static_cast<std::uint32_t>(picture.households.size());
  const std::uint32_t every = step_for(all, size.households);
  json out{{"months", picture.months}, {"households", all}, {"every", every}};
  std::vector<std::uint32_t> shown_of_rt(picture.rw_of_rt.size());
  json poor = json::array(), elite = json::array(), heads = json::array(), business = json::array();
  for (std::uint32_t h = 0; h < all; h += every) {
    const Picture::Home& home = picture.households[h];
    ++shown_of_rt[home.rt];
    if (home.poor) poor.push_back(h);
    if (home.elite) elite.push_back(h);
    if (home.head) heads.push_back(h);
    if (home.business) business.push_back(h);
  }
  out["poor"] = std::move(poor), out["elite"] = std::move(elite), out["heads"] = std::move(heads);
  out["business"] = std::move(business);
  json rts = json::array();
  for (std::size_t rt = 0; rt < shown_of_rt.size(); ++rt)
    rts.push_back({picture.rw_of_rt[rt], shown_of_rt[rt]});
  out["rts"] = std::move(rts);
  out["ties"] = picture.ties.size();
  std::vector<Tie> between_shown;
  for (const Tie& tie : picture.ties)
    if (tie.a % every == 0 && tie.b % every == 0) between_shown.push_back(tie);
  json ties = json::array();
  for (std::size_t t = 0; t < between_shown.size();
       t += step_for(between_shown.size(), size.ties)) {
    ties.push_back(between_shown[t].a);
    ties.push_back(between_shown[t].b);
  }
  out["shown_ties"] = std::move(ties);
  out["lanes"] = json::array();
  for (const Picture::Lane& lane : picture.lanes) {
    json states = json::array(), groups = json::array(), ward = json::array();
    for (std::uint32_t h = 0; h < all; h += every) states.push_back(states_json(picture, lane, h));
    for (std::uint32_t g = 0; g < lane.groups.size(); ++g) groups.push_back(group_json(lane, g));
    for (const Happening& one : lane.happenings)
      if (one.household == nobody && one.group == nobody)
        ward.push_back({one.month, std::string{name_of(one.what)}, share(one.a), share(one.b)});
    out["lanes"].push_back(
        {{"states", std::move(states)}, {"groups", std::move(groups)}, {"ward", std::move(ward)}});
  }
  return out;
}

json household_story_json(const Picture& picture, std::size_t lane, std::uint32_t household) {
  const std::uint32_t rt = picture.households.at(household).rt;
  json ties = json::array();
  for (const Tie& tie : picture.ties)
    if (tie.a == household || tie.b == household)
      ties.push_back(tie.a == household ? tie.b : tie.a);
  return {{"household", household},
          {"rt", rt},
          {"rw", picture.rw_of_rt.at(rt)},
          {"ties", std::move(ties)},
          {"happenings", happenings_json(story_of_household(picture.lanes.at(lane), household))}};
}

json group_story_json(const Picture& picture, std::size_t lane, std::uint32_t group) {
  const std::uint32_t rt = picture.lanes.at(lane).groups.at(group).rt;
  return {{"group", group},
          {"rt", rt},
          {"rw", picture.rw_of_rt.at(rt)},
          {"happenings", happenings_json(story_of_group(picture.lanes.at(lane), group))}};
}

}  // namespace swadaya
