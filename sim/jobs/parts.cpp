#include "sim/jobs/parts.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "sim/base/error.hpp"
#include "sim/jobs/jobs.hpp"

namespace swadaya {

namespace {

bool read(std::string_view text, std::uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && !text.empty();
}

}  // namespace

Part part_in(const std::string& text) {
  const std::size_t slash = text.find('/');
  Part part;
  if (slash == std::string::npos || !read(std::string_view{text}.substr(0, slash), part.number) ||
      !read(std::string_view{text}.substr(slash + 1), part.of) || part.number < 1 ||
      part.number > part.of)
    throw BadInput{Problem{"", 0, 0, "--parts", text,
                           "must be which part of how many, such as 2/8; parts count from 1", ""}};
  return part;
}

std::string text_of(const Part& part) { return fmt::format("{}/{}", part.number, part.of); }

std::size_t most_parts(const Experiment& experiment) { return JobsLeft{experiment, {}}.planned(); }

std::vector<Finished> of_others(const Experiment& experiment, const Part& part) {
  const bool by_replicate = experiment.replicates >= part.of;
  std::vector<Finished> others;
  std::size_t number = 0;
  for (const Job& job : jobs_of(experiment)) {
    if (!is_of(part, by_replicate ? job.replicate : number))
      for (const std::size_t variant : job.variants) others.push_back({variant, job.replicate});
    ++number;
  }
  std::sort(others.begin(), others.end());
  return others;
}

}  // namespace swadaya
