// Networks in GraphML files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/world/ties.hpp"

namespace swadaya {

struct GraphmlNetwork {
  std::uint32_t nodes = 0;  // numbered as they stand in the file
  std::vector<Tie> ties;
  std::uint32_t directed = 0;  // of the ties; they are read both ways
  // What nodes are called, one entry per node: by their ids, and by attributes that programs name
  // them with. The ids stand first.
  struct Names {
    std::string kind;  // "id", "attribute `name`"
    std::vector<std::string> of_node;
  };
  std::vector<Names> names;
  // Attributes of edges, one entry per tie: the number that it holds, if it does.
  struct Weights {
    std::string name;
    std::vector<std::optional<double>> of_tie;
  };
  std::vector<Weights> weights;
};

// The one graph of a GraphML file. Throws BadInput where the file can't be read, isn't GraphML, has
// several graphs, graphs within nodes, hyperedges, or an edge whose end is no node of it.
GraphmlNetwork read_graphml(const std::string& file);

}  // namespace swadaya
