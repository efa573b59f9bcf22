#include "sim/jobs/checkpoint_rules.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <set>

#include "sim/jobs/checkpoint.hpp"
#include "sim/results/results.hpp"
#include "sim/world/draw.hpp"
#include "sim/world/world.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

class Rules {
 public:
  Rules(const Experiment& experiment, const Checkpoint& checkpoint, const Catalogue& catalogue,
        std::vector<Problem>& problems)
      : experiment_{experiment},
        header_{checkpoint.header()},
        checkpoint_{checkpoint},
        catalogue_{catalogue},
        problems_{problems} {}

  void check() {
    const std::size_t before = problems_.size();
    for (const Variant& variant : experiment_.variants) check_variant(variant);
    if (experiment_.seed != header_.seed)
      refuse("experiment.seed", fmt::format("{}", experiment_.seed),
             fmt::format("the checkpoint's is {}", header_.seed), "leave it out");
    if (experiment_.replicates > header_.replicates)
      refuse("experiment.replicates", fmt::format("{}", experiment_.replicates),
             fmt::format("the checkpoint has {}", header_.replicates), "ask for as many or fewer");
    for (const auto& [key, month] : {std::pair{"experiment.branch_at", experiment_.branch_at},
                                     std::pair{"experiment.checkpoint", experiment_.checkpoint}})
      if (month && *month < header_.month)
        refuse(key, fmt::format("{}", *month),
               fmt::format("lies before the checkpoint's month {}", header_.month), "");
    if (problems_.size() != before) return;
    const Values& values = experiment_.variants[0].scenario.values;
    if (fingerprint_of(draw_world(values, experiment_.seed, 0)) != checkpoint_.world_of(0))
      refuse("", "", "was written in other worlds: its files of households or ties were others",
             "a run that goes on stays in its world");
  }

 private:
  // Once, whichever variants have it.
  void refuse(const std::string& key, const std::string& value, std::string rule,
              std::string suggestion) {
    if (refused_.insert(key + value).second)
      problems_.push_back(
          {experiment_.from, 0, 0, key, value, std::move(rule), std::move(suggestion)});
  }

  void check_variant(const Variant& variant) {
    CheckpointHeader own;
    describe(own, variant.scenario, catalogue_);
    for (const auto& [key, value] : own.settings) {
      const bool is_model = key.starts_with("models.");
      if (!is_model && !is_of_world(key)) continue;
      const auto at = header_.settings.find(key);
      const std::string theirs = at == header_.settings.end() ? "" : at->second;
      // A file may lie elsewhere now; what it gives is compared world by world.
      if (is_file_setting(key) ? (value == "\"\"") == (theirs == "\"\"") : value == theirs)
        continue;
      refuse(key, value, fmt::format("the checkpoint's is {}", theirs),
             is_model ? "a run that goes on keeps its models"
                      : "a run that goes on stays in its world");
    }
    for (const auto& [slot, columns] : own.columns)
      if (header_.columns.at(slot) != columns &&
          header_.settings.at("models." + slot) == own.settings.at("models." + slot))
        refuse("models." + slot, own.settings.at("models." + slot),
               "keeps other columns than when the checkpoint was written",
               "go on with the model as it was");
    if (variant.scenario.months <= header_.month)
      refuse("time.months", fmt::format("{}", variant.scenario.months),
             fmt::format("must be behind the checkpoint's month {}", header_.month),
             fmt::format("--set time.months={}", header_.month + 12));
  }

  const Experiment& experiment_;
  const CheckpointHeader& header_;
  const Checkpoint& checkpoint_;
  const Catalogue& catalogue_;
  std::vector<Problem>& problems_;
  std::set<std::string> refused_;
};

}  // namespace

void read_checkpoint_keys(Keys& keys, Experiment& experiment) {
  if (keys.find("checkpoint")) experiment.checkpoint = keys.whole<int>("checkpoint");
  experiment.from = keys.text("from");
  const Node* from = keys.find("from");
  if (experiment.from.empty() || fs::path{experiment.from}.is_absolute()) return;
  const fs::path beside = from->file ? fs::path{*from->file}.parent_path() : fs::path{};
  experiment.from = fs::absolute(beside / experiment.from).lexically_normal().string();
}

void take_checkpoint(Experiment& experiment, const Overrides& overrides,
                     std::vector<Problem>& problems) {
  if (overrides.checkpoint) experiment.checkpoint = overrides.checkpoint;
  if (!overrides.from.empty())
    experiment.from = fs::absolute(overrides.from).lexically_normal().string();
  if (!experiment.checkpoint) return;
  const auto refuse = [&](std::string rule, std::string suggestion) {
    problems.push_back({overrides.checkpoint ? "--checkpoint" : "", 0, 0, "experiment.checkpoint",
                        fmt::format("{}", *experiment.checkpoint), std::move(rule),
                        std::move(suggestion)});
  };
  const int months = experiment.variants[0].scenario.months;
  if (*experiment.checkpoint > months)
    refuse(fmt::format("lies behind the last month, which is {}", months), "");
  if (experiment.variants.size() > 1 || experiment.branch_at)
    refuse("variants stand in as many places; a checkpoint is of one scenario",
           "name one scenario file");
}

void go_on_from(Experiment& experiment, const Said& said, const Catalogue& catalogue,
                std::vector<Problem>& problems) {
  if (experiment.from.empty()) return;
  try {
    const Checkpoint checkpoint{experiment.from};
    const CheckpointHeader& header = checkpoint.header();
    if (!said.seed) experiment.seed = header.seed;
    if (!said.replicates) experiment.replicates = header.replicates;
    experiment.from_month = header.month;
    Rules{experiment, checkpoint, catalogue, problems}.check();
  } catch (const BadInput& bad) {
    problems.insert(problems.end(), bad.problems().begin(), bad.problems().end());
  }
}

}  // namespace swadaya
