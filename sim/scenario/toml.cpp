#include "sim/scenario/toml.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace swadaya::unparsed {

// Thrown where the parser meets what it counts on not to meet: [=, [[[. toml++ 3.3 calls that a
// fault of its own, and where NDEBUG is defined it takes for granted that it never happens.
struct Unexpected {};
[[noreturn]] void stop() { throw Unexpected{}; }

}  // namespace swadaya::unparsed

#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(holds) ((holds) ? void() : swadaya::unparsed::stop())
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>
#pragma pop_macro("NDEBUG")

#include "sim/base/notes.hpp"

namespace swadaya {

namespace {

using FileName = std::shared_ptr<const std::string>;

Node node_of(const toml::node& from, const FileName& file) {
  Node node;
  node.file = file;
  node.line = static_cast<int>(from.source().begin.line);
  node.column = static_cast<int>(from.source().begin.column);
  if (const auto* table = from.as_table()) {
    Node::Table entries;
    for (const auto& [key, value] : *table) {
      Node entry = node_of(value, file);
      // An error about a key points at the key, not behind the equals sign.
      entry.line = static_cast<int>(key.source().begin.line);
      entry.column = static_cast<int>(key.source().begin.column);
      entries.emplace_back(std::string{key.str()}, std::move(entry));
    }
    node.value = std::move(entries);
  } else if (const auto* array = from.as_array()) {
    Node::List entries;
    for (const toml::node& entry : *array) entries.push_back(node_of(entry, file));
    node.value = std::move(entries);
  } else if (const auto* flag = from.as_boolean()) {
    node.value = flag->get();
  } else if (const auto* whole = from.as_integer()) {
    node.value = static_cast<double>(whole->get());
    node.integer = whole->get();
  } else if (const auto* number = from.as_floating_point()) {
    node.value = number->get();
  } else if (const auto* text = from.as_string()) {
    node.value = text->get();
  } else {
    throw BadInput{
        Problem{*file, node.line, node.column, "", "", "dates and times mean nothing here", ""}};
  }
  return node;
}

BadInput not_toml(const toml::parse_error& error, const std::string& file) {
  const auto& at = error.source().begin;
  return BadInput{Problem{file, static_cast<int>(at.line), static_cast<int>(at.column), "", "",
                          "isn't TOML: " + std::string{error.description()}, ""}};
}

// Where the parser can't say it: in the last of the fewest lines with which it stops so.
BadInput not_toml(const std::string& text, const std::string& file) {
  std::vector<std::size_t> ends;  // of lines
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
    ends.push_back(at);
  ends.push_back(text.size());
  const auto first = std::partition_point(ends.begin(), ends.end(), [&](std::size_t end) {
    try {
      static_cast<void>(toml::parse(std::string_view{text}.substr(0, end)));
      return true;
    } catch (const toml::parse_error&) {
      return true;
    } catch (const unparsed::Unexpected&) {
      return false;
    }
  });
  return BadInput{Problem{file, static_cast<int>(first - ends.begin()) + 1, 0, "", "",
                          "isn't TOML: a name or a value is missing, or a bracket too many", ""}};
}

// Looks through a text outside of its strings and comments for what the parser can't bear: keys and
// values nested by the thousand, for which it has one call each.
class Shape {
 public:
  Shape(const std::string& text, const std::string& file) : text_{text}, file_{file} {}

  // The first line with a letter beyond ASCII outside of strings and comments; 0: there is none.
  // The parser's way of telling some of them from blanks is undefined.
  int strange_line() const { return strange_line_; }

  void check() {
    for (at_ = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"' || c == '\'') {
        skip_string(c);
      } else if (c == '#') {
        while (at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
      } else {
        see(c);
      }
    }
  }

 private:
  static constexpr int most = 64;  // no file of ours has more than six

  void see(char c) {
    if (c == '\n') ++line_, dots_ = 0;
    if (static_cast<unsigned char>(c) >= 0x80 && strange_line_ == 0) strange_line_ = line_;
    if (c == '=' || c == ',') dots_ = 0;
    if (c == '.' && ++dots_ > most) refuse("keys are nested too deeply");
    if ((c == '[' || c == '{') && ++depth_ > most) refuse("values are nested too deeply");
    if ((c == ']' || c == '}') && depth_ > 0) --depth_;
  }

  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool is_long = text_.compare(at_, 3, three) == 0;
    at_ += is_long ? 3 : 1;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') {
        if (!is_long) return --at_, void();  // it isn't closed, which the parser says
        ++line_;
      }
      if (quote == '"' && text_[at_] == '\\') {
        ++at_;
      } else if (is_long ? text_.compare(at_, 3, three) == 0 : text_[at_] == quote) {
        at_ += is_long ? 2 : 0;
        return;
      }
    }
  }

  [[noreturn]] void refuse(const char* rule) const {
    throw BadInput{Problem{file_, line_, 0, "", "", rule, ""}};
  }

  const std::string &text_, &file_;
  std::size_t at_ = 0;
  int line_ = 1, dots_ = 0, depth_ = 0, strange_line_ = 0;
};

// Gives the first line with a letter beyond ASCII outside of strings and comments, or 0.
int check_shape(const std::string& text, const std::string& file) {
  Shape shape{text, file};
  shape.check();
  return shape.strange_line();
}

std::string key_text(const std::string& key) {
  const bool is_bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
  return is_bare ? key : quoted(key);
}

