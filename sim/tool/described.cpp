#include "sim/tool/described.hpp"

#include <algorithm>
#include <set>

namespace swadaya::tool {

namespace {

using Takes = DescribedOption::Takes;

// Of "TEXT:{csv,netcdf}" what stands between the braces.
std::vector<std::string> choices_in(const std::string& type) {
  std::vector<std::string> choices;
  const std::size_t begin = type.find(":{"), end = type.find('}', begin);
  if (begin == std::string::npos || end == std::string::npos) return choices;
  for (std::size_t at = begin + 2; at < end;) {
    const std::size_t comma = std::min(type.find(',', at), end);
    choices.push_back(type.substr(at, comma - at));
    at = comma + 1;
  }
  return choices;
}

// What has a place is called by what it is.
Takes takes_of(const DescribedOption& option) {
  static const std::set<std::string> files{"FILE", "SCENARIO", "EXPERIMENT"};
  const std::string& kind = option.has_place ? option.names[0] : option.value;
  if (!option.choices.empty()) return Takes::one_of;
  if (kind == "DIR") return Takes::folder;
  return files.contains(kind) || kind.starts_with("FILE") ? Takes::file : Takes::words;
}

DescribedOption described(const CLI::Option& option) {
  DescribedOption one;
  one.description = option.get_description();
  one.is_required = option.get_required();
  one.has_place = option.get_positional();
  if (one.has_place)
    one.names.push_back(option.get_name(true));
  else
    for (const std::string& name : option.get_lnames()) one.names.push_back("--" + name);
  if (!one.has_place)
    for (const std::string& name : option.get_snames()) one.names.push_back("-" + name);
  one.is_repeatable = option.get_expected_max() > 1 ||
                      option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  if (option.get_items_expected_max() == 0) {
    one.takes = Takes::nothing;
    return one;
  }
  const std::string type = option.get_type_name();
  one.choices = choices_in(type);
  one.value = type.substr(0, type.find(':'));
  if (one.value == "TEXT" && !one.choices.empty()) one.value = "WORD";
  one.takes = takes_of(one);
  return one;
}

DescribedCommand described_command(const CLI::App& app) {
  DescribedCommand command{app.get_name(), app.get_description(), app.get_footer(), {}};
  for (const CLI::Option* option : app.get_options()) command.options.push_back(described(*option));
  return command;
}

}  // namespace

std::vector<DescribedCommand> described(const CLI::App& app) {
  std::vector<DescribedCommand> all{described_command(app)};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    all.push_back(described_command(*command));
  return all;
}

}  // namespace swadaya::tool
