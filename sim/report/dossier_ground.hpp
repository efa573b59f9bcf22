// What a dossier answers from: a results folder's figures, found once, and words for them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/designs/beside.hpp"
#include "sim/designs/cost_effectiveness.hpp"
#include "sim/designs/equity.hpp"
#include "sim/designs/learn.hpp"
#include "sim/report/report.hpp"
#include "sim/results/comparison.hpp"

namespace swadaya {

// A setting that something is run with.
struct DossierInput {
  std::string key, value;
  const ParameterInfo* info;
  bool is_changed;  // not the default
  bool is_assumed;  // its source says that it is an assumption, or nobody's but the author's
  bool is_drawn;    // worlds take draws of it
};

struct DossierGround {
  explicit DossierGround(const Reported& what);

  const Reported& reported;
  const Experiment& experiment;
  const Store& store;
  const Scenario& base;  // of the baseline
  std::size_t aim;       // the outcome that it is about, and its first month shown
  int month;
  std::vector<DossierInput> inputs;  // of the baseline
  // Of packages held against a baseline; empty of anything else.
  std::vector<Compared> compared{};        // at months shown and the last
  std::optional<Answers> own{};            // the ranking, where one package at least has a figure
  std::vector<CostEffectiveness> costs{};  // of the aim, by month shown; empty without any cost
  std::vector<Equity> equity{};            // by variant, at the last month shown
  std::optional<WorthKnowing> learnt{};    // where enough draws were taken

  bool compares() const { return !compared.empty(); }
  // What the experiment's author says; nullptr where nothing.
  const std::string* said(const char* key) const;
  double number(const char* key) const;  // a setting of the baseline
  std::string title(std::size_t variant) const;
  // The package that leads the ranking; one that `own` has.
  std::size_t leader() const { return own->order.front(); }
  const Compared* found(std::size_t variant, std::size_t outcome, int at) const;
  std::size_t count(const std::string& use, FactVerdict verdict) const;  // of its facts
};

// What a question of a standard comes to. `open`: what a person has to write, "" where the folder
// answers all that it asks.
struct DossierReply {
  std::string says{}, open{};
};
struct DossierQuestion {
  const char *number, *topic, *asks;
  DossierReply (*reply)(const DossierGround& ground);
};
// The tables of the standards.
const std::vector<DossierQuestion>& cheers_methods();   // CHEERS 2022, items 1 to 17
const std::vector<DossierQuestion>& cheers_findings();  // 18 to 28
const std::vector<DossierQuestion>& trace_elements();
const std::vector<DossierQuestion>& validation_kinds();
const std::vector<DossierQuestion>& aqua_questions();

// --- words. All in Markdown.
std::string dossier_text(const std::string& text);  // of a user: no letter of it is markup
// "+20.4 points [15.1, 26.0]"; "no change in any world".
std::string effect_words(const PairedDifference& effect, const OutcomeInfo& info);
std::string mean_words(double mean, const OutcomeInfo& info);  // "61.3 %", "250 million Rp a ward"
std::string millions_words(double kRp);                        // "12.3 million Rp"
std::string counted_words(std::size_t count, const char* one, const char* many);
const char* unit_word_of(std::size_t outcome);  // what prices are of: "point", "unit"
// What the brackets of effects hold.
std::string brackets_words(const DossierGround& ground);
// The answer in two or three sentences; what it hangs on, and its limits, a point a line.
std::string answer_words(const DossierGround& ground);
std::vector<std::string> hinges(const DossierGround& ground);
std::vector<std::string> limits(const DossierGround& ground);
// The frontier of an outcome at a month in a sentence: packages with what each more costs.
std::string frontier_words(const DossierGround& ground, const CostEffectiveness& costs,
                           bool discounted);
DossierReply asked_of_a_person(const DossierGround& ground, const char* key, const char* what);

}  // namespace swadaya
