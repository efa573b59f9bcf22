#include "sim/tool/bundles_file.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "sim/base/error.hpp"
#include "sim/results/folder.hpp"

namespace swadaya::tool {

namespace {

std::string file_of(const std::string& folder) { return folder + "/" + bundles_file; }

// Calls `read` with what the file says; BadInput where it isn't what `write_bundles_file` wrote.
template <class Read>
auto read_bundles_file(const std::string& folder, const Read& read) {
  try {
    return read(nlohmann::json::parse(text_in(file_of(folder))));
  } catch (const nlohmann::json::exception&) {
    throw refused(file_of(folder), "isn't what a comparison under bundles writes",
                  "run it again into another folder");
  }
}

nlohmann::json json_of(const Variant& variant) {
  nlohmann::json left_out = nlohmann::json::array();
  for (const LeftOut& one : variant.left_out)
    left_out.push_back({{"key", one.key}, {"model", one.model}, {"is_lever", one.is_lever}});
  return {
      {"name", variant.name}, {"has_lever", variant.has_lever}, {"left_out", std::move(left_out)}};
}

}  // namespace

bool holds_bundles(const std::string& folder) { return std::filesystem::exists(file_of(folder)); }

std::vector<std::string> names_of_bundles(const std::string& folder) {
  return read_bundles_file(folder, [](const nlohmann::json& all) {
    std::vector<std::string> names;
    for (const nlohmann::json& one : all) names.push_back(one.at("name").get<std::string>());
    return names;
  });
}

void complete(Bundle& bundle, const std::string& folder) {
  read_bundles_file(folder, [&](const nlohmann::json& all) {
    std::size_t found = 0;
    for (const nlohmann::json& one : all) {
      if (one.at("name") != bundle.name) continue;
      ++found;
      bundle.title = one.at("title").get<std::string>();
      bundle.title_id = one.at("title_id").get<std::string>();
      const nlohmann::json& variants = one.at("variants");
      auto& own = bundle.experiment.variants;
      if (variants.size() != own.size())
        throw refused(file_of(folder), "has other variants than " + folder + "/" + bundle.name, "");
      for (std::size_t v = 0; v < own.size(); ++v) {
        if (variants[v].at("name") != own[v].name)
          throw refused(file_of(folder), "has other variants than " + folder + "/" + bundle.name,
                        "");
        own[v].has_lever = variants[v].at("has_lever").get<bool>();
        own[v].left_out.clear();
        for (const nlohmann::json& left : variants[v].at("left_out"))
          own[v].left_out.push_back({left.at("key").get<std::string>(),
                                     left.at("model").get<std::string>(),
                                     left.at("is_lever").get<bool>()});
      }
    }
    if (found != 1)
      throw refused(file_of(folder), "doesn't name the bundle `" + bundle.name + "` once", "");
  });
}

void write_bundles_file(const std::string& folder, const std::vector<Bundle>& bundles) {
  nlohmann::json all = nlohmann::json::array();
  for (const Bundle& bundle : bundles) {
    nlohmann::json variants = nlohmann::json::array();
    for (const Variant& variant : bundle.experiment.variants) variants.push_back(json_of(variant));
    all.push_back({{"name", bundle.name},
                   {"title", bundle.title},
                   {"title_id", bundle.title_id},
                   {"variants", std::move(variants)}});
  }
  write_whole(file_of(folder), all.dump(2) + "\n");
}

}  // namespace swadaya::tool
