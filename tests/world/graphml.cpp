#include "sim/world/graphml.hpp"

#include <gtest/gtest.h>

#include "tests/files.hpp"

namespace swadaya {

namespace {

std::string said(const std::string& text) {
  return said_by([&] { read_graphml(file_with("g.graphml", text)); });
}
// A file of one graph, from its second line on.
std::string graph(const std::string& inner, const std::string& attributes = "") {
  return "<graphml><graph " + attributes + ">\n" + inner + "</graph></graphml>\n";
}
const std::string two_nodes = "<node id=\"a\"/>\n<node id=\"b\"/>\n";

}  // namespace

TEST(Graphml, ReadsNodesInTheirOrderAndEdgesBetweenThem) {
  const GraphmlNetwork n = read_graphml(file_with(
      "g.graphml",
      "<?xml version=\"1.0\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
      "<graph edgedefault=\"undirected\"><edge source=\"c\" target=\"&amp;1\"/>"
      "<node id=\"&amp;1\"><data key=\"k\">x</data></node><node id=\"b\"/><node id=\"c\"/>"
      "<edge source=\"b\" target=\"c\" directed=\"false\"/></graph></graphml>"));
  EXPECT_EQ(n.nodes, 3u);
  ASSERT_EQ(n.ties.size(), 2u);
  EXPECT_EQ(n.ties[0].a, 2u);  // an edge may stand before its nodes
  EXPECT_EQ(n.ties[0].b, 0u);
  EXPECT_EQ(n.ties[1].a, 1u);
  EXPECT_EQ(n.ties[1].b, 2u);
}

TEST(Graphml, RefusesDirectedEdges) {
  const std::string edge = "<edge source=\"a\" target=\"b\"/>",
                    directed = "<edge source=\"a\" target=\"b\" directed=\"true\"/>",
                    undirected = "<edge source=\"a\" target=\"b\" directed=\"false\"/>";
  EXPECT_EQ(said(graph(two_nodes + edge)), "");
  EXPECT_TRUE(has(said(graph(two_nodes + directed)), "g.graphml:4: has directed edges"));
  EXPECT_TRUE(has(said(graph(two_nodes + edge, "edgedefault=\"directed\"")), "has directed edges"));
  EXPECT_EQ(said(graph(two_nodes + undirected, "edgedefault=\"directed\"")), "");
}

TEST(Graphml, SaysWhereAFileIsNoNetworkOfHouseholds) {
  EXPECT_TRUE(has(said("<graphml><graph>\n<node"), "g.graphml:2: is not XML"));
  EXPECT_TRUE(has(said("<html></html>"), "is not GraphML: there is no <graph> in a <graphml>"));
  EXPECT_TRUE(has(said("<graphml><graph></graph>\n<graph></graph></graphml>"),
                  "g.graphml:2: has several graphs; one is read"));
  EXPECT_TRUE(has(said(graph(two_nodes + "<hyperedge/>")), "g.graphml:4: has hyperedges"));
  EXPECT_TRUE(
      has(said(graph(two_nodes + "<node id=\"a\"/>")), "g.graphml:4: two nodes have the id `a`"));
  EXPECT_TRUE(has(said(graph("<node/>")), "g.graphml:2: a node has no id"));
  EXPECT_TRUE(has(said(graph("<node id=\"a\"><graph/></node>")), "a graph inside node `a`"));
  EXPECT_TRUE(has(said(graph(two_nodes + "<edge source=\"a\" target=\"z\"/>")),
                  "g.graphml:4: an edge's target `z` is no node"));
  EXPECT_TRUE(has(said_by([] { read_graphml("/nowhere/g.graphml"); }), "the file can't be read"));
}

}  // namespace swadaya
