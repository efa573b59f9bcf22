#include "sim/designs/trial_file.hpp"

#include <algorithm>
#include <filesystem>

#include "sim/scenario/file_keys.hpp"

namespace swadaya {

namespace {

namespace fs = std::filesystem;

constexpr double z95 = 1.959964;  // normal quantile of 0.975
const char* const usual_scenario = "../lenteng-agung/baseline.toml";
constexpr double usual_replicates = 40;

const std::vector<std::string> scales{"difference", "ratio", "log-ratio"};

KeyInfo set_key() {
  return key_of(KeyKind::table, "set", "set = { \"programme.meetings\" = 4.33 }");
}

KeyInfo scale_key() {
  return key_of(KeyKind::table, "scale",
                "scale = { \"lending.norm\" = 0.5 }: times the scenario's own");
}

KeyInfo events_key() {
  return key_of(KeyKind::tables, "event", "what changes during the run", event_keys);
}

const KeyTable& arm_keys() {
  static const KeyTable table{
      "treatment", "what one arm has of its own", {set_key(), scale_key(), events_key()}};
  return table;
}

const KeyTable& base_keys() {
  KeyInfo scenario = text_key("scenario", "the file that both arms start from");
  scenario.default_value = std::string{usual_scenario};
  static const KeyTable table{
      "base",
      "what both arms share",
      {std::move(scenario),
       whole_key("replicates", {2, 100000}, usual_replicates, "worlds, each with both arms"),
       set_key(), events_key()}};
  return table;
}

KeyInfo needed_text(const char* name, const char* meaning) {
  return needed(text_key(name, meaning));
}

// What was done, where, and how far we know it.
std::vector<KeyInfo> keys_of_the_study() {
  return {needed(name_key("name", "what tables call it")),
          needed_text("title", "what was tried, in words"),
          title_id_key(),
          needed_text("who", "authors and year of the publication"),
          needed_text("where", "place"),
          needed(whole_key("year", {1900, 2100}, {}, "in which it began")),
          needed_text("published", "the figure as the source has it, and how it became `effect`"),
          needed_text("source", "where it is published"),
          needed(pick_key("read", {"full", "abstract", "secondary"}, "way to have read it",
                          "how far the source was read: full, abstract or secondary")),
          needed_text("represents", "what of it the two arms hold"),
          needed_text("leaves_out", "what they don't"),
          needed(key_of(KeyKind::flag, "kept_apart", "no parameter was fitted to it"))};
}

// The published effect, and what is measured beside it.
std::vector<KeyInfo> keys_of_the_effect() {
  KeyInfo error = number_key("standard_error", {0, unbounded}, {}, "of it, on the same scale");
  error.is_above = true;
  return {pick_key("outcome", outcome_names(), "outcome", "what is measured"),
          needed(whole_key("month", {0, most_months}, {}, "in which it is measured")),
          flag_key("one_minus", false, "the share that is left to 1"),
          key_of(KeyKind::table, "over", "{ outcome = \"...\", month = ... }, in each world",
                 quantity_keys),
          needed(pick_key("compare", scales, "way to compare",
                          "treatment and control: difference, ratio or log-ratio")),
          needed(number_key("effect", {-unbounded, unbounded}, {}, "published, on that scale")),
          std::move(error),
          key_of(KeyKind::numbers, "interval", "[low, high], 95 %, where that was published"),
          text_key("assumed", "how the error was chosen where none was published"),
          flag_key("null", false, "the effect was published as none"),
          needed(whole_key("worlds", {1, 100000}, {},
                           "worlds that make a study of the size of the published one"))};
}

std::vector<KeyInfo> all_keys() {
  std::vector<KeyInfo> keys = keys_of_the_study();
  for (KeyInfo& key : keys_of_the_effect()) keys.push_back(std::move(key));
  keys.push_back(key_of(KeyKind::table, "base", "what both arms share", base_keys));
  keys.push_back(key_of(KeyKind::table, "control", "the arm without", arm_keys));
  keys.push_back(needed(key_of(KeyKind::table, "treatment", "the arm with", arm_keys)));
  return keys;
}

class Reader {
 public:
  Trial read(const std::string& file) {
    const Node root = read_toml(file);
    for (const auto& [key, node] : *root.table())
      if (key != trial_keys().name)
        problems_.push_back(problem_at(node, key, "a file of a trial has [trial] only",
                                       did_you_mean(key, {trial_keys().name})));
      else if (!node.table())
        problems_.push_back(problem_at(node, key, "must be a table, written [trial]"));
    const Node* table = root.find(trial_keys().name);
    if (!table && problems_.empty())
      problems_.push_back({file, 0, 0, "", "", "has no [trial]", ""});
    Trial trial;
    trial.file = file;
    if (table && table->table()) read_table(*table, trial);
    if (!problems_.empty()) throw BadInput{problems_};
    return trial;
  }

