// report.html: what came of an experiment as one page that explains itself, opens from disk and is
// handed on. The figures are made here, from the store and by the same functions as the tables; the
// page (web/report) only shows them.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/designs/beside.hpp"
#include "sim/designs/patterns.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/store.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

struct Reported {
  const Experiment& experiment;
  const Store& store;
  const Catalogue& catalogue;
  Manifest manifest;              // of the folder
  std::vector<Pattern> facts;     // shown where they are about this scenario; may be empty
  std::vector<Answers> beside{};  // what its ranking comes to under other assumptions
  bool has_files = true;          // whether those that its worlds were read from are as they were
};

// Throws BadInput where no replicate is complete, or a search hasn't ended: it says nothing until
// its last points, which are the ones that matter.
void check_complete(const Reported& reported);

// Everything that the page shows. Indices of variants are into its own list of variants.
nlohmann::json report_data(const Reported& reported);

// The page with the data in it, and title, answer and main tables as HTML for readers without a
// script. `language`: "en" or "id", what it opens in; "": what the browser prefers. Throws
// MachineFailure where the program was built without its pages, BadInput where no replicate is
// complete.
std::string report_html(const Reported& reported, const std::string& language);

}  // namespace swadaya
