#include "sim/base/parameter.hpp"

#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace swadaya {

namespace {

std::string rule_of(const ParameterInfo& info) {
  const auto [low, high] = info.range;
  const char* what = info.kind == Kind::whole  ? "must be a whole number "
                     : info.kind == Kind::list ? "must be a list of numbers, each "
                                               : "must be a number ";
  std::string bounds = std::isinf(low) && std::isinf(high) ? std::string{}
                       : std::isinf(high)                  ? fmt::format("of at least {} ", low)
                       : std::isinf(low)                   ? fmt::format("of at most {} ", high)
                                         : fmt::format("between {} and {} ", low, high);
  return fmt::format("{}{}({})", what, bounds, info.unit);
}

bool lies_in(const Range& range, double x) {
  return std::isfinite(x) && x >= range.low && x <= range.high;
}

}  // namespace

std::string text_of(const ParameterInfo& info, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return fmt::format("\"{}\"", *text);
  if (const auto* list = std::get_if<std::vector<double>>(&value))
    return fmt::format("[{}]", fmt::join(*list, ", "));
  const double x = std::get<double>(value);
  switch (info.kind) {
    case Kind::flag:
      return x != 0 ? "true" : "false";
    case Kind::choice:
      return fmt::format("\"{}\"", info.choices.at(static_cast<std::size_t>(x)));
    default:
      return std::isinf(x) ? (x > 0 ? "inf" : "-inf") : fmt::format("{}", x);
  }
}

std::string broken_rule(const ParameterInfo& info, const Value& value) {
  switch (info.kind) {
    case Kind::text:
      return std::holds_alternative<std::string>(value)
                 ? ""
                 : "must be a text in quotes (" + info.unit + ")";
    case Kind::list: {
      const auto* list = std::get_if<std::vector<double>>(&value);
      if (!list) return rule_of(info);
      for (const double x : *list)
        if (!lies_in(info.range, x)) return rule_of(info);
      return "";
    }
    case Kind::flag: {
      const auto* x = std::get_if<double>(&value);
      return x && (*x == 0 || *x == 1) ? "" : "must be true or false (" + info.unit + ")";
    }
    case Kind::choice: {
      const auto* x = std::get_if<double>(&value);
      const bool valid =
          x && *x >= 0 && *x < static_cast<double>(info.choices.size()) && *x == std::floor(*x);
      return valid
                 ? ""
                 : fmt::format("must be one of {} ({})", fmt::join(info.choices, ", "), info.unit);
    }
    case Kind::whole:
    case Kind::number: {
      const auto* x = std::get_if<double>(&value);
      // Only a range that is open upwards admits infinity: "forever".
      const bool forever = x && std::isinf(*x) && *x > 0 && std::isinf(info.range.high);
      const bool valid = x && (forever || lies_in(info.range, *x)) &&
                         (info.kind == Kind::number || *x == std::floor(*x));
      return valid ? "" : rule_of(info);
    }
  }
  return "";
}

}  // namespace swadaya
