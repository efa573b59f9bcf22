// Where numbers come from: each source names a place of docs/evidence, a publication of its
// bibliography, or says in plain words that it is an assumption.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "models/all.hpp"
#include "sim/designs/patterns.hpp"
#include "sim/designs/trial_file.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

namespace {

const std::filesystem::path root = SWADAYA_SOURCE_DIR;

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in{file};
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// The whole and the groups of each match.
std::vector<std::vector<std::string>> all_matches(const std::string& text,
                                                  const std::regex& regex) {
  std::vector<std::vector<std::string>> matches;
  for (std::sregex_iterator i{text.begin(), text.end(), regex}, end; i != end; ++i) {
    matches.emplace_back();
    for (const auto& group : *i) matches.back().push_back(group.str());
  }
  return matches;
}

// "Becker, Stigler", 1974
struct Publication {
  std::vector<std::string> names;
  std::string year;
};

bool ends_with_word(const std::string& name, const std::string& word) {
  return name == word ||
         (name.size() > word.size() && name.substr(name.size() - word.size() - 1) == " " + word);
}

std::vector<std::string> names_in(const std::string& list) {
  static const std::regex between{", | & | and "};
  return {std::sregex_token_iterator{list.begin(), list.end(), between, -1}, {}};
}

// "Alatas et al. 2012", "Gine & Karlan (2014)", "de Mel, McKenzie & Woodruff (2008)"; small words
// before a name belong to it, but nothing is lost without them.
const std::regex publication{
    "([A-Z][A-Za-z'-]+(?:(?:, | & | and )(?:(?:de|De|van|Van|ten) )?[A-Z][A-Za-z'-]+)*)(?: et "
    "al\\.)? (\\(?)((?:18|19|20)[0-9]{2})\\b"};

class Evidence {
 public:
  Evidence() {
    for (const auto& entry : std::filesystem::directory_iterator{root / "docs/evidence"}) {
      const std::string stem = entry.path().stem(), text = text_of(entry.path());
      pages_[entry.path().filename()] = text;
      // A subject may go on in a second page: programme-outcomes belongs to programme.
      read_places(text, places_[stem.substr(0, stem.find('-'))]);
      if (stem == "literature") read_publications(text);
    }
  }

  const std::map<std::string, std::string>& pages() const { return pages_; }
  std::size_t publications() const { return publications_.size(); }
  std::size_t places(const std::string& subject) const { return places_.at(subject).size(); }

  // What `source` cites, and of that what doesn't exist.
  struct Cited {
    int places = 0, publications = 0, documents = 0;
    std::vector<std::string> missing;
  };

  Cited cited_by(const std::string& source) const {
    Cited cited;
    const std::string rest = without_places(source, cited);
    // A letter and a number alone: S is a stylised fact, any other letter a model or known answer.
    static const std::regex alone{"\\b[SPGFTLVCWKQ][0-9]{1,2}\\b"};
    for (const auto& found : all_matches(rest, alone))
      count_place(found[0].front() == 'S' ? "programme" : "behaviour", found[0], cited);
    for (const auto& found : all_matches(rest, publication)) {
      ++cited.publications;
      if (!is_listed(names_in(found[1]), found[3])) cited.missing.push_back(found[0]);
    }
    static const std::regex document{"\\bdocs/[a-z/-]+\\.md"};
    for (const auto& found : all_matches(rest, document)) {
      ++cited.documents;
      if (!std::filesystem::exists(root / found[0])) cited.missing.push_back(found[0]);
    }
    return cited;
  }

  // Why `source` won't do, or "".
  std::string objection(const std::string& source) const {
    const Cited cited = cited_by(source);
    if (!cited.missing.empty()) return "doesn't exist: " + cited.missing[0];
    // The last three claim no evidence, and say who decides instead.
    static const std::regex plain{
        "\\b[Aa]ssum(ption|ed)|\\bown\\b|null model|teaching example|the scenario's author"};
    if (cited.places + cited.publications + cited.documents == 0 &&
        !std::regex_search(source, plain))
      return "neither cites anything nor says that it is an assumption";
    return "";
  }

  bool is_listed(const std::vector<std::string>& names, const std::string& year) const {
    return std::any_of(publications_.begin(), publications_.end(), [&](const Publication& p) {
      const auto has = [&](const std::string& name) {
        return std::any_of(p.names.begin(), p.names.end(),
                           [&](const std::string& own) { return ends_with_word(own, name); });
      };
      return p.year == year && ends_with_word(p.names[0], names[0]) &&
             std::all_of(names.begin(), names.end(), has);
    });
  }

 private:
  // Headings ("### 1.5 Loan rules") and anchors (s4, row-12, 6.4).
  static void read_places(const std::string& text, std::set<std::string>& places) {
    static const std::regex heading{"(?:^|\n)#+ ([0-9]+(?:\\.[0-9]+)?)\\.? "},
        anchor{"<a id=\"([a-z0-9.-]+)\">"};
    for (const auto& found : all_matches(text, heading)) places.insert(found[1]);
    for (const auto& found : all_matches(text, anchor)) {
      std::string place = found[1];
      if (place.rfind("row-", 0) == 0) place = "0 row " + place.substr(4);
      place[0] = static_cast<char>(std::toupper(place[0]));
      places.insert(place);
    }
  }

