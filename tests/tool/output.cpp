// Output that nobody gets, and streams that are closed: every command says so by its exit code.
#include <filesystem>
#include <map>
#include <sstream>

#include "tests/designed.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

const std::string sweep =
    "[sweep]\ndesign = \"grid\"\n[sweep.parameters]\n\"lending.norm\" = [0.1, 0.4]\n";
const std::string factorial =
    "[[factorial.lever]]\nname = \"norm\"\nset = { \"lending.norm\" = 0.9 }\n"
    "[[factorial.lever]]\nname = \"meetings\"\nset = { \"socialization.meetings\" = 3 }\n";
const std::string sensitivity =
    "[sensitivity]\nmethod = \"morris\"\nwalks = 2\n[sensitivity.parameters]\n"
    "\"lending.norm\" = [0, 0.5]\n\"socialization.q_other\" = [0, 0.1]\n";

// A call of each command that has something to say.
std::map<std::string, std::string> all_calls() {
  const std::string small = file_with("small.toml", small_ward),
                    out = " --overwrite --quiet --out ";
  const auto design = [&](const std::string& name, const std::string& text) {
    return name + " " + file_with(name + ".toml", text) + " --replicates 2" + out + fresh(name);
  };
  const std::string done = fresh("done");
  EXPECT_EQ(program("run " + small + " --replicates 1 --quiet --out " + done).code, 0);
  std::string draws = "lending.norm\n";
  for (int i = 1; i <= 40; ++i) draws += std::to_string(i / 41.0) + "\n";
  const std::string drawn = fresh("drawn");
  EXPECT_EQ(
      program("compare " +
              file_with("drawn.toml",
                        experiment_with("[[variant]]\nname = \"a\"\n[[variant]]\nname = "
                                        "\"b\"\nset = { \"socialization.meetings\" = 8 }\n")) +
              " --posterior " + file_with("draws.csv", draws) + " --replicates 40 --quiet --out " +
              drawn)
          .code,
      0);
  std::map<std::string, std::string> calls{
      {"learn", "learn " + drawn + " --outcome informed"},
      {"optimise of a comparison", "optimise " + drawn +
                                       " --budget 1000 --outcome informed --replicates 2" + out +
                                       fresh("budget")},
      {"run", "run " + small + " --replicates 1" + out + fresh("run")},
      {"compare", "compare " + small + " " + file_with("other.toml", small_ward) +
                      " --replicates 2" + out + fresh("compare")},
      {"sweep", design("sweep", experiment_with(sweep))},
      {"factorial", design("factorial", experiment_with(factorial))},
      {"sensitivity", design("sensitivity", experiment_with(sensitivity))},
      {"patterns",
       "patterns " + small + " --facts " +
           file_with(
               "facts.toml",
               "[[pattern]]\nid = \"A\"\nstatement = \"b\"\nsource = \"c\"\n"
               "target = \"d\"\nweight = 1\noutcome = \"informed\"\nmonths = [12]\nband = [0, 1]\n")},
      {"odd", "odd " + small},
      {"trial", "trial olken-audits --quiet"},
      {"resume", "resume " + done},
      {"export", "export " + done + " --out -"},
      {"report", "report " + done + " --out -"},
      {"dossier", "dossier " + done},
      {"new", "new " + fresh("own") + " --defaults"},
      {"explore", "explore " + small + " --quiet"},
      {"models", "models"},
      {"check-model", "check-model attitude/fixed"},
      {"metrics", "metrics"},
      {"network", "network " + small},
      {"validate", "validate " + small},
      {"schema", "schema"},
      {"settings", "settings"},
      {"completion", "completion bash"},
      {"man", "man"}};
  const std::string part = fresh("part");
  EXPECT_EQ(program("run " + small + " --replicates 1 --parts 1/1 --quiet --out " + part).code, 0);
  calls["merge"] = "merge " + part + out + fresh("merged");
  for (const SmallSearch& search : searches)
    calls[search.command] = design(search.command, search.toml);
  return calls;
}

// As `--help` lists them.
std::vector<std::string> all_commands() {
  std::istringstream help{program("--help").text};
  std::vector<std::string> names;
  bool lists = false;
  for (std::string line, name; std::getline(help, line); lists = lists || line == "Subcommands:")
    if (lists && line.starts_with("  ") && line.size() > 2 && line[2] != ' ') {
      std::istringstream{line} >> name;
      names.push_back(name);
    }
  return names;
}

