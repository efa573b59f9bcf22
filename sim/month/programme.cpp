#include "sim/month/programme.hpp"

namespace swadaya {

namespace {

ParameterInfo number(const char* name, double value, const char* unit, Range range,
                     const char* source) {
  return {name, Kind::number, value, unit, range, {}, source};
}
ParameterInfo whole(const char* name, double value, const char* unit, Range range,
                    const char* source) {
  return {name, Kind::whole, value, unit, range, {}, source};
}
ParameterInfo list(const char* name, std::vector<double> values, const char* unit, Range range,
                   const char* source) {
  return {name, Kind::list, std::move(values), unit, range, {}, source};
}

}  // namespace

const std::vector<ParameterInfo>& programme_parameters() {
  static const std::vector<ParameterInfo> all{
      number("grant", 250000, "kRp a ward", {0, 1e7},
             "Rp 250 m; four real cases 157-350 m: evidence/programme 0 row 7, 1.4"),
      number("loan_share", 0.78, "share of the grant lent as revolving loans", {0, 1},
             "two sites, both 78 %: evidence/programme 0 row 8, S12"),
      list("tranches", {0.2, 0.5, 0.3}, "shares of the grant", {0, 1},
           "20/50/30 %: evidence/programme 1.2"),
      list("tranche_months", {9, 13, 15}, "months, as planned", {0, 1200},
           "evidence/programme 1.2: tranche 1 in weeks 36-46, then +16 and +24 weeks"),
      whole("campaign_end", 6, "month; meetings are held until then", {0, 1200},
            "socialization in the first half year: evidence/programme 1.2"),
      whole("listing", 4, "month in which the community lists its poor", {0, 1200},
            "self-survey in weeks 10-16: evidence/programme 1.2"),
      whole("exit", 36, "month after which facilitators stay away", {0, 1200},
            "three-year plans: evidence/programme 1.2"),
      number("first_loan", 500, "kRp a member", {1, 1e5}, "guideline: evidence/programme 1.5"),
      number("loan_growth", 1.5, "next loan over this one", {0.5, 4},
             "0.5 to 2.0 million in four loans: evidence/programme 1.5"),
      number("loan_cap", 2000, "kRp a member", {1, 1e6}, "guideline: evidence/programme 1.5"),
      whole("max_loans", 4, "loans a member, then a bank", {1, 100},
            "guideline: evidence/programme 1.5"),
      whole("tenor", 10, "months, no grace", {1, 36},
            "3-12 months: evidence/programme 0 row 12, 1.5"),
      number("interest", 0.015, "a month, flat on the original principal", {0, 0.1},
             "guideline and a real loan sheet: evidence/programme 1.5"),
      number("savings_share", 0.05, "of a loan, locked as savings", {0, 1},
             "evidence/programme 1.5"),
      number("suspend_at", 0.20, "LAR or PAR of the reported book above which new lending stops",
             {0, 1}, "evidence/programme 1.5, S27"),
      {"full_repayment_first",
       Kind::flag,
       1.0,
       "a group gets its next loan only when every member has repaid",
       {0, 1},
       {},
       "Srogol: evidence/programme 1.5"},
      whole("saving_months", 0, "months a group meets and saves before its first loan", {0, 60},
            "none in P2KP-1: evidence/programme 1.6, pilot of KSM coaching"),
      number("fund_costs", 0.005, "of the balance outstanding, a month", {0, 0.1},
             "K20: evidence/behaviour 5.2"),
      number("meetings", 1, "meetings of a group a month, while the programme runs", {0, 5},
             "monthly: evidence/programme 2.8; weekly is 4.33"),
      number("meetings_after", 0.2, "of the meetings kept after exit", {0, 1},
             "a fifth: assumption, sweep it"),
  };
  return all;
}

const std::vector<ParameterInfo>& cost_parameters() {
  static const std::vector<ParameterInfo> all{
      number("meeting", 50, "kRp a meeting of an RT", {0, 1e5},
             "assumption: snacks and invitations for 50"),
      number("messenger", 10, "kRp a messenger and month of the campaign", {0, 1e5},
             "assumption: transport and pulses"),
      number("facilitator_hour", 33, "kRp, with training and management", {0, 1e5},
             "facilitation and management 25 % of project cost: evidence/programme 2.1"),
      number("visit", 5, "kRp, transport", {0, 1e5}, "assumption: two angkot rides and a meal"),
      number("audit", 5000, "kRp an audit of a ward", {0, 1e6},
             "assumption: two auditors, ten days; sweep it"),
      number("publication", 100, "kRp a ward and month", {0, 1e5},
             "assumption: printing and boards in every RT"),
      number("enforcement", 20, "kRp a defaulter confronted", {0, 1e5},
             "assumption: two visits by board members"),
      number("loan_handling", 10, "kRp a member's loan", {0, 1e5},
             "assumption: forms, a day of the UPK for a group"),
      number("listing", 3000, "kRp a ward", {0, 1e6},
             "assumption: 110 RT meetings of the self-survey"),
      number("verification", 20, "kRp a household verified", {0, 1e5},
             "assumption: an hour and a half of a volunteer with supervision"),
      number("coordination", 400, "kRp a ward and month, for each stage saved", {0, 1e6},
             "assumption: a liaison officer's fifth of a month"),
  };
  return all;
}

}  // namespace swadaya
