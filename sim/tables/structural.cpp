#include "sim/tables/structural.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/legend.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::vector<std::string> names_of(const std::vector<BundleResult>& results) {
  std::vector<std::string> names;
  for (const BundleResult& result : results) names.push_back(result.bundle.name);
  return names;
}

const char* word_for(Answer answer) {
  switch (answer) {
    case Answer::up:
      return "up";
    case Answer::down:
      return "down";
    case Answer::uncertain:
      return "uncertain";
    case Answer::same:
      return "same";
    case Answer::no_lever:
      return "no lever";
    default:
      return "no figure";
  }
}

const char* word_for(Survival survival) {
  switch (survival) {
    case Survival::holds:
      return "holds";
    case Survival::reverses:
      return "reverses";
    case Survival::uncertain:
      return "uncertain";
    case Survival::differs:
      return "differs";
    default:
      return "untested";
  }
}

Figure cell_of(const BundleEffect& e, const OutcomeInfo& info, Language in) {
  if (e.answer == Answer::no_lever) return in_words(in.say("no lever"), Tone::faint);
  if (e.answer == Answer::no_figure) return in_words("-", Tone::faint);
  return difference_figure(e.effect, info);
}

Tone tone_of(Survival survival) {
  return survival == Survival::holds      ? Tone::strong
         : survival == Survival::reverses ? Tone::bad
                                          : Tone::plain;
}

// One word a row: what its sign across bundles means for the reader.
Figure glance(const StructuralRow& row, Language in) {
  const Survival survival = sign_survival(row.in);
  if (survival == Survival::reverses) return in_words(in.say("reverses"), Tone::bad);
  if (survival == Survival::untested) return in_words("-", Tone::faint);
  if (survival != Survival::holds) {
    const bool any = std::any_of(row.in.begin(), row.in.end(), [](const BundleEffect& e) {
      return e.answer == Answer::up || e.answer == Answer::down;
    });
    return in_words(any ? in.say("in some") : "≈ 0", Tone::faint);
  }
  const bool up = std::any_of(row.in.begin(), row.in.end(),
                              [](const BundleEffect& e) { return e.answer == Answer::up; });
  const bool good = up == outcomes()[row.outcome].higher_is_better;
  return in_words(good ? in.say("better") : in.say("worse"), good ? Tone::good : Tone::bad);
}

std::vector<StructuralRow> of_month(std::vector<StructuralRow> rows, int month) {
  std::erase_if(rows, [&](const StructuralRow& row) { return row.month != month; });
  return rows;
}

std::string outcome_block(const std::vector<StructuralRow>& rows,
                          const std::vector<BundleResult>& results,
                          const std::vector<std::string>& titles, Look look) {
  const Language in = look.language;
  const OutcomeInfo& info = outcomes()[rows[0].outcome];
  const std::vector<std::string> bundles = names_of(results);
  std::vector<FigureColumn> columns;
  for (std::size_t b = 0; b < bundles.size(); ++b) {
    FigureColumn column{bundles[b], unit_of(info, in).name, {}};
    for (const StructuralRow& row : rows) column.figures.push_back(cell_of(row.in[b], info, in));
    columns.push_back(std::move(column));
  }
  FigureColumn sign{in.say("sign"), "", {}}, rank{in.say("rank"), "", {}};
  for (const StructuralRow& row : rows) {
    sign.figures.push_back(
        in_words(sign_words(row.in, bundles, in), tone_of(sign_survival(row.in))));
    rank.figures.push_back(in_words(rank_words(row.in, in), tone_of(rank_survival(row.in))));
  }
  columns.push_back(std::move(rank));
  columns.push_back(std::move(sign));
  const std::string heading = stamped(results[0].bundle.experiment.facts, info.name, in) +
                              (info.higher_is_better ? "" : in.say(" (lower is better)"));
  return "\n" + look.strong(heading) + blocks(titles, std::move(columns), look);
}

// "audits in null: runs without lending.norm (hazard), which has no meaning there."
std::string left_out_of(const Variant& variant, const Bundle& bundle, const std::string& keys,
                        Language in) {
  const bool is_one = keys.find(',') == std::string::npos;
  if (variant.has_lever)
    return is_one ? in.say("{} in {}: runs without {}, which has no meaning there.", variant.name,
                           bundle.name, keys)
                  : in.say("{} in {}: runs without {}, which have no meaning there.", variant.name,
                           bundle.name, keys);
  return is_one ? in.say("{} in {}: has no lever, runs without {}, which has no meaning there.",
                         variant.name, bundle.name, keys)
                : in.say("{} in {}: has no lever, runs without {}, which have no meaning there.",
                         variant.name, bundle.name, keys);
}

std::string left_out_words(const std::vector<BundleResult>& results, Look look) {
  std::string text;
  for (const BundleResult& result : results) {
    std::vector<std::string> others;
    for (const Variant& variant : result.bundle.experiment.variants) {
      std::string keys;
      for (const LeftOut& one : variant.left_out) {
        const std::string words = fmt::format("{} ({})", one.key, one.model);
        if (one.is_lever)
          keys += (keys.empty() ? "" : ", ") + words;
        else if (std::find(others.begin(), others.end(), words) == others.end())
          others.push_back(words);
      }
      if (!keys.empty())
        text += paragraph(left_out_of(variant, result.bundle, keys, look.language), look);
    }
    if (!others.empty())
      text += paragraph(
          look.say("All variants in {}: without {}.", result.bundle.name, fmt::join(others, ", ")),
          look);
  }
  return text;
}