Outcome with_streams(const std::string& arguments, const std::string& streams) {
  return outcome_of("{ timeout 60 " SWADAYA_PROGRAM " " + arguments + " " + streams + "; }");
}

}  // namespace

TEST(Program, SaysOfEveryCommandThatItsOutputIsFullOrClosed) {
  auto calls = all_calls();
  const std::vector<std::string> names = all_commands();
  EXPECT_GE(names.size(), 20u);
  for (const std::string& name : names) EXPECT_TRUE(calls.contains(name)) << name;
  calls[""] = "";
  calls["--help"] = "--help";
  calls["--version"] = "--version";
  calls["help of run"] = "run --help";
  for (const auto& [name, call] : calls)
    for (const char* output : {">/dev/full", ">&-"}) {
      if (name == "new") std::filesystem::remove_all(fresh("own"));  // it makes it anew
      const Outcome o = with_streams(call, output);
      EXPECT_EQ(o.code, 3) << call << " " << output << "\n" << o.text;
      EXPECT_TRUE(has(o.text, "can't be written")) << call << " " << output << o.text;
      EXPECT_FALSE(has(o.text, "fault")) << call << " " << output << o.text;
    }
}

// What is meant for a closed stream never ends up in a file that was opened in its place.
TEST(Program, WritesItsFilesAsEverWithoutStreams) {
  const std::string file = file_with("small.toml", small_ward), whole = fresh("whole");
  const std::string run = "run " + file + " --replicates 2 --overwrite --out ";
  ASSERT_EQ(program(run + whole).code, 0);
  for (const char* streams : {"<&- >&-", "<&- 2>&-", "<&- >&- 2>&-", "2>/dev/full"}) {
    const std::string folder = fresh("closed");
    const Outcome o = with_streams(run + folder, streams);
    EXPECT_EQ(o.code, has(streams, " >&-") ? 3 : 0) << streams << o.text;
    expect_same_results(whole, folder, {"series.csv", "experiment.toml"});
  }
}

TEST(Program, SaysWhereAFolderIsNamedAsAFile) {
  const std::string small = file_with("small.toml", small_ward), folder = fresh("place"),
                    done = fresh("done"),
                    list = file_with(
                        "list.toml",
                        experiment_with("[sweep]\ndesign = \"list\"\nfile = \"place\"\n"));
  std::filesystem::create_directories(folder);
  ASSERT_EQ(program("run " + small + " --replicates 1 --quiet --out " + done).code, 0);
  for (const std::string& call :
       {"run " + folder, "validate " + folder, "network " + folder, "patterns " + folder,
        "patterns " + small + " --facts " + folder, "odd " + folder, "trial " + folder,
        "explore " + folder, "export " + done + " --out " + folder,
        "export " + done + " --format netcdf --out " + folder,
        "export " + done + " --format xlsx --out " + folder, "report " + done + " --out " + folder,
        "run " + small + " --set world.from=files --set world.households=" + folder,
        "run " + small + " --set network.generator=none --set network.edges=" + folder,
        "run " + small + " --from " + folder, "compare " + small + " --bundle " + folder,
        "compare " + small + " --posterior " + folder, "sweep " + list,
        "models --plugin " + folder}) {
    const Outcome o = program(call + (has(call, "--replicates") || !call.starts_with("run")
                                          ? ""
                                          : " --out " + fresh("nothing")));
    EXPECT_EQ(o.code, 2) << call << "\n" << o.text;
    // Each in the words of whoever wanted a file.
    const bool says = has(o.text, "is a folder") || has(o.text, "there is no such") ||
                      has(o.text, "isn't a file") || has(call, "--plugin");
    EXPECT_TRUE(says) << call << "\n" << o.text;
    EXPECT_FALSE(has(o.text, "fault of the program")) << o.text;
  }
  for (const char* call : {"report ", "export ", "resume "}) {
    const Outcome o = program(call + small);
    EXPECT_EQ(o.code, 2) << call << "\n" << o.text;
    EXPECT_FALSE(has(o.text, "fault of the program") || has(o.text, "filesystem")) << o.text;
  }
}

}  // namespace swadaya
