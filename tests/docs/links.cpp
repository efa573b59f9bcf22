// Every relative link of every Markdown file leads somewhere: to a file of the tree, and where it
// names one, to a heading. Anchors are made as GitHub makes them.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/own_folder.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

// --- text of a document

struct Document {
  std::vector<std::string> lines;  // as written, but for blocks of code, which are empty
  std::string prose;               // the same in one piece, without spans of code either
};

// Blanks what stands between backticks, line ends kept. A run of them is closed by one as long.
std::string without_code_spans(std::string text) {
  const auto run = [&text](std::size_t at) {
    std::size_t n = 0;
    while (at + n < text.size() && text[at + n] == '`') ++n;
    return n;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t opened = run(at);
    if (opened == 0) {
      ++at;
      continue;
    }
    const std::size_t paragraph = std::min(text.find("\n\n", at), text.size());
    std::size_t end = at + opened;
    while (end < paragraph && run(end) != opened) end += std::max<std::size_t>(run(end), 1);
    if (end < paragraph)
      for (std::size_t i = at; i < end + opened; ++i)
        if (text[i] != '\n') text[i] = ' ';
    at = end < paragraph ? end + opened : at + opened;
  }
  return text;
}

Document document_of(const std::string& text) {
  static const std::regex fence{R"(^\s*(`{3,}|~{3,}).*)"}, item{R"(^\s*([-*+]|\d+[.)])\s.*)"};
  Document document;
  std::string open;  // the fence of the block that we are in
  bool blank = true, indented = false, in_list = false;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line); document.lines.push_back(line)) {
    std::smatch found;
    const bool is_fence = std::regex_match(line, found, fence);
    if (!open.empty()) {
      if (is_fence && found[1].str().starts_with(open)) open.clear();
      line.clear();
    } else if (is_fence) {
      open = found[1];
      line.clear();
    } else if (line.find_first_not_of(" \t\r") == std::string::npos) {
      blank = true;
      continue;
    } else {
      if (std::regex_match(line, item)) {
        in_list = true;
      } else if (blank && line[0] != ' ') {
        in_list = false;
      }
      // Four spaces after an empty line make code, unless they carry on an item of a list.
      indented = line.starts_with("    ") && (blank || indented) && !in_list;
      if (indented) line.clear();
    }
    blank = false;
  }
  for (const std::string& line : document.lines) document.prose += line + '\n';
  document.prose = without_code_spans(document.prose);
  return document;
}

// --- anchors

