// Every English format that the sources say has its Indonesian, and no other does.
#include "sim/words/sentences.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "tests/stage.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// What a literal's text stands for.
std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\\' && i + 1 < text.size())
      out += text[++i] == 'n' ? '\n' : text[i];
    else
      out += text[i];
  return out;
}

// The literals from `at` on, those that follow each other as one; how many there are at most.
std::vector<std::string> literals(const std::string& source, std::size_t at, std::size_t most) {
  std::vector<std::string> all;
  bool goes_on = false;
  int depth = 1;
  for (; at < source.size() && depth > 0; ++at) {
    const char c = source[at];
    if (c == '"') {
      std::size_t end = at + 1;
      while (source[end] != '"') end += source[end] == '\\' ? 2 : 1;
      const std::string text = unescaped(source.substr(at + 1, end - at - 1));
      if (goes_on)
        all.back() += text;
      else if (all.size() == most)
        return all;
      else
        all.push_back(text);
      goes_on = true, at = end;
    } else if (most == 1 && std::isspace(static_cast<unsigned char>(c)) == 0) {
      return all;  // of `say`: the first thing, or it is no text of the program's
    } else if (c == ',' || c == '(' || c == ')') {
      goes_on = false;
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
  }
  return all;
}

// Each with a file that says it.
std::map<std::string, std::string> said_in(const std::string& source, const std::string& file) {
  static const std::regex call{R"([.:](say|counted)\()"};
  std::map<std::string, std::string> all;
  for (auto at = std::sregex_iterator(source.begin(), source.end(), call);
       at != std::sregex_iterator(); ++at)
    for (const std::string& text :
         literals(source, static_cast<std::size_t>(at->position() + at->length()),
                  (*at)[1] == "say" ? 1 : 2))
      all.emplace(text, file);
  return all;
}

std::map<std::string, std::string> all_said() {
  std::map<std::string, std::string> all;
  const fs::path sim = fs::path{SWADAYA_SOURCE_DIR} / "sim";
  for (const auto& entry : fs::recursive_directory_iterator{sim}) {
    const std::string file = entry.path().lexically_relative(sim).string();
    if (!entry.is_regular_file() || file.starts_with("words/")) continue;
    all.merge(said_in(text_in(entry.path().string()), file));
  }
  return all;
}

// "{}", "{:.2g}": in their order, or by their numbers where these are said.
std::vector<std::string> places_in(std::string_view format) {
  static const std::regex place{R"(\{(\d*)(:[^}]*)?\})"};
  const std::string text{format};
  std::vector<std::pair<int, std::string>> places;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), place);
       at != std::sregex_iterator(); ++at) {
    const std::string number = (*at)[1];
    places.emplace_back(number.empty() ? static_cast<int>(places.size()) : std::stoi(number),
                        (*at)[2]);
  }
  std::sort(places.begin(), places.end());
  std::vector<std::string> all;
  for (const auto& [number, format_of_it] : places) all.push_back(format_of_it);
  return all;
}

std::string beginning(std::string_view text) { return std::string{text.substr(0, 60)}; }

}  // namespace

TEST(Sentences, AreFoundInSources) {
  const auto said = said_in(
      "in.say(\"One {} \"\n  \"of \\\"two\\\".\\n\", f(\"x\")); look.counted(n, \"{} a\", \"{} b\");"
      "in.say(text); words.say(a ? \"no\" : b)",
      "f");
  std::set<std::string> texts;
  for (const auto& [text, file] : said) texts.insert(text);
  EXPECT_EQ(texts, (std::set<std::string>{"One {} of \"two\".\n", "{} a", "{} b"}));
  EXPECT_EQ(places_in("{} of {:.2g}"), places_in("{1:.2g} dari {0}"));
  EXPECT_NE(places_in("{} of {:.2g}"), places_in("{} dari {}"));
}

TEST(Sentences, AreEachInIndonesianOnce) {
  std::set<std::string> there;
  for (const Sentences& sentences : sentences_in_indonesian())
    for (const auto& [english, indonesian] : sentences) {
      EXPECT_TRUE(there.insert(std::string{english}).second) << "twice: " << beginning(english);
      EXPECT_NE(indonesian, "") << beginning(english);
    }
  const auto said = all_said();
  EXPECT_GT(said.size(), 300u);
  for (const auto& [text, file] : said)
    EXPECT_TRUE(there.contains(text)) << file << " says what isn't in sim/words: " << text;
  for (const std::string& text : there)
    EXPECT_TRUE(said.contains(text)) << "nothing says any more: " << text;
}

TEST(Sentences, HaveTheSamePlacesForValues) {
  for (const Sentences& sentences : sentences_in_indonesian())
    for (const auto& [english, indonesian] : sentences) {
      EXPECT_EQ(places_in(english), places_in(indonesian)) << english;
      EXPECT_EQ(std::count(english.begin(), english.end(), '\n'),
                std::count(indonesian.begin(), indonesian.end(), '\n'))
          << english;
      // Where one begins or ends with a blank, it is put beside another.
      EXPECT_EQ(english.ends_with(' '), indonesian.ends_with(' ')) << english;
    }
}

}  // namespace swadaya
