#include "sim/month/recording_borrowers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include "sim/base/statistics.hpp"

namespace swadaya {

namespace {

auto kind_of(const World& w, Household h) {
  return std::tuple{w.ward[h], w.poor[h] > 0, w.business[h] > 0};
}

// Of the loans that are as old as cohorts become: the share that came back in time.
void add_cohorts(Sums& t, const Ward& ward, int month) {
  const double age = ward.programme.terms().end() + grace_of_cohorts;
  for (std::size_t m = 0; m < ward.cohorts.size(); ++m) {
    if (static_cast<double>(m) + age > month) break;
    add_members_of(t.old_loans, ward.cohorts[m]);
  }
}

void add_gains(Sums& t, const Ward& ward, const Alike& alike) {
  for (const FirstLoan& first : ward.first_loans) {
    const Household h = first.household;
    if (!(ward.world.surveyed[h] > 0)) continue;
    const double others = alike.consumption_of_others(ward, h);
    if (!std::isfinite(others)) continue;
    const double gain = double{ward.now(column::log_consumption, h)} - others;
    t.gain += gain, ++t.compared;
    if (ward.world.poor[h] > 0) t.gain_poor += gain, ++t.compared_poor;
    if (ward.world.female_head[h] > 0) t.gain_women += gain, ++t.compared_women;
  }
}

void add_order(Sums& t, const Ward& ward) {
  std::vector<double> months, consumption;
  for (const FirstLoan& first : ward.first_loans)
    if (ward.world.surveyed[first.household] > 0) {
      months.push_back(first.month);
      consumption.push_back(double{ward.world.log_consumption[first.household]});
    }
  const double rho = correlation(midranks_of(months), midranks_of(consumption));
  if (std::isfinite(rho)) t.loan_order += rho, ++t.ordered_wards;
}

// The month in which the first money arrived.
std::optional<int> money_arrived_in(const Ward& ward) {
  std::optional<int> first;
  for (const Tranche& tranche : ward.tranches)
    if (const int month = static_cast<int>(std::ceil(tranche.arrives)); tranche.received)
      first = first ? std::min(*first, month) : month;
  return first;
}

void add_founding(Sums& t, const Ward& ward, int month) {
  const std::optional<int> money = money_arrived_in(ward);
  if (!money || *money + 3 > month) return;
  for (const Group& g : ward.groups) {
    if (g.ghost) continue;
    if (g.founded >= *money - 3 && g.founded < *money) ++t.founded_before_money;
    if (g.founded > *money && g.founded <= *money + 3) ++t.founded_after_money;
  }
}

}  // namespace

Alike::Alike(const World& world) : world_{world}, place_(world.rows(), 0) {
  for (Household h = 0; h < world.rows(); ++h)
    if (world.surveyed[h] > 0) order_.push_back(h);
  std::sort(order_.begin(), order_.end(), [&](Household a, Household b) {
    return std::tuple{kind_of(world, a), world.log_consumption[a], a} <
           std::tuple{kind_of(world, b), world.log_consumption[b], b};
  });
  for (std::size_t i = 0; i < order_.size(); ++i) place_[order_[i]] = static_cast<std::uint32_t>(i);
}

bool Alike::belong_together(Household a, Household b) const {
  return kind_of(world_, a) == kind_of(world_, b);
}

double Alike::consumption_of_others(const Ward& ward, Household borrower) const {
  const auto first = static_cast<std::ptrdiff_t>(place_[borrower]);
  double sum = 0, found = 0;
  for (const std::ptrdiff_t step : {-1, 1})
    for (auto i = first + step; i >= 0 && i < std::ssize(order_); i += step) {
      const Household other = order_[static_cast<std::size_t>(i)];
      if (!belong_together(borrower, other)) break;
      if (ward.ever_borrowed[other - ward.place().first] != 0) continue;
      sum += double{ward.now(column::log_consumption, other)};
      ++found;
      break;
    }
  return found > 0 ? sum / found : nothing;
}

void add_borrowers_of(Sums& t, const Ward& ward, const Alike& alike, int month) {
  add_cohorts(t, ward, month);
  add_gains(t, ward, alike);
  add_order(t, ward);
  add_founding(t, ward, month);
}

}  // namespace swadaya
