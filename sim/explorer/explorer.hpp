// The explorer behind its page: scenarios that were opened, runs that are going on, and what each
// page looks at. It knows nothing of HTTP; any thread may call it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "sim/explorer/base.hpp"
#include "sim/report/picture.hpp"

namespace swadaya {

// {"problems": [{"text", "key", "value", "rule", "suggestion"} ...]}
std::string problems_json(const BadInput& bad);

// Takes a piece of what is streamed, a line of JSON; false where nobody listens any more.
using Send = std::function<bool(const std::string& line)>;

class Explorer {
 public:
  // `folders`: whose scenarios a sent text may extend. `threads`: 0 for all. The catalogue must
  // outlive the explorer.
  Explorer(const Catalogue& catalogue, Base opened, std::vector<std::string> folders,
           std::size_t threads);
  ~Explorer();

  // Bodies are JSON, and so are answers. Each of these throws BadInput with what is wrong.
  // {"base": "opened" or "defaults" or one that was sent} -> what may be set, and what it is set to
  // (sim/explorer/controls.hpp).
  std::string controls(const std::string& body);
  // {"name": "mine.toml", "text": "..."} -> controls of the scenario sent.
  std::string load(const std::string& body);
  // {"baseline": {"section.key": value, ...}, "changed": {...}}: every setting of both sides.
  std::string values(const std::string& body);
  // {"toml", "left_out": [{"key", "why"} ...], "draws", "command"}: the experiment as a file; what
  // the opened one says and it doesn't (sim/explorer/carried.hpp); the name of the file whose draws
  // its worlds take, or ""; and a command line or "", which a request with packages doesn't get.
  std::string scenario(const std::string& body);
  // Both sides of one world, month by month (sim/report/picture_json.hpp). It is kept for stories.
  std::string picture(const std::string& body);
  // {"client", "lane", "household"} or {"client", "lane", "group"} -> its story.
  std::string story(const std::string& body);

  // Curves as they come (sim/explorer/live.hpp), a line each; the last one has "end": true, unless
  // a newer request of the same client has ended it, or nobody listens. What is wrong with a
  // request is a line {"problems": [...]}.
  void run(const std::string& body, const Send& send);
  // The same of a parameter against an outcome, or of two.
  void points(const std::string& body, const Send& send);

  std::size_t running() const { return running_; }
  void stop();  // ends all runs; new ones end at once

 private:
  class Turn;  // a client's newest request of a kind, while it is worked on
  struct Client {
    std::map<std::string, std::pair<std::uint64_t, std::shared_ptr<std::atomic<bool>>>> turns;
    std::shared_ptr<const Picture> picture;
    std::uint64_t used = 0;  // when, for forgetting those that nobody uses
  };
  Client& client(const std::string& name);  // under the mutex
  std::shared_ptr<const Base> base(const nlohmann::json& asked);

  const Catalogue& catalogue_;
  std::size_t threads_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const Base>> bases_;
  std::map<std::string, Client> clients_;
  std::vector<std::string> folders_;
  std::uint64_t clock_ = 0, loaded_ = 0;
  std::atomic<std::size_t> running_ = 0;
  std::atomic<bool> stopped_ = false;
};

}  // namespace swadaya
