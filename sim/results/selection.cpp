#include "sim/results/selection.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <numeric>
#include <optional>
#include <set>

#include "sim/base/error.hpp"
#include "sim/base/fields.hpp"

namespace swadaya {

namespace {

std::vector<std::string> between_commas(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    all.push_back(stripped(text.substr(at, comma - at)));
    at = comma + 1;
  }
  return all;
}

// Places of these names among all; what isn't there becomes a problem.
std::vector<std::size_t> places(const std::vector<std::string>& wanted, const char* option,
                                const char* thing, const std::vector<std::string>& names,
                                const std::string& otherwise, std::vector<Problem>& problems) {
  std::set<std::size_t> found;
  const auto take = [&](const std::string& name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at != names.end()) found.insert(static_cast<std::size_t>(at - names.begin()));
    return at != names.end();
  };
  for (const std::string& text : wanted) {
    for (const std::string& name : between_commas(text))
      if (!take(name))
        problems.push_back({"", 0, 0, option, name, fmt::format("there is no such {}", thing),
                            did_you_mean(name, names, otherwise)});
  }
  if (wanted.empty())
    for (std::size_t i = 0; i < names.size(); ++i) found.insert(i);
  return {found.begin(), found.end()};
}

std::optional<int> month_in(std::string_view text) {
  int month = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), month);
  if (text.empty() || text[0] == '-' || error != std::errc{} || end != text.data() + text.size())
    return std::nullopt;
  return month;
}

std::vector<int> months(const std::vector<std::string>& wanted, int last,
                        std::vector<Problem>& problems) {
  std::vector<bool> chosen(static_cast<std::size_t>(last) + 1, wanted.empty());
  for (const std::string& text : wanted)
    for (const std::string& one : between_commas(text)) {
      const std::size_t dash = one.find('-');
      const auto from = month_in(one.substr(0, dash));
      const auto to = dash == std::string::npos ? from : month_in(one.substr(dash + 1));
      if (!from || !to || *from > *to || *to > last) {
        problems.push_back(
            {"", 0, 0, "--months", one,
             fmt::format("must be a month from 0 to {}, or a span of them such as 0-12", last),
             from && to && *from <= *to ? fmt::format("the last month is {}", last) : ""});
        continue;
      }
      std::fill(chosen.begin() + *from, chosen.begin() + *to + 1, true);
    }
  std::vector<int> all;
  for (int month = 0; month <= last; ++month)
    if (chosen[static_cast<std::size_t>(month)]) all.push_back(month);
  return all;
}

}  // namespace

bool Selection::has_outcome(const std::string& name) const {
  const auto index = outcome_index(name);
  return index && std::binary_search(outcomes.begin(), outcomes.end(), *index);
}

bool Selection::has_month(int month) const {
  return std::binary_search(months.begin(), months.end(), month);
}

std::size_t Selection::place_of(std::size_t variant) const {
  const auto at = std::lower_bound(variants.begin(), variants.end(), variant);
  if (at == variants.end() || *at != variant) return variants.size();
  return static_cast<std::size_t>(at - variants.begin());
}

Selection everything(const Results& results) { return selection_of(results, {}); }

Selection selection_of(const Results& results, const Wanted& wanted) {
  std::vector<std::string> outcome_names, variant_names;
  for (const OutcomeInfo& info : outcomes()) outcome_names.push_back(info.name);
  for (const StoredVariant& variant : results.variants()) variant_names.push_back(variant.name);
  std::vector<Problem> problems;
  Selection selection;
  selection.outcomes = places(wanted.outcomes, "--outcomes", "outcome", outcome_names,
                              "`swadaya metrics` lists them", problems);
  selection.months = months(wanted.months, results.months(), problems);
  constexpr std::size_t few = 20;
  selection.variants = places(wanted.variants, "--variants", "variant", variant_names,
                              variant_names.size() <= few
                                  ? fmt::format("there are {}", fmt::join(variant_names, ", "))
                                  : fmt::format("there are {}", variant_names.size()),
                              problems);
  if (!problems.empty()) throw BadInput{problems};
  return selection;
}

}  // namespace swadaya
