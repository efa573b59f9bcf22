// First values that several models of a slot share.
#pragma once

#include "sim/month/behaviour.hpp"
#include "sim/month/cells.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

// What is known at the source, of who is there (a meeting, the head).
class FirstHand : Declares {
  Number first_belief =
      number("first_hand", 0.1, "belief that the money is a grant, heard at the source", {0, 1},
             "assumption; evidence/programme 4, 'heard only as money has come'");
  Number haste_grants = number(
      "haste_grants", 0.15, "more of that belief, where the money comes before the board", {0, 1},
      "evidence/programme 4, 'heard only as money has come'; size assumed, sweep it");
  RtColumn told = rt_column("told_at_source", "belief of who hears at the source, this month");

 public:
  // Before the households: what is told at the source this month.
  void tell(Ward& ward) const { ward.set_all(told, static_cast<float>(belief_in(ward))); }
  // Among them: what who hears it there believes.
  Pack belief(Cells& cells) const { return cells.of_rt(told); }

  // This household knows.
  void inform(Ward& ward, Household h) const;
  // The world's leaders know; nobody else does.
  void inform_leaders(Ward& ward) const;

 private:
  double belief_in(const Ward& ward) const;
};

// The world's attitudes, raised by `poor_shift` for the poor, within 0..1.
void set_first_attitudes(Ward& ward, double poor_shift);

}  // namespace swadaya
