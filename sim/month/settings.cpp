#include <stdexcept>
#include <string>

#include "sim/month/programme.hpp"

namespace swadaya {

const ParameterValues& Section::operator[](const char* name) const {
  for (std::size_t i = 0; i < infos_->size(); ++i)
    if ((*infos_)[i].name == name) return values_[i];
  throw std::logic_error{std::string{"no such setting: "} + name};
}

namespace {

Parameter number(const Section& section, const char* name) { return Parameter{section[name]}; }
List list(const Section& section, const char* name) { return List{section[name]}; }

}  // namespace

Programme::Programme(const Section& s)
    : grant{number(s, "grant")},
      loan_share{number(s, "loan_share")},
      tranches{list(s, "tranches")},
      tranche_months{list(s, "tranche_months")},
      campaign_end{number(s, "campaign_end")},
      listing{number(s, "listing")},
      exit{number(s, "exit")},
      first_loan{number(s, "first_loan")},
      loan_growth{number(s, "loan_growth")},
      loan_cap{number(s, "loan_cap")},
      max_loans{number(s, "max_loans")},
      tenor{number(s, "tenor")},
      interest{number(s, "interest")},
      savings_share{number(s, "savings_share")},
      suspend_at{number(s, "suspend_at")},
      full_repayment_first{number(s, "full_repayment_first")},
      saving_months{number(s, "saving_months")},
      fund_costs{number(s, "fund_costs")},
      meetings{number(s, "meetings")},
      meetings_after{number(s, "meetings_after")} {}

Costs::Costs(const Section& s)
    : meeting{number(s, "meeting")},
      messenger{number(s, "messenger")},
      facilitator_hour{number(s, "facilitator_hour")},
      visit{number(s, "visit")},
      audit{number(s, "audit")},
      publication{number(s, "publication")},
      enforcement{number(s, "enforcement")},
      loan_handling{number(s, "loan_handling")},
      listing{number(s, "listing")},
      verification{number(s, "verification")},
      coordination{number(s, "coordination")} {}

}  // namespace swadaya
