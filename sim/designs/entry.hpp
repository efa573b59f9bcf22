// What the program knows of a design: one entry, made in the design's own file. The rooms above
// add what people see of it: sim/tables/designs.cpp and sim/report/designs.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/designs/generations.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/scenario/draft.hpp"
#include "sim/scenario/key_info.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

struct Design {
  KeyTable table;                  // of an experiment file: its name there, and its keys
  std::vector<std::string> names;  // that `experiment.design` may have of it
  // The command that runs it: its name, what it does, a file to try it on.
  std::string command, does, example;
  std::string called;  // "a sweep"

  // Adds the variants that the table asks for to the draft, and says in the experiment what they
  // are; `seed`: of the experiment. nullptr where it adds none.
  void (*expand)(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                 std::uint64_t seed, std::vector<Problem>& problems) = nullptr;
  // What only shows once the variants are known, whether they come from the table or stand in the
  // file; `keys`: of [experiment]. nullptr where there is nothing more.
  void (*check)(const Draft& draft, Keys& keys, Experiment& experiment, const Catalogue& catalogue,
                std::vector<Problem>& problems) = nullptr;
  // Where points depend on what those before came to; nullptr where all are known beforehand.
  Search (*search)(const Experiment& experiment) = nullptr;

  // Its effects are told over parameters, as those of a comparison: worlds share draws. Else each
  // world has a draw of its own, and means alone are looked at.
  bool is_over_parameters = false;
  // Its variants are changes to a baseline, as those of a comparison, and no points.
  bool has_baseline = false;
  // Where its variants are combinations: those that change one thing alone, of so many.
  std::vector<std::size_t> (*alone)(std::size_t variants) = nullptr;
  const char* choices = nullptr;  // key of the table with what a person may choose one by one
  bool takes_posterior = true, takes_checkpoint = true;  // on the command line
  bool takes_budget = false;        // on the command line, and a comparison's folder
  const char* check_key = nullptr;  // key of the table that --check sets: how often it is checked
};

}  // namespace swadaya
