#include "sim/tables/patterns.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/text_layout.hpp"
#include "sim/base/version.hpp"
#include "sim/scenario/fact_states.hpp"

namespace swadaya {

namespace {

bool is_a_ratio(const Pattern& p) {
  return p.over || p.compare == Compare::ratio || p.statistic == Statistic::spread;
}
bool is_a_share(const Pattern& p) {
  return outcomes()[p.quantity.outcome].is_share() && !is_a_ratio(p);
}

// Shares in percent, differences of shares in points.
std::string value_text(const Finding& f, Language in) {
  const Pattern& p = f.pattern;
  const bool is_ratio = is_a_ratio(p), is_share = is_a_share(p);
  const UnitType type = outcomes()[p.quantity.outcome].type;
  const bool is_near_one = type == UnitType::ratio || type == UnitType::correlation;
  const double scale = is_share ? 100 : 1, value = scale * f.measure.value;
  const int decimals = is_ratio || is_near_one ? 2 : 1;
  if (!std::isfinite(value)) return "-";
  const auto with = [&](double x) {
    return decimals == 1 ? in.number("{:.1f}", x) : in.number("{:.2f}", x);
  };
  const std::string sign = p.compare != Compare::difference ? is_ratio ? "x " : ""
                           : std::signbit(value)            ? ""
                                                            : "+";
  const std::string error =
      std::isfinite(f.measure.standard_error) ? " ± " + with(scale * f.measure.standard_error) : "";
  const std::string unit = !is_share                          ? ""
                           : p.compare == Compare::difference ? " " + in.say("points")
                                                              : in.say(" %");
  return sign + with(value) + error + unit;
}

std::string band_text(const Pattern& p, Language in) {
  if (!p.not_measured.empty()) return "";
  const bool is_share = is_a_share(p);
  const auto end = [&](double x) { return in.number("{:g}", is_share ? 100 * x : x); };
  if (std::isinf(p.high)) return ">= " + end(p.low);
  return in.say("{} to {}", end(p.low), end(p.high));
}

std::string verdict_text(const Finding& f, Language in) {
  if (f.verdict == Verdict::not_measured) return in.say("not measured");
  return (f.verdict == Verdict::holds ? in.say("holds")
          : f.pattern.is_hard()       ? in.say("FAILS (hard)")
                                      : in.say("fails")) +
         (f.on_the_edge ? in.say(", on the edge") : "") +
         (f.pattern.counts() ? "" : in.say(", by construction: not counted"));
}

std::string id_text(const Pattern& p) {
  return p.not_measured.empty() ? fmt::format("{} @{}", p.id, p.quantity.month) : p.id;
}

}  // namespace

std::string table_of(const std::vector<Finding>& findings, Markup markup, Language in) {
  std::string text;
  const bool markdown = markup == Markup::markdown;
  std::size_t statement = width_of(in.say("statement")), target = width_of(in.say("target")),
              band_width = 14;
  for (const Finding& f : findings)
    statement = std::max(statement, f.pattern.statement.size()),
    target = std::max(target, f.pattern.target.size()),
    band_width = std::max(band_width, width_of(band_text(f.pattern, in)));
  const auto line = [&](const std::string& fact, const std::string& states, const std::string& aim,
                        const std::string& use, const std::string& band, const std::string& value,
                        const std::string& verdict) {
    return fmt::format("{:10} {:{}} {:{}} {:15} {:{}} {:18} {}\n", fact, states, statement, aim,
                       target, use, band, band_width, value, verdict);
  };
  if (markdown)
    text = in.say("| fact @month | statement | source | target | use | band | value | verdict |") +
           "\n|---|---|---|---|---|---|---|---|\n";
  else
    text = line(in.say("fact"), in.say("statement"), in.say("target"), in.say("use"),
                in.say("band"), in.say("value"), "");
  std::size_t held = 0, failed = 0, constructed = 0, unmeasured = 0;
  for (const Finding& f : findings) {
    (f.verdict == Verdict::not_measured ? unmeasured
     : !f.pattern.counts()              ? constructed
     : f.verdict == Verdict::holds      ? held
                                        : failed)++;
    const std::string value = f.verdict == Verdict::not_measured ? "" : value_text(f, in);
    const std::string why = in.title(f.why, f.why_id);
    const std::string verdict = verdict_text(f, in) + (why.empty() ? "" : ": " + why);
    const std::string use = fact_use_words(use_called(f.pattern.use), in);
    text += markdown ? fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n",
                                   id_text(f.pattern), f.pattern.statement, f.pattern.source,
                                   f.pattern.target, use, band_text(f.pattern, in), value, verdict)
                     : line(id_text(f.pattern), f.pattern.statement, f.pattern.target, use,
                            band_text(f.pattern, in), value, verdict);
  }
  return text +
         in.say(
             "\n{} hold, {} fail, {} by construction count nowhere, {} not measured. Values "
             "are means over worlds ± their standard errors. A fact fails where its value lies "
             "beyond the band by more than two of them; on the edge: nearer than that to an end "
             "of the band, on either side.\n",
             held, failed, constructed, unmeasured);
}

