#include "sim/designs/structural.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/base/paired.hpp"
#include "sim/results/comparison.hpp"

namespace swadaya {

namespace {

bool answers(const BundleEffect& e) {
  return e.answer != Answer::no_lever && e.answer != Answer::no_figure;
}

std::size_t count_of(const std::vector<BundleEffect>& in, Answer answer) {
  return static_cast<std::size_t>(std::count_if(
      in.begin(), in.end(), [&](const BundleEffect& e) { return e.answer == answer; }));
}

// Names of the bundles that give this answer: "null, sceptic".
std::string names_with(const std::vector<BundleEffect>& in, Answer answer,
                       const std::vector<std::string>& bundles) {
  std::string names;
  for (std::size_t b = 0; b < in.size(); ++b)
    if (in[b].answer == answer) names += (names.empty() ? "" : ", ") + bundles[b];
  return names;
}

std::string nth(int n, Language language) {
  if (language.is_indonesian()) return fmt::format("ke-{}", n);
  const bool teen = n / 10 % 10 == 1;
  const char* ending = teen          ? "th"
                       : n % 10 == 1 ? "st"
                       : n % 10 == 2 ? "nd"
                       : n % 10 == 3 ? "rd"
                                     : "th";
  return fmt::format("{}{}", n, ending);
}

// The effects of every intervention on one outcome in one bundle.
std::vector<BundleEffect> effects_of(const std::vector<Sample>& samples, const BundleResult& result,
                                     int month, std::size_t outcome) {
  const Experiment& experiment = result.bundle.experiment;
  const auto baseline = samples[experiment.baseline].values(month, outcome);
  const std::vector<std::uint32_t> draws = result.store.draws();
  std::vector<BundleEffect> effects(samples.size());
  std::vector<std::size_t> ranked;
  for (std::size_t v = 0; v < samples.size(); ++v) {
    if (v == experiment.baseline) continue;
    effects[v].effect = outcome_difference(result.store, v, outcome, baseline,
                                           samples[v].values(month, outcome), draws, {});
    effects[v].answer = answer_of(effects[v].effect, experiment.variants[v].has_lever);
    if (answers(effects[v]) && effects[v].effect.is_paired) ranked.push_back(v);
  }
  if (ranked.size() < 2) return effects;
  std::vector<std::span<const double>> values;
  for (const std::size_t v : ranked) values.push_back(samples[v].values(month, outcome));
  const std::vector<Rank> ranks = ranks_of(values, outcomes()[outcome].higher_is_better, draws);
  for (std::size_t i = 0; i < ranked.size(); ++i)
    effects[ranked[i]].rank = ranks[i].rank, effects[ranked[i]].tied = ranks[i].tied;
  return effects;
}

}  // namespace

Answer answer_of(const PairedDifference& effect, bool has_lever) {
  if (!has_lever) return Answer::no_lever;
  if (effect.n == 0) return Answer::no_figure;
  if (effect.is_same()) return Answer::same;
  if (!effect.can_be_told_from_zero()) return Answer::uncertain;
  return effect.difference > 0 ? Answer::up : Answer::down;
}

Survival sign_survival(const std::vector<BundleEffect>& in) {
  const auto answering = static_cast<std::size_t>(std::count_if(in.begin(), in.end(), answers));
  const std::size_t up = count_of(in, Answer::up), down = count_of(in, Answer::down);
  if (answering < 2) return Survival::untested;
  if (up > 0 && down > 0) return Survival::reverses;
  return up == answering || down == answering ? Survival::holds : Survival::uncertain;
}

Survival rank_survival(const std::vector<BundleEffect>& in) {
  std::vector<int> ranks;
  for (const BundleEffect& e : in)
    if (e.rank > 0) ranks.push_back(e.rank);
  if (ranks.size() < 2) return Survival::untested;
  const auto [low, high] = std::minmax_element(ranks.begin(), ranks.end());
  return *low == *high ? Survival::holds : Survival::differs;
}

std::string sign_words(const std::vector<BundleEffect>& in, const std::vector<std::string>& bundles,
                       Language language) {
  std::string words, aside;
  const std::string up = names_with(in, Answer::up, bundles),
                    down = names_with(in, Answer::down, bundles);
  const auto add = [&](std::string& to, const std::string& what, Answer answer) {
    const std::string names = names_with(in, answer, bundles);
    if (!names.empty()) to += fmt::format("{}{} {}", to.empty() ? "" : "; ", what, names);
  };
  switch (sign_survival(in)) {
    case Survival::holds:
      words = language.say("holds");
      break;
    case Survival::reverses:
      words = language.say("reverses: + {}, - {}", up, down);
      break;
    case Survival::untested:
      words = "-";
      break;
    default: {
      if (count_of(in, Answer::uncertain) + count_of(in, Answer::same) ==
          static_cast<std::size_t>(std::count_if(in.begin(), in.end(), answers)))
        words = count_of(in, Answer::uncertain) > 0 ? language.say("uncertain in all")
                                                    : language.say("same in all");
      else
        add(words, language.say("uncertain in"), Answer::uncertain),
            add(words, language.say("same in"), Answer::same);
    }
  }
  add(aside, language.say("no lever in"), Answer::no_lever);
  add(aside, language.say("no figure in"), Answer::no_figure);
  return aside.empty() ? words : fmt::format("{} ({})", words, aside);
}

std::string rank_words(const std::vector<BundleEffect>& in, Language language) {
  int low = 0, high = 0;
  bool tied = false;
  for (const BundleEffect& e : in) {
    if (e.rank == 0) continue;
    low = low == 0 ? e.rank : std::min(low, e.rank);
    high = std::max(high, e.rank);
    tied = tied || e.tied;
  }
  const char* const shared = tied ? "=" : "";
  if (rank_survival(in) == Survival::untested) return "-";
  return low == high ? language.say("{}{} in all", nth(low, language), shared)
                     : nth(low, language) + "-" + nth(high, language) + shared;
}

std::vector<Rank> ranks_of(const std::vector<std::span<const double>>& values,
                           bool higher_is_better, std::span<const std::uint32_t> draws) {
  std::vector<Rank> ranks(values.size(), Rank{1, false});
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = 0; j < values.size(); ++j) {
      const PairedDifference d = paired_difference(values[i], values[j], draws);
      if (i != j && d.can_be_told_from_zero() && (d.difference > 0) == higher_is_better)
        ++ranks[i].rank;
    }
  for (Rank& rank : ranks)
    rank.tied = std::count_if(ranks.begin(), ranks.end(),
                              [&](const Rank& other) { return other.rank == rank.rank; }) > 1;
  return ranks;
}

std::vector<StructuralRow> structural_rows(const std::vector<BundleResult>& results) {
  const Experiment& first = results[0].bundle.experiment;
  std::vector<StructuralRow> rows;
  for (const int month : first.months_shown)
    for (const std::string& name : first.outcomes)
      for (std::size_t v = 0; v < first.variants.size(); ++v)
        if (v != first.baseline) rows.push_back({v, *outcome_index(name), month, {}});
  for (const BundleResult& result : results) {
    std::vector<Sample> samples;
    for (std::size_t v = 0; v < first.variants.size(); ++v)
      samples.push_back(result.store.sample(v, first.months_shown));
    std::vector<BundleEffect> effects;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      // Rows of an outcome and month follow each other.
      const bool same =
          r > 0 && rows[r].month == rows[r - 1].month && rows[r].outcome == rows[r - 1].outcome;
      if (!same) effects = effects_of(samples, result, rows[r].month, rows[r].outcome);
      rows[r].in.push_back(effects[rows[r].variant]);
    }
  }
  return rows;
}

}  // namespace swadaya
