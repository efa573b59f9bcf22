#include "sim/world/network_files.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/files.hpp"

namespace swadaya {

namespace {

using Pairs = std::vector<std::pair<Household, Household>>;

Pairs pairs_of(const FileNetwork& network) {
  Pairs pairs;
  for (const Tie& tie : network.ties) pairs.emplace_back(tie.a, tie.b);
  return pairs;
}

KnownHouseholds households(const std::vector<std::string>& names) {
  KnownHouseholds known;
  for (const std::string& name : names)
    known.number_of.emplace(Identity{"", name}, static_cast<std::uint32_t>(known.number_of.size()));
  return known;
}

FileNetwork network(const std::string& text, const KnownHouseholds& known = {}, double select = -1,
                    const std::string& columns = "", const std::string& name = "e.csv") {
  return network_of_file({file_with(name, text), select, columns_of(columns)}, known);
}
std::string said(const std::string& text, const KnownHouseholds& known = {}, double select = -1,
                 const std::string& columns = "", const std::string& name = "e.csv") {
  return said_by([&] { network(text, known, select, columns, name); });
}

const std::string ring = "0,1,0,1\n1,0,1,0\n0,1,0,1\n1,0,1,0\n";

}  // namespace

TEST(NetworkFiles, NumberHouseholdsAsTheyFirstStand) {
  const FileNetwork n = network("i,j\n30,10\n10,20\n30,20\n");
  EXPECT_EQ(n.households, 3u);
  EXPECT_EQ(pairs_of(n), (Pairs{{0, 1}, {1, 2}, {0, 2}}));
  EXPECT_EQ(n.reading.words, "3 households, 3 ties; columns i, j");
}

TEST(NetworkFiles, TakeTheRowsThatAreSelected) {
  const std::string text = "village,i,j\n1,5,6\n2,5,7\n1,6,8\n";
  EXPECT_EQ(pairs_of(network(text, {}, 1)), (Pairs{{0, 1}, {1, 2}}));
  EXPECT_EQ(network(text, {}, 1).reading.words,
            "3 households, 2 ties; columns i, j; 2 of 3 rows selected");
  EXPECT_EQ(network(text).ties.size(), 3u);
  EXPECT_TRUE(has(said("source,target,weight\n1,2,1\n", {}, 1),
                  "e.csv:1: select: the first column is an end of a tie"));
}

// A weight is no end and its column selects nothing: a path of five.
TEST(NetworkFiles, LeaveOutWhatIsNoEndAndSaySo) {
  const FileNetwork n =
      network("source,target,weight\n1,2,1\n2,3,1\n3,4,1\n4,5,2\n5,4,1\n5,5,9\n1,2,1\n");
  EXPECT_EQ(n.households, 5u);
  EXPECT_EQ(pairs_of(n), (Pairs{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 3}, {4, 4}, {0, 1}}));
  EXPECT_EQ(
      n.reading.words,
      "5 households, 4 ties; columns source, target; left out: weight, 2 repeats, 1 self-tie");
  EXPECT_EQ(pairs_of(network("Id;Sender;Kind;Receiver\n9;1;kin;2\n8;2;kin;3\n")),
            (Pairs{{0, 1}, {1, 2}}));
}

TEST(NetworkFiles, NamesAreTexts) {
  const KnownHouseholds known =
      households({"RT01-001", "007", "7", "12345678901234567890", "12345678901234567891"});
  EXPECT_EQ(pairs_of(network("i,j\nRT01-001,007\n7,12345678901234567891\n007,7.0\n", known)),
            (Pairs{{0, 1}, {2, 4}, {1, 2}}));
  EXPECT_TRUE(
      has(network("i,j\n7.0,007\n", known).reading.words, "names such as 1.0 are read as 1"));
  EXPECT_TRUE(
      has(said("i,j\n0007,7\n", known), "e.csv:2: i = 0007: no such household; nearest: 007"));
}

TEST(NetworkFiles, NamesMayHoldWithinTheirPlace) {
  KnownHouseholds known;
  known.number_of = {{{"1", "5"}, 0}, {{"1", "6"}, 1}, {{"2", "5"}, 2}, {{"2", "6"}, 3}};
  known.by_place = true, known.place_column = "rt", known.names_are_unique = false;
  EXPECT_EQ(network("rt,i,j\n2,5,6\n1,6,5\n", known).households, 4u);
  EXPECT_EQ(pairs_of(network("rt,i,j\n2,5,6\n1,6,5\n", known)), (Pairs{{2, 3}, {1, 0}}));
  EXPECT_EQ(pairs_of(network("i,j,rt\n5,6,2\n", known)), (Pairs{{2, 3}}));
  EXPECT_TRUE(has(said("i,j\n5,6\n", known), "columns, the first of them the RT"));
  EXPECT_TRUE(has(said("i,j,weight\n5,6,1\n", known), "columns, the first of them the RT"));
  known.number_of = {{{"1", "5"}, 0}, {{"1", "6"}, 1}, {{"2", "7"}, 2}};
  known.names_are_unique = true;
  EXPECT_EQ(pairs_of(network("i,j,weight\n5,7,1\n", known)), (Pairs{{0, 2}}));
}

