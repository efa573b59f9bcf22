#include "sim/explorer/explorer.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/explorer/carried.hpp"
#include "sim/explorer/controls.hpp"
#include "sim/explorer/live.hpp"
#include "sim/explorer/packages.hpp"
#include "sim/jobs/run_jobs.hpp"
#include "sim/report/outlines.hpp"
#include "sim/report/picture_json.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/world/draw.hpp"

namespace swadaya {

namespace {

using nlohmann::json;

constexpr std::size_t most_clients = 16, most_sent = 8;

// Of the whole ward, though only some of its RW may be simulated.
json map_of(const ExploreRequest& request, const Base& base) {
  Values values = request.experiment.variants[0].scenario.values;
  const Values& whole = base.experiment.variants[base.experiment.baseline].scenario.values;
  for (const char* key : {"world.rw_per_ward", "world.outlines"})
    if (whole.contains(key)) values[key] = whole.at(key);
  return map_json(values);
}

BadInput not_taken(const std::string& key, const std::string& value, const std::string& rule) {
  return BadInput{Problem{"", 0, 0, key, value, rule, ""}};
}

// By brackets outside of texts. A value is copied and written with one call for each level.
bool is_nested_too_deeply(const std::string& body) {
  constexpr int most = 16;  // the page needs five
  int depth = 0;
  bool in_text = false;
  for (std::size_t at = 0; at < body.size(); ++at) {
    const char c = body[at];
    if (c == '"') in_text = !in_text;
    if (in_text && c == '\\') ++at;
    if (in_text) continue;
    depth += (c == '[' || c == '{') - (c == ']' || c == '}');
    if (depth > most) return true;
  }
  return false;
}

json parsed(const std::string& body) {
  if (is_nested_too_deeply(body)) throw not_taken("", "", "a request is nested too deeply");
  json asked = json::parse(body, nullptr, false);
  if (!asked.is_object()) throw not_taken("", "", "a request must be an object of JSON");
  return asked;
}

std::string text_in(const json& asked, const char* key) {
  const auto at = asked.find(key);
  return at != asked.end() && at->is_string() ? at->get<std::string>() : "";
}

std::uint32_t whole_in(const json& asked, const char* key, std::size_t below) {
  const auto at = asked.find(key);
  if (at == asked.end() || !at->is_number_unsigned() || at->get<std::uint64_t>() >= below)
    throw not_taken(key, "", fmt::format("must be a whole number below {}", below));
  return at->get<std::uint32_t>();
}

std::string dumped(const json& value) {
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

// A name for problems, whatever the page calls it.
std::string plain_name(const std::string& name) {
  const std::string file = std::filesystem::path{name}.filename().string().substr(0, 80);
  return file.empty() ? "sent.toml" : file;
}

bool share_a_job(const Scenario& a, const Scenario& b) {
  Experiment both;
  both.variants = {{"a", "", a}, {"b", "", b}};
  both.replicates = 1;
  return jobs_of(both).size() == 1;
}

// One world of both sides; without lanes where it was ended.
Picture picture_from(const ExploreRequest& request, std::uint32_t replicate,
                     const Catalogue& catalogue, const std::function<bool()>& go_on) {
  const Experiment& experiment = request.experiment;
  const Scenario &a = experiment.variants[0].scenario, &b = experiment.variants[1].scenario;
  const auto picture = [&](const std::vector<const Scenario*>& lanes) {
    const World world = draw_world(lanes[0]->values, experiment.seed, replicate);
    return picture_of(world, lanes, catalogue, 0, go_on);
  };
  if (share_a_job(a, b)) return picture({&a, &b});
  Picture before = picture({&a});
  if (before.lanes.empty()) return before;
  Picture after = picture({&b});
  // The page shows the places of the changed side: they are the same unless [world] was changed.
  if (!after.lanes.empty() && after.households.size() == before.households.size())
    after.lanes.insert(after.lanes.begin(), std::move(before.lanes[0]));
  else if (!after.lanes.empty())
    after.lanes.insert(after.lanes.begin(), after.lanes[0]);
  return after;
}

}  // namespace

std::string problems_json(const BadInput& bad) {
  json all = json::array();
  for (const Problem& p : bad.problems())
    all.push_back({{"text", text_of(p)},
                   {"key", p.key},
                   {"value", p.value},
                   {"rule", p.rule},
                   {"suggestion", p.suggestion}});
  return dumped({{"problems", std::move(all)}});
}

// Begins a client's newest request of a kind, which ends the older ones.
class Explorer::Turn {
 public:
  Turn(Explorer& explorer, const json& asked, const char* kind) : explorer_{explorer} {
    const auto at = asked.find("move");
    const std::uint64_t move =
        at != asked.end() && at->is_number_unsigned() ? at->get<std::uint64_t>() : 0;
    const std::lock_guard guard{explorer.mutex_};
    auto& [newest, ended] = explorer.client(text_in(asked, "client")).turns[kind];
    // Requests may overtake each other on their way.
    if (ended && move < newest) {
      *ended_ = true;
    } else {
      if (ended) *ended = true;
      newest = move;
      ended = ended_;
    }
    ++explorer.running_;
  }
  ~Turn() { --explorer_.running_; }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  bool go_on() const { return !*ended_ && !explorer_.stopped_; }
  void end() { *ended_ = true; }

