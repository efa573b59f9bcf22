#include "sim/explorer/packages.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

#include "sim/explorer/request.hpp"
#include "sim/scenario/keys.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

constexpr std::size_t longest_name = 40, longest_title = 80;

BadInput not_a_lot(const std::string& key, const std::string& value, const std::string& rule) {
  return BadInput{Problem{"", 0, 0, key, value.substr(0, longest_title), rule, ""}};
}

std::string said_in(const json& table, const char* key) {
  const auto at = table.find(key);
  return at != table.end() && at->is_string() ? at->get<std::string>() : "";
}

std::string name_in(const json& table, const char* key, std::set<std::string>& taken) {
  const std::string name = said_in(table, key);
  if (!is_valid_name(name) || name.size() > longest_name)
    throw not_a_lot(
        key, name,
        fmt::format("must be at most {} small letters, digits and hyphens", longest_name));
  if (!taken.insert(name).second) throw not_a_lot(key, name, "is the name of another package, too");
  return name;
}

std::string title_in(const json& table, const char* key) {
  const std::string title = said_in(table, key);
  const bool is_a_line = std::none_of(title.begin(), title.end(),
                                      [](unsigned char c) { return std::iscntrl(c) != 0; });
  const auto letters = std::count_if(title.begin(), title.end(), [](unsigned char c) {
    return (c & 0xC0) != 0x80;  // of UTF-8: the first byte of each
  });
  if (letters > std::ptrdiff_t{longest_title} || !is_a_line)
    throw not_a_lot(key, title,
                    fmt::format("must be one line of at most {} letters", longest_title));
  return title;
}

// In both languages where the file has a package of this title, whichever the page speaks.
void put_title(Variant& variant, const std::string& title, const Base& base) {
  variant.title = title, variant.title_id.clear();
  for (const Preset& preset : base.presets)
    if (!title.empty() && (title == preset.title || title == preset.title_id)) {
      variant.title = preset.title, variant.title_id = preset.title_id;
      return;
    }
}

// The request with the package as the side that is changed.
json with_package(const json& asked, const json& package) {
  json one = asked;
  one["changed"] = package.value("set", json::object());
  one.erase("changed_events");
  if (const std::string events = said_in(package, "events"); !events.empty())
    one["changed_events"] = events;
  return one;
}

}  // namespace

Experiment packages_of(const json& asked, const Base& base, const Catalogue& catalogue) {
  const auto packages = asked.find("packages");
  const bool is_list = packages != asked.end() && packages->is_array() && !packages->empty();
  if (!is_list || packages->size() > most_packages ||
      !std::all_of(packages->begin(), packages->end(), [](const json& p) { return p.is_object(); }))
    throw not_a_lot("packages", "",
                    fmt::format("must be a list of one to {} packages", most_packages));
  std::set<std::string> taken;
  const std::string baseline = name_in(asked, "baseline_name", taken);
  Experiment lot;
  for (const json& package : *packages) {
    Experiment both = whole_ward(with_package(asked, package), base, catalogue);
    Variant &before = both.variants[0], &changed = both.variants[1];
    changed.name = changed.scenario.name = name_in(package, "name", taken);
    put_title(changed, title_in(package, "title"), base);
    if (lot.variants.empty()) {
      before.name = before.scenario.name = baseline;
      put_title(before, title_in(asked, "baseline_title"), base);
      lot = both;
      lot.variants.resize(1);
    }
    lot.variants.push_back(std::move(changed));
  }
  return lot;
}

}  // namespace swadaya
