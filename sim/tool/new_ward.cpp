// `swadaya new`: a folder with a ward of one's own, ready to run.
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <sstream>
#include <unistd.h>

#include "sim/base/error.hpp"
#include "sim/base/notes.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/results/folder.hpp"
#include "sim/scenario/ask.hpp"
#include "sim/scenario/own_ward.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/run.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;
using namespace own;

constexpr const char* posterior_file = "scenarios/lenteng-agung/calibrated-posterior.csv";

// A folder that isn't there yet, or that is empty.
void check_place(const std::string& folder) {
  std::error_code error;
  if (!fs::exists(folder, error)) return;
  if (!fs::is_directory(folder, error))
    throw refused(folder, "is a file, not a folder", "name a folder that isn't there yet");
  if (!fs::is_empty(folder, error))
    throw refused(folder, "holds files already, and none is overwritten",
                  "name a folder that isn't there yet");
}

// All files or none: written beside the folder and put in its place when they have been read.
class Staged {
 public:
  explicit Staged(std::string folder) : folder_{std::move(folder)} {
    while (folder_.size() > 1 && folder_.ends_with('/')) folder_.pop_back();
    place_ = fmt::format("{}.{}.part", folder_, getpid());
    make_folder(place_);
  }
  Staged(const Staged&) = delete;
  Staged& operator=(const Staged&) = delete;
  ~Staged() {
    std::error_code unknown;
    if (!is_put_) fs::remove_all(place_, unknown);
  }

  void add(const std::string& name, const std::string& text) {
    write_whole(place_ + "/" + name, text);
    names_.push_back(name);
  }

  std::string path_of(const std::string& name) const { return place_ + "/" + name; }
  const std::vector<std::string>& names() const { return names_; }

  void put() {
    std::error_code error;
    fs::remove(folder_, error);  // empty
    fs::rename(place_, folder_, error);
    if (error) throw refused(folder_, "can't be made: " + error.message(), "name another place");
    is_put_ = true;
  }

 private:
  std::string folder_, place_;
  std::vector<std::string> names_;
  bool is_put_ = false;
};

void put_number(WardAnswers& answers, const char* option, const char* name,
                const std::optional<double>& said, double& value, bool is_whole) {
  if (!said) return;
  const Range limits = limits_of_answer(name);
  if (!(*said >= limits.low && *said <= limits.high) ||
      (is_whole && *said != static_cast<double>(static_cast<std::int64_t>(*said))))
    throw BadInput{Problem{
        option, 0, 0, "", fmt::format("{}", *said),
        fmt::format("must be a {}number between {} and {}{}", is_whole ? "whole " : "", limits.low,
                    limits.high, std::string{name} == "poor" ? " (percent of households)" : ""),
        ""}};
  value = *said;
  answers.said.insert(name);
}

WardAnswers answers_of(const NewOptions& o, const std::string& folder, Language in) {
  WardAnswers answers;
  answers.language = in;
  answers.title = fs::path{folder}.lexically_normal().filename().string();
  if (answers.title.empty()) answers.title = in.say("My ward");
  if (!o.title.empty()) answers.title = o.title, answers.said.insert("title");
  put_number(answers, "--rw", "rws", o.rws, answers.rws, true);
  put_number(answers, "--rt", "rts", o.rts, answers.rts, true);
  put_number(answers, "--households", "households", o.households, answers.households, true);
  put_number(answers, "--poor", "poor", o.poor, answers.poor, false);
  double year = answers.year, months = answers.months, grant = 0;
  put_number(answers, "--year", "year", o.year, year, true);
  put_number(answers, "--months", "months", o.months, months, true);
  put_number(answers, "--grant", "grant", o.grant, grant, false);
  answers.year = static_cast<int>(year), answers.months = static_cast<int>(months);
  if (o.grant) answers.grant = grant;
  for (const std::string& cost : o.costs) take_cost(answers, cost);
  if (!o.packages.empty()) take_packages(answers, o.packages);
  return answers;
}

void check_files(const NewOptions& o) {
  if (o.survey.empty() != o.margins.empty())
    throw BadInput{Problem{o.survey.empty() ? "--margins" : "--survey", 0, 0, "",
                           o.survey.empty() ? o.margins : o.survey,
                           "a survey and margins belong together: the one says what households are "
                           "like, the other how many there are of each",
                           o.survey.empty() ? "--survey FILE.csv" : "--margins FILE.csv"}};
  if (!o.columns.empty() && o.survey.empty())
    throw BadInput{Problem{"--columns", 0, 0, "", o.columns, "is of a --survey", ""}};
  if (o.seed && o.survey.empty())
    throw BadInput{Problem{"--seed", 0, 0, "", fmt::format("{}", *o.seed), "is of a --survey", ""}};
  if (!o.survey.empty())
    for (const auto& [option, said] :
         {std::pair{"--rw", o.rws}, {"--rt", o.rts}, {"--households", o.households}})
      if (said)
        throw BadInput{Problem{option, 0, 0, "", fmt::format("{}", *said),
                               "the margins say how many there are", "leave the option out"}};
}

