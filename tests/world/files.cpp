// Worlds read from files.
#include "tests/files.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

#include "sim/base/error.hpp"
#include "sim/base/notes.hpp"
#include "sim/world/draw.hpp"
#include "tests/world/settings.hpp"

namespace swadaya {

namespace {

World read(const std::string& nodes, const std::string& edges, const std::string& columns,
           double select = -1) {
  return draw_world(
      world_settings({{"world.from", 1.0},
                      {"world.select", select},
                      {"world.columns", columns},
                      {"world.households", file_with("nodes.csv", nodes)},
                      {"network.edges", edges.empty() ? "" : file_with("edges.csv", edges)}}),
      1, 0);
}
std::string said(const std::string& nodes, const std::string& edges, const std::string& columns,
                 double select = -1) {
  return said_by([&] { read(nodes, edges, columns, select); });
}

}  // namespace

TEST(WorldFiles, GiveHouseholdsTheirColumnsAndTies) {
  const World w = read("village,id,chief,persons,roof\n1,10,1,3,0\n2,11,0,9,9\n1,12,0,5,1\n",
                       "village,i,j\n1,10,12\n2,11,11\n", "leader=chief, size = persons", 1);
  EXPECT_EQ(w.households, 2u);
  EXPECT_EQ(w.leader[0], 1);
  EXPECT_EQ(w.head[0], 1);  // where no column says who heads, leaders do
  EXPECT_EQ(w.size[0], 3);
  EXPECT_EQ(w.size[1], 5);
  ASSERT_NE(w.covariate("roof"), nullptr);  // what nobody maps is kept by its heading
  EXPECT_EQ((*w.covariate("roof"))[1], 1);
  EXPECT_EQ(w.covariate("chief"), nullptr);
  EXPECT_TRUE(w.ties.joined(0, 1));
  EXPECT_EQ(w.degree[0], 1);
}

TEST(WorldFiles, WhoIsNotSurveyedLivesOnTheMeanOfOthers) {
  const World w = read("id,c\n1,100\n2,\n3,400\n", "", "consumption=c");
  EXPECT_EQ(w.households_surveyed, 2u);
  EXPECT_EQ(w.surveyed[1], 0);
  EXPECT_NEAR(w.log_consumption[1], std::log(200.0), 1e-5);  // the geometric mean of 100 and 400
  EXPECT_NEAR(w.log_consumption[2], std::log(400.0), 1e-5);
}

TEST(WorldFiles, RtsAreTheirFilesAndNamesHoldWithinThem) {
  const World w = read("rt,id\n7,1\n8,1\n7,2\n", "rt,i,j\n7,1,2\n8,1,1\n", "rt=rt, id=id");
  ASSERT_EQ(w.rts.size(), 2u);
  EXPECT_EQ(w.rts[0].last - w.rts[0].first, 2u);
  EXPECT_TRUE(w.ties.joined(0, 1));
  EXPECT_EQ(w.degree[2], 0);
}

TEST(WorldFiles, TiesNameTheRwWhereNumbersOfRtsBeginAnew) {
  const std::string households = "rw,rt,id\n1,1,1\n1,1,2\n2,1,1\n2,1,2\n",
                    columns = "rt=rt, rw=rw, id=id";
  for (const char* ties : {"rw,rt,i,j\n2,1,1,2\n", "RW,RT,i,j\n2,1,1,2\n", "i,rt,j,rw\n1,1,2,2\n",
                           "2,1,1,2\n2,1,2,1\n"}) {
    const World w = read(households, ties, columns);
    ASSERT_EQ(w.rts.size(), 2u) << ties;
    EXPECT_EQ(w.degree[w.rts[0].first], 0) << ties;
    EXPECT_EQ(w.degree[w.rts[1].first], 1) << ties;
  }
  EXPECT_TRUE(
      has(said(households, "rt,i,j\n1,1,2\n", columns),
          "edges.csv:1: world.columns.rw: RTs of different RWs have the same number; a file "
          "of ties among their households has the columns rw and rt, too"));
  // Whoever is meant is clear without: by the RT, or by the name alone.
  EXPECT_EQ(read("rw,rt,id\n1,1,1\n1,1,2\n2,2,1\n2,2,2\n", "rt,i,j\n2,1,2\n", columns).degree[0],
            0);
  EXPECT_EQ(read("rw,rt,id\n1,1,1\n1,1,2\n2,1,3\n2,1,4\n", "i,j\n3,4\n", columns).degree[0], 0);
}

// Above 2,048 households rows are put in another order, near whom they are tied to.
TEST(WorldFiles, ALargeFileIsReorderedWithoutLosingATie) {
  const std::uint32_t n = 2100;
  std::string nodes = "id,x\n", edges = "i,j\n";
  for (std::uint32_t i = 0; i < n; ++i) {
    nodes += std::to_string(i) + "," + std::to_string(i % 7) + "\n";
    edges += std::to_string(i) + "," + std::to_string((i * 997 + 5) % n) + "\n";
  }
  const World w = read(nodes, edges, "");
  std::vector<Household> row(n, n);
  for (Household h = 0; h < w.rows(); ++h)
    if (w.occupied[h] > 0) row.at(w.identity[h]) = h;
  std::uint32_t moved = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    ASSERT_LT(row[i], n);
    moved += row[i] != i;
    EXPECT_EQ((*w.covariate("x"))[row[i]], static_cast<float>(i % 7));
    const std::uint32_t other = (i * 997 + 5) % n;
    if (other != i) {
      EXPECT_TRUE(w.ties.joined(row[i], row[other])) << i;
    }
  }
  EXPECT_GT(moved, n / 2);
}

