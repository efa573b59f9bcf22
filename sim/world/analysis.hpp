// What a network looks like, in figures.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/world/world.hpp"

namespace swadaya {

struct NetworkFigures {
  std::uint32_t households = 0, ties = 0;
  double mean_degree = 0, sd_degree = 0;
  std::map<std::uint32_t, std::uint32_t> degrees;  // degree -> households
  double transitivity = 0;                         // closed pairs of ties over all pairs
  double mean_clustering = 0;                      // local, over households with two ties or more
  std::uint32_t components = 0, giant = 0;
  double mean_path = 0;            // steps, within the giant component
  std::uint32_t longest_path = 0;  // among those seen
  std::uint32_t sources = 0;       // households that paths were measured from
  double assortativity = 0;        // correlation of degrees over ties
  double leading_eigenvalue = 0;
};

// `occupied`: leaves out rows with 0; empty counts all.
NetworkFigures figures_of(const Ties& ties, const std::vector<float>& occupied);
// The ties of a CSV or GraphML file; of a CSV with three columns, those whose first is `select`
// (below 0: all).
Ties ties_of_file(const std::string& file, double select, const std::string& weight = "");

}  // namespace swadaya
