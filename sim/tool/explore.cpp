#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <pthread.h>
#include <thread>

#include "sim/base/error.hpp"
#include "sim/explorer/explorer.hpp"
#include "sim/explorer/local_server.hpp"
#include "sim/report/pages.hpp"
#include "sim/scenario/bundles.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/terminal.hpp"

namespace swadaya::tool {

namespace {

namespace fs = std::filesystem;

constexpr const char* default_scenario = "scenarios/lenteng-agung/experiment.toml";

std::string folder_of(const std::string& file) {
  const fs::path folder = fs::path{file}.parent_path();
  return folder.empty() ? "." : folder.string();
}

Reply json_answer(std::string body) { return {200, "application/json", std::move(body)}; }

// The page says by `lang` which words it shows, where a language was asked for; else the browser
// does.
std::string in_language(std::string_view html, const std::string& language) {
  std::string text{html};
  const auto put = [&](std::string_view mark, const char* word) {
    if (const std::size_t at = text.find(mark); at != std::string::npos)
      text.replace(at, mark.size(), word);
  };
  put("{{lang}}", language.empty() ? "en" : language.c_str());
  put("{{language}}", language.empty() ? "browser" : "asked");
  return text;
}

// Wrong input is the page's to show.
template <class Work>
Reply answered(Work work) {
  try {
    return json_answer(work());
  } catch (const BadInput& bad) {
    return {422, "application/json", problems_json(bad)};
  }
}

// A stream has begun when something fails: its last line says what.
template <class Work>
LocalServer::Streams streamed(Work work) {
  return [work](const std::string& body, const Send& send) {
    try {
      work(body, send);
    } catch (const std::exception& error) {
      send(problems_json(BadInput{Problem{"", 0, 0, "", "", error.what(), ""}}) + "\n");
    }
  };
}

void serve(LocalServer& server, Explorer& explorer, const std::string& language) {
  server.get("", [language] {
    return Reply{200, "text/html; charset=utf-8", in_language(page("explore.html"), language)};
  });
  server.get("running",
             [&] { return json_answer(fmt::format("{{\"running\":{}}}", explorer.running())); });
  const auto post = [&](const char* path, std::string (Explorer::*work)(const std::string&)) {
    server.post(path, [&explorer, work](const std::string& body) {
      return answered([&] { return (explorer.*work)(body); });
    });
  };
  post("controls", &Explorer::controls);
  post("load", &Explorer::load);
  post("values", &Explorer::values);
  post("scenario", &Explorer::scenario);
  post("picture", &Explorer::picture);
  post("story", &Explorer::story);
  server.stream("run", streamed([&](const std::string& body, const Send& send) {
                  explorer.run(body, send);
                }));
  server.stream("points", streamed([&](const std::string& body, const Send& send) {
                  explorer.points(body, send);
                }));
}

}  // namespace

int explore(const Options& options, const Catalogue& catalogue) {
  page("explore.html");  // missing before anything is said to be there
  const std::string file = options.files.empty() ? shipped(default_scenario) : options.files[0];
  Base base =
      file.empty() ? default_base(catalogue) : base_of_file(file, catalogue, options.overrides);
  std::vector<std::string> folders;
  if (!file.empty()) folders.push_back(folder_of(file));
  if (const std::string all = shipped("scenarios"); !all.empty()) folders.push_back(all);

  // Ctrl-C is waited for, here alone: threads begun from now on leave it to this one.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  if (std::signal(SIGHUP, SIG_DFL) == SIG_IGN)
    std::signal(SIGHUP, SIG_IGN);  // `nohup`
  else
    sigaddset(&ends, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);

  Explorer explorer{catalogue, std::move(base), std::move(folders), options.threads};
  LocalServer server{options.port};
  serve(server, explorer, options.language);
  // Whoever reads it may ask at once: connections wait. Nobody can ask who hasn't read it.
  std::fputs((server.address() + "\n").c_str(), stdout);
  if (std::fflush(stdout) != 0) return machine_failed;
  std::thread listening{[&] { server.listen(); }};
  if (!options.quiet) tell("Open this address in a browser on this machine; Ctrl-C ends it.\n");
  int signal = 0;
  sigwait(&ends, &signal);
  explorer.stop();
  server.stop();
  listening.join();
  return done;
}

}  // namespace swadaya::tool
