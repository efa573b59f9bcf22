// A lending office that doesn't stop dead: new loans are cut back by degrees as arrears grow, where
// the board keeps that rule; old debts are written off; and groups that can do more keep truer
// books.
#pragma once

#include "sim/rules/lending.hpp"

namespace swadaya {

class KeptBooks : public Lending {
  Number obeys = number("obeys", 0.8, "share of boards that keep the rule of suspension", {0, 1},
                        "assumption; Banyudono: loans at risk of 67 % and lending on: "
                        "evidence/programme 2.3");
  Number stop_at =
      number("stop_at", 0.4, "LAR or PAR at which nothing more is lent", {0, 1},
             "assumption; 46 % and 67 % measured in funds that lend: evidence/programme 2.3, S7");
  Whole suspend_from = whole("suspend_from", 0, "month from which the rule is in force", {0, 1200},
                             "assumption; the procedure is of 2013, an earlier one wasn't found: "
                             "evidence/programme 1.5");
  Whole write_off_after =
      whole("write_off_after", 12, "months past the term", {0, 120},
            "assumption; write-off needs the residents' yearly meeting: evidence/programme 1.2");
  Number writes_off = number("writes_off", 0.01, "a month", {0, 0.1}, "assumption; set for S7");
  Number truer = number("truer", 0.3, "of window dressing, a unit of groups' capacity", {0, 1},
                        "help with bookkeeping; assumption, sweep it");
  Decision keeps_rule = decision("keeps_rule"), written_off = decision("written_off");

 public:
  KeptBooks() : Lending{{0.92, "calibrated, 0.76-0.96; evidence/programme S1, S5"}} {}

  // Whether the ward's board keeps the rule, drawn once.
  bool board_keeps_rule(const Ward& ward) const;
  // Share of new lending that goes on at these arrears, where the board keeps the rule.
  double open_at(const Ward& ward, double arrears) const;

 protected:
  double dressed(const Ward& ward) const override;
  void close(const Month& month, Ward& ward) const override;

 private:
  void write_off_old(const Month& month, Ward& ward) const;
};

}  // namespace swadaya
