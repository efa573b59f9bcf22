// What comes first in a ward, the same for every coordination model in which it may be the money.
#pragma once

#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Haste : Declares {
  Whole sequence =
      choice("sequence", "money-first", {"board-first", "money-first"}, "what comes first",
             "P2KP-1 formed groups before the board: evidence/programme 1.2");

 public:
  // Groups that form before the board does form in haste for the money.
  void follow(Ward& ward) const { ward.haste = sequence; }
};

}  // namespace swadaya
