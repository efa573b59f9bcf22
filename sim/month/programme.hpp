// The settings of [programme] and [costs] as models read them: `ward.programme.grant(ward)`. What
// each means, with unit, range and source, stands in programme.cpp.
#pragma once

#include <deque>

#include "sim/month/declare.hpp"

namespace swadaya {

// Parameters of a section that is no slot, in the order of their descriptions.
class Section {
 public:
  explicit Section(const std::vector<ParameterInfo>& infos)
      : infos_{&infos}, values_(infos.size()) {}
  const ParameterValues& operator[](const char* name) const;
  const std::vector<ParameterInfo>& infos() const { return *infos_; }
  std::deque<ParameterValues>& values() { return values_; }

 private:
  const std::vector<ParameterInfo>* infos_;
  std::deque<ParameterValues> values_;
};

struct Programme {
  explicit Programme(const Section& section);
  Parameter grant, loan_share;
  List tranches, tranche_months;
  Parameter campaign_end, listing, exit;
  Parameter first_loan, loan_growth, loan_cap, max_loans, tenor, interest, savings_share,
      suspend_at, full_repayment_first, saving_months, fund_costs;
  Parameter meetings, meetings_after;
};

struct Costs {
  explicit Costs(const Section& section);
  Parameter meeting, messenger, facilitator_hour, visit, audit, publication, enforcement,
      loan_handling, listing, verification, coordination;
};

// Keys of [programme] and [costs].
const std::vector<ParameterInfo>& programme_parameters();
const std::vector<ParameterInfo>& cost_parameters();

}  // namespace swadaya
