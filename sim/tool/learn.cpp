#include "sim/tables/learn.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/tables/stamps.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/provenance.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

// The number of an outcome that an option names. Throws BadInput with the nearest one.
std::size_t outcome_named(const std::string& name, const char* option) {
  if (const auto index = outcome_index(name)) return *index;
  std::vector<std::string> names;
  for (const OutcomeInfo& info : outcomes()) names.push_back(info.name);
  throw BadInput{Problem{option, 0, 0, name, "", "is no outcome", did_you_mean(name, names)}};
}

void check_month(int month, int last, const char* option) {
  if (month > last)
    throw BadInput{Problem{option, 0, 0, "", std::to_string(month),
                           fmt::format("lies behind the last month of the run, {}", last), ""}};
}

LearnQuestion question_of(const LearnOptions& asked, const Store& store) {
  LearnQuestion question;
  if (!asked.outcome.empty()) {
    question.outcome = outcome_named(asked.outcome, "--outcome");
    if (asked.outcome.starts_with("cost_"))
      throw BadInput{Problem{"--outcome", 0, 0, asked.outcome, "",
                             "is what packages cost: name what they are for", ""}};
  }
  if (!asked.survey.empty()) {
    const std::size_t outcome = outcome_named(asked.survey, "--survey");
    if (!outcomes()[outcome].is_share() && !asked.person_sd)
      throw BadInput{Problem{"--survey", 0, 0, asked.survey, "",
                             fmt::format("is counted in {}, not a share of those asked: how far do "
                                         "people differ?",
                                         outcomes()[outcome].unit),
                             "say so with --sd, in " + outcomes()[outcome].unit}};
    question.surveyed = outcome;
  }
  if (asked.month) check_month(*asked.month, store.months(), "--month");
  if (asked.survey_month) check_month(*asked.survey_month, store.months(), "--survey-month");
  question.month = asked.month, question.survey_month = asked.survey_month;
  question.price = asked.price;
  question.people = static_cast<std::size_t>(asked.people);
  question.wards = asked.wards, question.person_sd = asked.person_sd;
  return question;
}

}  // namespace

int learn(const Options& options, const Catalogue& catalogue) {
  const std::string& folder = options.files[0];
  const WholeFolder whole{folder, catalogue};
  const auto& [store, experiment] = whole;
  if (const auto why = why_nothing_is_learnt(experiment, store))
    throw refused(folder, why->rule, why->suggestion);
  const WorthKnowing learnt = learnt_from(experiment, store, question_of(options.learn, store));
  if (options.json) {
    auto json = learn_json(learnt, store);
    if (!experiment.facts.all.empty()) json["fails"] = stamps_json(experiment);
    fmt::print("{}\n", json.dump(2));
  } else {
    fmt::print("{}{}", learn_text(learnt, store, experiment.facts, terminal_look(options.in)),
               stamps_text(experiment, terminal_look(options.in)));
  }
  return done;
}

}  // namespace swadaya::tool
