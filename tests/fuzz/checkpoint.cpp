#include "sim/jobs/checkpoint.hpp"

#include <algorithm>
#include <boost/crc.hpp>
#include <cstring>
#include <nlohmann/json.hpp>

#include "sim/base/version.hpp"
#include "sim/designs/experiment.hpp"
#include "sim/jobs/job_runner.hpp"
#include "tests/fuzz/made.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

namespace {

constexpr std::string_view magic = "swadaya checkpoint\n";

template <class T>
T number_at(std::string_view bytes, std::size_t at) {
  T x;
  std::memcpy(&x, bytes.data() + at, sizeof x);
  return x;
}

template <class T>
void append(std::string& bytes, T x) {
  bytes.append(reinterpret_cast<const char*>(&x), sizeof x);
}

// The header of a file by this very program, whoever wrote it.
std::string header_of_this_program(std::string_view text) {
  nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::string{text};
  json["version"] = version, json["commit"] = commit, json["headers"] = headers_hash;
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// What a forger would hand on: blocks changed at will, with checksums, version and worlds that
// hold.
std::string forged(std::string_view file, const std::vector<std::uint64_t>& worlds) {
  if (!file.starts_with(magic)) return std::string{file};
  std::string out{magic};
  for (file.remove_prefix(magic.size()); file.size() >= 24;) {
    const auto kind = number_at<std::uint32_t>(file, 0);
    const auto replicate = number_at<std::uint32_t>(file, 4);
    const auto length =
        std::min<std::uint64_t>(number_at<std::uint64_t>(file, 8), file.size() - 24);
    std::string content{file.substr(16, length)};
    file.remove_prefix(24 + length);
    if (kind == 1) content = header_of_this_program(content);
    if (kind == 2 && replicate < worlds.size() && content.size() >= 8)
      std::memcpy(content.data(), &worlds[replicate], 8);
    std::string block;
    append(block, kind);
    append(block, replicate);
    append(block, std::uint64_t{content.size()});
    block += content;
    boost::crc_optimal<64, 0x42F0E1EBA9EA3693u, ~std::uint64_t{0}, ~std::uint64_t{0}, true, true>
        crc;
    crc.process_bytes(block.data(), block.size());
    append(block, std::uint64_t{crc.checksum()});
    out += block;
  }
  return out + std::string{file};
}

struct Ward {
  std::string file = written("ward.toml", checkpointed_ward);
  Experiment experiment = read_experiment(file, all_models(), {});
  std::vector<std::uint64_t> worlds;
  Ward() {
    for (std::uint32_t r = 0; r < experiment.replicates; ++r)
      worlds.push_back(
          fingerprint_of(draw_world(experiment.variants[0].scenario.values, experiment.seed, r)));
  }
};

void run_all(const Experiment& experiment) {
  const std::vector<Job> jobs = jobs_of(experiment);
  Histories histories{jobs};
  JobRunner runner{experiment, all_models(), Order::one_by_one, histories};
  const JobRunner::Sinks sinks{
      [&](const Job&, const std::vector<Series>& all) {
        for (const Series& series : all)
          must(series.values.size() ==
                   (static_cast<std::size_t>(series.months) + 1) * outcomes().size(),
               "a series has all its months");
      },
      nullptr, nullptr};
  for (const Job& job : jobs) runner.run(job, sinks, [] { return true; });
}

}  // namespace

void checkpoint(std::string_view bytes) {
  static const Ward ward;
  const auto [choice, content] = choice_in(bytes);
  Overrides overrides;
  overrides.from =
      written("checkpoint.bin", choice & 1 ? std::string{content} : forged(content, ward.worlds));
  read_by([&] {
    run_all(read_experiment(ward.file, all_models(), overrides));
    return true;
  });
}

}  // namespace swadaya::fuzz
