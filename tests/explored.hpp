// An explorer with a small scenario opened, as its page asks it.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>

#include "sim/explorer/explorer.hpp"
#include "tests/stage.hpp"

namespace swadaya {

using nlohmann::json;

// A ward of 2 RW x 3 RT x 40 over a year and a half, as a file opened.
inline const char* const opened_text =
    "[experiment]\nbaseline = \"before\"\nreplicates = 8\nseed = 3\noutcomes = [\"informed\", \"recovery\"]\n"
    "[time]\nmonths = 18\n[world]\nrw_per_ward = 2\nrt_per_rw = 3\nhouseholds_per_rt = 40\n"
    "[programme]\ngrant = 20000\n[socialization]\nmeetings = 2\n[groups]\nwants_loan = 0.8\nfounding = 0.1\n"
    "[[variant]]\nname = \"before\"\n"
    "[[variant]]\nname = \"loud\"\ntitle = \"Louder\"\nset = { \"socialization.q_other\" = 0.1 }\n"
    "[[variant]]\nname = \"later\"\nset = { \"models.lending\" = \"hazard\" }\n"
    "[[variant.event]]\nmonth = 6\nset = { \"socialization.q_other\" = 0.2 }\n";

struct Page {
  std::string file = file_with("opened.toml", opened_text);
  Explorer explorer{all_models(),
                    base_of_file(file, all_models(), {}),
                    {std::filesystem::path{file}.parent_path().string()},
                    2};
  std::uint64_t moves = 0;

  json asked(json more = json::object()) {
    json body{{"client", "page-1"}, {"move", ++moves}, {"replicates", 4}, {"seed", 3}};
    body.update(more);
    return body;
  }
  std::vector<json> run(
      const json& more, const std::function<bool()>& listens = [] { return true; }) {
    std::vector<json> lines;
    explorer.run(asked(more).dump(), [&](const std::string& line) {
      lines.push_back(json::parse(line));
      return listens();
    });
    return lines;
  }
  std::vector<json> points(const json& more) {
    std::vector<json> lines;
    explorer.points(asked(more).dump(), [&](const std::string& line) {
      lines.push_back(json::parse(line));
      return true;
    });
    return lines;
  }
};

inline std::string problems_of(const std::vector<json>& lines) {
  return lines.empty() ? "" : lines.back().value("problems", json::array()).dump();
}

}  // namespace swadaya
