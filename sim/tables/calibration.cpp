#include "sim/tables/calibration.hpp"

#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/results/labels.hpp"
#include "sim/tables/calibration_check.hpp"

namespace swadaya {

namespace {

// Where no parameters meet all targets, nothing is pinned: the search's compromise is narrow or
// wide.
std::string word_of(Learnt::Pinned pinned, bool all_met, Language in) {
  if (!all_met)
    return pinned == Learnt::Pinned::well     ? in.say("narrow")
           : pinned == Learnt::Pinned::partly ? in.say("narrower")
                                              : in.say("wide");
  return pinned == Learnt::Pinned::well     ? in.say("pinned")
         : pinned == Learnt::Pinned::partly ? in.say("narrowed")
                                            : in.say("not pinned");
}

std::string why_it_ended(AbcEnd end, Language in) {
  return end == AbcEnd::all_met        ? in.say("every particle meets every target")
         : end == AbcEnd::few_accepted ? in.say("hardly any new point came nearer")
                                       : in.say("all points were used");
}

std::size_t points_of(const AbcResult& abc) {
  std::size_t points = 0;
  for (const Generation& g : abc.generations) points += g.runs;
  return points;
}

// "S2 @144, S7 @120"
std::string listed(const std::vector<std::string>& names) {
  return fmt::format("{}", fmt::join(names, ", "));
}

// A target's numbers as people write them: shares and their differences times 100.
struct Scale {
  double factor = 1;
  int digits = 1;
  std::string unit;
};

Scale scale_of(const Pattern& p, Language in) {
  if (p.over || p.compare == Compare::ratio) return {1, 2, "x"};
  const Unit unit = unit_of(outcomes()[p.quantity.outcome], in);
  return {unit.scale, 1, p.compare == Compare::difference ? unit.name : unit.sign};
}

std::string number_text(double x, const Scale& scale, Language in) {
  if (!std::isfinite(x)) return std::isinf(x) ? "inf" : "-";
  return scale.digits == 1 ? in.number("{:.1f}", x * scale.factor)
                           : in.number("{:.2f}", x * scale.factor);
}

std::string band_text(const Pattern& p, const Scale& scale, Language in) {
  const std::string low = number_text(p.low, scale, in), high = number_text(p.high, scale, in);
  if (std::isinf(p.high)) return ">= " + low;
  return p.low == p.high ? low : in.say("{} to {}", low, high);
}

std::string share_text(double share, Language in) {
  return std::isfinite(share) ? in.say("{:.0f} %", 100 * share) : "-";
}

std::string predicted_text(const Predicted& predicted, const Scale& scale, Language in) {
  return in.say("{} [{}, {}]", number_text(predicted.q50, scale, in),
                number_text(predicted.q05, scale, in), number_text(predicted.q95, scale, in));
}

// A target a line, below each other where words are as long as these at most.
std::string targets_line(const std::vector<std::string>& cells) {
  static constexpr std::size_t widths[]{16, 9, 24, 24, 7};
  std::string line = "  " + left(cells[0], 22);
  for (std::size_t i = 0; i < std::size(widths); ++i) line += " " + right(cells[i + 1], widths[i]);
  return line + "  " + cells.back() + "\n";
}

std::string targets_text(const CalibrationResult& result, bool held_out, Language in) {
  std::string text = targets_line({"", in.say("observed"), in.say("as it is"), in.say("prior"),
                                   in.say("posterior"), in.say("within"), ""});
  for (const TargetFit& fit : result.fits) {
    if (fit.target.is_held_out != held_out) continue;
    const Pattern& p = fit.target.pattern;
    const Scale scale = scale_of(p, in);
    text += targets_line(
        {p.id + (scale.unit.empty() ? "" : ", " + scale.unit), band_text(p, scale, in),
         number_text(fit.as_it_is, scale, in), predicted_text(fit.prior, scale, in),
         predicted_text(fit.posterior, scale, in), share_text(fit.posterior.within, in),
         fit.is_met() ? in.say("met") : in.say("NOT met")});
  }
  return text;
}

std::string met_in_words(const CalibrationResult& result, bool held_out, Language in) {
  std::vector<std::string> missed;
  const auto [met, all] = result.met(held_out);
  for (const TargetFit& fit : result.fits)
    if (fit.target.is_held_out == held_out && !fit.is_met())
      missed.push_back(fit.target.pattern.id);
  if (all == 0) return "";
  const std::string but = missed.empty() ? "" : in.say("; not {}", listed(missed));
  return held_out ? in.say("{} of {} targets that were kept apart are met{}.", met, all, but)
                  : in.say("{} of {} targets that were fitted are met{}.", met, all, but);
}

// What is to be said of the model, before anything is said of its parameters.
std::string model_in_words(const CalibrationResult& result, Language in) {
  const auto [met, all] = result.met(false);
  std::string text = met_in_words(result, false, in);
  if (met < all) {
    std::vector<std::string> out_of_reach, apart;
    for (const TargetFit& fit : result.fits)
      if (!fit.target.is_held_out && !fit.is_met())
        (fit.near == 0 ? out_of_reach : apart).push_back(fit.target.pattern.id);
    text = met > 0 ? in.say("{} of {} met: no parameters can meet all of them. ", met, all)
                   : in.say("{} of {} met: no parameters can. ", met, all);
    if (!out_of_reach.empty())
      text += in.say("None of the {} tried comes to {}. ",
                     in.counted(result.abc.points.size(), "{} point", "{} points"),
                     listed(out_of_reach));
    if (!apart.empty())
      text += in.say("Some come to {}, but not together with the rest. ", listed(apart));
    text += in.say(
        "Within these priors the model as it stands doesn't give what was observed; what is said "
        "of parameters is the nearest that it comes.");
  }
  if (const std::string words = met_in_words(result, true, in); !words.empty()) text += " " + words;
  return text;
}

std::string learnt_in_words(const CalibrationResult& result, Language in) {
  std::vector<std::string> by[3];
  std::vector<std::string> ends;
  for (const Learnt& l : result.parameters) {
    by[static_cast<int>(l.pinned())].push_back(l.prior.key);
    if (l.leans_low() || l.leans_high())
      ends.push_back(l.leans_high() ? in.say("{} (the upper)", l.prior.key)
                                    : in.say("{} (the lower)", l.prior.key));
  }
  std::string text;
  const auto tell = [&](Learnt::Pinned pinned, const std::string& words) {
    const auto& names = by[static_cast<int>(pinned)];
    if (!names.empty()) text += words + listed(names) + ". ";
  };
  if (!result.met(false).is_all()) {
    tell(Learnt::Pinned::well, in.say("Nearest to the targets is a narrow range of "));
    tell(Learnt::Pinned::partly, in.say("A narrower one than the prior's of "));
    tell(Learnt::Pinned::hardly, in.say("As wide as the prior, or nearly, stay "));
  } else {
    tell(Learnt::Pinned::well, in.say("The data pin "));
    tell(Learnt::Pinned::partly, in.say("They narrow "));
    tell(Learnt::Pinned::hardly,
         in.say("The data do NOT pin, and whatever is concluded must hold over all of the prior "
                "of "));
  }
  if (!ends.empty())
    text += in.say("Against an end of their range lie {}: the data ask for more than it allows. ",
                   listed(ends));
  return text;
}

std::string correlations_in_words(const CalibrationResult& result, Language in) {
  std::vector<std::string> strong;
  for (std::size_t a = 0; a < result.parameters.size(); ++a)
    for (std::size_t b = a + 1; b < result.parameters.size(); ++b)
      if (const double r = result.correlations[a][b]; std::abs(r) >= 0.4)
        strong.push_back(in.say("{} and {} ({:+.2f})", result.parameters[a].prior.key,
                                result.parameters[b].prior.key, r));
  if (strong.empty()) return "";
  return in.say("The data speak of these together more than of each: {}.", listed(strong));
}

std::vector<FigureColumn> parameter_columns(const CalibrationResult& result, Language in) {
  FigureColumn prior{in.say("prior"), in.say("90 %"), {}},
      posterior{in.say("posterior"), in.say("median, 90 %"), {}}, sd{in.say("sd"), "", {}},
      narrowed{in.say("narrowed by"), "%", {}}, words{"", "", {}};
  prior.digits = posterior.digits = sd.digits = 3;
  narrowed.digits = 0;
  for (const Learnt& l : result.parameters) {
    Figure f;
    f.estimate = l.prior.quantile(0.5), f.low = l.prior.quantile(0.05),
    f.high = l.prior.quantile(0.95);
    prior.figures.push_back(f);
    f.estimate = l.q50, f.low = l.q05, f.high = l.q95;
    posterior.figures.push_back(f);
    Figure plain;
    plain.estimate = l.sd;
    sd.figures.push_back(plain);
    plain.estimate = 100 * l.narrowed;
    narrowed.figures.push_back(plain);
    words.figures.push_back(
        in_words(word_of(l.pinned(), result.met(false).is_all(), in),
                 l.pinned() == Learnt::Pinned::hardly ? Tone::faint : Tone::plain));
  }
  return {prior, posterior, sd, narrowed, words};
}

// Of targets that average more wards than a point has worlds.
std::string too_few_wards_in_words(const CalibrationResult& result, std::uint32_t replicates,
                                   Look look) {
  std::vector<std::string> names;
  for (const TargetFit& fit : result.fits)
    if (fit.target.wards > replicates)
      names.push_back(fmt::format("{} ({})", fit.target.pattern.id, fit.target.wards));
  if (names.empty()) return "";
  return paragraph(
      look.say("Averages over more wards than a point has worlds, and taken over all {}: {}. "
               "Posterior and predictions are wider for it than they need be.",
               replicates, listed(names)),
      look);
}

// "One set of values that go together, ...: lending.norm = 3.21, groups.contact = 0.0312."
std::string nearest_in_words(const CalibrationResult& result, Language in) {
  std::vector<std::string> words;
  for (std::size_t d = 0; d < result.parameters.size(); ++d)
    words.push_back(result.parameters[d].prior.key + " = " +
                    in.number("{:.3g}", result.posterior.points[result.nearest][d]));
  return in.say("One set of values that go together, the draw nearest to the medians: {}.",
                fmt::join(words, in.is_indonesian() ? "; " : ", "));
}

nlohmann::json targets_json(const Experiment& experiment, const CalibrationResult& result) {
  nlohmann::json all = nlohmann::json::array();
  const auto predicted = [](const Predicted& p) {
    return nlohmann::json{{"q05", json_number(p.q05)},
                          {"q50", json_number(p.q50)},
                          {"q95", json_number(p.q95)},
                          {"within", json_number(p.within)}};
  };
  for (const TargetFit& fit : result.fits) {
    const Pattern& p = fit.target.pattern;
    all.push_back({{"target", p.id},
                   {"statement", p.statement},
                   {"variant", experiment.variants[fit.target.variant].name},
                   {"outcome", outcomes()[p.quantity.outcome].name},
                   {"month", p.quantity.month},
                   {"held_out", fit.target.is_held_out},
                   {"wards", fit.target.wards},
                   {"site", fit.target.site},
                   {"low", json_number(p.low)},
                   {"high", json_number(p.high)},
                   {"as_it_is", json_number(fit.as_it_is)},
                   {"prior", predicted(fit.prior)},
                   {"posterior", predicted(fit.posterior)},
                   {"met", fit.is_met()}});
  }
  return all;
}

}  // namespace

std::string calibration_table(const Experiment& experiment, const CalibrationResult& result,
                              Look look) {
  const Language in = look.language;
  const AbcResult& abc = result.abc;
  std::vector<std::string> rows;
  for (const Learnt& l : result.parameters) rows.push_back(l.prior.key);
  std::string text =
      look.strong(title_of(experiment, in)) +
      in.say(
          "\n{}, {} each, seed {}; {}: {}. The tolerance went from {:.3g} to {:.3g}; the "
          "posterior is worth {:.0f} independent draws.\n",
          in.counted(points_of(abc), "{} point", "{} points"),
          in.counted(experiment.replicates, "{} world", "{} worlds"),
          fmt::format("{}", experiment.seed),
          in.counted(abc.generations.size(), "{} generation", "{} generations"),
          why_it_ended(abc.end, in), abc.generations.front().tolerance,
          abc.generations.back().tolerance, result.posterior.independent_draws()) +
      (result.is_rough()
           ? paragraph(in.say("That is a rough search: fewer than a hundred draws leave the "
                              "intervals below unsure. More points settle them."),
                       look)
           : "") +
      too_few_wards_in_words(result, experiment.replicates, look) + "\n" +
      look.strong(in.say("The model")) + "\n" + paragraph(model_in_words(result, in), look) +
      blocks(rows, parameter_columns(result, in), look) + "\n" +
      paragraph(learnt_in_words(result, in), look);
  if (const std::string words = correlations_in_words(result, in); !words.empty())
    text += paragraph(words, look);
  text += paragraph(nearest_in_words(result, in), look);
  text += "\n" + look.strong(in.say("Fitted")) + "\n" + targets_text(result, false, in);
  if (result.met(true).all > 0)
    text += "\n" + look.strong(in.say("Kept apart")) + "\n" + targets_text(result, true, in);
  text += check_text(result.check, look);
  return text + "\n" +
         paragraph(
             in.say(
                 "Approximate Bayesian computation: populations of points with a shrinking "
                 "tolerance and a local-linear regression at the end. Prior and posterior are "
                 "what draws of each come to in worlds of their own, in as many wards as were observed: "
                 "median and the range that holds 90 % of them; within: share of posterior draws "
                 "inside the band; met: their median is, or a single value, or some of the band of fewer "
                 "wards than worlds, lies within that range."),
             look);
}

nlohmann::json calibration_json(const Experiment& experiment, const CalibrationResult& result) {
  const AbcResult& abc = result.abc;
  nlohmann::json all{{"name", experiment.name},
                     {"replicates", experiment.replicates},
                     {"points", points_of(abc)},
                     {"ended", why_it_ended(abc.end, {})},
                     {"effective_size", json_number(result.posterior.independent_draws())},
                     {"rough", result.is_rough()},
                     {"model", model_in_words(result, {})},
                     {"targets_met", result.met(false).met},
                     {"answer", model_in_words(result, {}) + " " + learnt_in_words(result, {})},
                     {"check", check_json(result.check)},
                     {"generations", nlohmann::json::array()},
                     {"parameters", nlohmann::json::array()},
                     {"correlations", nlohmann::json::array()}};
  for (const Generation& g : abc.generations)
    all["generations"].push_back({{"points", g.runs},
                                  {"tolerance", json_number(g.tolerance)},
                                  {"accepted", json_number(g.accepted)}});
  for (const Learnt& l : result.parameters)
    all["parameters"].push_back(
        {{"parameter", l.prior.key},
         {"prior_q05", json_number(l.prior.quantile(0.05))},
         {"prior_q50", json_number(l.prior.quantile(0.5))},
         {"prior_q95", json_number(l.prior.quantile(0.95))},
         {"mean", json_number(l.mean)},
         {"sd", json_number(l.sd)},
         {"q05", json_number(l.q05)},
         {"q25", json_number(l.q25)},
         {"q50", json_number(l.q50)},
         {"q75", json_number(l.q75)},
         {"q95", json_number(l.q95)},
         {"nearest", json_number(result.posterior.points[result.nearest][static_cast<std::size_t>(
                         &l - result.parameters.data())])},
         {"narrowed", json_number(l.narrowed)},
         {"verdict", word_of(l.pinned(), result.met(false).is_all(), {})}});
  for (const auto& row : result.correlations) {
    nlohmann::json numbers = nlohmann::json::array();
    for (const double r : row) numbers.push_back(json_number(r));
    all["correlations"].push_back(std::move(numbers));
  }
  all["targets"] = targets_json(experiment, result);
  return all;
}

Presentation calibration_presentation(const Experiment&) {
  const auto result = found_once(calibration_result);
  return {
      {{"posterior.csv", [result](const Experiment& e, const Store& store,
                                  const Catalogue&) { return posterior_csv(e, result(e, store)); }},
       {"calibration.csv",
        [result](const Experiment& e, const Store& store, const Catalogue&) {
          return calibration_csv(e, result(e, store));
        }},
       {"calibration_check.csv",
        [result](const Experiment& e, const Store& store, const Catalogue&) {
          return check_csv(result(e, store).check);
        }}},
      [result](const Experiment& e, const Store& store, Look look) {
        return calibration_table(e, result(e, store), look);
      },
      [result](const Experiment& e, const Store& store) {
        return calibration_json(e, result(e, store));
      }};
}

}  // namespace swadaya
