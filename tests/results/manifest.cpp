#include "sim/results/manifest.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/files.hpp"

namespace swadaya {

TEST(Manifest, SaysWhichProgramRanWhatAndForHowLong) {
  Experiment e;
  e.name = "two";
  e.seed = 18446744073709551615u;
  e.replicates = 12;
  Manifest m;
  m.command = "swadaya compare two.toml";
  m.threads = 3;
  m.status = "finished";
  m.started = "2001-12-31T23:59:50Z";
  m.ended = "2001-01-01T00:01:00Z";  // the clock was put back
  m.sits_since -= std::chrono::seconds{70};
  m.seconds_before = 1000;
  m.complete_replicates = 12;
  const auto json = nlohmann::json::parse(manifest_json(m, e));
  for (const char* key : {"version", "commit", "compiler", "flags"})
    EXPECT_FALSE(json[key].get<std::string>().empty()) << key;
  EXPECT_EQ(json["command"], m.command);
  EXPECT_EQ(json["seed"].get<std::uint64_t>(), e.seed);
  EXPECT_EQ(json["replicates"], 12);
  EXPECT_EQ(json["threads"], 3);
  EXPECT_EQ(json["status"], "finished");
  EXPECT_EQ(json["ended"], "2001-01-01T00:01:00Z");
  EXPECT_GE(json["seconds"].get<double>(), 1070);
  EXPECT_LT(json["seconds"].get<double>(), 2070);
  EXPECT_GE(json["machine"]["cores"].get<int>(), 1);
  EXPECT_GT(json["machine"]["memory_bytes"].get<std::int64_t>(), 1'000'000);
  EXPECT_FALSE(json["machine"]["processor"].get<std::string>().empty());
  EXPECT_NE(json["machine"]["system"].get<std::string>().find("Linux"), std::string::npos);
}

TEST(Manifest, HasNoEndWhileItRuns) {
  Manifest m;
  m.started = utc_now();
  const auto json = nlohmann::json::parse(manifest_json(m, Experiment{}));
  EXPECT_EQ(json["status"], "running");
  EXPECT_TRUE(json["ended"].is_null() && json["seconds"].is_null());
  EXPECT_EQ(m.started.size(), std::string{"2001-08-17T09:30:00Z"}.size());
}

TEST(Manifest, CopesWithACommandThatIsNotUtf8) {
  Manifest m;
  m.command = "swadaya run caf\xe9.toml";
  EXPECT_NO_THROW(EXPECT_TRUE(nlohmann::json::accept(manifest_json(m, Experiment{}))));
}

TEST(Manifest, KeepsWhatWasReadOfEachFileOverSittings) {
  Manifest m;
  add_readings(m, {{.file = "a.csv", .words = "old", .rows = 1}, {.file = "b.csv", .words = ""}});
  add_readings(m, {{.file = "a.csv",
                    .words = "3 households",
                    .rows = 3,
                    .used = {"id"},
                    .left = {"x"},
                    .defaults = {"size 4"}}});
  ASSERT_EQ(m.read.size(), 2u);
  const std::string file = file_with("manifest.json", manifest_json(m, Experiment{}));
  const Manifest again = read_manifest(file.substr(0, file.rfind('/')));
  ASSERT_EQ(again.read.size(), 2u);
  EXPECT_EQ(text_of(again.read[1]),
            "a.csv: 3 rows; used: id; left alone: x; taken as given: size 4");
  EXPECT_EQ(again.read[1].words, "3 households");
}

}  // namespace swadaya
