#include "sim/jobs/checkpoint_header.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <string_view>

#include "sim/base/version.hpp"
#include "sim/scenario/file_keys.hpp"

namespace swadaya {

namespace {

constexpr std::uint64_t most_replicates = 1'000'000;

struct Impossible {};

// A whole number from 0 to `most`.
std::uint64_t whole_in(const nlohmann::json& json, const char* key, std::uint64_t most) {
  const nlohmann::json& number = json.at(key);
  if (!number.is_number_unsigned() || number.get<std::uint64_t>() > most) throw Impossible{};
  return number;
}

}  // namespace

void describe(CheckpointHeader& header, const Scenario& scenario, const Catalogue& catalogue) {
  for (const auto& [section, infos] : sections_of(scenario, catalogue))
    for (const ParameterInfo& info : *infos) {
      const std::string key = section + "." + info.name;
      header.settings[key] = text_of(info, scenario.values.at(key));
    }
  for (std::size_t s = 0; s < slot_count; ++s) {
    const std::string slot{slot_names[s]};
    header.settings["models." + slot] = scenario.models[s];
    header.columns[slot] = fmt::format(
        "{}", fmt::join(catalogue.find(static_cast<Slot>(s), scenario.models[s])->columns, "; "));
  }
}

CheckpointHeader header_of(const Experiment& experiment, const Catalogue& catalogue) {
  CheckpointHeader header{version,
                          commit,
                          headers_hash,
                          *experiment.checkpoint,
                          experiment.seed,
                          experiment.replicates,
                          {},
                          {},
                          ""};
  describe(header, experiment.variants[0].scenario, catalogue);
  Experiment alone = experiment;
  alone.checkpoint.reset();
  alone.facts = {}, alone.study.clear();  // said of results, not of what runs
  header.scenario = resolved_toml(alone, catalogue);
  return header;
}

std::string json_of(const CheckpointHeader& h) {
  const nlohmann::json json{
      {"version", h.version},   {"commit", h.commit},   {"headers", h.headers},
      {"month", h.month},       {"seed", h.seed},       {"replicates", h.replicates},
      {"settings", h.settings}, {"columns", h.columns}, {"scenario", h.scenario}};
  return json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<CheckpointHeader> header_in(const std::string& text) try {
  const nlohmann::json json = nlohmann::json::parse(text);
  CheckpointHeader h;
  h.version = json.at("version");
  h.commit = json.at("commit");
  h.headers = json.at("headers");
  if (h.version != version || h.commit != commit || h.headers != headers_hash) return h;
  h.month = static_cast<int>(whole_in(json, "month", most_months));
  h.seed = whole_in(json, "seed", most_seed);
  h.replicates = static_cast<std::uint32_t>(whole_in(json, "replicates", most_replicates));
  h.settings = json.at("settings").get<std::map<std::string, std::string>>();
  h.columns = json.at("columns").get<std::map<std::string, std::string>>();
  h.scenario = json.at("scenario");
  for (const std::string_view slot : slot_names)
    if (!h.columns.contains(std::string{slot}) ||
        !h.settings.contains("models." + std::string{slot}))
      return std::nullopt;
  return h;
} catch (const nlohmann::json::exception&) {
  return std::nullopt;
} catch (const Impossible&) {
  return std::nullopt;
}

}  // namespace swadaya