// "Big, Bigger (null)": titles of variants that aren't in the baseline's worlds, with the bundles
// in which they aren't, where not in all.
std::string different_wards(const std::vector<BundleResult>& results, Language language) {
  std::map<std::string, std::vector<std::string>> bundles;
  for (const BundleResult& result : results)
    for (const std::string& title : in_different_wards(result.store, language))
      bundles[title].push_back(result.bundle.name);
  std::vector<std::string> all;
  for (const auto& [title, in] : bundles)
    all.push_back(in.size() == results.size() ? title
                                              : fmt::format("{} ({})", title, fmt::join(in, ", ")));
  return fmt::format("{}", fmt::join(all, ", "));
}

}  // namespace

std::string structural_table(const std::vector<BundleResult>& results, Look look) {
  const Experiment& first = results[0].bundle.experiment;
  const int month = first.months_shown.back();
  const std::vector<StructuralRow> rows = of_month(structural_rows(results), month);
  const Language in = look.language;
  std::string text =
      look.strong(in.say("What survives a change of assumptions: month {}", month)) + "\n";
  if (rows.empty())
    return text + in.say("One variant alone has nothing to be compared with.") + "\n";
  const std::size_t interventions = first.variants.size() - 1;
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < interventions; ++i)
    titles.push_back(title_of(first.variants[rows[i].variant], in));
  std::vector<FigureColumn> glances;
  for (std::size_t r = 0; r < rows.size(); r += interventions) {
    const std::vector<StructuralRow> own{
        rows.begin() + static_cast<std::ptrdiff_t>(r),
        rows.begin() + static_cast<std::ptrdiff_t>(r + interventions)};
    text += outcome_block(own, results, titles, look);
    FigureColumn column{stamped(first.facts, outcomes()[own[0].outcome].name, in), "", {}};
    for (const StructuralRow& row : own) column.figures.push_back(glance(row, in));
    glances.push_back(std::move(column));
  }
  text +=
      "\n" + look.strong(in.say("At a glance")) + blocks(titles, std::move(glances), look) + "\n";
  text += paragraph(
      in.say("better, worse: the same sign, told from zero, in every bundle. reverses: certain, "
             "with either sign. in some: told from zero in some bundles only. ≈ 0: in none. -: "
             "fewer than two bundles have the lever and the figure."),
      look);
  text += paragraph(
      in.say("brackets: 90 % of draws of the parameters where a posterior runs, else the 95 % of "
             "Monte Carlo. rank: one more than the interventions that are better for certain, "
             "paired in the same worlds; = where it is shared because they can't be told apart."),
      look);
  if (const std::string others = different_wards(results, in); !others.empty())
    text += paragraph(in.say("{}: different wards, not paired, and without a rank.", others), look);
  return text + left_out_words(results, look);
}

std::string structural_csv(const std::vector<BundleResult>& results) {
  const std::vector<std::string> bundles = names_of(results);
  const Experiment& first = results[0].bundle.experiment;
  fmt::memory_buffer out;
  out.append(std::string_view{
      "month,outcome,variant,bundle,difference,standard_error,low,high,answer,rank,tied,"
      "sign_across_bundles,rank_across_bundles,interval\n"});
  for (const StructuralRow& row : structural_rows(results))
    for (std::size_t b = 0; b < bundles.size(); ++b) {
      const BundleEffect& e = row.in[b];
      fmt::format_to(std::back_inserter(out), "{},{},{},{}", row.month,
                     outcomes()[row.outcome].name, csv_field(first.variants[row.variant].name),
                     csv_field(bundles[b]));
      for (const double x :
           {e.effect.difference, e.effect.standard_error, e.effect.low, e.effect.high})
        add_cell(out, e.answer == Answer::no_lever ? nothing : x);
      fmt::format_to(std::back_inserter(out), ",{},{},{},{},{},{}\n", word_for(e.answer),
                     e.rank > 0 ? std::to_string(e.rank) : "",
                     e.rank > 0 ? (e.tied ? "1" : "0") : "", word_for(sign_survival(row.in)),
                     word_for(rank_survival(row.in)), csv_field(interval_called(e.effect)));
    }
  return fmt::to_string(out);
}

nlohmann::json left_out_json(const Bundle& bundle) {
  nlohmann::json all = nlohmann::json::array();
  for (const Variant& variant : bundle.experiment.variants)
    for (const LeftOut& one : variant.left_out)
      all.push_back({{"variant", variant.name},
                     {"key", one.key},
                     {"model", one.model},
                     {"is_lever", one.is_lever}});
  return all;
}

nlohmann::json structural_json(const std::vector<BundleResult>& results) {
  const std::vector<std::string> bundles = names_of(results);
  const Experiment& first = results[0].bundle.experiment;
  nlohmann::json all = nlohmann::json::array();
  for (const StructuralRow& row : structural_rows(results)) {
    nlohmann::json one{{"variant", first.variants[row.variant].name},
                       {"month", row.month},
                       {"outcome", outcomes()[row.outcome].name},
                       {"sign", word_for(sign_survival(row.in))},
                       {"sign_words", sign_words(row.in, bundles)},
                       {"rank", word_for(rank_survival(row.in))},
                       {"rank_words", rank_words(row.in)},
                       {"bundles", nlohmann::json::array()}};
    for (std::size_t b = 0; b < bundles.size(); ++b) {
      const BundleEffect& e = row.in[b];
      const bool has = e.answer != Answer::no_lever;
      one["bundles"].push_back(
          {{"bundle", bundles[b]},
           {"answer", word_for(e.answer)},
           {"difference", json_number(has ? e.effect.difference : nothing)},
           {"low", json_number(has ? e.effect.low : nothing)},
           {"high", json_number(has ? e.effect.high : nothing)},
           {"rank", e.rank > 0 ? nlohmann::json(e.rank) : nlohmann::json(nullptr)},
           {"tied", e.tied},
           {"paired", e.effect.is_paired}});
    }
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace swadaya
