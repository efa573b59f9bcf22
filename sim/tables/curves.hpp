// Small curves over months in the characters of a terminal: dots of braille, two by four a
// character.
#pragma once

#include <string>
#include <vector>

#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// The mean over replicates and the range that holds 90 % of them; one entry a month, not numbers
// where there is no figure.
struct Curve {
  std::vector<double> mean, low, high;
};

// Where it is drawn: in characters, and between which values.
struct Panel {
  std::size_t width, height;
  double bottom, top;
};

// `height` lines of `width` characters each: the mean as a line, the ends of the range dotted.
std::vector<std::string> drawn(const Curve& curve, const Panel& panel, Colour colour);

// Round numbers at or outside both.
struct Scale {
  double bottom, top;
};
Scale scale_around(double low, double high);

// The outcomes shown, month by month: recovery, reported repayment, the poor served and the capital
// left first and always, in further rows of panels where one doesn't hold them; of the others as
// many as fit into a screen. Of several variants a row each, the baseline first; all of an outcome
// on one scale. "" where the terminal is too narrow.
std::string curves(const Experiment& experiment, const Store& store, Look look);

}  // namespace swadaya
