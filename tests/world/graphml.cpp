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

TEST(Graphml, CountsDirectedEdges) {
  const auto directed = [](const std::string& edge, const std::string& attributes) {
    const GraphmlNetwork n =
        read_graphml(file_with("g.graphml", graph(two_nodes + edge, attributes)));
    EXPECT_EQ(n.ties.size(), 1u);
    return n.directed;
  };
  const std::string plain = "<edge source=\"a\" target=\"b\"/>",
                    one_way = "<edge source=\"a\" target=\"b\" directed=\"true\"/>",
                    both_ways = "<edge source=\"a\" target=\"b\" directed=\"false\"/>";
  EXPECT_EQ(directed(plain, ""), 0u);  // where nothing is said, both ways
  EXPECT_EQ(directed(one_way, ""), 1u);
  EXPECT_EQ(directed(plain, "edgedefault=\"directed\""), 1u);
  EXPECT_EQ(directed(both_ways, "edgedefault=\"directed\""), 0u);
}

// As networkx, igraph, Gephi and yEd write them: attributes of any type, keys without a type or for
// the graph itself, and names beside the ids.
TEST(Graphml, AttributesNameNodesAndMeanNothingElse) {
  const GraphmlNetwork n = read_graphml(file_with(
      "g.graphml",
      "<graphml><key id=\"g\" for=\"graph\" attr.name=\"loops\" attr.type=\"boolean\"/>"
      "<key id=\"b\" for=\"node\" attr.name=\"poor\" attr.type=\"boolean\"/>"
      "<key id=\"e\" for=\"edge\" attr.name=\"name\" attr.type=\"string\"/><key id=\"t\"/>"
      "<key id=\"v\" for=\"node\" attr.name=\"name\"/><key id=\"y\" for=\"node\" "
      "yfiles.type=\"nodegraphics\"/><graph><data key=\"g\">false</data>"
      "<node id=\"n0\"><data key=\"v\"> RT01-1</data><data key=\"b\">True</data><data key=\"y\">"
      "<y:ShapeNode><y:Geometry height=\"30\"/><y:NodeLabel>Sri<y:LabelModel/></y:NodeLabel>"
      "</y:ShapeNode></data></node><node id=\"n1\"><data key=\"t\">x</data></node>"
      "<edge source=\"n0\" target=\"n1\"><data key=\"e\">NaN</data></edge></graph></graphml>"));
  ASSERT_EQ(n.names.size(), 3u);
  EXPECT_EQ(n.names[0].of_node, (std::vector<std::string>{"n0", "n1"}));
  EXPECT_EQ(n.names[1].kind, "attribute `name`");
  EXPECT_EQ(n.names[1].of_node, (std::vector<std::string>{"RT01-1", ""}));
  EXPECT_EQ(n.names[2].of_node, (std::vector<std::string>{"Sri", ""}));
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
