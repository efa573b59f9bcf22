#include "sim/report/dossier_ground.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/base/fields.hpp"
#include "sim/base/text_layout.hpp"
#include "sim/designs/designs.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/presentation.hpp"

namespace swadaya {

namespace {

std::size_t aim_of(const Experiment& e) {
  return *outcome_index(!e.answer.empty()    ? e.answer
                        : e.outcomes.empty() ? "recovery"
                                             : e.outcomes.front());
}

std::vector<DossierInput> inputs_of(const Experiment& e, const Catalogue& catalogue) {
  const Scenario& base = e.variants[e.baseline].scenario;
  const auto& drawn = e.posterior.keys;
  std::vector<DossierInput> all;
  for (const auto& [section, infos] : sections_of(base, catalogue))
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      const Value& value = base.values.at(key);
      const std::string source = lower_case(info.source);
      all.push_back({key, text_of(info, value), &info, value != info.default_value,
                     source.find("assum") != std::string::npos || source.empty(),
                     std::find(drawn.begin(), drawn.end(), key) != drawn.end()});
    }
  return all;
}

bool has_costs(const Experiment& e, const Store& store) {
  for (std::size_t v = 0; v < store.variants().size(); ++v)
    for (const double x : store.values(v, e.months_shown.back(), *outcome_index("cost_kRp")))
      if (std::isfinite(x) && x != 0) return true;
  return false;
}

}  // namespace

DossierGround::DossierGround(const Reported& what)
    : reported{what},
      experiment{what.experiment},
      store{what.store},
      base{what.experiment.variants[what.experiment.baseline].scenario},
      aim{aim_of(what.experiment)},
      month{what.experiment.months_shown.front()},
      inputs{inputs_of(what.experiment, what.catalogue)} {
  if (!experiment.design.empty() || design_of(experiment) || store.variants().size() < 2) return;
  compared = whole_comparison(experiment, store);
  Experiment asked = experiment;
  asked.answer = outcomes()[aim].name;
  own = answers_of(asked, store, "");
  if (own->order.empty()) own.reset();
  if (has_costs(experiment, store)) {
    const Costing costing{store, experiment.months_shown, experiment.accounting};
    for (const int m : experiment.months_shown) costs.push_back(costing.of(m, aim));
  }
  equity = equity_of(store, experiment.months_shown.back(), experiment.accounting);
  if (!costs.empty() && !why_nothing_is_learnt(experiment, store))
    learnt = learnt_from(experiment, store);
}

const std::string* DossierGround::said(const char* key) const {
  const auto at = experiment.study.find(key);
  return at == experiment.study.end() ? nullptr : &at->second;
}

double DossierGround::number(const char* key) const {
  const double* x = std::get_if<double>(&base.values.at(key));
  return x ? *x : nothing;
}

std::string DossierGround::title(std::size_t variant) const {
  return dossier_text(title_of(store.variants()[variant]));
}

const Compared* DossierGround::found(std::size_t variant, std::size_t outcome, int at) const {
  const auto one = std::find_if(compared.begin(), compared.end(), [&](const Compared& c) {
    return c.variant == variant && c.outcome == outcome && c.month == at;
  });
  return one == compared.end() ? nullptr : &*one;
}

std::size_t DossierGround::count(const std::string& use, FactVerdict verdict) const {
  const auto& all = experiment.facts.all;
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const FactState& s) {
    return s.verdict == verdict && (use.empty() ? s.use != "construction" : s.use == use);
  }));
}

std::string dossier_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n')
      out += ' ';
    else if (std::string_view{"\\`*_|<>[]#"}.find(c) != std::string_view::npos)
      out += std::string{"\\"} + c;
    else
      out += c;
  }
  return out;
}

std::string effect_words(const PairedDifference& effect, const OutcomeInfo& info) {
  if (effect.is_same()) return "no change in any world";
  const Unit unit = unit_of(info);
  const PairedDifference cut = difference_within(effect, info);
  if (!std::isfinite(effect.difference)) return "no figure";
  return fmt::format(
      "{} {}{}", decimal_signed(unit.scale * effect.difference), unit.name,
      std::isfinite(cut.low)
          ? fmt::format(" [{}, {}]", decimal(unit.scale * cut.low), decimal(unit.scale * cut.high))
          : "");
}

std::string mean_words(double mean, const OutcomeInfo& info) {
  if (!std::isfinite(mean)) return "no figure";
  const Unit unit = unit_of(info);
  return fmt::format("{}{}", decimal(unit.scale * mean),
                     unit.sign.empty() ? " " + unit.name : unit.sign);
}

std::string millions_words(double kRp) {
  return std::isfinite(kRp) ? fmt::format("{:.4g} million Rp", kRp / 1000) : "no figure";
}

std::string counted_words(std::size_t count, const char* one, const char* many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

DossierReply asked_of_a_person(const DossierGround& ground, const char* key, const char* what) {
  if (const std::string* words = ground.said(key)) return {dossier_text(*words)};
  return {"", fmt::format("{} (`{}` in `[experiment.study]`)", what, key)};
}

}  // namespace swadaya