  // "- **Becker & Stigler (1974).** Law enforcement ..."
  void read_publications(const std::string& text) {
    static const std::regex entry{"\n- \\*\\*([^*]+) \\(([0-9]{4})\\)\\.\\*\\*"};
    for (const auto& found : all_matches(text, entry)) {
      std::string names = found[1];
      if (const std::size_t others = names.find(" et al."); others != std::string::npos)
        names.resize(others);
      publications_.push_back({names_in(names), found[2]});
    }
  }

  void count_place(const std::string& subject, const std::string& place, Cited& cited) const {
    ++cited.places;
    const auto known = places_.find(subject);
    if (known == places_.end() || !known->second.count(place))
      cited.missing.push_back("evidence/" + subject + " " + place);
  }

  // "evidence/programme 1.2, S24": counts them; what is left of the text.
  std::string without_places(const std::string& source, Cited& cited) const {
    static const std::regex place{" ([0-9]+ row [0-9]+|[0-9]+(?:\\.[0-9]+)?|[A-Z][0-9]+)\\b"},
        next{"(?:,| and)( (?:[0-9]+ row [0-9]+|[0-9]+\\.[0-9]+|[A-Z][0-9]+)\\b)"},
        begin{"evidence/([a-z-]+)"};
    std::string rest;
    auto at = source.cbegin();
    const auto end = source.cend();
    for (std::smatch found; std::regex_search(at, end, found, begin);) {
      rest.append(at, found[0].first);
      const std::string subject = found.str(1);
      at = found[0].second;
      std::smatch one;
      if (!std::regex_search(at, end, one, place, std::regex_constants::match_continuous)) {
        cited.missing.push_back("a place after evidence/" + subject);
        continue;
      }
      do {
        const std::string given = one.str(1);
        count_place(subject, given[0] == ' ' ? given.substr(1) : given, cited);
        at = one[0].second;
      } while (std::regex_search(at, end, one, next, std::regex_constants::match_continuous));
    }
    return rest.append(at, end);
  }

  std::map<std::string, std::string> pages_;             // file name -> text
  std::map<std::string, std::set<std::string>> places_;  // subject -> what can be cited
  std::vector<Publication> publications_;
};

const Evidence& evidence() {
  static const Evidence one;
  return one;
}

// Every file below `folder` that is text.
std::vector<std::filesystem::path> files_below(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{root / folder}) {
    const std::string kind = entry.path().extension();
    if (kind == ".cpp" || kind == ".hpp" || kind == ".toml" || kind == ".md")
      files.push_back(entry.path());
  }
  return files;
}

}  // namespace

TEST(Evidence, StandsBehindEveryParameter) {
  int sources = 0;
  const auto check = [&](const std::string& section, const ParameterInfo& p) {
    ++sources;
    EXPECT_EQ(evidence().objection(p.source), "")
        << section << "." << p.name << ": \"" << p.source << "\"";
  };
  for (const auto& [section, infos] : common_sections())
    for (const ParameterInfo& p : *infos) check(section, p);
  const Catalogue catalogue{models::all()};
  for (const ModelInfo& model : catalogue.models())
    for (const ParameterInfo& p : model.parameters)
      check(std::string{name_of(model.slot)} + "/" + model.name, p);
  EXPECT_GT(sources, 300);
}

TEST(Evidence, StandsBehindEveryModel) {
  const Catalogue catalogue{models::all()};
  for (const ModelInfo& model : catalogue.models()) {
    EXPECT_EQ(evidence().objection(model.source), "") << model.name << ": " << model.source;
    EXPECT_TRUE(evidence().cited_by(model.paragraph).missing.empty()) << model.paragraph;
  }
  EXPECT_GT(catalogue.models().size(), 40u);
}

TEST(Evidence, StandsBehindEveryStylisedFact) {
  for (const Pattern& fact : read_patterns(root / "scenarios/patterns.toml")) {
    EXPECT_EQ(evidence().objection(fact.source), "") << fact.id << ": " << fact.source;
    const auto cites = [&](const std::string& place) {
      return fact.source.find("evidence/programme " + place) != std::string::npos;
    };
    EXPECT_TRUE(fact.id[0] != 'S' || cites(fact.id)) << fact.id << ": " << fact.source;
  }
}

TEST(Evidence, StandsBehindEveryTrial) {
  for (const auto& entry : std::filesystem::directory_iterator{root / "scenarios/trials"}) {
    const Trial trial = read_trial(entry.path());
    EXPECT_EQ(evidence().objection(trial.source), "") << trial.name << ": " << trial.source;
    EXPECT_GT(evidence().cited_by(trial.source).publications, 0) << trial.name;
    EXPECT_TRUE(evidence().cited_by(trial.who).missing.empty()) << trial.name << ": " << trial.who;
  }
}

