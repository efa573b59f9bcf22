#include "sim/report/dossier.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "sim/base/error.hpp"
#include "sim/base/version.hpp"
#include "sim/report/dossier_ground.hpp"
#include "sim/report/markdown_html.hpp"
#include "sim/report/odd.hpp"
#include "sim/results/labels.hpp"
#include "sim/tables/legend.hpp"
#include "sim/tables/stamps.hpp"

namespace swadaya {

namespace {

std::vector<DossierItem> items_of(const std::vector<DossierQuestion>& questions,
                                  const DossierGround& ground) {
  std::vector<DossierItem> all;
  for (const DossierQuestion& q : questions) {
    const DossierReply reply = q.reply(ground);
    all.push_back({q.number, q.topic, q.asks, reply.says, reply.open});
  }
  return all;
}

const char* status_of(const DossierItem& item) { return item.is_answered() ? "answered" : "open"; }

std::string items_text(const std::vector<DossierItem>& items) {
  std::string text = "| | | |\n|---|---|---|\n";
  for (const DossierItem& item : items)
    text += fmt::format("| {} | {} | {} |\n", item.number, item.topic,
                        item.is_answered() ? "answered" : "**open**");
  for (const DossierItem& item : items) {
    text += fmt::format("\n### {} {}: {}\n\n*{}*\n", item.number, item.topic, status_of(item),
                        item.asks);
    if (!item.says.empty()) text += "\n" + item.says + "\n";
    if (!item.open.empty()) text += fmt::format("\n**To be written:** {}.\n", item.open);
  }
  return text;
}

std::string bullets(const std::vector<std::string>& points) {
  std::string text;
  for (const std::string& one : points) text += "- " + one + "\n";
  return text;
}

std::string question_of(const DossierGround& g) {
  const OutcomeInfo& info = outcomes()[g.aim];
  if (const std::string* words = g.said("decision")) return dossier_text(*words);
  if (!g.compares()) return fmt::format("What does {} come to?", dossier_text(g.experiment.name));
  return fmt::format("What does each of {} change in {} by month {}, against {}?",
                     counted_words(g.store.variants().size() - 1, "package", "packages"),
                     heading_of(info.name), g.month, g.title(g.store.baseline()));
}

// What was run, by whom it can be run again, and what of the folder was checked.
std::string provenance_text(const DossierGround& g, const std::string& date) {
  const Manifest& m = g.reported.manifest;
  return fmt::format(
      "| | |\n|---|---|\n| Made on | {} by Swadaya {} ({}) |\n| Run with | Swadaya {} ({}), begun {}, "
      "{} |\n| Worlds | {}, seed {} |\n| Command | {} |\n| `experiment.toml` | {} |\n| Files | "
      "rows of `results.db` and `experiment.toml` are those that were written; files of worlds: {} |"
      "\n",
      date, version, commit, m.made_by_version, m.made_by_commit, m.started, m.status,
      worlds_text(g.store, g.store.complete_replicates()), g.experiment.seed,
      dossier_text(m.command), m.experiment_checksum,
      m.files.empty()        ? "none"
      : g.reported.has_files ? "as they were read"
                             : "missing or changed since");
}

std::string first_page(const DossierGround& g, const Dossier& d, const std::string& date) {
  std::string text = fmt::format("# {}\n\n", d.title);
  text += fmt::format("Dossier of a simulation. {}\n\n**Question.** {}\n", date, question_of(g));
  text +=
      fmt::format("\n**Answer.** {}\n",
                  g.own ? answer_words(g)
                        : "No packages were held against a baseline: there is no answer to give.");
  if (const std::vector<std::string> points = hinges(g); !points.empty())
    text += "\n## What it hangs on\n\n" + bullets(points);
  text += "\n## Limits\n\n" + bullets(limits(g));
  text += fmt::format(
      "\n## What stands behind it\n\n{}\n{} of {} items of CHEERS 2022 are answered from this "
      "folder{}.\n",
      provenance_text(g, date), d.answered(), d.cheers.size(),
      d.answered() == d.cheers.size() ? "" : fmt::format("; open: {}", d.open_numbers()));
  return text;
}

std::string facts_section(const DossierGround& g) {
  const FactStates& facts = g.experiment.facts;
  if (facts.all.empty()) return "";
  std::string text =
      "\n# Stylised facts\n\n| fact | statement | source | outcomes | use | asked for | in the model "
      "| |\n|---|---|---|---|---|---|---|---|\n";
  for (const FactState& s : facts.all) {
    const bool is_measured = s.verdict != FactVerdict::not_measured;
    text +=
        fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", dossier_text(s.fact),
                    dossier_text(s.statement), dossier_text(s.source), fmt::join(s.outcomes, ", "),
                    fact_use_words(s.use), is_measured ? fact_band(s) : "-",
                    is_measured ? fmt::format("{}", fact_number(s, s.value)) : "-",
                    s.verdict == FactVerdict::holds   ? "holds"
                    : s.verdict == FactVerdict::fails ? s.is_hard ? "**FAILS (hard)**" : "fails"
                                                      : "not measured");
  }
  const FactState& first = facts.all.front();
  return text + fmt::format("\nMeasured on {} in {} worlds, seed {}, by Swadaya {} ({}){}.\n",
                            dossier_text(first.scenario), first.worlds, first.seed, first.version,
                            first.commit,
                            facts.are_of(g.base)
                                ? ", with the settings of this baseline"
                                : ", **with other settings than this baseline's**");
}

// The ODD one level down: it has a title of its own.
std::string odd_section(const Reported& reported) {
  std::string odd = odd_of(reported.experiment, reported.catalogue, reported.facts), text;
  odd = odd.substr(odd.find('\n') + 1);
  return "\n# The model: ODD\n\nODD protocol: Grimm et al. (2020), JASSS 23(2) 7.\n" + odd;
}

const char* const sources_text = R"(
# The standards

- CHEERS 2022: Husereau et al. (2022), BMJ 376:e067975. 28 items; what each asks is put in short here.
- TRACE: Grimm et al. (2014), Ecological Modelling 280:129-139. Eight elements.
- Kinds of validation: Eddy et al. (2012), ISPOR-SMDM Modeling Good Research Practices Task Force-7, Value in Health 15:843-850.
- AQuA Book: HM Government (2025), www.gov.uk/guidance/the-aqua-book; first edition HM Treasury (2015). The edition of 2025 says what
  commissioner, analyst, assurer and approver shall do at each stage; it isn't known to us that it lists questions. Those above put its duties as
  questions, in our words and under its names of stages.
- ODD: Grimm et al. (2020), JASSS 23(2) 7, with the questions of ODD+D: Mueller et al. (2013), Environmental Modelling & Software 48:37-48.
)";

}  // namespace