 private:
  void read_table(const Node& table, Trial& t) {
    Keys keys{table, trial_keys(), trial_keys().name, problems_};
    t.name = keys.text("name"), t.title = keys.text("title"), t.title_id = keys.text("title_id");
    t.who = keys.text("who");
    t.where = keys.text("where"), t.year = keys.whole<int>("year");
    t.published = keys.text("published"), t.source = keys.text("source");
    t.read = keys.text("read"), t.represents = keys.text("represents");
    t.leaves_out = keys.text("leaves_out"), t.kept_apart = keys.flag("kept_apart");
    t.worlds = keys.whole<int>("worlds");
    read_effect(keys, t);
    read_base(keys, t);
    if (const Node* arm = keys.find("control")) t.control = arm_of(*arm, "control");
    const Node* arm = keys.find("treatment");
    if (!arm) return;
    t.treatment = arm_of(*arm, "treatment");
    if (said_by(t.control) == said_by(t.treatment))
      keys.report("treatment", "must say another `set`, `scale` or [[event]] than the control");
  }

  void read_effect(Keys& keys, Trial& t) {
    if (!keys.said("outcome")) keys.report("outcome", "must be said");
    t.quantity = quantity_of(keys);
    if (const Node* over = keys.find("over")) {
      const Keys own{*over, quantity_keys(), "trial.over", problems_};
      t.over = quantity_of(own);
    }
    const auto at = std::find(scales.begin(), scales.end(), keys.text("compare"));
    if (at != scales.end()) t.scale = static_cast<Scale>(at - scales.begin());
    t.effect = keys.number("effect");
    t.is_null = keys.flag("null");
    t.assumed = keys.text("assumed");
    if (keys.find("effect") && !t.is_null && t.effect == t.no_effect())
      keys.report("effect", "has no sign: say `null = true`");
    read_error(keys, t);
  }

  void read_error(Keys& keys, Trial& t) {
    t.standard_error = keys.number("standard_error");
    if (!keys.said("interval")) {
      if (!keys.said("standard_error"))
        keys.report("standard_error", "must be said, or `interval`",
                    "one that isn't published is `assumed`, and how");
      return;
    }
    if (keys.said("standard_error"))
      keys.report("interval", "is one too many beside `standard_error`: say what was published");
    const std::vector<double> ends = keys.numbers("interval");
    if (ends.size() == 2 && ends[0] < ends[1])
      t.standard_error = (ends[1] - ends[0]) / (2 * z95);
    else if (keys.find("interval"))
      keys.report("interval", "must be [low, high]");
  }

  void read_base(Keys& keys, Trial& t) {
    static const Node none{Node::Table{}, {}, 0, 0};
    const Node* base = keys.find("base");
    Keys own{base ? *base : none, base_keys(), "trial.base", problems_};
    const fs::path scenario = own.text("scenario");
    t.scenario = (fs::path{t.file}.parent_path() / scenario).lexically_normal().string();
    if (!fs::is_regular_file(t.scenario))
      own.said("scenario") ? own.report("scenario", "there is no file " + t.scenario)
                           : keys.report("base", "there is no file " + t.scenario,
                                         "name the scenario that both arms start from");
    t.replicates = own.whole<std::uint32_t>("replicates");
    take(own, t.both);
  }

  Arm arm_of(const Node& table, const std::string& name) {
    Keys keys{table, arm_keys(), "trial." + name, problems_};
    Arm arm;
    take(keys, arm);
    if (const Node* scale = keys.find("scale")) arm.scale = flattened(*scale->table());
    return arm;
  }

  static void take(const Keys& keys, Arm& arm) {
    if (const Node* set = keys.find("set")) arm.set = flattened(*set->table());
    if (const Node* events = keys.find("event")) arm.events = *events->list();
  }

  static std::string said_by(const Arm& arm) {
    std::string text;
    for (const auto& [key, node] : arm.set) text += key + "=" + text_of(node) + ";";
    for (const auto& [key, node] : arm.scale) text += key + "*=" + text_of(node) + ";";
    for (const Node& event : arm.events) text += text_of(event) + ";";
    return text;
  }

  std::vector<Problem> problems_;
};

}  // namespace

const KeyTable& trial_keys() {
  static const KeyTable table{"trial", "a published field experiment", all_keys()};
  return table;
}

Trial read_trial(const std::string& file) { return Reader{}.read(file); }

}  // namespace swadaya
