// Targeting on hamlets of Indonesia (Alatas et al. 2012, 2016): what rankers knew there, and what a
// listing made of it, against scenarios/indonesia-targeting.toml on the same networks.
#include <array>
#include <cmath>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>

#include "sim/base/csv.hpp"
#include "sim/base/statistics.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string source = SWADAYA_SOURCE_DIR;
const std::string data = source + "/scenarios/indonesia-targeting";

std::vector<std::string> hamlets(const std::string& folder) {
  return {"world.households=" + folder + "/nodes.csv", "network.edges=" + folder + "/edges.csv"};
}

// Means over replicates of a variant's outcomes in the month of the listing.
std::map<std::string, double> means_of(const std::string& variant,
                                       const std::vector<std::string>& set) {
  const Experiment experiment =
      read_experiment(source + "/scenarios/indonesia-targeting.toml", all_models(), {set, 40, 11});
  std::mutex mutex;
  std::map<std::string, double> sums;
  run_jobs(experiment, all_models(), {}, [&](const Job& job, const std::vector<Series>& series) {
    const std::lock_guard guard{mutex};
    for (std::size_t i = 0; i < job.variants.size(); ++i)
      if (experiment.variants[job.variants[i]].name == variant)
        for (const OutcomeInfo& info : outcomes())
          sums[info.name] += value(series[i], 1, info.name) / experiment.replicates;
  });
  return sums;
}

using Person = std::pair<int, int>;  // hamlet, household

// What the study's rankers did.
struct Observed {
  double tied = 0, two_steps = 0, far = 0;  // share placed, by network distance
  double pair_error = 0;
  double community_error = 0, rank_correlation = 0;  // of the mean of all rankers' orders
};

std::map<Person, std::set<Person>> neighbours() {
  const Csv csv = read_csv(data + "/edges.csv");
  std::map<Person, std::set<Person>> all;
  for (const Csv::Row& row : csv.rows) {
    const int hamlet = std::stoi(row.fields[0]);
    const Person a{hamlet, std::stoi(row.fields[1])}, b{hamlet, std::stoi(row.fields[2])};
    all[a].insert(b), all[b].insert(a);
  }
  return all;
}

std::map<Person, double> consumption() {
  const Csv csv = read_csv(data + "/nodes.csv");
  std::map<Person, double> all;
  for (const Csv::Row& row : csv.rows)
    if (!row.fields[3].empty())
      all[{std::stoi(row.fields[0]), std::stoi(row.fields[1])}] = std::stod(row.fields[3]);
  return all;
}

struct Guess {
  Person ranked;
  double place, truth;
};

void judge_pairs(const std::map<Person, std::vector<Guess>>& guesses, Observed& o) {
  double pairs = 0;
  for (const auto& [ranker, placed] : guesses)
    for (std::size_t i = 0; i < placed.size(); ++i)
      for (std::size_t k = 0; k < i; ++k) {
        ++pairs;
        o.pair_error += (placed[i].place < placed[k].place) != (placed[i].truth < placed[k].truth);
      }
  o.pair_error /= pairs;
}

// Lists the lowest 30 % of each hamlet by the mean place that its rankers give.
void judge_lists(const std::map<Person, std::vector<Guess>>& guesses, Observed& o) {
  const std::map<Person, double> consumed = consumption();
  std::map<int, std::map<Person, std::vector<double>>> places;
  for (const auto& [ranker, placed] : guesses) {
    std::vector<double> order;
    for (const Guess& g : placed) order.push_back(g.place);
    const std::vector<double> ranks = midranks_of(order);
    for (std::size_t i = 0; i < placed.size(); ++i)
      places[ranker.first][placed[i].ranked].push_back((ranks[i] - 0.5) /
                                                       static_cast<double>(placed.size()));
  }
  std::vector<double> sorted;
  for (const auto& [person, kRp] : consumed) sorted.push_back(kRp);
  std::sort(sorted.begin(), sorted.end());
  const double line = sorted[static_cast<std::size_t>(0.3 * static_cast<double>(sorted.size()))];
  double people = 0, hamlets_seen = 0;
  for (const auto& [hamlet, of_hamlet] : places) {
    std::vector<std::pair<double, double>> order;  // mean place, consumption
    std::vector<double> place, kRp;
    for (const auto& [person, given] : of_hamlet) {
      if (!consumed.contains(person)) continue;
      double mean = 0;
      for (const double p : given) mean += p / static_cast<double>(given.size());
      order.emplace_back(mean, consumed.at(person));
      place.push_back(mean), kRp.push_back(consumed.at(person));
    }
    std::sort(order.begin(), order.end());
    const auto listed =
        static_cast<std::size_t>(std::lround(0.3 * static_cast<double>(order.size())));
    for (std::size_t i = 0; i < order.size(); ++i)
      ++people, o.community_error += (i < listed) != (order[i].second < line);
    const double r = correlation(midranks_of(place), midranks_of(kRp));
    if (std::isfinite(r)) o.rank_correlation += r, ++hamlets_seen;
  }
  o.community_error /= people;
  o.rank_correlation /= hamlets_seen;
}