std::vector<FactState> states_of(const std::vector<Finding>& findings,
                                 const Experiment& experiment) {
  const Variant& base = experiment.variants[experiment.baseline];
  std::vector<FactState> all;
  for (const Finding& f : findings) {
    const Pattern& p = f.pattern;
    FactState s;
    s.fact = id_text(p), s.statement = p.statement, s.source = p.source;
    s.use = use_called(p.use), s.is_hard = p.is_hard();
    s.worlds = experiment.replicates, s.seed = experiment.seed;
    s.scenario = base.scenario.name, s.settings = settings_checksum(base.scenario);
    s.version = version, s.commit = commit;
    if (f.verdict != Verdict::not_measured) {
      s.verdict = f.verdict == Verdict::holds ? FactVerdict::holds : FactVerdict::fails;
      s.unit = is_a_share(p)   ? p.compare == Compare::difference ? "points" : "share"
               : is_a_ratio(p) ? "ratio"
                               : outcomes()[p.quantity.outcome].unit;
      s.outcomes = {outcomes()[p.quantity.outcome].name};
      if (p.over && p.over->outcome != p.quantity.outcome)
        s.outcomes.push_back(outcomes()[p.over->outcome].name);
      const double error =
          std::isfinite(f.measure.standard_error) ? 2 * f.measure.standard_error : nothing;
      s.value = f.measure.value, s.low = s.value - error, s.high = s.value + error;
      s.band_low = p.low, s.band_high = p.high;
    }
    all.push_back(std::move(s));
  }
  return all;
}

nlohmann::json json_of(const std::vector<Finding>& findings) {
  nlohmann::json all = nlohmann::json::array();
  const auto number = [](double x) {
    return std::isfinite(x) ? nlohmann::json(x) : nlohmann::json();
  };
  for (const Finding& f : findings) {
    const bool is_measured = f.verdict != Verdict::not_measured;
    nlohmann::json one{
        {"id", f.pattern.id},
        {"statement", f.pattern.statement},
        {"source", f.pattern.source},
        {"target", f.pattern.target},
        {"weight", f.pattern.weight},
        {"use", use_called(f.pattern.use)},
        {"verdict", verdict_text(f, {})},
        {"holds", is_measured ? nlohmann::json(f.verdict == Verdict::holds) : nlohmann::json()}};
    if (is_measured)
      one.update({{"month", f.pattern.quantity.month},
                  {"band", {number(f.pattern.low), number(f.pattern.high)}},
                  {"value", number(f.measure.value)},
                  {"standard_error", number(f.measure.standard_error)}});
    else
      one["why"] = f.why;
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace swadaya