bool is_list_of_tables(const Node& node) {
  const Node::List* list = node.list();
  return list && !list->empty() &&
         std::all_of(list->begin(), list->end(), [](const Node& n) { return n.table(); });
}

// As they are read back, so that what is written again is the same.
Node::Table sorted(Node::Table table) {
  std::sort(table.begin(), table.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return table;
}

// On one line, tables too.
std::string inline_text(const Node& node) {
  std::string out;
  if (const Node::Table* table = node.table()) {
    for (const auto& [key, value] : sorted(*table))
      out += (out.empty() ? "" : ", ") + key_text(key) + " = " + inline_text(value);
    return out.empty() ? "{}" : "{ " + out + " }";
  }
  if (!node.list()) return text_of(node);
  for (const Node& entry : *node.list()) out += (out.empty() ? "" : ", ") + inline_text(entry);
  return "[" + out + "]";
}

std::size_t keys_in(const Node& node) {
  std::size_t keys = 0;
  if (node.table())
    for (const auto& [key, inner] : *node.table()) keys += keys_in(inner);
  else if (node.list() && !node.list()->empty() && node.list()->front().table())
    for (const Node& inner : *node.list()) keys += keys_in(inner);
  else
    keys = 1;
  return keys;
}

void say_what_was_read(const std::string& file, const Node& root) {
  Reading reading{.file = file, .words = "", .rows = keys_in(root), .thing = "key"};
  for (const auto& [name, node] : *root.table()) {
    const bool is_array = node.list() && !node.list()->empty() && node.list()->front().table();
    reading.used.push_back(is_array ? "[[" + name + "]]" : node.table() ? "[" + name + "]" : name);
  }
  reading.defaults = {"what it doesn't say, at its default"};
  note(reading);
}

}  // namespace

const Node* Node::find(const std::string& key) const {
  if (const Table* entries = table())
    for (const auto& [name, node] : *entries)
      if (name == key) return &node;
  return nullptr;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string table_text(const std::string& name, const Node::Table& table) {
  std::string text = "[" + name + "]\n", below;
  for (const auto& [key, node] : sorted(table)) {
    const std::string full = name + "." + key_text(key);
    if (is_list_of_tables(node)) {
      for (const Node& entry : *node.list()) {
        below += "\n[[" + full + "]]\n";
        for (const auto& [own, value] : sorted(*entry.table()))
          below += key_text(own) + " = " + inline_text(value) + "\n";
      }
    } else if (node.table()) {
      below += "\n" + table_text(full, *node.table());
    } else {
      text += key_text(key) + " = " + inline_text(node) + "\n";
    }
  }
  return text + below;
}

Node node_with(const Node& place, decltype(Node::value) value) {
  Node node = place;
  node.value = std::move(value);
  node.integer.reset();
  return node;
}

std::string text_of(const Node& node) {
  if (const auto* flag = std::get_if<bool>(&node.value)) return *flag ? "true" : "false";
  if (const double* number = node.number()) return fmt::format("{}", *number);
  if (const std::string* text = node.text()) return quoted(*text);
  if (const auto* list = node.list()) {
    std::string out;
    for (const Node& entry : *list) out += (out.empty() ? "" : ", ") + text_of(entry);
    return "[" + out + "]";
  }
  return "{...}";
}

Problem problem_at(const Node& node, std::string key, std::string rule, std::string suggestion) {
  return {node.file ? *node.file : "",       node.line,       node.column,          std::move(key),
          node.table() ? "" : text_of(node), std::move(rule), std::move(suggestion)};
}

Node read_toml(const std::string& file) {
  if (std::filesystem::is_directory(file)) throw refused(file, "is a folder", "name a file");
  if (!std::filesystem::is_regular_file(file))
    throw BadInput{Problem{file, 0, 0, "", "", "there is no such file", ""}};
  std::ifstream in{file, std::ios::binary};
  std::stringstream text;
  text << in.rdbuf();
  if (!in) throw BadInput{Problem{file, 0, 0, "", "", "can't be read", ""}};
  Node root = toml_of(text.str(), file);
  say_what_was_read(file, root);
  return root;
}

Node toml_of(const std::string& text, const std::string& name) {
  if (const int line = check_shape(text, name))
    throw BadInput{Problem{name, line, 0, "", "",
                           "isn't TOML: only A to Z, digits, - and _ stand outside of quotes", ""}};
  try {
    const toml::table table = toml::parse(text, name);
    return node_of(table, std::make_shared<const std::string>(name));
  } catch (const toml::parse_error& error) {
    throw not_toml(error, name);
  } catch (const unparsed::Unexpected&) {
    throw not_toml(text, name);
  }
}

Node toml_value(const std::string& text, const std::string& origin) {
  const auto file = std::make_shared<const std::string>(origin);
  Node word;
  word.file = file;
  word.value = text;
  if (check_shape("v = " + text, origin) != 0) return word;
  try {
    const toml::table table = toml::parse("v = " + text);
    Node node = node_of(*table.get("v"), file);
    node.line = node.column = 0;
    return node;
  } catch (const toml::parse_error&) {
    return word;
  } catch (const unparsed::Unexpected&) {
    return word;
  }
}

Node::Table flattened(const Node::Table& table, const std::string& prefix) {
  Node::Table flat;
  for (const auto& [key, node] : table) {
    if (const Node::Table* inner = node.table()) {
      for (auto& entry : flattened(*inner, prefix + key + ".")) flat.push_back(std::move(entry));
    } else {
      flat.emplace_back(prefix + key, node);
    }
  }
  return flat;
}

}  // namespace swadaya