TEST(Evidence, IsWhereCommentsAndPagesSayItIs) {
  static const std::regex split{"\"\\s*\n\\s*\""};  // a text over several literals
  static const std::regex line{"[^\n]*evidence/[a-z]+ [0-9A-Z][^\n]*"};
  int lines = 0;
  for (const std::string folder : {"models", "sim", "scenarios", "docs", "examples"})
    for (const std::filesystem::path& file : files_below(folder))
      for (const auto& found : all_matches(std::regex_replace(text_of(file), split, ""), line)) {
        ++lines;
        for (const std::string& missing : evidence().cited_by(found[0]).missing)
          EXPECT_EQ(missing.find("evidence/"), std::string::npos) << file << ": " << found[0];
      }
  EXPECT_GT(lines, 150);
}

// What a page of the evidence calls "Author (year)" has its entry.
TEST(Evidence, HasEveryPublicationThatItsPagesName) {
  int named = 0;
  for (const auto& [page, text] : evidence().pages())
    for (const auto& found : all_matches(text, publication)) {
      if (page == "literature.md" || found[2].empty()) continue;
      ++named;
      EXPECT_TRUE(evidence().is_listed(names_in(found[1]), found[3])) << page << ": " << found[0];
    }
  EXPECT_GT(named, 100);
}

TEST(Evidence, IsCompleteByItsNumbers) {
  for (int i = 1; i <= 28; ++i)
    EXPECT_TRUE(evidence().cited_by("evidence/programme S" + std::to_string(i)).missing.empty());
  for (int i = 1; i <= 24; ++i)
    EXPECT_TRUE(
        evidence().cited_by("evidence/programme 0 row " + std::to_string(i)).missing.empty());
  for (int i = 1; i <= 32; ++i)
    EXPECT_TRUE(evidence().cited_by("evidence/behaviour K" + std::to_string(i)).missing.empty());
  for (const char* models : {"S8", "P6", "G6", "F6", "T6", "L7", "V6", "C6", "W6", "Q2"})
    for (int i = 1; i <= models[1] - '0'; ++i)
      EXPECT_TRUE(evidence()
                      .cited_by(std::string{"evidence/behaviour "} + models[0] + std::to_string(i))
                      .missing.empty());
}

// A digit mistyped on the page is found: what it gives of K1-K32 to five places and more is in the
// file that the numbers were computed into. K12 and K14 come from villages, not from a computation.
TEST(Evidence, HasTheKnownAnswersToTheDigit) {
  std::vector<double> answers;
  const std::function<void(const nlohmann::json&)> collect = [&](const nlohmann::json& part) {
    if (part.is_number()) answers.push_back(std::abs(part.get<double>()));
    if (part.is_structured())
      for (const nlohmann::json& one : part) collect(one);
  };
  collect(nlohmann::json::parse(text_of(root / "tests/data/known_answers.json")));
  static const std::regex row{"\n\\| <a id=\"k([0-9]+)\">([^\n]*)"},
      number{"(?:^|[^0-9A-Za-z])([0-9]*\\.([0-9]{5,}))"};
  int digits = 0;
  for (const auto& found : all_matches(evidence().pages().at("behaviour.md"), row)) {
    if (found[1] == "12" || found[1] == "14") continue;
    for (const auto& given : all_matches(found[2], number)) {
      ++digits;
      const double value = std::stod(given[1]);
      const double half = 0.501 * std::pow(10.0, -static_cast<double>(given[2].size()));
      EXPECT_TRUE(std::any_of(answers.begin(), answers.end(),
                              [&](double answer) { return std::abs(answer - value) <= half; }))
          << "K" << found[1] << ": " << given[1];
    }
  }
  EXPECT_GT(digits, 120);
}

TEST(Evidence, RefusesWhatIsMadeUp) {
  for (const char* made_up :
       {"evidence/programme 9.9", "evidence/programme 0 row 25", "evidence/programme 1.5, S29",
        "evidence/behaviour 3.6 and K33", "evidence/nowhere 1.1", "evidence/programme, somewhere",
        "assumption; S29", "K40: a table", "Nobody & Someone (1999), J. Irrep. Results 3, 1-2",
        "Olken 2006", "Karlan & Olken (2007)", "Somebody et al. 2012", "docs/nowhere.md",
        "everybody knows", "", "the month's order"})
    EXPECT_NE(evidence().objection(made_up), "") << made_up;
  for (const char* sound :
       {"evidence/programme 1.5", "tenor: evidence/programme 0 row 12, 1.5; and more",
        "set for S13", "evidence/behaviour S2", "Olken 2007",
        "Alatas et al. (2012), Am. Econ. Rev. 102, 1206-1240", "de Mel, McKenzie & Woodruff (2008)",
        "World Bank (2002): over 90 percent", "assumption, sweep it", "size assumed",
        "the joining of the terms is this project's own"})
    EXPECT_EQ(evidence().objection(sound), "") << sound;
  // A model of socialization that stands alone would be taken for a stylised fact.
  EXPECT_EQ(evidence().objection("S9"), "");
  EXPECT_NE(evidence().objection("evidence/behaviour S9"), "");
}

}  // namespace swadaya
