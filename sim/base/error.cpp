#include "sim/base/error.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace swadaya {

std::string text_of(const Problem& p) {
  std::string text;
  if (!p.file.empty()) {
    text += p.file;
    if (p.line > 0) text += fmt::format(":{}", p.line);
    if (p.line > 0 && p.column > 0) text += fmt::format(":{}", p.column);
    text += ": ";
  }
  if (!p.key.empty()) text += p.value.empty() ? p.key : fmt::format("{} = {}", p.key, p.value);
  if (!p.key.empty() && !p.rule.empty()) text += ": ";
  text += p.rule;
  if (!p.suggestion.empty()) text += "; " + p.suggestion;
  return text;
}

BadInput::BadInput(std::vector<Problem> problems) : problems_{std::move(problems)} {
  for (const Problem& problem : problems_) {
    if (!text_.empty()) text_ += '\n';
    text_ += text_of(problem);
  }
}

BadInput::BadInput(Problem problem) : BadInput{std::vector<Problem>{std::move(problem)}} {}

namespace {

std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      const std::size_t swap = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above + 1, row[j - 1] + 1, swap});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

BadInput refused(const std::string& place, std::string rule, std::string suggestion) {
  return BadInput{Problem{place, 0, 0, "", "", std::move(rule), std::move(suggestion)}};
}

std::string nearest_name(const std::string& name, const std::vector<std::string>& candidates) {
  constexpr std::size_t longest = 200;  // what is longer is no slip of the hand
  if (name.size() > longest) return "";
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(2, name.size() / 2) + 1;
  for (const std::string& candidate : candidates)
    if (const std::size_t distance = edit_distance(name, candidate); distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  return best;
}

std::string nearest_of(const std::string& name, const std::vector<std::string>& candidates) {
  const std::string nearest = nearest_name(name, candidates);
  return nearest.empty() ? "" : "nearest: " + nearest;
}

std::string did_you_mean(const std::string& name, const std::vector<std::string>& candidates,
                         const std::string& otherwise) {
  const std::string nearest = nearest_name(name, candidates);
  return nearest.empty() ? otherwise : "did you mean `" + nearest + "`?";
}

}  // namespace swadaya