// The letters, digits and signs of a heading that an anchor keeps, in small letters.
std::string anchor_of(std::string heading) {
  static const std::regex link{R"(!?\[([^\]]*)\]\([^)]*\))"}, tag{"<[^>]*>"},
      emphasis{R"((^|\s)_([^_]+)_(?![A-Za-z0-9]))"};
  heading = std::regex_replace(heading, link, "$1");
  heading = std::regex_replace(heading, tag, "");
  heading = std::regex_replace(heading, emphasis, "$1$2");
  std::string anchor;
  for (std::size_t i = 0; i < heading.size();) {
    const auto first = static_cast<unsigned char>(heading[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::string sign = heading.substr(i, length);
    i += length;
    if (first < 0x80) {
      if (std::isalnum(first) || first == '_' || first == '-') {
        anchor += static_cast<char>(std::tolower(first));
      } else if (first == ' ') {
        anchor += '-';
      }
    } else if (first == 0xC3) {  // accented letters, multiplied and divided by
      auto& second = sign[1];
      if (second == '\x97' || second == '\xB7') continue;
      if (static_cast<unsigned char>(second) < 0x9F) second = static_cast<char>(second + 0x20);
      anchor += sign;
    } else if (first > 0xC3 && first != 0xE2 && !sign.starts_with("\xE3\x80") && length < 4) {
      anchor += sign;  // other alphabets; dashes, quotes, arrows and the like aren't kept
    }
  }
  return anchor;
}

std::set<std::string> anchors_of(const Document& document) {
  static const std::regex hashes{R"(^ {0,3}#{1,6}\s+(.*?)(\s+#+)?\s*)"},
      underline{R"(^ {0,3}(=+|-+)\s*)"}, no_heading{R"(^\s*([-*+#>|]|\d+[.)]).*)"},
      explicit_one{R"re(<[a-z]+[^>\n]*\s(?:id|name)="([^"]+)")re"};
  std::set<std::string> anchors;
  std::map<std::string, int> seen;
  const auto add = [&](const std::string& heading) {
    const std::string anchor = anchor_of(heading);
    const int before = seen[anchor]++;
    anchors.insert(before ? anchor + "-" + std::to_string(before) : anchor);
  };
  std::string previous;
  for (const std::string& line : document.lines) {
    std::smatch found;
    if (std::regex_match(line, found, hashes)) {
      add(found[1]);
    } else if (!previous.empty() && std::regex_match(line, underline) &&
               !std::regex_match(previous, no_heading)) {
      add(previous);
    }
    previous = line;
  }
  for (auto i = std::sregex_iterator{document.prose.begin(), document.prose.end(), explicit_one};
       i != std::sregex_iterator{}; ++i)
    anchors.insert((*i)[1]);
  return anchors;
}

// --- links

struct Link {
  long line;
  std::string target;
};

std::vector<Link> links_of(const Document& document) {
  // [text](target "title"), also of images; [name]: target; <a href="target">, <img src="target">
  static const std::regex inline_one{
      R"re(\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))+)>?(?:\s+["'][^"']*["'])?\s*\))re"},
      defined{R"(\n {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+))"},
      tag{R"re(<[a-z]+[^>\n]*\s(?:href|src)="([^"]*)")re"};
  const std::string text = '\n' + document.prose;
  std::vector<Link> links;
  for (const std::regex* kind : {&inline_one, &defined, &tag})
    for (auto i = std::sregex_iterator{text.begin(), text.end(), *kind};
         i != std::sregex_iterator{}; ++i)
      links.push_back({std::count(text.begin(), text.begin() + i->position(1), '\n'), (*i)[1]});
  return links;
}

std::string decoded(const std::string& target) {
  std::string plain;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const bool is_code = target[i] == '%' && i + 2 < target.size() &&
                         std::isxdigit(static_cast<unsigned char>(target[i + 1])) &&
                         std::isxdigit(static_cast<unsigned char>(target[i + 2]));
    plain +=
        is_code ? static_cast<char>(std::stoi(target.substr(i + 1, 2), nullptr, 16)) : target[i];
    if (is_code) i += 2;
  }
  return plain;
}

// --- the tree

// What is made, or comes from elsewhere: no link may lead there, as a fresh copy lacks it.
bool is_left_out(const fs::path& relative) {
  static const std::set<fs::path> folders{".git", "build", "results", "web/node_modules",
                                          "web/dist"};
  fs::path part;
  for (const fs::path& name : relative)
    if (folders.contains(part /= name)) return true;
  return false;
}

class Tree {
 public:
  explicit Tree(const fs::path& root) : root_{fs::canonical(root)} {
    for (auto i = fs::recursive_directory_iterator{root_}; i != fs::recursive_directory_iterator{};
         ++i) {
      if (is_left_out(i->path().lexically_relative(root_))) {
        i.disable_recursion_pending();
      } else if (i->path().extension() == ".md") {
        documents_.emplace(i->path(), document_of(text_of(i->path())));
      }
    }
  }

  // "README.md:12: docs/guide.md#compare: no such heading"
  std::vector<std::string> broken() {
    std::vector<std::string> all;
    for (const auto& [file, document] : documents_)
      for (const Link& link : links_of(document)) {
        ++looked_at_;
        const std::string what = wrong_with(file, link.target);
        if (!what.empty())
          all.push_back(file.lexically_relative(root_).string() + ":" + std::to_string(link.line) +
                        ": " + link.target + ": " + what);
      }
    return all;
  }
  std::size_t documents() const { return documents_.size(); }
  std::size_t looked_at() const { return looked_at_; }

 private:
  static std::string text_of(const fs::path& file) {
    std::ifstream in{file};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

  std::string wrong_with(const fs::path& from, const std::string& target) const {
    static const std::regex elsewhere{R"(^([A-Za-z][A-Za-z0-9+.\-]*:|//).*)"};
    if (std::regex_match(target, elsewhere)) return "";
    const std::size_t hash = target.find('#');
    const std::string path = decoded(target.substr(0, std::min(hash, target.find('?'))));
    const std::string anchor = hash == std::string::npos ? "" : decoded(target.substr(hash + 1));
    fs::path to = path.empty()     ? from
                  : path[0] == '/' ? root_ / path.substr(1)
                                   : from.parent_path() / path;
    to = to.lexically_normal();
    const fs::path relative = to.lexically_relative(root_);
    if (*relative.begin() == "..") return "leads out of the project";
    if (!fs::exists(to) || is_left_out(relative)) return "no such file";
    return anchor.empty() ? "" : wrong_with_anchor(to, anchor);
  }

  std::string wrong_with_anchor(fs::path to, const std::string& anchor) const {
    if (fs::is_directory(to)) to = (to / "README.md").lexically_normal();
    if (const auto it = documents_.find(to); it != documents_.end())
      return anchors_of(it->second).contains(anchor) ? "" : "no such heading";
    static const std::regex lines{R"(L(\d+)(-L(\d+))?)"};
    std::smatch found;
    if (!std::regex_match(anchor, found, lines)) return "no such heading";
    const std::string text = text_of(to);
    const long last = std::stol(found[3].matched ? found[3] : found[1]);
    return last <= std::count(text.begin(), text.end(), '\n') ? "" : "no such line";
  }

  fs::path root_;
  std::map<fs::path, Document> documents_;
  std::size_t looked_at_ = 0;
};

// A tree of such files.
fs::path tree_with(const std::map<std::string, std::string>& files) {
  const fs::path root = fs::path{own_folder()} / "tree";
  fs::remove_all(root);
  for (const auto& [name, text] : files) {
    fs::create_directories((root / name).parent_path());
    std::ofstream{root / name} << text;
  }
  return root;
}

using Found = std::vector<std::string>;

}  // namespace

TEST(Links, LeadSomewhereInEveryDocument) {
  Tree tree{SWADAYA_SOURCE_DIR};
  const Found broken = tree.broken();
  for (const std::string& link : broken) ADD_FAILURE() << link;
  EXPECT_GE(tree.documents(), 8u);
  EXPECT_GE(tree.looked_at(), 50u);
}

TEST(Links, ToWhatIsNotThereAreFound) {
  Tree tree{tree_with({{"README.md",
                        "See [a guide](docs/guide.md), [none](docs/gone.md)\nand ![a\npicture]"
                        "(docs/images/gone.png \"title\").\n\n[one]: docs/lost.md\n\n"
                        "<img src=\"none.svg\"> [out](../other) [made](build/x.md)\n"},
                       {"docs/guide.md", "[up](../README.md) [down](deeper/)\n"},
                       {"docs/deeper/x.cpp", "\n"},
                       {"build/x.md", "[made things are not read](gone.md)\n"}})};
  EXPECT_EQ(tree.broken(), (Found{"README.md:1: docs/gone.md: no such file",
                                  "README.md:3: docs/images/gone.png: no such file",
                                  "README.md:7: ../other: leads out of the project",
                                  "README.md:7: build/x.md: no such file",
                                  "README.md:5: docs/lost.md: no such file",
                                  "README.md:7: none.svg: no such file"}));
  EXPECT_EQ(tree.documents(), 2u);
}

TEST(Links, ToHeadingsThatAreNotThereAreFound) {
  Tree tree{tree_with({{"README.md",
                        "# Top\n[here](#top) [not](#bottom) [guide](guide.md#a-word)\n"
                        "[guide](guide.md#a-Word) [code](x.cpp#L2) [code](x.cpp#L1-L3)\n"
                        "[folder](docs/#in-a-folder) [folder](docs#elsewhere)\n"},
                       {"guide.md", "## A word\n```sh\n# no heading\n```\n[x](#no-heading)\n"},
                       {"docs/README.md", "In a folder\n-----------\n"},
                       {"x.cpp", "int a;\nint b;\n"}})};
  EXPECT_EQ(tree.broken(), (Found{"README.md:2: #bottom: no such heading",
                                  "README.md:3: guide.md#a-Word: no such heading",
                                  "README.md:3: x.cpp#L1-L3: no such line",
                                  "README.md:4: docs#elsewhere: no such heading",
                                  "guide.md:5: #no-heading: no such heading"}));
}

TEST(Links, InCodeAndToOtherPlacesAreLeftAlone) {
  Tree tree{tree_with({{"README.md",
                        "`[a](gone.md)` and ``[b`](gone.md)`` [c](https://example.org/x#y)\n"
                        "[d](mailto:somebody@example.org)\n\n"
                        "    [e](gone.md)\n\n"
                        "- an item\n\n    [in the list](gone.md)\n\n"
                        "~~~\n[f](gone.md)\n```\n[g](gone.md)\n~~~\n[h](gone.md)\n"}})};
  EXPECT_EQ(tree.broken(),
            (Found{"README.md:8: gone.md: no such file", "README.md:15: gone.md: no such file"}));
}

TEST(Links, AnchorsAreThoseOfGitHub) {
  EXPECT_EQ(anchor_of("Who is poor?"), "who-is-poor");
  EXPECT_EQ(anchor_of("A rule of `month/` never reads a_file"),
            "a-rule-of-month-never-reads-a_file");
  EXPECT_EQ(anchor_of("What [the data](x.md) say: **first**"), "what-the-data-say-first");
  EXPECT_EQ(anchor_of("2.1 Prices – and _costs_ (kRp)"), "21-prices--and-costs-krp");
  EXPECT_EQ(anchor_of("Érdem, Größe × 2"), "érdem-größe--2");
  const auto twice =
      anchors_of(document_of("# Limits\n## Limits\n### Limits ###\n<a id=\"S1\">\n"));
  EXPECT_EQ(twice, (std::set<std::string>{"limits", "limits-1", "limits-2", "S1"}));
}

}  // namespace swadaya
