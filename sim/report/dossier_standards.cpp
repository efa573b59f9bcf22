// The elements of TRACE, the kinds of validation of ISPOR and SMDM, and the AQuA Book as questions.
#include <algorithm>
#include <fmt/format.h>

#include "sim/report/dossier_ground.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

using Ground = DossierGround;
using Reply = DossierReply;

Reply problem_reply(const Ground& g) {
  return asked_of_a_person(g, "decision", "who decides what by the answer");
}

Reply description_reply(const Ground&) { return {"The ODD at the end of this dossier."}; }

Reply data_reply(const Ground& g) {
  const auto count = [&](auto is) { return std::count_if(g.inputs.begin(), g.inputs.end(), is); };
  const auto assumed = count([](const DossierInput& one) { return one.is_assumed; });
  const auto changed = count([](const DossierInput& one) { return one.is_changed; });
  const Reply judged =
      asked_of_a_person(g, "review", "how good these sources are, as somebody else judges them");
  return {fmt::format("{} settings of the baseline: {} name a source, {} an assumption alone; {} "
                      "differ from the defaults. {}",
                      g.inputs.size(), static_cast<std::ptrdiff_t>(g.inputs.size()) - assumed,
                      assumed, changed, judged.says),
          judged.open};
}

Reply concept_reply(const Ground& g) {
  std::vector<std::string> models, others;
  for (std::size_t s = 0; s < slot_count; ++s)
    models.push_back(fmt::format("{} `{}`", slot_names[s], g.base.models[s]));
  for (const Answers& one : g.reported.beside) others.push_back(dossier_text(one.under));
  const std::string says = fmt::format("Rules of behaviour: {}; each with its source in the ODD.",
                                       fmt::join(models, ", "));
  if (others.empty()) return {says, "what other rules would give: none were run (`beside`)"};
  return {says + fmt::format(" Held against: {}.", fmt::join(others, "; "))};
}

// What is known of the folder, not of the program's tests: those were run elsewhere, or not.
Reply verification_reply(const Ground& g) {
  return {
      fmt::format(
          "Checked before this was written: every row of `results.db` against its checksum, and "
          "`experiment.toml` with its sample and facts against those the run began with. The "
          "engine checked each ward's books after each month, and every model's numbers "
          "against their limits. Program {} ({}).",
          g.reported.manifest.made_by_version, g.reported.manifest.made_by_commit),
      "that the program's own tests pass at this commit (`./test.sh`; nothing in a results "
      "folder says so)"};
}

Reply facts_reply(const Ground& g, const char* use, const char* what) {
  const std::size_t holds = g.count(use, FactVerdict::holds),
                    fails = g.count(use, FactVerdict::fails);
  if (holds + fails == 0)
    return {"", fmt::format("facts that {}: none are named and measured (`facts`)", what)};
  std::vector<std::string> failing;
  for (const FactState& s : g.experiment.facts.all)
    if (s.use == use && s.verdict == FactVerdict::fails)
      failing.push_back(fmt::format("{}{}", s.fact, s.is_hard ? " (hard)" : ""));
  return {fmt::format("Facts that {}: {} hold, {} fail{}.", what, holds, fails,
                      failing.empty() ? "" : fmt::format(": {}", fmt::join(failing, ", ")))};
}

Reply output_verification_reply(const Ground& g) {
  return facts_reply(g, "fitted", "values were fitted to");
}
Reply corroboration_reply(const Ground& g) {
  return facts_reply(g, "apart", "no value was fitted to");
}

Reply analysis_reply(const Ground& g) {
  std::string says;
  for (const std::string& one : hinges(g)) says += "\n- " + one;
  if (!g.learnt) return {says, "which parameters the answer hangs on (`posterior`)"};
  return {says};
}

Reply face_reply(const Ground& g) {
  return asked_of_a_person(g, "review", "what people who know the programme say of the model");
}

Reply cross_reply(const Ground& g) {
  const std::string open = "what another group's model gives for the same question";
  if (g.reported.beside.empty()) return {"", open};
  return {fmt::format("Within this program: {}, see what the answer hangs on.",
                      counted_words(g.reported.beside.size(), "other set of assumptions",
                                    "other sets of assumptions")),
          open};
}

Reply prediction_reply(const Ground&) {
  return {"", "a forecast written down before its outcome was seen, and that outcome"};
}

Reply role_reply(const Ground&) { return {"", "names: commissioner, analyst, assurer, approver"}; }

