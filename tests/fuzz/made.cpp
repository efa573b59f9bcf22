#include "tests/fuzz/made.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "sim/designs/experiment.hpp"
#include "sim/jobs/checkpoint.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/store.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

namespace {

const std::string tiny =
    "[time]\nmonths = 3\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20\n"
    "[experiment]\nreplicates = 2\noutcomes = [\"informed\", \"recovery\"]\nmonths_shown = [3]\n";

std::string experiment_of_kind(const std::string& kind) {
  if (kind == "sweep") return tiny + "[sweep]\n[sweep.parameters]\n\"lending.norm\" = [0.1, 0.4]\n";
  if (kind == "morris")
    return tiny +
           "[sensitivity]\nmethod = \"morris\"\nwalks = 4\n"
           "[sensitivity.parameters]\n\"lending.norm\" = \"range\"\n";
  return tiny +
         "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
         "set = { \"socialization.meetings\" = 8 }\n";
}

}  // namespace

const char* const checkpointed_ward =
    "[time]\nmonths = 8\n[world]\nrw_per_ward = 1\nrt_per_rw = 1\nhouseholds_per_rt = 20\n"
    "[programme]\ngrant = 20000\n[groups]\nwants_loan = 0.9\nfounding = 0.3\n"
    "[experiment]\nreplicates = 2\n";

std::string checkpoint_of_ward(int month) {
  Experiment experiment = experiment_in(checkpointed_ward);
  experiment.checkpoint = month;
  const std::string folder = path_of("checkpoints");
  std::filesystem::remove_all(folder);
  std::filesystem::create_directory(folder);
  CheckpointWriter writer{folder, header_of(experiment, all_models())};
  Work work;
  work.threads = 1;
  work.keep = [&](std::uint32_t r, const World& world, const History& history) {
    writer.add(r, world, history);
  };
  run_jobs(experiment, all_models(), work, [](const Job&, const std::vector<Series>&) {});
  must(writer.finish(), "a checkpoint is written whole");
  std::ifstream in{writer.file(), std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

std::string results_folder(const std::string& kind) {
  const std::string folder = path_of(kind);
  const Experiment experiment = experiment_in(experiment_of_kind(kind));
  Store store{folder, experiment, Existing::overwrite};
  Work work;
  work.threads = 1;
  run_jobs(experiment, all_models(), work, [&](const Job& job, const std::vector<Series>& series) {
    store.add(job.replicate, job.variants, series);
  });
  std::ofstream{folder + "/experiment.toml"} << resolved_toml(experiment, all_models());
  Manifest manifest;
  manifest.command = "swadaya " + kind;
  manifest.status = "finished";
  manifest.started = manifest.ended = "2001-08-17T09:30:00Z";
  std::ofstream{folder + "/manifest.json"} << manifest_json(manifest, experiment);
  return folder;
}

}  // namespace swadaya::fuzz
