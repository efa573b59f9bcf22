// What shells complete, as the shells themselves do it.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

namespace {

std::string script_of(const std::string& shell) {
  return file_with("swadaya." + shell, program("completion " + shell).text);
}

// What bash offers behind these words, of which the last is being typed; each in a line.
std::string bash_offers(const std::vector<std::string>& words) {
  std::string script = "source " + script_of("bash") + "\nCOMP_WORDS=(swadaya";
  for (const std::string& word : words) script += " '" + word + "'";
  script += ")\nCOMP_CWORD=" + std::to_string(words.size()) +
            "\n_swadaya\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n";
  return "\n" + outcome_of("bash --norc " + file_with("ask.sh", script)).text;
}

bool is_there(const std::string& shell) { return outcome_of("command -v " + shell).code == 0; }

}  // namespace

TEST(Completion, OffersCommandsOptionsAndValuesInBash) {
  EXPECT_TRUE(has(bash_offers({""}), "\nexport\n"));
  EXPECT_TRUE(has(bash_offers({"exp"}), "\nexport\nexplore\n") ||
              has(bash_offers({"exp"}), "\nexplore\nexport\n"));
  EXPECT_FALSE(has(bash_offers({"exp"}), "\nrun\n"));
  EXPECT_EQ(bash_offers({"export", "--fo"}), "\n--format\n");
  EXPECT_EQ(bash_offers({"export", "--format", ""}), "\ncsv\nnetcdf\nxlsx\n");
  EXPECT_EQ(bash_offers({"export", "--format", "=", "n"}), "\nnetcdf\n");
  EXPECT_EQ(bash_offers({"run", "--progress", "j"}), "\njson\n");
  EXPECT_EQ(bash_offers({"completion", ""}), "\nbash\nzsh\nfish\n");
  EXPECT_TRUE(has(bash_offers({"run", "--plu"}), "\n--plugin\n")) << "an option of any command";
  EXPECT_EQ(bash_offers({"run", "--replicates", ""}), "\n\n") << "a number is nobody's to guess";
  const std::string folder = fresh("place with blanks");
  std::filesystem::create_directories(folder + "/results of mine");
  std::ofstream{folder + "/resumed.toml"} << "\n";
  EXPECT_EQ(bash_offers({"report", folder + "/res"}), "\n" + folder + "/results of mine\n");
  EXPECT_TRUE(has(bash_offers({"run", folder + "/res"}), "/resumed.toml\n"));
}

// Every command and every option, and a shell that reads all of it.
TEST(Completion, HasAllThatTheHelpHas) {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const std::string script = script_of(shell), text = text_in(script);
    for (const char* name :
         {"calibrate", "check-model", "merge", "overwrite", "parts", "posterior"})
      EXPECT_TRUE(has(text, name)) << shell << name;
    if (!is_there(shell)) continue;
    const Outcome o = outcome_of(shell + " -n " + script);
    EXPECT_EQ(o.code, 0) << o.text;
    EXPECT_EQ(o.text, "") << shell;
  }
  EXPECT_EQ(program("completion tcsh").code, 2);
}

TEST(Completion, OffersTheSameInFish) {
  if (!is_there("fish")) GTEST_SKIP() << "no fish here";
  const std::string script = script_of("fish");
  const auto offers = [&](const std::string& line) {
    return "\n" + outcome_of("HOME=" + fresh("home") + " fish --no-config -c 'source " + script +
                             "; complete -C \"" + line + "\"'")
                      .text;
  };
  EXPECT_TRUE(has(offers("swadaya exp"), "\nexport\t")) << offers("swadaya exp");
  EXPECT_TRUE(has(offers("swadaya export --format "), "\nnetcdf\t") ||
              has(offers("swadaya export --format "), "\nnetcdf\n"))
      << offers("swadaya export --format ");
  EXPECT_TRUE(has(offers("swadaya run --over"), "\n--overwrite\t"));
  EXPECT_FALSE(has(offers("swadaya models --over"), "--overwrite"));
}

}  // namespace swadaya
