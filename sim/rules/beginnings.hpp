// First values that several models of a slot share.
#pragma once

#include "sim/month/behaviour.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

// What is known at the source, of who is there (a meeting, the head).
class FirstHand : Declares {
 public:
  Numbers belief =
      number("first_hand", 0.1, "belief that the money is a grant, heard at the source", {0, 1},
             "assumption; evidence/programme 4, 'heard only as money has come'");

  // This household knows.
  void inform(Ward& ward, Household h) const;
  // The world's leaders know; nobody else does.
  void inform_leaders(Ward& ward) const;
};

// The world's attitudes, raised by `poor_shift` for the poor, within 0..1.
void set_first_attitudes(Ward& ward, double poor_shift);

}  // namespace swadaya