std::size_t Dossier::answered() const {
  return static_cast<std::size_t>(std::count_if(
      cheers.begin(), cheers.end(), [](const DossierItem& item) { return item.is_answered(); }));
}

std::string Dossier::open_numbers() const {
  std::vector<std::string> numbers;
  for (const DossierItem& item : cheers)
    if (!item.is_answered()) numbers.push_back(item.number);
  return fmt::format("{}", fmt::join(numbers, ", "));
}

Dossier dossier_of(const Reported& reported, const std::string& date) {
  const Store& store = reported.store;
  if (store.complete_replicates() == 0)
    throw refused(store.folder(), "has no replicate that is complete in all variants",
                  "`swadaya resume " + store.folder() + "` finishes it");
  const DossierGround ground{reported};
  Dossier d;
  d.title = dossier_text(title_of(reported.experiment));
  d.cheers = items_of(cheers_methods(), ground);
  for (DossierItem& item : items_of(cheers_findings(), ground)) d.cheers.push_back(std::move(item));
  d.markdown = first_page(ground, d, date);
  d.markdown += "\n# CHEERS 2022\n\n" + items_text(d.cheers);
  d.markdown += "\n# TRACE\n\n" + items_text(items_of(trace_elements(), ground));
  d.markdown += "\n# Kinds of validation\n\n" + items_text(items_of(validation_kinds(), ground));
  d.markdown += "\n# AQuA Book\n\n" + items_text(items_of(aqua_questions(), ground));
  d.markdown += facts_section(ground) + odd_section(reported) + sources_text;
  return d;
}

std::string dossier_html(const Dossier& dossier) {
  return markdown_page(dossier.markdown, dossier.title);
}

}  // namespace swadaya