Reply doubt_allowed_reply(const Ground& g) {
  if (!g.learnt) return {"", "how much doubt the decision can bear"};
  return {fmt::format("In {:.0f} % of draws another package would be chosen; knowing all that is "
                      "drawn is worth {} a ward. ",
                      100 * g.learnt->all.informed.changes,
                      millions_words(g.learnt->all.informed.value)),
          "how much doubt the decision can bear, which the commissioner has to say"};
}

Reply assumptions_log_reply(const Ground& g) {
  return {
      fmt::format("The ODD lists all {} settings with unit, range and source; `experiment.toml` "
                  "is the log of what was decided. Sampled: {}.",
                  g.inputs.size(),
                  g.experiment.posterior.keys.empty()
                      ? "nothing"
                      : fmt::format("{}", fmt::join(g.experiment.posterior.keys, ", ")))};
}

Reply quantified_reply(const Ground& g) {
  if (!g.own) return {"", "packages held against a baseline"};
  return {answer_words(g)};
}

Reply black_box_reply(const Ground& g) {
  if (g.reported.manifest.plugins.empty())
    return {
        "No: every rule stands in the ODD with its formula and source, and the program is "
        "open source."};
  return {"", "what the plug-ins do: the folder holds their checksums, not their source"};
}

Reply reused_reply(const Ground& g) {
  return {
      fmt::format("Yes: the program serves any scenario. This use is `{}`; figures hold for no "
                  "other.",
                  dossier_text(g.experiment.name))};
}

Reply caveats_reply(const Ground& g) {
  std::string says;
  for (const std::string& one : limits(g)) says += "\n- " + one;
  return {says};
}

Reply assurance_reply(const Ground& g) {
  return asked_of_a_person(g, "review", "the assurer's statement");
}
Reply sign_off_reply(const Ground&) { return {"", "who approved it, when, and for which use"}; }

}  // namespace

const std::vector<DossierQuestion>& trace_elements() {
  static const std::vector<DossierQuestion> all{
      {"1", "Problem formulation", "The decision, its context and the question.", problem_reply},
      {"2", "Model description", "What the model is.", description_reply},
      {"3", "Data evaluation", "Quality and sources of data.", data_reply},
      {"4", "Conceptual model evaluation", "The assumptions behind the design.", concept_reply},
      {"5", "Implementation verification", "Whether the program does what is described.",
       verification_reply},
      {"6", "Model output verification", "Whether it meets what it was fitted to.",
       output_verification_reply},
      {"7", "Model analysis", "What outputs hang on.", analysis_reply},
      {"8", "Model output corroboration", "Whether it meets what it wasn't made with.",
       corroboration_reply}};
  return all;
}

const std::vector<DossierQuestion>& validation_kinds() {
  static const std::vector<DossierQuestion> all{
      {"1", "Face validity", "Whether it is plausible to people who know.", face_reply},
      {"2", "Verification", "Whether the program is right.", verification_reply},
      {"3", "Cross validity", "Whether other models agree.", cross_reply},
      {"4", "External validity", "Whether it meets what really happened.", corroboration_reply},
      {"5", "Predictive validity", "Whether forecasts came true.", prediction_reply}};
  return all;
}

const std::vector<DossierQuestion>& aqua_questions() {
  static const std::vector<DossierQuestion> all{
      {"1", "Engagement and scoping", "Which decision does it serve, and what was asked?",
       problem_reply},
      {"2", "Engagement and scoping", "Who holds each of the four roles?", role_reply},
      {"3", "Engagement and scoping", "How much doubt can the decision bear?", doubt_allowed_reply},
      {"4", "Design", "Which data and assumptions, and where are they logged?",
       assumptions_log_reply},
      {"5", "Design", "Are sources good enough for this use?", data_reply},
      {"6", "Analysis", "Was it verified that the plan was carried out?", verification_reply},
      {"7", "Analysis", "Was it validated against what is known?", corroboration_reply},
      {"8", "Analysis", "What does uncertainty do to the answer?", quantified_reply},
      {"9", "Analysis", "Is any of it a black box?", black_box_reply},
      {"10", "Analysis", "Is the model used for other purposes too?", reused_reply},
      {"11", "Delivery, communication and sign-off", "Which limits must a user know?",
       caveats_reply},
      {"12", "Delivery, communication and sign-off", "What does the assurer say?", assurance_reply},
      {"13", "Delivery, communication and sign-off", "Who signed it off, for which use?",
       sign_off_reply}};
  return all;
}

}  // namespace swadaya
