// The language in which people are told what came out, and how it writes numbers. English sentences
// stand where they are said; what they are in Indonesian stands in this room, by the English one.
#pragma once

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "sim/base/text_layout.hpp"

namespace swadaya {

// A number that Indonesian writes with a decimal comma and dots between thousands.
template <class Number>
struct InIndonesian {
  Number value;
};

class Language {
 public:
  constexpr Language() = default;  // English
  static constexpr Language indonesian() {
    Language language;
    language.is_indonesian_ = true;
    return language;
  }
  constexpr bool is_indonesian() const { return is_indonesian_; }
  bool operator==(const Language&) const = default;

  // What this format says, with its values. Numbers with a fraction are written as the language
  // does, and so are unsigned whole numbers, which count; signed ones, months and years, stay bare.
  // A test holds every format that the sources say to its Indonesian (tests/words/sentences.cpp).
  template <class... T>
  std::string say(fmt::format_string<T...> english, T&&... values) const {
    if (!is_indonesian_) return fmt::format(english, std::forward<T>(values)...);
    const fmt::string_view text = english;
    return filled(in_indonesian({text.data(), text.size()}), as_written(values)...);
  }
  // The one of two formats that goes with a count: "{} world", "{} worlds".
  template <class Count>
  std::string counted(Count count, fmt::format_string<const Count&> one,
                      fmt::format_string<const Count&> many) const {
    return say<const Count&>(count == Count{1} ? one : many, count);
  }

  // As decimal() and decimal_signed() of sim/base/text_layout.hpp.
  std::string decimal(double x, int digits = 1) const;
  std::string decimal_signed(double x, int digits = 1) const;
  // A number by a format of its own: "{:.3g}".
  template <class Number>
  std::string number(fmt::format_string<const Number&> format, const Number& x) const {
    return written(fmt::format(format, x));
  }
  // The name in this language where there is one: of what files call `title` and `title_id`.
  std::string title(const std::string& english, const std::string& own) const {
    return is_indonesian_ && !own.empty() ? own : english;
  }

 private:
  template <class... T>
  static std::string filled(std::string_view format, const T&... values) {
    return fmt::vformat(fmt::string_view{format.data(), format.size()},
                        fmt::make_format_args(values...));
  }
  template <class T>
  static decltype(auto) as_written(const T& value) {
    constexpr bool counts = std::is_unsigned_v<T> && !std::is_same_v<T, bool>;
    if constexpr (std::is_floating_point_v<T> || counts)
      return InIndonesian<T>{value};
    else
      return (value);
  }
  // The Indonesian format of an English one; itself where there is none.
  static std::string_view in_indonesian(std::string_view english);
  // A number as English writes it, in this language.
  std::string written(const std::string& number) const;

  bool is_indonesian_ = false;
};

// "1234.5" as "1.234,5". What has no digit stays as it is.
std::string in_indonesian_notation(const std::string& number);

}  // namespace swadaya

template <class Number>
struct fmt::formatter<swadaya::InIndonesian<Number>> : fmt::formatter<Number> {
  template <class Context>
  auto format(const swadaya::InIndonesian<Number>& number, Context& context) const {
    fmt::memory_buffer english;
    fmt::format_context own{fmt::appender{english}, context.args()};
    fmt::formatter<Number>::format(number.value, own);
    return fmt::format_to(context.out(), "{}",
                          swadaya::in_indonesian_notation(fmt::to_string(english)));
  }
};
