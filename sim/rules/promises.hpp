// What is promised about the money, the same for every coordination model: tranches that are late
// cost the board trust, lurah, board and office that meet win it some, and talk of an amnesty makes
// a grant of a loan.
#pragma once

#include "sim/month/behaviour.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Promises : Declares {
  Number late_costs =
      number("late_costs", 0.03, "of trust in the board, a month in which a tranche is late",
             {0, 1}, "assumption, sweep it");
  Flag linkage = flag("linkage", false, "lurah, board and office meet every month",
                      "linkage to the village council had an effect: evidence/experiments E9");
  Number linkage_trust = number("linkage_trust", 0.1, "more trust to heal to, where they meet",
                                {0, 1}, "sign: evidence/experiments E9; size assumed, sweep it");
  Number amnesty =
      number("amnesty", 0, "of what is left to a full belief in a grant, when it is announced",
             {0, 1}, "none by default; sign: evidence/experiments E10; size assumed, sweep it");
  Whole amnesty_month = whole("amnesty_month", 0, "month before which none is announced", {0, 1200},
                              "assumption: the month in which `amnesty` rises, by an event");
  WardColumn announced = ward_column("amnesty", 0, "as it stood last month");

 public:
  // The month of a ward, once the tranches that are there have been received.
  void month(const Month& month, Ward& ward) const;

 private:
  void announce_amnesty(const Month& month, Ward& ward) const;
};

}  // namespace swadaya