Observed observed() {
  const auto ties = neighbours();
  const Csv csv = read_csv(data + "/rankings.csv");
  std::map<Person, std::vector<Guess>> guesses;
  std::array<double, 3> asked{}, placed{};
  for (const Csv::Row& row : csv.rows) {
    const int hamlet = std::stoi(row.fields[0]);
    const Person ranker{hamlet, std::stoi(row.fields[1])}, ranked{hamlet, std::stoi(row.fields[2])};
    if (ranker == ranked) continue;
    std::size_t steps = 0;
    if (const auto at = ties.find(ranker); at != ties.end()) {
      for (const Person& friend_of : at->second)
        if (ties.at(friend_of).contains(ranked)) steps = 2;
      if (at->second.contains(ranked)) steps = 1;
    }
    const double guess = std::stod(row.fields[3]);
    ++asked[steps];
    if (guess == 999) continue;
    ++placed[steps];
    guesses[ranker].push_back({ranked, guess, std::stod(row.fields[4])});
  }
  Observed o;
  o.far = placed[0] / asked[0], o.tied = placed[1] / asked[1], o.two_steps = placed[2] / asked[2];
  judge_pairs(guesses, o);
  judge_lists(guesses, o);
  return o;
}

}  // namespace

TEST(Indonesia, HasAllHamletsWhereNoneIsChosen) {
  const World world =
      world_of(read_experiment(source + "/scenarios/indonesia-targeting.toml", all_models(), {})
                   .variants[0]
                   .scenario);
  EXPECT_EQ(world.rts.size(), 318u);
  EXPECT_EQ(world.households, 15841u);
  EXPECT_EQ(world.households_surveyed, 2852u);
}

TEST(Indonesia, RankersKnowAndErrAsInTheHamlets) {
  const Observed study = observed();
  const auto model = means_of("community", {});
  EXPECT_NEAR(model.at("placed_tied"), study.tied, 0.015);
  EXPECT_NEAR(model.at("placed_two_steps"), study.two_steps, 0.03);
  EXPECT_NEAR(model.at("placed_far"), study.far, 0.015);
  EXPECT_NEAR(model.at("pair_error"), study.pair_error, 0.02);
  EXPECT_NEAR(model.at("rank_correlation"), study.rank_correlation, 0.05);
  EXPECT_NEAR(model.at("targeting_error"), study.community_error, 0.02);
}

TEST(Indonesia, ProxyMeansErrLessThanTheCommunity) {
  const auto proxy = means_of("proxy-means", {}), community = means_of("community", {});
  EXPECT_NEAR(proxy.at("targeting_error"), 0.293, 2 * 0.012);  // evidence/behaviour 4.3
  EXPECT_NEAR(community.at("targeting_error") - proxy.at("targeting_error"), 0.028, 2 * 0.017);
  EXPECT_NEAR(means_of("lottery", {}).at("targeting_error"), 2 * 0.3 * 0.7, 0.01);
}

TEST(Indonesia, OneHamletAloneIsTheSameAsAFileOfIt) {
  const std::string folder =
      std::filesystem::path{file_with("nodes.csv",
                                      "hamlet,hh,pc_consumption_kRp\n"
                                      "1,1,100\n2,1,900\n1,2,\n2,2,300\n2,3,\n2,4,500\n")}
          .parent_path();
  file_with("edges.csv", "hamlet,hh_i,hh_j\n1,1,2\n2,1,3\n2,3,2\n2,4,1\n");
  std::vector<std::string> one = hamlets(folder), all = hamlets(folder);
  one.push_back("world.select=2");
  const Scenario chosen =
      read_experiment(source + "/scenarios/indonesia-targeting.toml", all_models(), {one, 1, 1})
          .variants[0]
          .scenario;
  const World world = world_of(chosen);
  ASSERT_EQ(world.rts.size(), 1u);
  EXPECT_EQ(world.households, 4u);
  EXPECT_EQ(world.households_surveyed, 3u);
  const Scenario both =
      read_experiment(source + "/scenarios/indonesia-targeting.toml", all_models(), {all, 1, 1})
          .variants[0]
          .scenario;
  const World two = world_of(both);
  ASSERT_EQ(two.rts.size(), 2u);  // 1: households 1, 2; 2: households 1, 2, 3, 4
  EXPECT_EQ(two.rts[0].last, 2u);
  EXPECT_TRUE(two.ties.joined(0, 1));
  EXPECT_TRUE(two.ties.joined(2, 4));   // 2: 1-3
  EXPECT_FALSE(two.ties.joined(2, 3));  // 2: 1-2
  EXPECT_EQ(two.surveyed[1], 0.0f);
  EXPECT_EQ(two.poor[0], 1.0f);  // of four surveyed the lowest 30 %
  EXPECT_EQ(two.poor[3], 0.0f);
}

TEST(Indonesia, NamesWithinAnRtNeedTiesWithAnRt) {
  const std::string folder =
      std::filesystem::path{
          file_with("nodes.csv", "hamlet,hh,pc_consumption_kRp\n1,1,100\n2,1,900\n")}
          .parent_path();
  file_with("edges.csv", "hh_i,hh_j\n1,1\n");
  EXPECT_THROW(world_of(read_experiment(source + "/scenarios/indonesia-targeting.toml",
                                        all_models(), {hamlets(folder), 1, 1})
                            .variants[0]
                            .scenario),
               BadInput);
}

}  // namespace swadaya
