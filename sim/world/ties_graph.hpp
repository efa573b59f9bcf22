// Our compressed rows as a graph of Boost's: VertexListGraph, IncidenceGraph and AdjacencyGraph, so
// that its algorithms run on them without a copy. The functions stand beside Ties, where Boost
// looks for them.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <utility>

#include "sim/world/world.hpp"

namespace swadaya {

struct TiesTraversal : boost::vertex_list_graph_tag,
                       boost::incidence_graph_tag,
                       boost::adjacency_graph_tag {};

// An edge as seen from its source: entry e of the source's row.
using DirectedTie = std::pair<Household, Household>;
struct TieOf {
  const Ties* ties;
  Household source;
  DirectedTie operator()(std::uint32_t e) const { return {source, ties->neighbour[e]}; }
};
using OutTies = boost::transform_iterator<TieOf, boost::counting_iterator<std::uint32_t>,
                                          DirectedTie, DirectedTie>;

inline std::uint32_t num_vertices(const Ties& g) {
  return static_cast<std::uint32_t>(g.start.size() - 1);
}
inline std::pair<boost::counting_iterator<Household>, boost::counting_iterator<Household>> vertices(
    const Ties& g) {
  return {boost::counting_iterator<Household>{0},
          boost::counting_iterator<Household>{num_vertices(g)}};
}
inline std::pair<OutTies, OutTies> out_edges(Household h, const Ties& g) {
  const TieOf tie{&g, h};
  return {OutTies{boost::counting_iterator<std::uint32_t>{g.start[h]}, tie},
          OutTies{boost::counting_iterator<std::uint32_t>{g.start[h + 1]}, tie}};
}
inline std::uint32_t out_degree(Household h, const Ties& g) { return g.start[h + 1] - g.start[h]; }
inline Household source(const DirectedTie& tie, const Ties&) { return tie.first; }
inline Household target(const DirectedTie& tie, const Ties&) { return tie.second; }
inline std::pair<const Household*, const Household*> adjacent_vertices(Household h, const Ties& g) {
  return {g.neighbour.data() + g.start[h], g.neighbour.data() + g.start[h + 1]};
}

}  // namespace swadaya

namespace boost {

template <>
struct graph_traits<swadaya::Ties> {
  using vertex_descriptor = swadaya::Household;
  using edge_descriptor = swadaya::DirectedTie;
  using directed_category = undirected_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using traversal_category = swadaya::TiesTraversal;
  using vertices_size_type = std::uint32_t;
  using edges_size_type = std::uint32_t;
  using degree_size_type = std::uint32_t;
  using vertex_iterator = counting_iterator<swadaya::Household>;
  using out_edge_iterator = swadaya::OutTies;
  using adjacency_iterator = const swadaya::Household*;
  static vertex_descriptor null_vertex() { return 0xffffffffu; }
};

}  // namespace boost
