#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/jobs/contract.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

int check_model(const Options& options, const Catalogue& catalogue) {
  const auto models = models_named(options.model, catalogue);
  if (models.size() > 1) {
    std::vector<std::string> full;
    for (const ModelInfo* model : models)
      full.push_back(fmt::format("`{}/{}`", name_of(model->slot), model->name));
    throw BadInput{Problem{"", 0, 0, "", "", "several slots have a model `" + options.model + "`",
                           fmt::format("say {}", fmt::join(full, " or "))}};
  }
  const ModelInfo& model = *models[0];
  nlohmann::json json = nlohmann::json::array();
  int checks = 0, failed = 0;
  if (!options.json) fmt::print("{} / {}\n", name_of(model.slot), model.name);
  check_contract(catalogue, model, [&](const Check& check) {
    ++checks;
    failed += check.holds() ? 0 : 1;
    if (options.json)
      json.push_back({{"check", check.name}, {"holds", check.holds()}, {"why", check.why}});
    else if (check.holds())
      fmt::print("  ok    {}\n", check.name);
    else
      fmt::print("  FAILS {}\n        {}\n", check.name, check.why);
    std::fflush(stdout);
  });
  if (options.json)
    fmt::print("{}\n", json.dump(2));
  else
    fmt::print("{} checks, {}\n", checks,
               failed == 0 ? "all hold" : fmt::format("{} failed", failed));
  return failed == 0 ? done : answer_is_no;
}

}  // namespace swadaya::tool