TEST(NetworkFiles, ReadMatrices) {
  const FileNetwork n = network(ring);
  EXPECT_EQ(n.households, 4u);
  EXPECT_EQ(pairs_of(n), (Pairs{{0, 1}, {0, 3}, {1, 2}, {2, 3}}));
  EXPECT_EQ(n.reading.words, "4 households, 4 ties; an adjacency matrix of 4 rows without names");
  EXPECT_EQ(pairs_of(network(ring, households({"9", "8", "7", "6"}))), pairs_of(n));
  EXPECT_TRUE(
      has(said(ring, households({"9", "8"})), "matrix of 4 households without their names"));
  const std::string named = "\"\",\"c\",\"a\",\"b\"\n\"c\",0,2,0\n\"a\",0,0,0\n\"b\",0,1,1\n";
  const FileNetwork m = network(named, households({"a", "b", "c", "d"}));
  EXPECT_EQ(m.households, 4u);
  EXPECT_EQ(pairs_of(m), (Pairs{{2, 0}, {0, 1}, {1, 1}}));
  EXPECT_EQ(m.reading.words,
            "4 households, 2 ties; an adjacency matrix of 3 rows by their names; 2 ties one way, "
            "read both ways; left out: weights, 1 self-tie");
  EXPECT_TRUE(has(said(named, households({"a", "b"})), "e.csv:2: 1 = c: no such household"));
}

TEST(NetworkFiles, ReadGraphml) {
  const std::string text =
      "<graphml><key id=\"k\" for=\"node\" attr.name=\"name\"/><graph><node id=\"n0\"><data "
      "key=\"k\">3</data></node><node id=\"n1\"><data key=\"k\">1</data></node>"
      "<edge source=\"n1\" target=\"n0\" directed=\"true\"/></graph></graphml>";
  const auto read = [&](const KnownHouseholds& known) {
    return network(text, known, -1, "", "e.graphml");
  };
  EXPECT_EQ(read({}).households, 2u);
  EXPECT_EQ(pairs_of(read({})), (Pairs{{1, 0}}));
  EXPECT_EQ(read({}).reading.words, "2 households, 1 tie; GraphML; 1 tie directed, read both ways");
  const FileNetwork n = read(households({"1", "2", "3"}));  // by its name, not by its place
  EXPECT_EQ(n.households, 3u);
  EXPECT_EQ(pairs_of(n), (Pairs{{0, 2}}));
  EXPECT_TRUE(has(n.reading.words, "nodes are households by their attribute `name`"));
  EXPECT_EQ(pairs_of(read(households({"x", "n1", "n0"}))), (Pairs{{1, 2}}));  // by its id
  EXPECT_TRUE(has(said_by([&] {
                    read(households({"1", "2"}));
                  }),
                  "e.graphml: node = n0: no such household"));
  KnownHouseholds counted = households({"0", "1", "2"});
  EXPECT_TRUE(has(said_by([&] { read(counted); }), "no such household"));
  counted.are_counted = true;
  EXPECT_EQ(pairs_of(read(counted)), (Pairs{{1, 0}}));
}

// Households and ties without direction, repeats and self-ties, as the libraries that wrote the
// files count them.
TEST(NetworkFiles, AreCountedAsByTheLibrariesThatWroteThem) {
  const std::string folder = SWADAYA_SOURCE_DIR "/tests/data/networks/";
  const auto counts = nlohmann::json::parse(text_in(folder + "counts.json"));
  EXPECT_EQ(counts.size(), 11u);
  for (const auto& [file, count] : counts.items()) {
    const FileNetwork n = network_of_file({folder + file, -1, {}}, {});
    EXPECT_EQ(n.households, count[0].get<std::uint32_t>()) << file;
    EXPECT_EQ(ties_of(n.households, n.ties).neighbour.size() / 2, count[1].get<std::size_t>())
        << file;
  }
}

TEST(NetworkFiles, SayWhatIsWrong) {
  const KnownHouseholds known = households({"1", "2"});
  EXPECT_TRUE(has(said("i,j\n1,2\n1,9\n", known), "e.csv:3: j = 9: no such household"));
  EXPECT_TRUE(has(said("i,j\n1,2\n1,\nNA,2\n"), "e.csv:3: j: is empty; a tie has two ends"));
  EXPECT_TRUE(has(said("i,j\n1,2\n1,\nNA,2\n"), "e.csv:4: i = NA: a tie has two ends"));
  EXPECT_TRUE(has(said("i\n1\n"), "e.csv:1: a file of ties has at least two columns"));
  EXPECT_TRUE(has(said("i,j\n"), "e.csv: has no rows: a heading is all there is"));
}

