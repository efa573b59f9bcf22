// Figures as people read them: in columns, with their decimal points below each other.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/paired.hpp"
#include "sim/base/statistics.hpp"
#include "sim/base/text_layout.hpp"
#include "sim/month/outcome.hpp"
#include "sim/words/language.hpp"

namespace swadaya {

enum class Curves { left_out, drawn };

struct Look {
  std::size_t width = 120;  // of the terminal, in characters
  Colour colour = Colour::plain;
  Curves curves = Curves::left_out;  // behind the tables of `run` and `compare`
  Language language = {};

  template <class... T>
  std::string say(fmt::format_string<T...> english, T&&... values) const {
    return language.say(english, std::forward<T>(values)...);
  }
  std::string strong(const std::string& text) const { return toned(text, Tone::strong, colour); }
};

// An estimate and, where it has one, its interval; or words in their place.
struct Figure {
  double estimate = nothing, low = nothing, high = nothing;  // scaled
  bool is_difference = false, is_same = false;
  Tone tone = Tone::plain;
  std::string sign, words = {};
  bool may_be_chance = false;  // though the interval leaves zero out
  std::string mark = {};       // behind the interval: see the legend

  bool has_interval() const;
  bool is_about_zero() const;
  std::string number(double x, int digits, Language in = {}) const;
  std::string estimate_text(int digits, Language in = {}) const;
};
Figure difference_figure(const PairedDifference& d, const OutcomeInfo& info);
Figure mean_figure(std::span<const double> values, const OutcomeInfo& info, Language in = {});
Figure plain_figure(double kRp);  // in million rupiah
Figure in_words(std::string words, Tone tone = Tone::plain);

// Figures under one heading.
struct FigureColumn {
  std::string heading, unit;
  std::vector<Figure> figures;  // one a row
  int digits = 1;
  std::size_t estimate = 0, low = 0, high = 0, width = 0;  // in characters, once settled

  void settle(Language in = {});
  std::string text_of(const Figure& f, Language in = {}) const;
};

// Rows and columns with their headings, in as many blocks below each other as the width asks for.
std::string blocks(const std::vector<std::string>& rows, std::vector<FigureColumn> columns,
                   Look look);
// Words below a table.
std::string paragraph(const std::string& words, Look look);

}  // namespace swadaya
