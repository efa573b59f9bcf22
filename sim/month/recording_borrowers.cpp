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
void record_cohorts(OutcomeRow& row, std::span<const std::unique_ptr<Ward>> wards, int month) {
  Cohort all;
  for (const auto& ward : wards) {
    const double age = ward->programme.terms().end() + grace_of_cohorts;
    for (std::size_t m = 0; m < ward->cohorts.size(); ++m) {
      if (static_cast<double>(m) + age > month) break;
      const Cohort& cohort = ward->cohorts[m];
      all.lent += cohort.lent, all.repaid += cohort.repaid;
      all.lent_second += cohort.lent_second, all.repaid_second += cohort.repaid_second;
    }
  }
  row.share("recovery_12", all.repaid, all.lent);
  row.share("default_of_loan_2", all.lent_second - all.repaid_second, all.lent_second);
}

struct Gain {
  double sum = 0, borrowers = 0;
  void add(double gain) { sum += gain, ++borrowers; }
};

void record_gains(OutcomeRow& row, std::span<const std::unique_ptr<Ward>> wards,
                  const Alike& alike) {
  Gain all, poor, women;
  for (const auto& ward : wards)
    for (const FirstLoan& first : ward->first_loans) {
      const Household h = first.household;
      if (!(ward->world.surveyed[h] > 0)) continue;
      const double others = alike.consumption_of_others(*ward, h);
      if (!std::isfinite(others)) continue;
      const double gain = double{ward->now(column::log_consumption, h)} - others;
      all.add(gain);
      if (ward->world.poor[h] > 0) poor.add(gain);
      if (ward->world.female_head[h] > 0) women.add(gain);
    }
  row.share("borrower_gain", all.sum, all.borrowers);
  row.share("borrower_gain_poor", poor.sum, poor.borrowers);
  row.share("borrower_gain_women", women.sum, women.borrowers);
}

void record_order(OutcomeRow& row, std::span<const std::unique_ptr<Ward>> wards) {
  double sum = 0, measured = 0;
  std::vector<double> months, consumption;
  for (const auto& ward : wards) {
    months.clear(), consumption.clear();
    for (const FirstLoan& first : ward->first_loans)
      if (ward->world.surveyed[first.household] > 0) {
        months.push_back(first.month);
        consumption.push_back(double{ward->world.log_consumption[first.household]});
      }
    const double rho = correlation(midranks_of(months), midranks_of(consumption));
    if (std::isfinite(rho)) sum += rho, ++measured;
  }
  row.share("loan_order_correlation", sum, measured);
}

// The month in which the first money arrived.
std::optional<int> money_arrived_in(const Ward& ward) {
  std::optional<int> first;
  for (const Tranche& tranche : ward.tranches)
    if (const int month = static_cast<int>(std::ceil(tranche.arrives)); tranche.received)
      first = first ? std::min(*first, month) : month;
  return first;
}

void record_founding(OutcomeRow& row, std::span<const std::unique_ptr<Ward>> wards, int month) {
  double before = 0, after = 0;
  for (const auto& ward : wards) {
    const std::optional<int> money = money_arrived_in(*ward);
    if (!money || *money + 3 > month) continue;
    for (const Group& g : ward->groups) {
      if (g.ghost) continue;
      if (g.founded >= *money - 3 && g.founded < *money) ++before;
      if (g.founded > *money && g.founded <= *money + 3) ++after;
    }
  }
  row.share("founding_after_money", after, before);
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

void record_borrowers(OutcomeRow& row, std::span<const std::unique_ptr<Ward>> wards,
                      const Alike& alike, int month) {
  record_cohorts(row, wards, month);
  record_gains(row, wards, alike);
  record_order(row, wards);
  record_founding(row, wards, month);
}

}  // namespace swadaya
