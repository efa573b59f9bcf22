#include "sim/designs/parameter_draws.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "sim/base/csv.hpp"

namespace swadaya {

namespace {

// A model that the sample is of, in a column, and that a variant has another of.
struct OtherModel {
  std::string key, drawn, used, variant;  // "models.lending"
  int line;                               // of the file
};

// A variant that does without any moves nothing, and is none, unless it was made to.
std::optional<OtherModel> other_model(const Csv& csv, const Experiment& experiment,
                                      const std::set<std::string>& held) {
  for (std::size_t c = 0; c < csv.names.size(); ++c) {
    const std::string& key = csv.names[c];
    if (!key.starts_with("models.")) continue;
    const auto slot = std::find(slot_names.begin(), slot_names.end(), key.substr(7));
    if (slot == slot_names.end())
      throw BadInput{Problem{csv.file, 1, 0, key, "", "there is no such slot",
                             nearest_of(key.substr(7), std::vector<std::string>{
                                                           slot_names.begin(), slot_names.end()})}};
    for (const Csv::Row& row : csv.rows)
      for (const Variant& variant : experiment.variants) {
        const std::string& used =
            variant.scenario.models[static_cast<std::size_t>(slot - slot_names.begin())];
        if (row.fields[c] != used && (used != "none" || held.contains(key)))
          return OtherModel{key, row.fields[c], used, variant.name, static_cast<int>(row.line)};
      }
  }
  return std::nullopt;
}

Problem problem_of(const OtherModel& other, const std::string& file) {
  return {file,
          other.line,
          0,
          other.key,
          other.drawn,
          fmt::format("the draws are of this model; `{}` uses `{}`, whose parameters of the same "
                      "names may mean something else",
                      other.variant.empty() ? "the scenario" : other.variant, other.used),
          fmt::format("--set {}={}, or --posterior none", other.key, other.drawn)};
}

}  // namespace

std::set<std::string> held_still(const Overrides& overrides, const Draft& bundle) {
  std::vector<Problem> ignored;  // said when the scenario was read
  Draft set;
  put_settings(set, overrides, ignored);
  std::set<std::string> keys;
  for (const Draft* draft : {&std::as_const(set), &bundle})
    for (const auto& [key, setting] : draft->settings) keys.insert(key);
  return keys;
}

std::map<std::string, const ParameterInfo*> parameters_of(const Experiment& experiment,
                                                          const Catalogue& catalogue) {
  std::map<std::string, const ParameterInfo*> infos;
  for (const Variant& variant : experiment.variants)
    for (const auto& [section, parameters] : sections_of(variant.scenario, catalogue))
      for (const ParameterInfo& info : *parameters) infos[section + "." + info.name] = &info;
  return infos;
}

void take_draws(Experiment& experiment, const std::string& asked, const std::set<std::string>& held,
                const std::map<std::string, const ParameterInfo*>& parameters) {
  const std::string file = asked.empty() ? experiment.posterior.file : asked;
  experiment.posterior = {};
  if (file.empty() || file == Posterior::none) return;
  if (const auto other = other_model(read_csv(file), experiment, held)) {
    if (!held.contains(other->key)) throw BadInput{problem_of(*other, file)};
    experiment.posterior.file = file;
    const auto why = [&](Language in) {
      return in.say("the draws are of {}, and {} is used", other->drawn, other->used);
    };
    experiment.posterior.unused = why({});
    experiment.posterior.unused_id = why(Language::indonesian());
    return;
  }
  experiment.posterior = read_posterior(file, parameters);
  experiment.posterior.hold(held);
  experiment.posterior.deal(experiment.replicates, experiment.worlds_per_draw, experiment.seed);
}

}  // namespace swadaya
