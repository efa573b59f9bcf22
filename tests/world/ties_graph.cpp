#include "sim/world/ties_graph.hpp"

#include <boost/graph/connected_components.hpp>
#include <gtest/gtest.h>
#include <vector>

namespace swadaya {

TEST(TiesGraph, ShowsBoostTheTiesThatThereAre) {
  const Ties ties = ties_of(5, {{0, 2}, {2, 4}, {1, 3}});
  EXPECT_EQ(num_vertices(ties), 5u);
  const auto [first, last] = vertices(ties);
  EXPECT_EQ(std::vector<Household>(first, last), (std::vector<Household>{0, 1, 2, 3, 4}));
  EXPECT_EQ(out_degree(2, ties), 2u);
  std::vector<Household> ends;
  for (auto [tie, end] = out_edges(2, ties); tie != end; ++tie) {
    EXPECT_EQ(source(*tie, ties), 2u);
    ends.push_back(target(*tie, ties));
  }
  EXPECT_EQ(ends, (std::vector<Household>{0, 4}));
  const auto [a, b] = adjacent_vertices(3, ties);
  EXPECT_EQ(std::vector<Household>(a, b), (std::vector<Household>{1}));
}

TEST(TiesGraph, BoostsAlgorithmsRunOnThem) {
  const Ties ties = ties_of(6, {{0, 2}, {2, 4}, {1, 3}});
  std::vector<std::uint32_t> component(6);
  const int count = boost::connected_components(
      ties, component.data(),
      boost::vertex_index_map(boost::typed_identity_property_map<Household>{}));
  EXPECT_EQ(count, 3);
  EXPECT_EQ(component[0], component[4]);
  EXPECT_EQ(component[1], component[3]);
  EXPECT_NE(component[0], component[1]);
  EXPECT_NE(component[5], component[0]);
}

}  // namespace swadaya