std::string bytes_of(const std::string& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) throw refused(file, "there is no such file", "");
  std::ifstream in{file, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw refused(file, "can't be read", "");
  return text.str();
}

// What margins tell of the ward isn't asked.
void take_population(WardAnswers& answers, const MarginsOfRts& margins) {
  answers.has_margins = true;
  double households = 0, poor = 0;
  for (const auto& rt : margins.rts) households += static_cast<double>(rt.households);
  for (const Counted& counted : margins.counted)
    if (counted.name == "poor" && counted.categories[0] == "yes") {
      for (const auto& totals : counted.totals) poor += totals[0];
      if (answers.said.contains("poor"))
        throw BadInput{Problem{"--poor", 0, 0, "", fmt::format("{}", answers.poor),
                               "the margins say how many there are", "leave the option out"}};
      if (poor > 0) answers.poor = std::round(10000 * poor / households) / 100;
      answers.said.insert("poor");
    }
  answers.poor =
      std::clamp(answers.poor, limits_of_answer("poor").low, limits_of_answer("poor").high);
  answers.households = households;
  answers.rts = static_cast<double>(margins.rts.size());
  answers.said.insert({"rws", "rts", "households"});
}

std::string left_out_words(std::size_t rows, Language in) {
  const std::string count = grouped_in(rows, in);
  return rows == 1
             ? in.say("{} household of the survey left out, as a value is missing there.", count)
             : in.say("{} households of the survey left out, as a value is missing there.", count);
}

std::string in_figures(const WardAnswers& answers) {
  const WardShape shape = shape_of(answers);
  const Language in = answers.language;
  std::string text =
      in.say("{} RW, {} RT of {} households each: {} households.", shape.rws, shape.rts(),
             shape.households_per_rt, grouped_in(static_cast<std::size_t>(shape.households()), in));
  if (shape.rts() != answers.rts || shape.households() != answers.households)
    text += in.say(
        " You said {} RT and {} households: RT of a ward from figures are alike, and a survey with "
        "margins has them as they are.",
        answers.rts, grouped_in(static_cast<std::size_t>(answers.households), in));
  return text;
}

void show(const WardAnswers& answers, const std::string& folder, const Staged& files,
          const std::vector<std::string>& words) {
  const Language in = answers.language;
  fmt::print("{}: {}\n", folder, fmt::join(files.names(), ", "));
  for (const std::string& line : words) fmt::print("{}\n", line);
  fmt::print("{}\n",
             in.say("Each line of scenario.toml says what it means and where its value comes "
                    "from. Next:"));
  const std::string place = folder.ends_with('/') ? folder : folder + "/";
  const std::string lang = in.is_indonesian() ? " --lang id" : "";
  fmt::print("  swadaya compare {}experiment.toml{}\n  swadaya explore {}experiment.toml{}\n",
             place, lang, place, lang);
}

// What was written is read as a user's would be; what is wrong is said of the folder that is meant.
void check_staged(const Staged& files, const std::string& folder, const Catalogue& catalogue) try {
  listen_to_notes({});  // what was read of these files says nothing new
  check_data_files(read_experiment(files.path_of("experiment.toml"), catalogue, {}));
} catch (const BadInput& bad) {
  const std::string place = files.path_of("");
  std::vector<Problem> problems = bad.problems();
  for (Problem& problem : problems)
    if (problem.file.starts_with(place))
      problem.file = folder + "/" + problem.file.substr(place.size());
  throw BadInput{problems};
}

}  // namespace

int new_ward(const Options& options, const Catalogue& catalogue) {
  const NewOptions& o = options.new_ward;
  const std::string& folder = options.files[0];
  check_place(folder);
  check_files(o);
  WardAnswers answers = answers_of(o, folder, options.in);
  std::optional<HouseholdSurvey> survey;
  std::optional<MarginsOfRts> margins;
  if (!o.survey.empty()) {
    survey = survey_of(o.survey, o.columns);
    margins = margins_of(o.margins, *survey);
    take_population(answers, *margins);
  }
  if (!o.asks_nothing && isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1)
    ask(answers, std::cin, [](const std::string& text) { tell_text(text); });
  std::optional<Population> population;
  if (survey)
    population = synthetic_population(*survey, *margins, world_of(answers), o.seed.value_or(1));
  std::vector<std::string> words =
      population ? words_of(*population, options.in) : std::vector{in_figures(answers)};
  if (survey && survey->left_out > 0) words.push_back(left_out_words(survey->left_out, options.in));
  Staged files{folder};
  if (population) files.add("households.csv", population->csv);
  const std::string posterior = shipped(posterior_file);
  if (!posterior.empty()) files.add("calibrated-posterior.csv", bytes_of(posterior));
  if (!o.outlines.empty()) files.add("outlines.geojson", bytes_of(o.outlines));
  files.add("scenario.toml", scenario_text(answers, population ? &*population : nullptr,
                                           o.outlines.empty() ? "" : "outlines.geojson"));
  files.add("experiment.toml", experiment_text(answers, !posterior.empty()));
  check_staged(files, folder, catalogue);
  files.put();
  show(answers, folder, files, words);
  return done;
}

}  // namespace swadaya::tool
