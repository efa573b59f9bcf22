// The settings of [programme] and [costs], which models read as `ward.programme.grant`.
#pragma once

#include <algorithm>
#include <vector>

#include "sim/month/declare.hpp"

namespace swadaya {

// When a loan falls due, counted in shares of a month each, `tenor` of them: none during the grace,
// then every so many months what has gathered, and at the end of the term the rest.
struct Terms {
  int tenor;
  int every = 1;
  int grace = 0;
  int end() const { return grace + tenor; }  // the age at which the last instalment falls due
  // Of a loan of this age: months' shares that have fallen due, and that do so in this month.
  int due_by(int age) const {
    const int months = std::clamp(age - grace, 0, tenor);
    return months == tenor ? tenor : months - months % every;
  }
  int due_at(int age) const { return due_by(age) - due_by(age - 1); }
  // Whether one is to pay in this month. Who is behind is asked with the next instalment, and after
  // the term at the same interval: paying rarely gives no more occasions to catch up.
  bool asks_at(int age) const {
    return age <= end() ? due_at(age) > 0 : (age - end()) % every == 0;
  }
};

struct Programme : Declares {
  Number grant = number("grant", 250000, "kRp a ward", {0, 1e7},
                        "Rp 250 m; four real cases 157-350 m: evidence/programme 0 row 7, 1.4");
  Number loan_share = number("loan_share", 0.78, "share of the grant lent as revolving loans",
                             {0, 1}, "two sites, both 78 %: evidence/programme 0 row 8, S12");
  List tranches = list("tranches", {0.2, 0.5, 0.3}, "shares of the grant", {0, 1},
                       "20/50/30 %: evidence/programme 1.2");
  List tranche_months =
      list("tranche_months", {9, 13, 15}, "months, as planned", {0, 1200},
           "evidence/programme 1.2: tranche 1 in weeks 36-46, then +16 and +24 weeks");
  Whole campaign_end = whole("campaign_end", 6, "month; meetings are held until then", {0, 1200},
                             "socialization in the first half year: evidence/programme 1.2");
  Whole listing = whole("listing", 4, "month in which the community lists its poor", {0, 1200},
                        "self-survey in weeks 10-16: evidence/programme 1.2");
  Whole exit = whole("exit", 36, "month after which facilitators stay away", {0, 1200},
                     "three-year plans: evidence/programme 1.2");
  Number first_loan =
      number("first_loan", 500, "kRp a member", {1, 1e5}, "guideline: evidence/programme 1.5");
  Number loan_growth = number("loan_growth", 1.5, "next loan over this one", {0.5, 4},
                              "0.5 to 2.0 million in four loans: evidence/programme 1.5");
  Number loan_cap =
      number("loan_cap", 2000, "kRp a member", {1, 1e6}, "guideline: evidence/programme 1.5");
  Whole max_loans = whole("max_loans", 4, "loans a member, then a bank", {1, 100},
                          "guideline: evidence/programme 1.5");
  Whole tenor = whole("tenor", 10, "months, after the grace", {1, 36},
                      "3-12 months: evidence/programme 0 row 12, 1.5");
  Whole instalment_every = whole("instalment_every", 1, "months between instalments", {1, 12},
                                 "at least monthly: evidence/programme 1.5");
  Whole grace = whole("grace", 0, "months before the tenor begins, free of interest", {0, 24},
                      "none: evidence/programme 0 row 12, 1.5");
  Number interest = number("interest", 0.015, "a month, flat on the original principal", {0, 0.1},
                           "guideline and a real loan sheet: evidence/programme 1.5");
  Number savings_share = number("savings_share", 0.05, "of a loan, locked as savings", {0, 1},
                                "evidence/programme 1.5");
  Number suspend_at =
      number("suspend_at", 0.20, "LAR or PAR of the reported book above which new lending stops",
             {0, 1}, "evidence/programme 1.5, S27");
  Flag full_repayment_first = flag("full_repayment_first", true,
                                   "a group gets its next loan only when every member has repaid",
                                   "Srogol: evidence/programme 1.5");
  Whole saving_months =
      whole("saving_months", 0, "months a group meets and saves before its first loan", {0, 60},
            "none in P2KP-1: evidence/programme 1.6, pilot of KSM coaching");
  Number fund_costs = number("fund_costs", 0.005, "of the balance outstanding, a month", {0, 0.1},
                             "K20: evidence/behaviour 5.2");
  Number meetings = number("meetings", 1, "meetings of a group a month, while the programme runs",
                           {0, 5}, "monthly: evidence/programme 2.8; weekly is 4.33");
  Number meetings_after = number("meetings_after", 0.2, "of the meetings kept after exit", {0, 1},
                                 "a fifth: assumption, sweep it");

  Terms terms() const { return {tenor, instalment_every, grace}; }
};

struct Costs : Declares {
  Number meeting = number("meeting", 50, "kRp a meeting of an RT", {0, 1e5},
                          "assumption: snacks and invitations for 50");
  Number group_meeting = number(
      "group_meeting", 12, "kRp a meeting of a group, in its members' time", {0, 1e4},
      "assumption: five members, an hour each at the minimum wage of 2001, evidence/programme 3.6");
  Number messenger = number("messenger", 10, "kRp a messenger and month of the campaign", {0, 1e5},
                            "assumption: transport and pulses");
  Number facilitator_hour =
      number("facilitator_hour", 33, "kRp, with training and management", {0, 1e5},
             "facilitation and management 25 % of project cost: evidence/programme 2.1");
  Number visit =
      number("visit", 5, "kRp, transport", {0, 1e5}, "assumption: two angkot rides and a meal");
  Number audit = number("audit", 5000, "kRp an audit of a ward", {0, 1e6},
                        "assumption: two auditors, ten days; sweep it");
  Number publication = number("publication", 100, "kRp a ward and month", {0, 1e5},
                              "assumption: printing and boards in every RT");
  Number enforcement = number("enforcement", 20, "kRp a defaulter confronted", {0, 1e5},
                              "assumption: two visits by board members");
  Number loan_handling = number("loan_handling", 10, "kRp a member's loan", {0, 1e5},
                                "assumption: forms, a day of the UPK for a group");
  Number listing = number("listing", 3000, "kRp a ward", {0, 1e6},
                          "assumption: 110 RT meetings of the self-survey");
  Number verification = number("verification", 20, "kRp a household verified", {0, 1e5},
                               "assumption: an hour and a half of a volunteer with supervision");
  Number coordination = number("coordination", 400, "kRp a ward and month, for each stage saved",
                               {0, 1e6}, "assumption: a liaison officer's fifth of a month");
  Number linkage =
      number("linkage", 50, "kRp a ward and month in which lurah, board and office meet", {0, 1e5},
             "assumption: a meeting like that of an RT");
  // What a package costs that isn't made of the activities above; `cost` of a variant sets them.
  Number lump = number("lump", 0, "kRp a ward, once, beside what activities cost", {0, 1e9},
                       "assumption: what is simulated is made of activities");
  Whole lump_month = whole("lump_month", 1, "month in which `lump` is paid, or the first after it",
                           {1, 1200}, "assumption: at the start");
  Number monthly = number("monthly", 0, "kRp a ward and month, beside what activities cost",
                          {0, 1e9}, "assumption: what is simulated is made of activities");
};

// Keys of [programme] and [costs].
const std::vector<ParameterInfo>& programme_parameters();
const std::vector<ParameterInfo>& cost_parameters();

}  // namespace swadaya
