#include "sim/designs/designs.hpp"

#include <filesystem>
#include <fstream>
#include <set>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

const std::string ward = small_ward;
const std::string broken_levers =
    "[[factorial.lever]]\nname = \"talk\"\nset = { \"socialization.meetings\" = 5 }\n"
    "[[factorial.lever]]\nname = \"talk\"\nset = { \"lending.norm\" = 1 }\n";
const std::string sound_levers =
    "[[factorial.lever]]\nname = \"talk\"\nset = { \"socialization.meetings\" = 5 }\n"
    "[[factorial.lever]]\nname = \"norm\"\nset = { \"lending.norm\" = 1 }\n";

}  // namespace

TEST(Designs, AreEachTheirOwn) {
  std::set<std::string> tables, names, commands;
  for (const Design* design : designs()) {
    EXPECT_TRUE(tables.insert(design->table.name).second) << design->table.name;
    EXPECT_TRUE(commands.insert(design->command).second) << design->command;
    for (const std::string& name : design->names) {
      EXPECT_TRUE(names.insert(name).second) << name;
      Experiment experiment;
      experiment.design = name;
      EXPECT_EQ(design_of(experiment), design) << name;
    }
    EXPECT_TRUE(design->expand || design->check) << design->table.name;
    const std::string example = std::string{SWADAYA_SOURCE_DIR} + "/" + design->example;
    EXPECT_EQ(design_of(read_experiment(example, all_models(), {})), design) << example;
  }
  EXPECT_EQ(design_of(Experiment{}), nullptr);
  EXPECT_FALSE(is_search(Experiment{}));
}

TEST(Designs, AllReportWhatIsWrongInOneFile) {
  const std::string said =
      refusal(ward + broken_levers + "[sweep]\npoints = 0\n[optimisation]\nbudget = \"much\"\n");
  EXPECT_TRUE(has(said, "an experiment has one design")) << said;
  EXPECT_TRUE(has(said, "each lever needs a name of its own")) << said;
  EXPECT_TRUE(has(said, "sweep.points = 0: must be a whole number between 1 and")) << said;
  EXPECT_TRUE(has(said, "optimisation.budget = \"much\": must be a number")) << said;
}

TEST(Designs, OfAFileThatIsExtendedReportWhatIsWrong) {
  file_with("levers.toml", ward + broken_levers);
  file_with("between.toml", "extends = \"levers.toml\"\n");
  for (const char* text :
       {"extends = \"levers.toml\"\n", "extends = \"between.toml\"\n",
        "[experiment]\nbase = \"levers.toml\"\n[[variant]]\nname = \"a\"\n",
        "extends = \"levers.toml\"\n[sweep.parameters]\n\"lending.norm\" = [0.1, 0.2]\n"}) {
    const std::string said = refusal(text);
    EXPECT_TRUE(has(said, "levers.toml:") && has(said, "each lever needs a name of its own"))
        << text << said;
  }
}

TEST(Designs, OfAFileThatIsExtendedAreNotRun) {
  file_with("levers.toml", ward + sound_levers);
  EXPECT_EQ(experiment_from("extends = \"levers.toml\"\n").variants.size(), 1u);
  EXPECT_EQ(experiment_from("extends = \"levers.toml\"\n[sweep.parameters]\n"
                            "\"lending.norm\" = [0.1, 0.2, 0.3]\n")
                .variants.size(),
            3u);
  // What such a design moves is of its own file's models, not of those that another file chooses.
  EXPECT_EQ(refusal("extends = \"levers.toml\"\n[models]\nlending = \"none\"\n"), "");
}

// Whoever wants to know which design an experiment has asks for its entry.
TEST(Designs, AreAskedForByNameInTheirOwnFilesAlone) {
  namespace fs = std::filesystem;
  const auto is_of_a_design = [](const fs::path& file) {
    const std::string stem = file.stem().string();
    for (const Design* design : designs())
      if (stem.starts_with(design->table.name)) return true;
    return false;
  };
  std::vector<std::string> names = design_names();
  for (const Design* design : designs()) names.push_back(design->table.name);
  int files = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator{std::string{SWADAYA_SOURCE_DIR} + "/sim"}) {
    const fs::path& file = entry.path();
    if (!entry.is_regular_file() || is_of_a_design(file)) continue;
    std::ifstream in{file};
    std::string text;
    for (std::string line; std::getline(in, line);) text += line.substr(0, line.find("//")) + "\n";
    ++files;
    for (const std::string& name : names)
      EXPECT_FALSE(has(text, "\"" + name + "\"")) << file << " asks for " << name;
  }
  EXPECT_GT(files, 200);
}

}  // namespace swadaya