 private:
  Explorer& explorer_;
  std::shared_ptr<std::atomic<bool>> ended_ = std::make_shared<std::atomic<bool>>(false);
};

namespace {

// Runs an experiment and sends what is known of it after 1, 2, 4 ... worlds, and at the end.
template <class Live, class Turn>
void stream(const Experiment& experiment, const Catalogue& catalogue, std::size_t threads,
            Turn& turn, Live& live, const Send& send) {
  std::mutex mutex;
  std::size_t next = 1;
  Work work;
  work.threads = threads;
  work.go_on = [&] { return turn.go_on(); };
  const bool finished =
      run_jobs(experiment, catalogue, work, [&](const Job& job, const std::vector<Series>& series) {
        const std::lock_guard guard{mutex};
        for (std::size_t k = 0; k < series.size(); ++k)
          live.add(job.variants[k], job.replicate, series[k]);
        const std::size_t worlds = live.worlds();
        if (worlds < next || worlds == experiment.replicates || !turn.go_on()) return;
        next = worlds * 2;
        if (!send(dumped(live.json()) + "\n")) turn.end();
      });
  if (!finished) return;
  json last = live.json();
  last["end"] = true;
  send(dumped(last) + "\n");
}

}  // namespace

Explorer::Explorer(const Catalogue& catalogue, Base opened, std::vector<std::string> folders,
                   std::size_t threads)
    : catalogue_{catalogue}, threads_{threads}, folders_{std::move(folders)} {
  bases_["opened"] = std::make_shared<const Base>(std::move(opened));
  bases_["defaults"] = std::make_shared<const Base>(default_base(catalogue));
}

Explorer::~Explorer() = default;

void Explorer::stop() { stopped_ = true; }

Explorer::Client& Explorer::client(const std::string& name) {
  if (!is_valid_name(name) || name.size() > 40)
    throw not_taken("client", name, "must be made of small letters, digits and hyphens");
  if (!clients_.contains(name) && clients_.size() == most_clients) {
    const auto oldest = std::min_element(
        clients_.begin(), clients_.end(),
        [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    for (auto& [kind, turn] : oldest->second.turns) *turn.second = true;
    clients_.erase(oldest);
  }
  Client& found = clients_[name];
  found.used = ++clock_;
  return found;
}

std::shared_ptr<const Base> Explorer::base(const json& asked) {
  const std::string id = text_in(asked, "base");
  const std::lock_guard guard{mutex_};
  const auto at = bases_.find(id.empty() ? "opened" : id);
  if (at == bases_.end())
    throw not_taken("base", id, "is not open any more: send the scenario again");
  return at->second;
}

std::string Explorer::controls(const std::string& body) {
  return dumped(controls_json(*base(parsed(body)), catalogue_));
}

std::string Explorer::load(const std::string& body) {
  const json asked = parsed(body);
  const SentText sent{plain_name(text_in(asked, "name")), text_in(asked, "text"), folders_};
  const auto opened = base(json::object());
  auto loaded = std::make_shared<const Base>(base_of(sent, catalogue_, opened.get()));
  json answer = controls_json(*loaded, catalogue_);
  answer["name"] = sent.name;
  const std::lock_guard guard{mutex_};
  const std::string id = fmt::format("sent-{}", ++loaded_);
  bases_[id] = std::move(loaded);
  if (loaded_ > most_sent) bases_.erase(fmt::format("sent-{}", loaded_ - most_sent));
  answer["base"] = id;
  return dumped(answer);
}

std::string Explorer::values(const std::string& body) {
  const json asked = parsed(body);
  const Experiment experiment = whole_ward(asked, *base(asked), catalogue_);
  return dumped({{"baseline", values_json(experiment.variants[0].scenario, catalogue_)},
                 {"changed", values_json(experiment.variants[1].scenario, catalogue_)}});
}

std::string Explorer::scenario(const std::string& body) {
  const json asked = parsed(body);
  const auto own = base(asked);
  const bool is_lot = asked.contains("packages");
  Experiment saved =
      is_lot ? packages_of(asked, *own, catalogue_) : whole_ward(asked, *own, catalogue_);
  json left_out = json::array();
  for (const NotCarried& one : carry(saved, *own, catalogue_))
    left_out.push_back({{"key", one.key}, {"why", one.why}});
  const bool draws = !saved.posterior.keys.empty();
  json answer{{"toml", resolved_toml(saved, catalogue_, own->posterior)},
              {"left_out", std::move(left_out)},
              {"draws", draws ? std::filesystem::path{own->posterior}.filename().string() : ""}};
  if (!is_lot) answer["command"] = command_of(asked, *own, catalogue_);
  return dumped(answer);
}

std::string Explorer::picture(const std::string& body) {
  const json asked = parsed(body);
  Turn turn{*this, asked, "picture"};
  const ExploreRequest request = explore_request(asked, *base(asked), catalogue_);
  const std::uint32_t replicate = whole_in(asked, "replicate", 256);
  auto picture = std::make_shared<const Picture>(
      picture_from(request, replicate, catalogue_, [&] { return turn.go_on(); }));
  if (picture->lanes.empty()) return dumped({{"ended", true}});
  json answer = picture_json(*picture);
  answer["map"] = map_of(request, *base(asked));
  answer["eventful"] = {eventful_households(picture->lanes[0], 8),
                        eventful_households(picture->lanes[1], 8)};
  const std::lock_guard guard{mutex_};
  client(text_in(asked, "client")).picture = std::move(picture);
  return dumped(answer);
}

std::string Explorer::story(const std::string& body) {
  const json asked = parsed(body);
  std::shared_ptr<const Picture> picture;
  {
    const std::lock_guard guard{mutex_};
    picture = client(text_in(asked, "client")).picture;
  }
  if (!picture) throw not_taken("client", "", "has no picture any more: ask for it again");
  const std::uint32_t lane = whole_in(asked, "lane", picture->lanes.size());
  if (asked.contains("group"))
    return dumped(group_story_json(*picture, lane,
                                   whole_in(asked, "group", picture->lanes[lane].groups.size())));
  return dumped(household_story_json(*picture, lane,
                                     whole_in(asked, "household", picture->households.size())));
}

void Explorer::run(const std::string& body, const Send& send) try {
  const json asked = parsed(body);
  Turn turn{*this, asked, "run"};
  const ExploreRequest request = explore_request(asked, *base(asked), catalogue_);
  LiveCurves curves{request};
  stream(request.experiment, catalogue_, threads_, turn, curves, send);
} catch (const BadInput& bad) {
  send(problems_json(bad) + "\n");
}

void Explorer::points(const std::string& body, const Send& send) try {
  const json asked = parsed(body);
  Turn turn{*this, asked, "points"};
  const PointsRequest request = points_request(asked, *base(asked), catalogue_);
  LivePoints points{request};
  stream(request.request.experiment, catalogue_, threads_, turn, points, send);
} catch (const BadInput& bad) {
  send(problems_json(bad) + "\n");
}

}  // namespace swadaya
