// First values that several models of a slot share.
#pragma once

#include "sim/month/ward.hpp"

namespace swadaya {

// Belief that the money is a grant, of who hears at the source (a meeting, the head): an
// assumption.
inline constexpr float first_hand_belief = 0.1f;

// The world's leaders know, first hand; nobody else does.
void inform_leaders(Ward& ward);
// The world's attitudes, raised by `poor_shift` for the poor, within 0..1.
void set_first_attitudes(Ward& ward, double poor_shift);

}  // namespace swadaya