TEST(WorldFiles, SayEveryMalformedRow) {
  EXPECT_TRUE(has(said("v,row,leader\n1,0,1\n1,1\n1,2,x\n", "", "leader=leader"),
                  "nodes.csv:3: has 2 fields; the heading has 3"));
  EXPECT_TRUE(
      has(said("v,row,leader\n1,0,1\n1,2,x\n1,2,0\n", "", "leader=leader"), "stands twice"));
  EXPECT_TRUE(has(said("id,leader\n1,x\n", "", "leader=leader"),
                  "nodes.csv:2: leader = x: must be 1 or 0, yes or no, or empty"));
  EXPECT_TRUE(has(said("id,n\n1,x\n2,0\n", "", "size=n"), "nodes.csv:2: n = x: must be a number"));
  EXPECT_TRUE(has(said("id,n\n1,x\n2,0\n", "", "size=n"), "nodes.csv:3: n = 0: must be above 0"));
  EXPECT_TRUE(
      has(said("id,c\n1,-5\n", "", "consumption=c"), "nodes.csv:2: c = -5: must be above 0"));
  EXPECT_TRUE(has(said("id,c\n1,1e-60\n", "", "consumption=c"), "1e-60: must be above 0"));
}

// What nobody asks for may be anything; models may ask for numbers by their heading.
TEST(WorldFiles, LeaveOtherColumnsAlone) {
  const World w = read("id,leader,nama,sex,note,roof\n1,1,Ibu Sri,F,,3\n2,0,Pak Budi,M,NA,NA\n",
                       "i,j\n1,2\n", "leader=leader");
  EXPECT_EQ(w.leader[0], 1);
  EXPECT_EQ(w.covariate("nama"), nullptr);
  ASSERT_NE(w.covariate("roof"), nullptr);
  EXPECT_EQ((*w.covariate("roof"))[0], 3);
  EXPECT_EQ((*w.covariate("roof"))[1], 0);
}

TEST(WorldFiles, AreTheSameHoweverTheyAreWritten) {
  for (const char* nodes :
       {"hhid,leader\n1,0\n2,0\n3,1\n", "\xEF\xBB\xBFID;Leader\r\n1;no\r\n2;no\r\n3;ya\r\n",
        "leader\trow\n0\t1\nFALSE\t2\nTRUE\t3\n"})
    for (const char* edges : {"i,j\n3,1\n3,2\n", "3 1\n3 2\n", "w;from;to\n0,5;3;1\n0,5;2;3\n",
                              ",1,2,3\n1,0,0,1\n2,0,0,1\n3,1,1,0\n", "0,0,1\n0,0,1\n1,1,0\n"}) {
      const std::string text = nodes;
      const World w =
          read(nodes, edges,
               text.find("Leader") == std::string::npos ? "leader=leader" : "leader=Leader");
      EXPECT_EQ(w.households, 3u);
      EXPECT_EQ(w.leader[2], 1) << nodes;
      EXPECT_EQ(w.leader[0] + w.leader[1], 0) << nodes;
      EXPECT_EQ(w.degree[2], 2) << edges;
      EXPECT_EQ(w.ties.neighbour.size(), 4u) << edges;
    }
}

