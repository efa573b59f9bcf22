// `swadaya dossier`, from outside.
#include <filesystem>
#include <fstream>

#include "tests/facts.hpp"
#include "tests/learnt.hpp"
#include "tests/tool/outside.hpp"
#include "tests/unpacked.hpp"

namespace swadaya {

namespace {

// A folder whose experiment names facts that recovery misses.
std::string folder_with_facts() {
  const std::string known = known_experiment(20).posterior.file,
                    place = known.substr(0, known.rfind('/'));
  std::string toml = text_in(place + "/known.toml");
  toml.insert(toml.find("posterior ="), "facts = \"facts.csv\"\n");
  file_with("facts.csv", three_facts());
  const std::string out = fresh("out");
  const Outcome ran =
      program("compare " + file_with("stamped.toml", toml) + " --quiet --out " + out);
  EXPECT_EQ(ran.code, 0) << ran.text;
  EXPECT_TRUE(has(ran.text, "recovery ‡")) << ran.text;
  EXPECT_TRUE(has(ran.text, "‡ recovery misses 1 of 2 hard facts")) << ran.text;
  return out;
}

}  // namespace

TEST(Program, WritesADossierAndSaysWhatIsOpen) {
  const std::string out = folder_with_facts();
  EXPECT_EQ(text_in(out + "/facts.csv"), three_facts());
  EXPECT_TRUE(has(text_in(out + "/comparison.csv"), ",S2 @144\n"));
  EXPECT_TRUE(has(data_of(text_in(out + "/report.html")), "\"stamps\":{"));
  const Outcome made = program("dossier " + out);
  ASSERT_EQ(made.code, 0) << made.text;
  EXPECT_TRUE(has(made.text, " of 28 items answered; open: ")) << made.text;
  EXPECT_TRUE(has(made.text, "  27 Source of funding: who paid")) << made.text;
  EXPECT_TRUE(has(text_in(out + "/dossier.md"), "recovery ‡"));
  EXPECT_TRUE(has(text_in(out + "/dossier.html"), "<h1>"));
  EXPECT_EQ(
      program("compare " + out + "/experiment.toml --quiet --overwrite --out " + fresh("again"))
          .code,
      0);
  const std::string elsewhere = fresh("elsewhere.md");
  EXPECT_EQ(program("dossier " + out + " --out " + elsewhere).code, 0);
  EXPECT_EQ(text_in(elsewhere), text_in(out + "/dossier.md"));
}

TEST(Program, RefusesADossierOfAFolderThatIsntWhatWasWritten) {
  const std::string out = folder_with_facts();
  const auto refused_dossier = [&](const std::string& arguments, const std::string& words) {
    const Outcome outcome = program("dossier " + arguments);
    EXPECT_EQ(outcome.code, 2) << outcome.text;
    EXPECT_TRUE(has(outcome.text, words)) << outcome.text;
  };
  refused_dossier(out + "-none", "");
  refused_dossier(out + " --out " + out, "is a folder");
  refused_dossier(out + " --out " + out + "/dossier.pdf", "doesn't end in .md");
  EXPECT_FALSE(std::filesystem::exists(out + "/dossier.md"));
  // Facts that were made to hold afterwards.
  std::string facts = text_in(out + "/facts.csv");
  facts.replace(facts.find("fails"), 5, "holds");
  std::ofstream{out + "/facts.csv"} << facts;
  refused_dossier(out, "isn't what the run was begun with");
  EXPECT_FALSE(std::filesystem::exists(out + "/dossier.md"));
}

TEST(Program, MeasuresFactsForExperiments) {
  const std::string scenario = file_with("small.toml", small_ward);
  const std::string facts = file_with(
      "own.toml",
      "[[pattern]]\nid = \"F1\"\nstatement = \"s\"\nsource = \"a test\"\ntarget = \"t\"\noutcome = "
      "\"informed\"\nmonths = [3]\nband = [2, 3]\nweight = 3\n");
  const std::string states = fresh("facts.csv");
  EXPECT_EQ(
      program("patterns " + scenario + " --replicates 2 --facts " + facts + " --states " + states)
          .code,
      1);  // it fails, and is kept all the same
  const FactStates kept = read_fact_states(states);
  ASSERT_EQ(kept.all.size(), 1u);
  EXPECT_EQ(kept.stamp_of("informed").names(), "F1 @3");
  EXPECT_EQ(kept.all[0].worlds, 2u);
  EXPECT_TRUE(kept.are_of(scenario_from(small_ward)));
  EXPECT_EQ(program("patterns " + scenario + " --facts " + facts + " --states /").code, 2);
}

}  // namespace swadaya
