#include "sim/words/language.hpp"

#include <unordered_map>

#include "sim/words/sentences.hpp"

namespace swadaya {

std::string_view Language::in_indonesian(std::string_view english) {
  static const auto by_english = [] {
    std::unordered_map<std::string_view, std::string_view> all;
    for (const Sentences& sentences : sentences_in_indonesian())
      for (const Sentence& sentence : sentences) all.emplace(sentence.english, sentence.indonesian);
    return all;
  }();
  const auto at = by_english.find(english);
  return at == by_english.end() ? english : at->second;
}

std::string in_indonesian_notation(const std::string& number) {
  return regrouped(number, '.', ',');
}

std::string Language::written(const std::string& number) const {
  return is_indonesian_ ? in_indonesian_notation(number) : number;
}

std::string Language::decimal(double x, int digits) const {
  return written(swadaya::decimal(x, digits));
}

std::string Language::decimal_signed(double x, int digits) const {
  return written(swadaya::decimal_signed(x, digits));
}

}  // namespace swadaya