TEST(NetworkFiles, RefuseOtherFormsByTheirName) {
  for (const auto& [name, text, form] :
       std::vector<std::array<std::string, 3>>{{"e.gml", "x", "GML"},
                                               {"e.txt", "graph [\n node [ id 1 ] ]\n", "GML"},
                                               {"e.gexf", "x", "GEXF"},
                                               {"e.xml", "<?xml version=\"1.0\"?><gexf/>", "GEXF"},
                                               {"e.net", "x", "Pajek"},
                                               {"e.csv", "*Vertices 2\n", "Pajek"}})
    EXPECT_TRUE(has(said(text, {}, -1, "", name), "looks like " + form + ", which isn't read"))
        << name;
}

// All pairs, and 0 where there is no tie: a path of four.
TEST(NetworkFiles, WhatWeighsNothingIsNoTie) {
  const std::string all = "i,j,weight\n1,2,1\n1,3,0\n1,4,0\n2,3,0.5\n2,4,0\n3,4,2\n";
  EXPECT_TRUE(has(said(all),
                  "e.csv:3: weight = 0: whether what weighs 0 is a tie isn't known; say "
                  "[network] weight = \"weight\""));
  EXPECT_TRUE(has(said("1 2 1\n1 3 0\n2 3 1\n"), "e.csv:2: 3 = 0: whether"));
  EXPECT_EQ(network(all, {}, -1, "from=i, to=j").ties.size(), 6u);  // asked for so
  EXPECT_EQ(network("i,j,kin\n1,2,1\n1,3,0\n").ties.size(), 2u);    // says something else
  const auto weighing = [&](const std::string& text, const std::string& weight, double above = 0) {
    return network_of_file(
        {.file = file_with("e.csv", text), .weight = weight, .weight_above = above}, {});
  };
  const FileNetwork n = weighing(all, "weight");
  EXPECT_EQ(pairs_of(n), (Pairs{{0, 1}, {1, 2}, {2, 3}}));
  EXPECT_EQ(
      n.reading.words,
      "4 households, 3 ties; columns i, j; ties weigh by weight; left out: 3 rows that weigh 0 "
      "or less");
  EXPECT_EQ(n.reading.used, (std::vector<std::string>{"i", "j", "weight"}));
  EXPECT_EQ(weighing(all, "weight", 0.5).ties.size(), 2u);
  EXPECT_EQ(weighing("1 2 1\n1 3 0\n2 3 1\n", "3").ties.size(), 2u);
  const auto refusal = [&](const std::string& text, const std::string& weight) {
    return said_by([&] { weighing(text, weight); });
  };
  EXPECT_TRUE(has(refusal(all, "wieght"),
                  "network.weight = wieght: no such column in the file; "
                  "nearest: weight"));
  EXPECT_TRUE(has(refusal(all, "j"), "the column that weighs is an end of a tie"));
  EXPECT_TRUE(has(refusal("i,j,w\n1,2,much\n", "w"), "e.csv:2: w = much: must be a number"));
  EXPECT_TRUE(has(refusal(ring, "1"), "looks like a matrix of ties, whose entries weigh"));
}

TEST(NetworkFiles, AttributesOfEdgesWeighToo) {
  const auto graph = [](const std::string& name, const std::string& of_first) {
    return "<graphml><key id=\"w\" for=\"edge\" attr.name=\"" + name +
           "\" attr.type=\"double\"><default>1</default></key><graph edgedefault=\"undirected\">"
           "<node id=\"a\"/><node id=\"b\"/><node id=\"c\"/><edge source=\"a\" target=\"b\">"
           "<data key=\"w\">" +
           of_first + "</data></edge><edge source=\"b\" target=\"c\"/></graph></graphml>";
  };
  const auto read = [](const std::string& text, const std::string& weight = "") {
    return network_of_file({.file = file_with("e.graphml", text), .weight = weight}, {});
  };
  EXPECT_EQ(read(graph("weight", "3")).reading.words,
            "3 households, 2 ties; GraphML; left out: weight");
  EXPECT_EQ(read(graph("weight", "0")).ties.size(), 2u);  // an edge is said to be one
  EXPECT_EQ(pairs_of(read(graph("weight", "0"), "weight")), (Pairs{{1, 2}}));
  EXPECT_TRUE(has(said_by([&] { read(graph("weight", "0"), "w"); }),
                  "network.weight = w: no edge has such an attribute"));
}

TEST(NetworkFiles, EntriesOfAMatrixAreNotBelowZero) {
  const std::string signs = "0,2,0,0\n1,0,-9,0\n0,3,0,1\n0,1,0,0\n";
  EXPECT_TRUE(has(said(signs), "e.csv:2: 3 = -9: an entry of a matrix of ties isn't below 0"));
  EXPECT_EQ(
      network("0,2,0,0\n1,0,,0\n0,3,0,1\n0,1,0,0\n").reading.words,
      "4 households, 4 ties; an adjacency matrix of 4 rows without names; 3 ties one way, read "
      "both ways; 1 entry missing, read as no tie; left out: weights");
}

}  // namespace swadaya
