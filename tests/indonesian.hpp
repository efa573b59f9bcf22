// English words in what ought to be Indonesian.
#pragma once

#include <cctype>
#include <regex>
#include <set>
#include <string>

namespace swadaya {

// Of the most frequent English words, and of those that the program's English tables are made of,
// the ones that occur; but for what stays as it is in any language: keys and names with dots,
// hyphens or low lines, targets by their month, commands in backticks, options, files and folders.
inline std::set<std::string> english_in(std::string text) {
  static const std::regex names{
      "`[^`]*`|\\w+ @\\d+|\\S*[/_]\\S*|[A-Za-z]\\w*([.-]\\w+)+|--\\w+|\\[\\w+\\]"};
  static const std::set<std::string> frequent{
      "the",        "of",         "and",         "to",         "in",         "is",
      "that",       "for",        "it",          "as",         "with",       "by",
      "on",         "at",         "this",        "are",        "be",         "was",
      "were",       "which",      "what",        "from",       "or",         "not",
      "no",         "than",       "more",        "most",       "each",       "other",
      "others",     "one",        "all",         "their",      "its",        "where",
      "who",        "would",      "could",       "can",        "but",        "if",
      "they",       "there",      "has",         "have",       "had",        "do",
      "does",       "month",      "months",      "world",      "worlds",     "ward",
      "wards",      "draw",       "draws",       "point",      "points",     "million",
      "cost",       "costs",      "brackets",    "mean",       "means",      "best",
      "mix",        "mixes",      "lever",       "levers",     "budget",     "seed",
      "same",       "sign",       "baseline",    "package",    "packages",   "recovery",
      "household",  "households", "differences", "difference", "replicates", "replicate",
      "parameters", "known",      "certain",     "choice",     "worth",      "knowing",
      "frontier",   "results",    "report",      "published",  "simulated",  "inside",
      "right",      "wrong",      "experiment",  "fact",       "statement",  "target",
      "use",        "band",       "value",       "holds",      "fails",      "share",
      "alone",      "average",    "first",       "extra",      "reaches",    "narrow",
      "wide",       "fitted",     "met",         "within",     "observed",   "everything",
      "people",     "programme",  "price",       "prices",     "unit",       "variance"};
  text = std::regex_replace(text, names, " ");
  std::set<std::string> found;
  std::string word;
  for (const char c : text + " ")
    if (std::isalpha(static_cast<unsigned char>(c)) != 0)
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (frequent.contains(word))
      found.insert(word), word.clear();
    else
      word.clear();
  return found;
}

}  // namespace swadaya
