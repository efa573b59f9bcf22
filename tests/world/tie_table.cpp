#include "sim/world/tie_table.hpp"

#include <array>
#include <gtest/gtest.h>
#include <vector>

#include "tests/files.hpp"

namespace swadaya {

namespace {

TieTable table(const std::string& text, const TieHints& hints = {}) {
  return tie_table(file_with("e.csv", text), hints);
}

// "heading 1 2: 5-6 6-7": the columns from 1, and the ends.
std::string form_of(const TieTable& t) {
  std::string text = t.kind == TieTable::Kind::matrix ? "matrix"
                     : t.has_heading                  ? "heading"
                                                      : "plain";
  if (t.kind == TieTable::Kind::matrix)
    return text + (t.has_heading ? " under heading" : "") + (t.has_names ? ", named" : "") + " " +
           std::to_string(t.csv.rows.size());
  text += " " + std::to_string(t.from + 1) + " " + std::to_string(t.to + 1) + ":";
  for (const Csv::Row& row : t.csv.rows) text += " " + row.fields[t.from] + "-" + row.fields[t.to];
  return text;
}
std::string form_of(const std::string& text, const TieHints& hints = {}) {
  return form_of(table(text, hints));
}
std::string said(const std::string& text, const TieHints& hints = {}) {
  return said_by([&] { table(text, hints); });
}

}  // namespace

TEST(TieTable, FindsTheEndsByTheirUsualNames) {
  for (const auto& [one, other] :
       std::vector<std::array<std::string, 2>>{{"source", "target"},
                                               {"From", "To"},
                                               {"SENDER", "RECEIVER"},
                                               {"i", "j"},
                                               {"ego", "alter"},
                                               {"head", "tail"},
                                               {"a", "b"},
                                               {"hh_i", "hh_j"},
                                               {"from_id", "to_id"},
                                               {"Household 1", "household 2"},
                                               {"V1", "V2"},
                                               {"hhid1", "hhid2"}}) {
    EXPECT_EQ(form_of(one + "," + other + "\n5,6\n"), "heading 1 2: 5-6") << one;
    EXPECT_EQ(form_of("when," + one + ",w," + other + "\n1,5,9,6\n1,7,9,5\n"),
              "heading 2 4: 5-6 7-5")
        << one;
  }
}

TEST(TieTable, ReadsWhatProgramsExport) {
  EXPECT_EQ(form_of("Source;Target;Type;Id;Label;timeset;Weight\n5;6;Undirected;0;;;1,5\n"),
            "heading 1 2: 5-6");                                                // Gephi
  EXPECT_EQ(form_of("\"\",\"from\",\"to\"\n\"1\",5,6\n"), "heading 2 3: 5-6");  // R, of igraph
  EXPECT_EQ(form_of("\"\",\"V1\",\"V2\"\n\"1\",5,6\n"), "heading 2 3: 5-6");
  EXPECT_EQ(form_of(",source,target,weight\n0,5,6,1\n"), "heading 2 3: 5-6");  // pandas
}

TEST(TieTable, NeedsNoHeading) {
  EXPECT_EQ(form_of("1,2\n2,3\n"), "plain 1 2: 1-2 2-3");
  EXPECT_EQ(form_of("1 2 0.5\n2 3 1\n"), "plain 1 2: 1-2 2-3");
  EXPECT_EQ(form_of("# of networkx\n1 2 {}\n2 3 {}\n"), "plain 1 2: 1-2 2-3");
  EXPECT_EQ(form_of("RT01-001,RT01-002\nRT01-003,RT01-004\n"),
            "plain 1 2: RT01-001-RT01-002 RT01-003-RT01-004");
  EXPECT_EQ(form_of("a,b\nb,c\n"), "plain 1 2: a-b b-c");  // b is a household below
  EXPECT_EQ(form_of("a,b\nc,d\n"), "heading 1 2: c-d");
  TieHints hints;
  hints.is_household = [](const std::string& name) { return name == "Sri"; };
  EXPECT_EQ(form_of("Sri,Budi\nAna,Eko\n", hints), "plain 1 2: Sri-Budi Ana-Eko");
  EXPECT_EQ(form_of("who,whom\nAna,Eko\n", hints), "heading 1 2: Ana-Eko");
}

TEST(TieTable, TakesTheColumnsThatAreTold) {
  const std::string text = "source,target,giver,taker\n1,2,3,4\n";
  EXPECT_EQ(form_of(text, {.columns = columns_of("from=giver, to=taker")}), "heading 3 4: 3-4");
  EXPECT_EQ(form_of(text, {.columns = columns_of("from=4, to=1")}), "heading 4 1: 4-1");
  EXPECT_TRUE(
      has(said(text, {.columns = columns_of("from=giver, to=takers")}),
          "e.csv:1: network.columns.to = takers: no such column in the file; nearest: taker"));
  EXPECT_TRUE(has(said(text, {.columns = columns_of("from=giver")}), "needs from and to"));
  EXPECT_TRUE(has(said(text, {.columns = columns_of("from=giver, to=giver")}), "are one column"));
  EXPECT_TRUE(has(said("id,x,id\n1,2,3\n", {.columns = columns_of("from=id, to=x")}),
                  "e.csv:1: two columns are called id"));
  EXPECT_TRUE(has(said(text, {.columns = columns_of("from=giver, to=taker, weight=x")}),
                  "network.columns.weight = x: no such end of a tie"));
}

TEST(TieTable, APlaceComesFirstWhereOneIsAskedForOrNamed) {
  EXPECT_EQ(form_of("1,5,6\n1,6,7\n", {.has_place = true}), "plain 2 3: 5-6 6-7");
  EXPECT_EQ(form_of("village,p,q\n1,5,6\n"), "heading 2 3: 5-6");
  EXPECT_EQ(form_of("\"\",p,q\n1,5,6\n"), "heading 2 3: 5-6");  // R numbers its rows
  EXPECT_TRUE(
      has(said("p,q,r\n1,5,6\n"),
          "e.csv:1: which columns are the ends of a tie isn't known: p, q, r; say [network] "
          "columns = { from = \"p\", to = \"q\" }"));
}

TEST(TieTable, KnowsAMatrix) {
  const std::string ring = "0,1,0,1\n1,0,1,0\n0,1,0,1\n1,0,1,0\n";
  EXPECT_EQ(form_of(ring), "matrix 4");
  EXPECT_EQ(form_of("0 1 1\n0 0 0\n0 1 0\n"), "matrix 3");
  EXPECT_EQ(form_of("0,2.5,0\n2.5,0,1\n0,1,0\n"), "matrix 3");
  EXPECT_EQ(form_of("V1,V2,V3,V4\n" + ring), "matrix under heading 4");
  EXPECT_EQ(form_of("a,b,c\n0,1,0\n1,0,1\n0,1,0\n"), "matrix under heading 3");
  EXPECT_EQ(form_of(",x,y\nx,0,1\ny,1,0\n"), "matrix under heading, named 2");
  EXPECT_EQ(form_of("\"\",\"X7\",\"X8\"\n7,0,1\n8,1,0\n"), "matrix under heading, named 2");
  EXPECT_EQ(form_of(",7,8\n7,0,1\n8,1,0\n"), "matrix under heading, named 2");
  // These only look like one.
  EXPECT_EQ(form_of("village,i,j\n1,0,1\n1,1,0\n"), "heading 2 3: 0-1 1-0");
  EXPECT_EQ(form_of("source,target\n0,1\n1,0\n"), "heading 1 2: 0-1 1-0");
  EXPECT_EQ(form_of("3,1,2\n1,2,2\n2,3,1\n"), "plain 1 2: 3-1 1-2 2-3");
  EXPECT_TRUE(has(said("0,1,0,1\n1,0,1,0\n"), "looks like a matrix of ties, yet has 2 rows and 4"));
}

// Weights both ways that differ: no list of ties has as many columns as rows and a diagonal of 0.
TEST(TieTable, IsAMatrixThatWeighsBothWays) {
  EXPECT_EQ(form_of("0 2 0 0\n1 0 5 0\n0 3 0 1\n0 1 0 0\n"), "matrix 4");
  EXPECT_EQ(form_of("1 2 0 0 0\n1 1 5 0 0\n0 3 1 1 0\n0 1 0 1 0\n0 0 2 0 1\n"), "matrix 5");
  EXPECT_EQ(form_of("1 2 9 9\n1 3 9 9\n2 3 9 9\n3 4 9 9\n"), "plain 1 2: 1-2 1-3 2-3 3-4");
}

}  // namespace swadaya
