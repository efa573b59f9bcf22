#include <nlohmann/json.hpp>

#include "sim/explorer/explorer.hpp"
#include "tests/fuzz/readers.hpp"

namespace swadaya::fuzz {

namespace {

// Runs that are asked for end before they begin: they take the time that was asked for.
struct Stopped {
  Explorer explorer;
  Stopped()
      : explorer{all_models(),
                 base_of_file(written("opened.toml",
                                      "[experiment]\nbaseline = \"before\"\nreplicates = 2\n"
                                      "[time]\nmonths = 18\n[world]\nrw_per_ward = 2\n"
                                      "[[variant]]\nname = \"before\"\n"
                                      "[[variant]]\nname = \"later\"\n"
                                      "set = { \"models.lending\" = \"hazard\" }\n"),
                              all_models(), {}),
                 {path_of("")},
                 1} {
    explorer.stop();
  }
};

void must_be_json(const std::string& answer) {
  must(!nlohmann::json::parse(answer, nullptr, false).is_discarded(), "answers are JSON");
}

// A scenario within JSON, as far as it is read.
std::string sent(const nlohmann::json& asked) {
  const auto text = asked.is_object() ? asked.find("text") : asked.end();
  if (text == asked.end() || !text->is_string()) return "{}";
  base_of({"sent.toml", text->get<std::string>(), {path_of("")}}, all_models());
  return "{}";
}

}  // namespace

void request(std::string_view bytes) {
  static Stopped stopped;
  Explorer& explorer = stopped.explorer;
  const auto [choice, content] = choice_in(bytes);
  const std::string body{content};
  const Send send = [](const std::string& line) {
    must_be_json(line);
    return true;
  };
  if ((choice & 7) == 5) return explorer.run(body, send);
  if ((choice & 7) == 6) return explorer.points(body, send);
  const bool whole = (choice & 64) != 0;  // with what the page shows of it, which takes long
  const auto answer = read_by([&]() -> std::string {
    switch (choice & 7) {
      case 0:
        return whole ? explorer.controls(body) : explorer.values(body);
      case 1:
        return whole ? explorer.load(body) : sent(nlohmann::json::parse(body, nullptr, false));
      case 2:
        return explorer.values(body);
      case 3:
        return explorer.scenario(body);
      case 4:
        return explorer.story(body);
      default:
        base_of({"sent.toml", body, {path_of("")}}, all_models());
        return "{}";
    }
  });
  if (answer) must_be_json(*answer);
}

}  // namespace swadaya::fuzz
