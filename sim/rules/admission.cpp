#include "sim/rules/admission.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/statistics.hpp"

namespace swadaya {

std::vector<Household> Admission::lowest(const Ward& ward, const Place& place,
                                         const std::vector<double>& scores, double share) const {
  const Household first = ward.place().first;
  std::vector<std::pair<double, Household>> order;
  std::size_t households = 0;
  for (Household h = place.first; h < place.last; ++h) {
    if (ward.world.surveyed[h] == 0) continue;
    ++households;
    if (std::isfinite(scores[h - first])) order.emplace_back(scores[h - first], h);
  }
  const auto wanted =
      static_cast<std::size_t>(std::lround(std::min(share, 1.0) * static_cast<double>(households)));
  const std::size_t listed = std::min(wanted, order.size());
  std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(listed), order.end());
  std::vector<Household> chosen;
  for (std::size_t i = 0; i < listed; ++i) chosen.push_back(order[i].second);
  return chosen;
}

void Admission::list_lowest_of_each_rt(Ward& ward, const std::vector<double>& scores) const {
  const auto rts = ward.rts();
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt)
    for (const Household h : lowest(ward, ward.world.rts[rt], scores, quota))
      ward.set(column::listed, h, 1);
  note_order(ward, scores);
}

void Admission::list_lowest_of_ward(Ward& ward, const std::vector<double>& scores) const {
  for (const Household h : lowest(ward, ward.place(), scores, quota))
    ward.set(column::listed, h, 1);
  note_order(ward, scores);
}

// How the order agrees with consumption, RT by RT.
void Admission::note_order(Ward& ward, const std::vector<double>& scores) const {
  const Household first = ward.place().first;
  const auto rts = ward.rts();
  std::vector<double> order, consumption;
  for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
    order.clear(), consumption.clear();
    for (Household h = ward.world.rts[rt].first; h < ward.world.rts[rt].last; ++h) {
      if (ward.world.surveyed[h] == 0) continue;
      order.push_back(scores[h - first]);
      consumption.push_back(double{ward.now(column::log_consumption, h)});
    }
    const double r = correlation(midranks_of(order), midranks_of(consumption));
    if (std::isfinite(r)) ward.ranking.correlation += r, ++ward.ranking.rts;
  }
}

void Admission::favour_elites(Ward& ward) const {
  const Place place = ward.place();
  std::vector<float> u(place.last - place.first);
  ward.uniforms(favours, place.first, u);
  const World& w = ward.world;
  for (Household h = place.first; h < place.last; ++h) {
    if (ward.now(column::listed, h) > 0) continue;
    const double favour = (1 - ballot) * double{w.elite[h]} + ballot * double{w.poor[h]};
    if (double{u[h - place.first]} < elite_bonus * favour) ward.set(column::favoured, h, 1);
  }
}

void Admission::admit_groups(Ward& ward) const {
  const auto borrowed = std::count_if(ward.groups.begin(), ward.groups.end(),
                                      [](const Group& g) { return g.loans > 0; });
  for (Group& group : ward.groups) {
    if (group.ghost) {
      group.admitted = true;
      group.priority = 10;  // its maker sits on the board
      continue;
    }
    if (!group.alive() || group.members.empty()) continue;
    admit(ward, group, static_cast<double>(borrowed) < few);
  }
}

void Admission::admit(const Ward& ward, Group& group, bool few_apply) const {
  const World& w = ward.world;
  double score = 0, consumption = 0, businesses = 0, poor = 0;
  for (const Member& m : group.members) {
    const bool let_in =
        ward.now(column::listed, m.household) > 0 || ward.now(column::favoured, m.household) > 0;
    const bool trades = w.business[m.household] > 0;
    const double as_poor = ballot * double{w.poor[m.household]};
    score += let_in ? 1 : std::max(trades ? business_score : 0.0, as_poor);
    poor += double{w.poor[m.household]};
    consumption += double{ward.now(column::log_consumption, m.household)};
    businesses += trades ? 1 : 0;
  }
  const auto n = static_cast<double>(group.members.size());
  if (score / n >= bar) group.admitted = true;
  const double usual =
      few_apply ? (consumption + businesses) / n : score / n - 1e-4 * group.founded;
  group.priority = (1 - ballot) * usual + ballot * poor / n;
}

std::vector<float> standardised_consumption(const Ward& ward) {
  const World& w = ward.world;
  const Place place = ward.place();
  std::vector<float> z(place.last - place.first, 0.0f);
  double n = 0, sum = 0, squares = 0;
  for (Household h = place.first; h < place.last; ++h) {
    if (w.surveyed[h] == 0) continue;
    const auto y = double{ward.now(column::log_consumption, h)};
    ++n, sum += y, squares += y * y;
    z[h - place.first] = static_cast<float>(y);
  }
  if (n == 0) return z;
  const double mean = sum / n, sd = std::sqrt(std::max(1e-12, squares / n - mean * mean));
  for (Household h = place.first; h < place.last; ++h)
    if (float& y = z[h - place.first]; w.surveyed[h] > 0)
      y = static_cast<float>((double{y} - mean) / sd);
  return z;
}

std::vector<double> proxy_scores(const Ward& ward, double accuracy, Decision errors) {
  const std::vector<float> z = standardised_consumption(ward);
  std::vector<float> e(z.size());
  ward.normals(errors, ward.place().first, e);
  const double noise = std::sqrt(1 - accuracy * accuracy);
  std::vector<double> scores(z.size());
  for (std::size_t i = 0; i < z.size(); ++i)
    scores[i] = accuracy * double{z[i]} + noise * double{e[i]};
  return scores;
}

}  // namespace swadaya
