#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "sim/base/csv.hpp"
#include "sim/base/notes.hpp"
#include "sim/designs/targets.hpp"
#include "sim/scenario/keys.hpp"

namespace swadaya {

namespace {

const std::vector<std::string>& known_columns() {
  static const std::vector<std::string> all{"outcome", "month",     "value",   "low",      "high",
                                            "sd",      "weight",    "variant", "held_out", "source",
                                            "id",      "statement", "wards",   "site"};
  return all;
}

bool is_text(const std::string& name) {
  return name == "outcome" || name == "variant" || name == "source" || name == "id" ||
         name == "statement" || name == "site";
}

class Reader {
 public:
  explicit Reader(const std::string& file) : csv_{read_csv(file)} {
    for (std::string& name : csv_.names) {
      std::string lower = lower_case(name);
      const auto& known = known_columns();
      if (std::find(known.begin(), known.end(), lower) != known.end()) name = std::move(lower);
    }
  }

  std::vector<Node> read() {
    check_columns();
    place_.file = std::make_shared<const std::string>(csv_.file);
    for (const Csv::Row& row : csv_.rows) add(row);
    if (problems_.empty() && targets_.empty())
      problems_.push_back({csv_.file, 0, 0, "", "", "no row says what was observed", ""});
    if (!problems_.empty()) throw BadInput{problems_};
    say_what_was_read();
    return std::move(targets_);
  }

 private:
  void check_columns() {
    const auto& known = known_columns();
    for (std::size_t c = 0; c < csv_.names.size(); ++c) {
      const std::string& name = csv_.names[c];
      const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
      if (is_known && csv_.column(name) != c)
        problems_.push_back({csv_.file, csv_.heading_line, 0, name, "",
                             "two columns of the file have this name", ""});
      // What is nearly a column's name is an error, anything else nobody asks for.
      else if (const std::string nearest = nearest_of(name, known);
               !is_known && !nearest.empty() && !is_index(csv_, c))
        problems_.push_back(
            {csv_.file, csv_.heading_line, 0, name, "", "there is no such column", nearest});
      else if (!is_known)
        reading_.left.push_back(name.empty() ? fmt::format("column {}", c + 1) : name);
      else
        reading_.used.push_back(name);
    }
    if (!csv_.column("outcome") || !csv_.column("month") ||
        (!csv_.column("value") && !(csv_.column("low") && csv_.column("high"))))
      problems_.push_back({csv_.file, csv_.heading_line, 0, "", "",
                           "needs the columns outcome, month, and value or low and high", ""});
    if (!problems_.empty()) throw BadInput{problems_};
  }

  bool says(const Csv::Row& row, const char* name) const {
    const auto c = csv_.column(name);
    return c && !is_missing(row.fields[*c]);
  }

  void add(const Csv::Row& row) {
    if (!says(row, "value") && !says(row, "low") && !says(row, "high")) {
      empty_lines_.push_back(row.line);
      return;
    }
    if (const auto [at, is_new] = line_of_.emplace(row.fields, row.line); !is_new) {
      repeats_.push_back(fmt::format("line {} as {}", row.line, at->second));
      return;
    }
    place_.line = row.line;
    Node::Table target;
    for (std::size_t c = 0; c < csv_.names.size(); ++c) add_field(target, row, c);
    add_band(target, row);
    Node node = with_id(node_with(place_, std::move(target)));
    if (const Node* id = node.find("id"); id && id->text()) note_other(*id->text(), row.line);
    targets_.push_back(std::move(node));
  }

  void add_field(Node::Table& target, const Csv::Row& row, std::size_t c) {
    const std::string &name = csv_.names[c], &field = row.fields[c];
    const auto& known = known_columns();
    if (is_missing(field) || name == "low" || name == "high" ||
        std::find(known.begin(), known.end(), name) == known.end())
      return;
    if (is_text(name)) {
      target.emplace_back(name, node_with(place_, field));
    } else if (name == "held_out") {
      const auto held_out = yes_or_no(field);
      if (!held_out)
        problems_.push_back({csv_.file, row.line, 0, name, field, "must be yes or no, 1 or 0", ""});
      target.emplace_back(name, node_with(place_, held_out.value_or(false)));
    } else {
      target.emplace_back(name, node_with(place_, number_in(csv_, row, c, 0, problems_)));
    }
  }

  void add_band(Node::Table& target, const Csv::Row& row) {
    Node::List band;
    for (const char* end : {"low", "high"})
      if (says(row, end))
        band.push_back(node_with(place_, number_in(csv_, row, *csv_.column(end), 0, problems_)));
    if (!band.empty()) target.emplace_back("band", node_with(place_, std::move(band)));
  }

  void note_other(const std::string& id, int line) {
    const auto [at, is_new] = line_of_id_.emplace(id, line);
    if (!is_new) others_.push_back(fmt::format("{} in line {}, as in {}", id, line, at->second));
  }

  void say_what_was_read() {
    reading_.file = csv_.file;
    reading_.rows = targets_.size();
    std::vector<std::string> words;
    if (!empty_lines_.empty())
      words.push_back(fmt::format("{} without a value left out: line {}",
                                  counted(empty_lines_.size(), "row"),
                                  fmt::join(empty_lines_, ", ")));
    if (!repeats_.empty())
      words.push_back(fmt::format("{} left out: {}", counted(repeats_.size(), "repeated row"),
                                  fmt::join(repeats_, ", ")));
    if (!others_.empty())
      words.push_back(
          fmt::format("observed more than once, and each counts: {}", fmt::join(others_, ", ")));
    if (!reading_.left.empty())
      words.push_back(fmt::format("left alone: {}", fmt::join(reading_.left, ", ")));
    if (!words.empty())
      reading_.words =
          fmt::format("{} observed; {}", counted(targets_.size(), "value"), fmt::join(words, "; "));
    note(reading_);
  }

  Csv csv_;
  Node place_;
  std::vector<Node> targets_;
  std::vector<Problem> problems_;
  Reading reading_;
  std::vector<int> empty_lines_;
  std::map<std::vector<std::string>, int> line_of_;
  std::map<std::string, int> line_of_id_;
  std::vector<std::string> repeats_, others_;
};

}  // namespace

std::vector<Node> targets_in(const std::string& csv_file) { return Reader{csv_file}.read(); }

}  // namespace swadaya