TEST(WorldFiles, SayWhatWasReadAndLeftOut) {
  std::string heard;
  listen_to_notes([&](const std::string& line) { heard += line + "\n"; });
  read("id,leader,nama\nRT1-1,1,Sri\nRT1-2,0,Budi\n", "from,to,w\nRT1-1,RT1-2,1\nRT1-2,RT1-1,2\n",
       "leader=leader");
  listen_to_notes({});
  EXPECT_TRUE(has(heard, "nodes.csv: 2 households, named by the column id; left alone: nama\n"))
      << heard;
  EXPECT_TRUE(
      has(heard, "edges.csv: 2 households, 1 tie; columns from, to; left out: w, 1 repeat\n"))
      << heard;
}

TEST(WorldFiles, CodesOfASurveyAreRefusedUnlessTheyAreTold) {
  const std::string nodes = "id,leader\n1,1\n2,2\n3,-9\n";
  EXPECT_TRUE(has(said(nodes, "", "leader=leader"), "nodes.csv:3: leader = 2: must be 1 or 0"));
  EXPECT_TRUE(has(said(nodes, "", "leader=leader"), "nodes.csv:4: leader = -9: must be 1 or 0"));
  const World w = read(nodes, "", "leader=leader{yes=1, no=2, missing=-9}");
  EXPECT_EQ(w.leader[0] + w.leader[1] + w.leader[2], 1);
  EXPECT_TRUE(
      has(said(nodes, "", "leader=leader{ya=1}"), "world.columns.leader = ya: no such code"));
}

TEST(WorldFiles, SayWhatHasNoPlace) {
  std::string text = said("id,leader\n1,1\n", "", "leader=leaders, laeder=leader");
  EXPECT_TRUE(has(text, "world.columns.leader = leaders: no such column")) << text;
  EXPECT_TRUE(has(text, "nearest: leader")) << text;
  EXPECT_TRUE(has(text, "world.columns.laeder = leader: no such field of a household")) << text;
  text = said("id,x,x\n1,1,0\n", "", "leader=x");
  EXPECT_TRUE(has(text, "world.columns.leader = x: two columns of the file have this name"))
      << text;
  text = said("village,id\n1,1\n", "", "", 4);
  EXPECT_TRUE(has(text, "world.select = 4: no row has this in its first column")) << text;
  text = said_by([] { draw_world(world_settings({{"world.from", 1.0}}), 1, 0); });
  EXPECT_TRUE(has(text, "needs a file of households")) << text;
}

TEST(WorldFiles, SayWhatIsNotKnownAndWhatWasTakenAsGiven) {
  std::string heard;
  listen_to_notes([&](const std::string& line) { heard += line + "\n"; }, true);
  read("village,hhid,chief,nama,rooms\n1,a,1,Sri,3\n1,b,,Budi,\n1,c,0,Ani,2\n", "", "leader=chief");
  listen_to_notes({});
  EXPECT_TRUE(has(heard,
                  "nodes.csv: 3 households, named by the column hhid; left alone: village, "
                  "nama; not known: leader of 1 household without a value\n"))
      << heard;
  EXPECT_TRUE(has(heard,
                  "nodes.csv: 3 rows; used: id from hhid, leader from chief, rooms; left "
                  "alone: village, nama; taken as given: leader of 1 household without a "
                  "value, rooms of 1 household without a value 0, size 4.2 (world.size), "
                  "attitude 0.5, susceptibility 1, head as leader, elite no"))
      << heard;
}

}  // namespace swadaya
