// The rules of a ward's loan book, the same for every lending model: what falls due, how a payment
// is booked, who gets the next loan, and what the reported book shows. A lending model decides only
// who pays. Rules: P2KP's guidelines, evidence/programme 1.5 (flat interest on the original
// principal, interest first, joint liability, suspension above a limit of arrears).
#pragma once

#include "sim/month/ward.hpp"

namespace swadaya {

// Pays out the tranches whose month has come; true while some are still to come.
bool receive_tranches(Ward& ward, int month);

// Spends the money for works that has arrived; the share `leaks` of it disappears.
void spend_on_works(Ward& ward, double leaks);

// A month of a loan goes by: what falls due by the programme's terms does, with the interest of as
// many months. True where the member is to pay this month.
bool fall_due(Ward& ward, Member& member);

// Pays one instalment with its interest, or what is left to pay: interest first, then overdue
// principal.
void pay_instalment(Ward& ward, Member& member);
// Pays all that is overdue, and with it what is not yet due: the loan is over.
void pay_off(Ward& ward, Member& member);
// Pays what it can from the member's locked savings (of those who died, moved or went bankrupt).
void pay_from_savings(Ward& ward, Member& member);

// The reported book: a missed instalment shows only after `lag` months.
void miss_instalment(Ward& ward, std::uint32_t group, const Member& member, int shows);
// Enters what shows this month, unless it is rescheduled away.
void report_missed(Ward& ward, int month, double rescheduled, Decision decision);
// Makes the reported book true, of one group or of all: what was written off is put back too.
void correct_report(Ward& ward, std::uint32_t group);
void correct_reports(Ward& ward);

// New loans to the groups in the queue while there is money, at most `most` groups a month.
void lend_to_groups(Ward& ward, int month, int most);

// Running costs of the fund.
void pay_fund_costs(Ward& ward);

// What is in arrears of the reported book, without what is written off: LAR, or PAR where that is
// more; 0 where nothing is lent. A group is late where one member is three months behind.
double arrears(const Ward& ward);

// Takes a loan out of the reported book; the true one keeps it, and what is paid later counts.
void write_off(Ward& ward, Member& member);

// What a miss is expected to cost this member, in instalments of a first loan: the board's sanction
// where it is noticed, and the group's own.
double confrontation(const Ward& ward, const Member& member);

// A member who owes and is not able to pay, or is three or more instalments behind.
bool in_default(const Ward& ward, const Member& member);

}  // namespace swadaya
