// Parameters that a designed experiment moves, as a file says them, and its points.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/draft.hpp"
#include "sim/scenario/key_info.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

inline constexpr std::size_t most_points = 100000;  // of a design

// The key `parameters` of a design that moves some.
KeyInfo axes_key(std::string meaning);

// One moved parameter: listed values, or a range.
struct Axis {
  std::string key;
  std::vector<decltype(Node::value)> values;  // listed, or one a step of a grid
  double low = 0, high = 0;                   // of a range
  bool is_whole = false;
  Node place;  // where the file says it

  bool is_range() const { return values.empty(); }
  // At u within [0, 1].
  decltype(Node::value) at(double u) const;
};

// What the program knows of a key under the models that a draft chooses; nullptr where it is
// unknown.
const ParameterInfo* parameter_of(const Draft& draft, const Catalogue& catalogue,
                                  const std::string& key);

// The axes that `table` has under `parameters`, `table` being [sweep] or the like (`section`):
//   "lending.norm" = [0, 0.3, 0.6]                these values
//   "lending.tau" = { low = 0.1, high = 0.5, steps = 5 }
//   "lending.erosion" = "range"                   its declared range
// `is_grid`: ranges become a value a step.
std::vector<Axis> read_axes(const Draft& draft, const Node& table, const std::string& section,
                            bool is_grid, const Catalogue& catalogue,
                            std::vector<Problem>& problems);

// Adds a variant p1, p2, ... that sets this; `place` is where the file asks for it.
void add_point(Draft& draft, const Node& place, Node::Table set);
// The same of coordinates within [0, 1], one an axis.
void add_point(Draft& draft, const Node& place, const std::vector<Axis>& axes,
               const std::vector<double>& coordinates);

}  // namespace swadaya
