// What a comparison's answer hangs on, from outside.
#include <filesystem>
#include <fstream>

#include "sim/results/store.hpp"
#include "tests/stage.hpp"
#include "tests/tool/outside.hpp"

namespace swadaya {

// The answer first, and what it would be under other assumptions, which change nothing of the
// results.
TEST(Program, SaysWhatTheAnswerHangsOn) {
  const std::string variants = std::string{small_ward} +
                               "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
                               "set = { \"lending.norm\" = 0.1 }\n[experiment]\nreplicates = 3\n";
  const std::string bundle =
      file_with("no-norm.toml", "[scenario]\ntitle = \"Without a norm\"\n[lending]\nnorm = 0.1\n");
  const std::string plain = file_with("plain.toml", variants),
                    asked =
                        file_with("asked.toml", variants + "answer = \"recovery\"\nbeside = [\"" +
                                                    bundle + "\"]\nbeside_replicates = 2\n");
  const std::string one = fresh("one"), two = fresh("two");
  EXPECT_EQ(program("compare " + plain + " --quiet --out " + one).code, 0);
  const Outcome o = program("compare " + asked + " --quiet --out " + two);
  EXPECT_EQ(o.code, 0) << o.text;
  EXPECT_TRUE(o.text.starts_with("What moves recovery most by month ")) << o.text;
  EXPECT_TRUE(has(o.text, "Without a norm: b no effect (2 worlds).")) << o.text;
  EXPECT_EQ(text_in(one + "/series.csv"), text_in(two + "/series.csv"));
  const Outcome json = program("compare " + asked + " --json --quiet --overwrite --out " + two);
  EXPECT_EQ(nlohmann::json::parse(json.text)["answer"]["answers"].size(), 2u);
  EXPECT_EQ(program("compare " + two + "/experiment.toml --quiet --out " + fresh("three")).code, 0);
}

// A folder has all that its answer needs: what is missing of it is made again, the same.
TEST(Program, GoesOnWithWhatTheAnswerHangsOnFromItsFolderAlone) {
  const std::string bundle =
      file_with("strict.toml", "[scenario]\ntitle = \"Strict\"\n[lending]\npenalty = 2\n");
  file_with("draws.csv", "lending.norm,lending.penalty\n1,0.2\n4,0.9\n");
  const std::string file =
      file_with("drawn.toml", std::string{small_ward} +
                                  "[[variant]]\nname = \"a\"\n[[variant]]\nname = \"b\"\n"
                                  "set = { \"socialization.meetings\" = 4 }\n[experiment]\n"
                                  "replicates = 4\nposterior = \"draws.csv\"\nanswer = "
                                  "\"recovery\"\nbeside = [\"" +
                                  bundle + "\"]\nsame_money = 1000\n");
  const std::string out = fresh("out");
  const Outcome first = program("compare " + file + " --quiet --out " + out);
  EXPECT_EQ(first.code, 0) << first.text;
  EXPECT_TRUE(has(first.text, "\nStrict: ")) << first.text;
  EXPECT_TRUE(has(first.text, "For the same extra money, 1 million Rp a ward")) << first.text;
  EXPECT_TRUE(has(first.text, "Drawn are lending.norm, lending.penalty, from a sample of 2"));
  // Under the bundle, what it sets isn't drawn.
  EXPECT_TRUE(has(text_in(out + "/beside-1-drawn-strict.csv"), "weight,lending.norm\n"));
  const std::string answers = text_in(out + "/answers.json");
  std::filesystem::remove(bundle);
  std::filesystem::remove(out + "/answers.json");
  const Outcome gone = program("report " + out);
  EXPECT_EQ(gone.code, 2);
  EXPECT_TRUE(has(gone.text, "answers.json: is no longer there")) << gone.text;
  const Outcome again = program("resume " + out + " --quiet --threads 1");
  EXPECT_EQ(again.code, 0) << again.text;
  EXPECT_EQ(text_in(out + "/answers.json"), answers);
  EXPECT_EQ(again.text, first.text);
  // One that says something else is said; a folder of before, without its checksum, is read.
  EXPECT_FALSE(manifest_of(out)["answers_checksum"].get<std::string>().empty());
  std::string other = answers;
  const std::size_t at = other.find("\"difference\": ") + 14;
  other.insert(at, "1");
  std::ofstream{out + "/answers.json"} << other;
  for (const char* command : {"report ", "learn ", "resume "}) {
    const Outcome o = program(command + out);
    EXPECT_EQ(o.code, 2) << command << o.text;
    EXPECT_TRUE(has(o.text, "answers.json: isn't the one that the run wrote")) << o.text;
  }
  {
    Store store = Store::open(out, Access::write);
    auto before = store.fingerprint();
    before.erase("answers");
    store.keep_fingerprint(before, store.planned_replicates());
  }
  EXPECT_EQ(program("report " + out).code, 0);
  EXPECT_EQ(program("compare " + file + " --posterior none --quiet --out " + fresh("none")).code, 2)
      << "the bundle is gone";
}

}  // namespace swadaya
