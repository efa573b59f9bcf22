#include "sim/tables/calibration_check.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <nlohmann/json.hpp>

#include "sim/base/csv.hpp"
#include "sim/results/labels.hpp"

namespace swadaya {

namespace {

constexpr std::size_t bins = 10;

// A bar a bin, the highest of an eighth more than what 99 % of even counts stay under.
std::string bars(const ParameterCheck& parameter) {
  static const char* const heights[]{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  const std::vector<std::size_t> counts = parameter.counts(bins);
  const double most =
      1.125 * count_interval(parameter.ranks.size(), 1.0 / static_cast<double>(bins)).high;
  std::string text;
  for (const std::size_t count : counts)
    text += heights[std::min<std::size_t>(
        7, static_cast<std::size_t>(8 * static_cast<double>(count) / most))];
  return text;
}

std::string verdict_of(const CalibrationCheck& check, Language in) {
  std::vector<std::string> uneven;
  const auto count = static_cast<double>(check.parameters.size());
  for (const ParameterCheck& parameter : check.parameters)
    if (parameter.p * count <= 0.05) uneven.push_back(parameter.key);
  if (uneven.empty())
    return in.say(
        "Passed: truths lie anywhere in their posteriors (p {:.2f}, of the parameter "
        "that is worst, as one of {}).",
        check.p(), check.parameters.size());
  return in.say(
      "NOT passed: intervals of {} aren't what they say. Bars that are high at both ends are of "
      "intervals that are too narrow, high in the middle too wide, to one side shifted.",
      fmt::join(uneven, ", "));
}

std::string what_it_is(Language in) {
  return in.say(
      "What was simulated at points near the data takes the data's place, and the posterior that "
      "follows is held against the parameters that made it: with all other points of the search "
      "that share no world with it, by the same nearest points, weights and regression. Bars count "
      "truths by the share of their posterior that lies below them. It looks neither at whether a "
      "search begun anew finds the same places, nor at whether the model, its priors and `wards` "
      "are right.");
}

}  // namespace

std::string check_text(const CalibrationCheck& check, Look look) {
  if (check.asked == 0) return "";
  const Language in = look.language;
  std::string text = "\n" + look.strong(in.say("Checked on its own problem")) + "\n";
  if (check.truths() == 0)
    return text +
           paragraph(in.say("Couldn't be: the search has too few points near the data."), look);
  std::size_t width = 0;
  for (const ParameterCheck& parameter : check.parameters)
    width = std::max(width, width_of(parameter.key));
  text += fmt::format("  {:{}}  {:{}}  {:>5}  {}\n", "", width, in.say("ranks"), bins, "p",
                      in.say("truths within their 90 % interval"));
  for (const ParameterCheck& parameter : check.parameters)
    text += fmt::format(
        "  {:{}}  {}  {:>5}  {}\n", parameter.key, width, bars(parameter),
        in.number("{:.3f}", parameter.p),
        in.say("{} of {}, {:.0f} % [{:.0f}, {:.0f}]", parameter.covered, check.truths(),
               100 * static_cast<double>(parameter.covered) / static_cast<double>(check.truths()),
               100 * parameter.coverage.low, 100 * parameter.coverage.high));
  if (check.truths() < check.asked)
    text += paragraph(in.say("{} truths of the {} asked for: the search has points for no more.",
                             check.truths(), check.asked),
                      look);
  return text + paragraph(verdict_of(check, in) + " " + what_it_is(in), look);
}

nlohmann::json check_json(const CalibrationCheck& check) {
  if (check.asked == 0) return nullptr;
  nlohmann::json parameters = nlohmann::json::array();
  for (const ParameterCheck& parameter : check.parameters)
    parameters.push_back({{"parameter", parameter.key},
                          {"p", json_number(parameter.p)},
                          {"covered", parameter.covered},
                          {"coverage_low", json_number(parameter.coverage.low)},
                          {"coverage_high", json_number(parameter.coverage.high)},
                          {"counts", parameter.counts(bins)}});
  return {{"asked", check.asked},        {"truths", check.truths()},
          {"p", json_number(check.p())}, {"passed", check.is_passed()},
          {"what", what_it_is({})},      {"parameters", std::move(parameters)}};
}

std::string check_csv(const CalibrationCheck& check) {
  fmt::memory_buffer out;
  out.append(std::string_view{"parameter,truths,p,covered,coverage_low,coverage_high"});
  for (std::size_t i = 0; i < bins; ++i)
    fmt::format_to(std::back_inserter(out), ",below_{}", 100 * (i + 1) / bins);
  out.append(std::string_view{"\n"});
  for (const ParameterCheck& parameter : check.parameters) {
    fmt::format_to(std::back_inserter(out), "{},{}", csv_field(parameter.key),
                   parameter.ranks.size());
    add_cell(out, parameter.p);
    fmt::format_to(std::back_inserter(out), ",{}", parameter.covered);
    for (const double x : {parameter.coverage.low, parameter.coverage.high}) add_cell(out, x);
    for (const std::size_t count : parameter.counts(bins))
      fmt::format_to(std::back_inserter(out), ",{}", count);
    out.append(std::string_view{"\n"});
  }
  return fmt::to_string(out);
}

}  // namespace swadaya
