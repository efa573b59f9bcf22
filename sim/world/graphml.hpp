// Networks in GraphML files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/world/ties.hpp"

namespace swadaya {

struct GraphmlNetwork {
  std::uint32_t nodes = 0;  // numbered as they stand in the file
  std::vector<Tie> ties;
};

// The one undirected graph of a GraphML file. Throws BadInput where the file can't be read, isn't
// GraphML, has a directed edge, several graphs, hyperedges, or an edge whose end is no node of it.
GraphmlNetwork read_graphml(const std::string& file);

}  // namespace swadaya
