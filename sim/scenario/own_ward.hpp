// The files of a ward of one's own: a scenario and an experiment, each line with what it means and
// where it comes from, made of what an office knows.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/words/language.hpp"
#include "sim/world/population.hpp"

namespace swadaya::own {

// What is written into files in both languages.
struct Words {
  std::string en, id;
  std::string in(Language language) const { return language.title(en, id); }
};

// What a ward is asked for.
struct WardAnswers {
  std::string title;
  double rws = 10, rts = 110, households = 10450;  // in all of the ward
  double poor = 15;                                // % of households
  int year = 2001;                                 // of all prices
  std::optional<double> grant{};                   // million Rp a ward; else that of P2KP
  std::map<std::string, double> costs{};           // kRp of that year, by key of [costs]
  std::vector<std::string> packages{};             // by name; empty: all
  int months = 144;
  std::set<std::string> said{};  // what somebody said: "rws", "poor", ...
  bool has_margins = false;  // they say it of the places and, where they count them, of the poor
  Language language{};       // of questions, and of remarks in the files
};

// A package that can be bought, by the problem of P2KP that it is about.
struct Package {
  std::string name;
  Words title, what;
};
const std::vector<Package>& packages();
// What it sets in such a ward.
Values settings_of(const Package& package, const WardAnswers& answers);

// Of kRp of 2001, which the program's defaults are in, kRp of another year, to three digits, by
// Indonesian consumer prices.
double in_prices_of(int year, double kRp);
// As it stands in the files, with what was said instead of a default.
double grant_of(const WardAnswers& answers);                            // kRp
double cost_of(const WardAnswers& answers, const ParameterInfo& info);  // kRp

// Households a figures' ward really has: all RT of it are alike.
struct WardShape {
  double rws, rts_per_rw, households_per_rt;
  double rts() const { return rws * rts_per_rw; }
  double households() const { return rts() * households_per_rt; }
};
WardShape shape_of(const WardAnswers& answers);

// The texts of scenario.toml and experiment.toml. `population`: nullptr where households are drawn
// from figures; `outlines`: the file of a map in the same folder, or "".
std::string scenario_text(const WardAnswers& answers, const Population* population,
                          const std::string& outlines = "");
// `has_posterior`: calibrated-posterior.csv lies beside it.
std::string experiment_text(const WardAnswers& answers, bool has_posterior = true);

// 10,450 or 10.450.
std::string grouped_in(std::size_t count, Language in);
// What was used of a survey and what was drawn, a sentence each.
std::vector<std::string> words_of(const Population& population, Language in);

// Settings of [world] that a population is drawn with.
Values world_of(const WardAnswers& answers);

}  // namespace swadaya::own
