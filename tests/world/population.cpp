#include "sim/world/population.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <map>

#include "sim/base/csv.hpp"
#include "sim/world/draw.hpp"
#include "tests/world/made_survey.hpp"
#include "tests/world/settings.hpp"

namespace swadaya {

namespace {

Population of_made(const MadeSurvey& made, std::uint64_t seed = 1) {
  const HouseholdSurvey survey = survey_of(made.survey, columns_of_made_survey);
  return synthetic_population(survey, margins_of(made.margins, survey), world_settings({}), seed);
}

double field(const Csv& csv, const Csv::Row& row, const char* name) {
  return *number_of(row.fields[*csv.column(name)]);
}

}  // namespace

// 10,000 households in 110 RT: every count of every RT.
TEST(SyntheticPopulation, HoldsAllMarginsOfAllRts) {
  const MadeSurvey made = made_survey();
  const Population population = of_made(made);
  EXPECT_GT(made.households, 9500u);
  EXPECT_EQ(population.households, made.households);
  EXPECT_EQ(population.rts, 110u);
  EXPECT_EQ(population.rws, 10u);

  const Csv households = read_csv(file_with("households.csv", population.csv)),
            margins = read_csv(made.margins);
  std::map<std::pair<std::string, std::string>, std::map<std::string, double>> counted;
  for (const Csv::Row& row : households.rows) {
    auto& of = counted[{row.fields[1], row.fields[2]}];
    const double size = field(households, row, "size");
    of["households"] += 1;
    of["poor"] += field(households, row, "poor");
    of["business"] += field(households, row, "business");
    of[size <= 2 ? "size:1-2" : size <= 4 ? "size:3-4" : "size:5+"] += 1;
    of["heads"] += field(households, row, "head");
  }
  ASSERT_EQ(counted.size(), 110u);
  for (const Csv::Row& row : margins.rows)
    for (std::size_t c = 2; c < margins.names.size(); ++c) {
      const double known = *number_of(row.fields[c]);
      EXPECT_NEAR((counted[{row.fields[0], row.fields[1]}][margins.names[c]]), known, 0.01 * known)
          << row.fields[0] << "/" << row.fields[1] << " " << margins.names[c];
    }
  for (auto& [place, of] : counted) EXPECT_GE(of["heads"], 1);
  EXPECT_EQ(population.largest_miss, 0);
}

// What the margins don't say is as in the survey: the poor consume less and are more people.
TEST(SyntheticPopulation, KeepsWhatTheSurveyKnows) {
  const Population population = of_made(made_survey());
  const Csv csv = read_csv(file_with("households.csv", population.csv));
  double sum[2] = {0, 0}, n[2] = {0, 0};
  for (const Csv::Row& row : csv.rows) {
    const auto poor = static_cast<std::size_t>(field(csv, row, "poor"));
    sum[poor] += std::log(field(csv, row, "consumption")), n[poor] += 1;
  }
  EXPECT_NEAR(sum[1] / n[1], 4.7, 0.1);
  EXPECT_NEAR(sum[0] / n[0], 5.8, 0.1);
  EXPECT_EQ(population.surveyed,
            (std::vector<std::string>{"size", "consumption", "poor", "business"}));
  EXPECT_EQ(population.drawn, (std::vector<std::string>{"elite", "head", "leader", "female_head",
                                                        "attitude", "susceptibility"}));
  EXPECT_EQ(population.csv, of_made(made_survey()).csv);
  EXPECT_NE(population.csv, of_made(made_survey(), 2).csv);
}

// Where the survey says who is poor and not what they consume, they consume the least.
TEST(SyntheticPopulation, DrawsWhatTheSurveyLacks) {
  const HouseholdSurvey survey = survey_of(file_with("s.csv", "id,poor\n1,1\n2,0\n"), "");
  const MarginsOfRts margins =
      margins_of(file_with("m.csv", "rt,households,poor\n1,100,20\n2,100,40\n"), survey);
  const Population population = synthetic_population(survey, margins, world_settings({}), 1);
  const Csv csv = read_csv(file_with("households.csv", population.csv));
  double poorest_other = 1e9, richest_poor = 0, persons = 0;
  for (const Csv::Row& row : csv.rows) {
    const double kRp = field(csv, row, "consumption");
    if (field(csv, row, "poor") > 0)
      richest_poor = std::max(richest_poor, kRp);
    else
      poorest_other = std::min(poorest_other, kRp);
    persons += field(csv, row, "size") / 200;
  }
  EXPECT_LE(richest_poor, poorest_other * 1.0001);
  EXPECT_NEAR(persons, 4.4, 0.5);
}

TEST(SyntheticPopulation, SaysWhatTheSurveyHasNot) {
  const HouseholdSurvey survey = survey_of(file_with("s.csv", "id,size,poor\n1,2,1\n2,4,0\n"), "");
  const auto said = [&](const std::string& margins) {
    return said_by([&] {
      synthetic_population(survey, margins_of(file_with("m.csv", margins), survey),
                           world_settings({}), 1);
    });
  };
  EXPECT_TRUE(has(said("rw,rt,households,size:1-2,size:3-4,size:5+\n3,7,10,4,3,3\n"),
                  "m.csv:2: size:5+ = 3: RT 7 of RW 3 has such households, and none of the 2"));
  // All small households of the survey are poor: six of them and two poor can't be.
  EXPECT_TRUE(has(said("rt,households,poor,size:1-2,size:3-4\n1,10,2,6,4\n"),
                  "the counts of RT 1 can't hold together"));
}

// A ward of RW and RT whose ties are drawn, each replicate its own.
TEST(SyntheticPopulation, BecomesAWorld) {
  const Population population = of_made(made_survey());
  const Values values = world_settings(
      {{"world.from", 1.0},
       {"world.households", file_with("households.csv", population.csv)},
       {"world.columns",
        "id=id, rw=rw, rt=rt, size=size, consumption=consumption, poor=poor, elite=elite, "
        "head=head, leader=leader, business=business, female_head=female_head, attitude=attitude, "
        "susceptibility=susceptibility"}});
  const Worlds worlds{values, 1};
  const World a = worlds.draw(0), b = worlds.draw(1);
  EXPECT_EQ(a.rws.size(), 10u);
  EXPECT_EQ(a.rts.size(), 110u);
  EXPECT_EQ(a.households, population.households);
  EXPECT_EQ(a.poor, b.poor);
  EXPECT_NE(a.ties.neighbour, b.ties.neighbour);
  double ties = 0;
  for (Household h = 0; h < a.rows(); ++h) {
    ties += double{a.degree[h]};
    EXPECT_EQ(a.degree[h], static_cast<float>(a.ties.of(h).size()));
    if (a.occupied[h] == 0) {
      EXPECT_EQ(a.degree[h], 0);
    }
  }
  EXPECT_NEAR(ties / a.households, 13.5, 1);
  EXPECT_EQ(worlds.draw(1).ties.neighbour, b.ties.neighbour);
}

}  // namespace swadaya
