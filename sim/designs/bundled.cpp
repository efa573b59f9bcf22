#include "sim/designs/bundled.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "sim/designs/designs.hpp"
#include "sim/designs/experiment.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

std::string name_of_bundle(const std::string& file) {
  std::string name = fs::path{file}.stem().string();
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) c = '-';
  }
  return name;
}

// A variant's own settings that have no meaning under any bundle.
bool is_ever_meaningless(const std::vector<Bundle>& bundles) {
  const auto left_out = [](const Bundle& bundle, std::size_t variant, const std::string& key) {
    const auto& all = bundle.experiment.variants[variant].left_out;
    return std::any_of(all.begin(), all.end(), [&](const LeftOut& l) { return l.key == key; });
  };
  for (std::size_t v = 0; v < bundles[0].experiment.variants.size(); ++v)
    for (const LeftOut& one : bundles[0].experiment.variants[v].left_out)
      if (std::all_of(bundles.begin(), bundles.end(),
                      [&](const Bundle& bundle) { return left_out(bundle, v, one.key); }))
        return true;
  return false;
}

Bundle read_bundle(const std::vector<std::string>& files, const std::string& file,
                   const Catalogue& catalogue, Overrides overrides) {
  overrides.bundle = file;
  Bundle bundle{name_of_bundle(file), "", read_experiment(files, catalogue, overrides)};
  std::vector<Problem> ignored;  // said when the experiment was read
  const Draft draft = bundle_draft(file, design_tables(), ignored);
  const auto words_at = [&](const char* key) {
    const auto at = draft.settings.find(key);
    return at != draft.settings.end() && at->second.node.text() ? *at->second.node.text() : "";
  };
  bundle.title = words_at("scenario.title"), bundle.title_id = words_at("scenario.title_id");
  Experiment& experiment = bundle.experiment;
  const std::string words = bundle.title.empty() ? bundle.name : bundle.name + ": " + bundle.title;
  experiment.title =
      fmt::format("{} ({})", experiment.title.empty() ? experiment.name : experiment.title, words);
  if (!experiment.title_id.empty())
    experiment.title_id +=
        fmt::format(" ({}{})", bundle.name, bundle.title_id.empty() ? "" : ": " + bundle.title_id);
  experiment.name += "-" + bundle.name;
  return bundle;
}

}  // namespace

std::vector<Bundle> read_bundles(const std::vector<std::string>& files,
                                 const std::vector<std::string>& bundles,
                                 const Catalogue& catalogue, const Overrides& overrides) {
  std::vector<Problem> problems;
  std::vector<Bundle> all;
  for (const std::string& file : bundles) {
    const std::string name = name_of_bundle(file);
    if (std::any_of(all.begin(), all.end(), [&](const Bundle& b) { return b.name == name; }))
      throw BadInput{Problem{"--bundle", 0, 0, "", file,
                             "another bundle has the name `" + name + "`",
                             "name each bundle once"}};
    all.push_back(read_bundle(files, file, catalogue, overrides));
    const int months = all[0].experiment.variants[0].scenario.months,
              own = all.back().experiment.variants[0].scenario.months;
    if (own != months)
      throw BadInput{Problem{
          file, 0, 0, "time.months", fmt::format("{}", own),
          fmt::format("bundles must run equally long; `{}` runs {} months", all[0].name, months),
          "--set time.months=... holds for all"}};
  }
  // What no bundle gives a meaning to is a mistake where the scenario alone gives it none either.
  if (!all.empty() && is_ever_meaningless(all)) read_experiment(files, catalogue, overrides);
  return all;
}

}  // namespace swadaya
