#include "sim/tables/calibration.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/calibration_check.hpp"

namespace swadaya {

namespace {

// Where no parameters meet all targets, nothing is pinned: the search's compromise is narrow or
// wide.
const char* word_of(Learnt::Pinned pinned, bool all_met) {
  if (!all_met)
    return pinned == Learnt::Pinned::well     ? "narrow"
           : pinned == Learnt::Pinned::partly ? "narrower"
                                              : "wide";
  return pinned == Learnt::Pinned::well     ? "pinned"
         : pinned == Learnt::Pinned::partly ? "narrowed"
                                            : "not pinned";
}

const char* why_it_ended(AbcEnd end) {
  return end == AbcEnd::all_met        ? "every particle meets every target"
         : end == AbcEnd::few_accepted ? "hardly any new point came nearer"
                                       : "all points were used";
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

std::string plural(std::size_t n, const std::string& one) {
  return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s");
}

// A target's numbers as people write them: shares and their differences times 100.
struct Scale {
  double factor = 1;
  int digits = 1;
  std::string unit;
};

Scale scale_of(const Pattern& p) {
  if (p.over || p.compare == Compare::ratio) return {1, 2, "x"};
  const Unit unit = unit_of(outcomes()[p.quantity.outcome]);
  return {unit.scale, 1, p.compare == Compare::difference ? unit.name : unit.sign};
}

std::string number_text(double x, const Scale& scale) {
  if (!std::isfinite(x)) return std::isinf(x) ? "inf" : "-";
  return fmt::format("{:.{}f}", x * scale.factor, scale.digits);
}

std::string band_text(const Pattern& p, const Scale& scale) {
  if (std::isinf(p.high)) return ">= " + number_text(p.low, scale);
  if (p.low == p.high) return number_text(p.low, scale);
  return number_text(p.low, scale) + " to " + number_text(p.high, scale);
}

std::string share_text(double share) {
  return std::isfinite(share) ? fmt::format("{:.0f} %", 100 * share) : "-";
}

std::string predicted_text(const Predicted& predicted, const Scale& scale) {
  return fmt::format("{} [{}, {}]", number_text(predicted.q50, scale),
                     number_text(predicted.q05, scale), number_text(predicted.q95, scale));
}

std::string targets_text(const CalibrationResult& result, bool held_out) {
  std::string text = fmt::format("  {:22} {:>16} {:>9} {:>24} {:>24} {:>7}  {}\n", "", "observed",
                                 "as it is", "prior", "posterior", "within", "");
  for (const TargetFit& fit : result.fits) {
    if (fit.target.is_held_out != held_out) continue;
    const Pattern& p = fit.target.pattern;
    const Scale scale = scale_of(p);
    text += fmt::format("  {:22} {:>16} {:>9} {:>24} {:>24} {:>7}  {}\n",
                        p.id + (scale.unit.empty() ? "" : ", " + scale.unit), band_text(p, scale),
                        number_text(fit.as_it_is, scale), predicted_text(fit.prior, scale),
                        predicted_text(fit.posterior, scale), share_text(fit.posterior.within),
                        fit.is_met() ? "met" : "NOT met");
  }
  return text;
}

std::string met_in_words(const CalibrationResult& result, bool held_out) {
  std::vector<std::string> missed;
  const auto [met, all] = result.met(held_out);
  for (const TargetFit& fit : result.fits)
    if (fit.target.is_held_out == held_out && !fit.is_met())
      missed.push_back(fit.target.pattern.id);
  if (all == 0) return "";
  return fmt::format("{} of {} targets {} are met{}.", met, all,
                     held_out ? "that were kept apart" : "that were fitted",
                     missed.empty() ? "" : "; not " + listed(missed));
}

// What is to be said of the model, before anything is said of its parameters.
std::string model_in_words(const CalibrationResult& result) {
  const auto [met, all] = result.met(false);
  std::string text = met_in_words(result, false);
  if (met < all) {
    std::vector<std::string> out_of_reach, apart;
    for (const TargetFit& fit : result.fits)
      if (!fit.target.is_held_out && !fit.is_met())
        (fit.near == 0 ? out_of_reach : apart).push_back(fit.target.pattern.id);
    text = fmt::format("{} of {} met: no parameters can{}. ", met, all,
                       met > 0 ? " meet all of them" : "");
    if (!out_of_reach.empty())
      text += fmt::format("None of the {} tried comes to {}. ",
                          plural(result.abc.points.size(), "point"), listed(out_of_reach));
    if (!apart.empty())
      text += fmt::format("Some come to {}, but not together with the rest. ", listed(apart));
    text +=
        "Within these priors the model as it stands doesn't give what was observed; what is said "
        "of parameters is the nearest that it comes.";
  }
  if (const std::string words = met_in_words(result, true); !words.empty()) text += " " + words;
  return text;
}

std::string learnt_in_words(const CalibrationResult& result) {
  std::vector<std::string> by[3];
  std::vector<std::string> ends;
  for (const Learnt& l : result.parameters) {
    by[static_cast<int>(l.pinned())].push_back(l.prior.key);
    if (l.leans_low() || l.leans_high())
      ends.push_back(fmt::format("{} (the {})", l.prior.key, l.leans_high() ? "upper" : "lower"));
  }
  std::string text;
  const auto say = [&](Learnt::Pinned pinned, const std::string& words) {
    const auto& names = by[static_cast<int>(pinned)];
    if (!names.empty()) text += words + listed(names) + ". ";
  };
  if (!result.met(false).is_all()) {
    say(Learnt::Pinned::well, "Nearest to the targets is a narrow range of ");
    say(Learnt::Pinned::partly, "A narrower one than the prior's of ");
    say(Learnt::Pinned::hardly, "As wide as the prior, or nearly, stay ");
  } else {
    say(Learnt::Pinned::well, "The data pin ");
    say(Learnt::Pinned::partly, "They narrow ");
    say(Learnt::Pinned::hardly,
        "The data do NOT pin, and whatever is concluded must hold over all of the prior of ");
  }
  if (!ends.empty())
    text += "Against an end of their range lie " + listed(ends) +
            ": the data ask for more than it allows. ";
  return text;
}

std::string correlations_in_words(const CalibrationResult& result) {
  std::vector<std::string> strong;
  for (std::size_t a = 0; a < result.parameters.size(); ++a)
    for (std::size_t b = a + 1; b < result.parameters.size(); ++b)
      if (const double r = result.correlations[a][b]; std::abs(r) >= 0.4)
        strong.push_back(fmt::format("{} and {} ({:+.2f})", result.parameters[a].prior.key,
                                     result.parameters[b].prior.key, r));
  if (strong.empty()) return "";
  return "The data speak of these together more than of each: " + listed(strong) + ".";
}

std::vector<FigureColumn> parameter_columns(const CalibrationResult& result) {
  FigureColumn prior{"prior", "90 %", {}}, posterior{"posterior", "median, 90 %", {}},
      sd{"sd", "", {}}, narrowed{"narrowed by", "%", {}}, words{"", "", {}};
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
        in_words(word_of(l.pinned(), result.met(false).is_all()),
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
      fmt::format("Averages over more wards than a point has worlds, and taken over all {}: {}. "
                  "Posterior and predictions are wider for it than they need be.",
                  replicates, listed(names)),
      look);
}

// "lending.norm = 3.21, groups.contact = 0.0312"
std::string nearest_in_words(const CalibrationResult& result) {
  std::vector<std::string> words;
  for (std::size_t d = 0; d < result.parameters.size(); ++d)
    words.push_back(fmt::format("{} = {:.3g}", result.parameters[d].prior.key,
                                result.posterior.points[result.nearest][d]));
  return fmt::format("{}", fmt::join(words, ", "));
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

std::string posterior_csv(const Experiment& experiment, const CalibrationResult& result) {
  const Scenario& scenario = experiment.variants[experiment.baseline].scenario;
  std::vector<std::string> keys;
  std::map<std::string, std::string> models;  // of the slots whose parameters it moves
  for (const Prior& prior : result.calibration.priors) {
    keys.push_back(prior.key);
    const std::string section = prior.key.substr(0, prior.key.find('.'));
    const auto slot = std::find(slot_names.begin(), slot_names.end(), section);
    if (slot != slot_names.end())
      models["models." + section] =
          scenario.models[static_cast<std::size_t>(slot - slot_names.begin())];
  }
  return posterior_csv(keys, result.posterior, models);
}

std::string calibration_csv(const Experiment& experiment, const CalibrationResult& result) {
  fmt::memory_buffer out;
  out.append(std::string_view{
      "target,statement,variant,outcome,month,held_out,wards,site,low,high,weight,as_it_is,prior_q05,"
      "prior_q50,prior_q95,prior_within,posterior_q05,posterior_q50,posterior_q95,"
      "posterior_within,met\n"});
  for (const TargetFit& fit : result.fits) {
    const Pattern& p = fit.target.pattern;
    fmt::format_to(std::back_inserter(out), "{},{},{},{},{},{},{},{}", csv_field(p.id),
                   csv_field(p.statement), csv_field(experiment.variants[fit.target.variant].name),
                   outcomes()[p.quantity.outcome].name, p.quantity.month,
                   fit.target.is_held_out ? 1 : 0, fit.target.wards, csv_field(fit.target.site));
    for (const double x : {p.low, p.high, fit.target.weight, fit.as_it_is, fit.prior.q05,
                           fit.prior.q50, fit.prior.q95, fit.prior.within, fit.posterior.q05,
                           fit.posterior.q50, fit.posterior.q95, fit.posterior.within})
      add_cell(out, x);
    fmt::format_to(std::back_inserter(out), ",{}\n", fit.is_met() ? 1 : 0);
  }
  return fmt::to_string(out);
}

std::string calibration_table(const Experiment& experiment, const CalibrationResult& result,
                              Look look) {
  const AbcResult& abc = result.abc;
  std::vector<std::string> rows;
  for (const Learnt& l : result.parameters) rows.push_back(l.prior.key);
  std::string text =
      toned(experiment.title.empty() ? experiment.name : experiment.title, Tone::strong,
            look.colour) +
      fmt::format(
          "\n{}, {} each, seed {}; {}: {}. The tolerance went from {:.3g} to {:.3g}; the "
          "posterior is worth {:.0f} independent draws.\n",
          plural(points_of(abc), "point"), plural(experiment.replicates, "world"), experiment.seed,
          plural(abc.generations.size(), "generation"), why_it_ended(abc.end),
          abc.generations.front().tolerance, abc.generations.back().tolerance,
          result.posterior.independent_draws()) +
      (result.is_rough() ? paragraph("That is a rough search: fewer than a hundred draws leave "
                                     "the intervals below unsure. More points settle them.",
                                     look)
                         : "") +
      too_few_wards_in_words(result, experiment.replicates, look) + "\n" +
      toned("The model", Tone::strong, look.colour) + "\n" +
      paragraph(model_in_words(result), look) + blocks(rows, parameter_columns(result), look) +
      "\n" + paragraph(learnt_in_words(result), look);
  if (const std::string words = correlations_in_words(result); !words.empty())
    text += paragraph(words, look);
  text += paragraph("One set of values that go together, the draw nearest to the medians: " +
                        nearest_in_words(result) + ".",
                    look);
  text += "\n" + toned("Fitted", Tone::strong, look.colour) + "\n" + targets_text(result, false);
  if (result.met(true).all > 0)
    text +=
        "\n" + toned("Kept apart", Tone::strong, look.colour) + "\n" + targets_text(result, true);
  text += check_text(result.check, look);
  return text + "\n" +
         paragraph(
             "Approximate Bayesian computation: populations of points with a shrinking "
             "tolerance and a local-linear regression at the end. Prior and posterior are "
             "what draws of each come to in worlds of their own, in as many wards as were observed: "
             "median and the range that holds 90 % of them; within: share of posterior draws "
             "inside the band; met: their median is, or a single value, or some of the band of fewer "
             "wards than worlds, lies within that range.",
             look);
}

nlohmann::json calibration_json(const Experiment& experiment, const CalibrationResult& result) {
  const AbcResult& abc = result.abc;
  nlohmann::json all{{"name", experiment.name},
                     {"replicates", experiment.replicates},
                     {"points", points_of(abc)},
                     {"ended", why_it_ended(abc.end)},
                     {"effective_size", json_number(result.posterior.independent_draws())},
                     {"rough", result.is_rough()},
                     {"model", model_in_words(result)},
                     {"targets_met", result.met(false).met},
                     {"answer", model_in_words(result) + " " + learnt_in_words(result)},
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
         {"verdict", word_of(l.pinned(), result.met(false).is_all())}});
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
