#include <filesystem>

#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"
#include "tests/world/made_survey.hpp"

namespace swadaya {

namespace fs = std::filesystem;

TEST(Program, MakesAWardThatRunsAtOnce) {
  const std::string folder = fresh("mine");
  const Outcome made = program("new " + folder +
                               " --rw 2 --rt 4 --households 120 --poor 25 --grant 100 --year 2010 "
                               "--cost audit=7000 --packages supervision,capacity --months 24");
  ASSERT_EQ(made.code, 0) << made.text;
  EXPECT_TRUE(has(made.text, "2 RW, 4 RT of 30 households each: 120 households.")) << made.text;
  EXPECT_TRUE(has(made.text, "swadaya compare " + folder + "/experiment.toml")) << made.text;
  const std::string out = fresh("results");
  const Outcome compared =
      program("compare " + folder + "/experiment.toml --replicates 4 --quiet --out " + out);
  EXPECT_EQ(compared.code, 0) << compared.text;
  EXPECT_TRUE(has(compared.text, "4 Supervision")) << compared.text;
  EXPECT_FALSE(has(compared.text, "5 Coordination")) << compared.text;
  const Outcome again = program("new " + folder);
  EXPECT_EQ(again.code, 2);
  EXPECT_TRUE(has(again.text, "holds files already")) << again.text;
}

TEST(Program, MakesAWardFromASurvey) {
  const MadeSurvey survey = made_survey();
  const std::string folder = fresh("surveyed"),
                    files = " --survey " + survey.survey + " --margins " + survey.margins +
                            " --columns '" + columns_of_made_survey + "'";
  const Outcome made = program("new " + folder + files + " --lang id");
  ASSERT_EQ(made.code, 0) << made.text;
  EXPECT_TRUE(has(made.text, "Setiap margin setiap RT terpenuhi tepat.")) << made.text;
  EXPECT_TRUE(has(made.text, "Ditarik dari angka di [world]: elite")) << made.text;
  EXPECT_TRUE(has(made.text, "/experiment.toml --lang id\n")) << made.text;
  const std::string text = text_in(folder + "/scenario.toml");
  EXPECT_TRUE(has(text, "from = \"files\"")) << text;
  EXPECT_TRUE(has(text, "# ditarik dari angka di [world]")) << text;
  EXPECT_TRUE(has(text_in(folder + "/experiment.toml"),
                  "title = \"4 Supervision\"\ntitle_id = \"4 Pengawasan\"\n"));
  EXPECT_EQ(program("validate " + folder + "/experiment.toml").code, 0);

  for (const char* wrong : {" --rw 3", " --rt 3", " --households 100"})
    EXPECT_TRUE(has(program("new " + fresh("w") + files + wrong).text,
                    "the margins say how many there are"));
  const Outcome half = program("new " + fresh("h") + " --survey " + survey.survey);
  EXPECT_EQ(half.code, 2);
  EXPECT_TRUE(has(half.text, "belong together")) << half.text;
}

TEST(Program, LeavesNothingOfAWardThatCantBe) {
  const std::string folder = fresh("none");
  for (const char* wrong : {"--rw 0", "--rw 2.5", "--poor 0.15", "--year 1990", "--cost adit=3",
                            "--packages suprvision", "--households ten", "--columns size=x"}) {
    const Outcome o = program("new " + folder + " " + wrong);
    EXPECT_EQ(o.code, 2) << wrong << o.text;
    EXPECT_FALSE(fs::exists(folder)) << wrong;
  }
  EXPECT_EQ(program("new " + file_with("a-file", "x")).code, 2);
  for (const auto& entry : fs::directory_iterator{fs::path{folder}.parent_path()})
    EXPECT_FALSE(has(entry.path().filename().string(), ".part")) << entry.path();
}

}  // namespace swadaya
