// Errors that a user can mend: what is wrong, where, by which rule, and the nearest valid name.
#pragma once

#include <exception>
#include <string>
#include <vector>

namespace swadaya {

// One thing wrong with what the user gave. Empty fields and a line of 0 are left out of the text.
struct Problem {
  std::string file;
  int line = 0, column = 0;
  std::string key;         // "lending.norm"
  std::string value;       // as the user wrote it
  std::string rule;        // "must lie between 0 and 1 (share)"
  std::string suggestion;  // the nearest valid name, or what to do
};

// "scenarios/a.toml:12:3: lending.norn = 0.2: no such parameter; did you mean `lending.norm`?"
std::string text_of(const Problem& problem);

// Bad input: all that is wrong with a file at once. Ends the program with exit code 2.
class BadInput : public std::exception {
 public:
  explicit BadInput(std::vector<Problem> problems);
  explicit BadInput(Problem problem);
  const char* what() const noexcept override { return text_.c_str(); }
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
  std::string text_;  // one problem a line
};

// What is wrong with a file or folder that the user named.
BadInput refused(const std::string& place, std::string rule, std::string suggestion);

// A behaviour model threw. Ends the program with exit code 2, as models come from users too.
class ModelFailure : public BadInput {
 public:
  // `model`: "lending/hazard"; `where`: "in `households` of month 3"; `reason`: what it threw.
  ModelFailure(const std::string& model, const std::string& where, const std::string& reason)
      : BadInput{Problem{"", 0, 0, "model " + model, "", "failed " + where + ": " + reason, ""}},
        model_{model},
        where_{where},
        reason_{reason} {}
  const std::string& model() const { return model_; }
  const std::string& where() const { return where_; }
  const std::string& reason() const { return reason_; }
  // The same in a place that the thrower did not know: "replicate 3".
  ModelFailure in(const std::string& place) const {
    return {model_, where_ + " (" + place + ")", reason_};
  }

 private:
  std::string model_, where_, reason_;
};

// The machine failed: disk, memory, a library. Ends the program with exit code 3; nothing already
// written is lost.
class MachineFailure : public std::exception {
 public:
  explicit MachineFailure(std::string text) : text_{std::move(text)} {}
  const char* what() const noexcept override { return text_.c_str(); }

 private:
  std::string text_;
};

// The candidate with the smallest edit distance to `name`, or "" where none is near enough to be
// meant.
std::string nearest_name(const std::string& name, const std::vector<std::string>& candidates);
// The same as a suggestion: "nearest: hazard", or "" where nothing is near.
std::string nearest_of(const std::string& name, const std::vector<std::string>& candidates);
// The same as a question: "did you mean `hazard`?", or what is said where nothing is near.
std::string did_you_mean(const std::string& name, const std::vector<std::string>& candidates,
                         const std::string& otherwise = "");

}  // namespace swadaya
