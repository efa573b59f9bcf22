#include "sim/month/declare.hpp"

#include <algorithm>
#include <stdexcept>

#include "sim/world/dice.hpp"

namespace swadaya {

void ParameterValues::set(const Value& value, std::uint32_t lane, std::uint32_t lanes_in_use) {
  if (const auto* list = std::get_if<std::vector<double>>(&value)) {
    lists[lane] = *list;
    return;
  }
  const auto* number = std::get_if<double>(&value);
  if (!number) return;  // texts name files: they concern the world alone
  lanes[lane] = *number;
  for (std::uint32_t k = lane; k < pack_width; k += lanes_in_use)
    pack.set(static_cast<int>(k), static_cast<float>(*number));
}

const ParameterValues& Declare::declared(ParameterInfo info) {
  const bool known =
      std::any_of(infos_.begin(), infos_.end(), [&](const auto& i) { return i.name == info.name; });
  if (known) throw std::logic_error{"parameter " + info.name + " is declared twice"};
  if (const std::string rule = broken_rule(info, info.default_value); !rule.empty())
    throw std::logic_error{"the default of parameter " + info.name + " " + rule};
  if (info.unit.empty() || info.source.empty())
    throw std::logic_error{"parameter " + info.name + " has no unit or no source"};
  values_.emplace_back();
  for (std::uint32_t lane = 0; lane < pack_width; ++lane)
    values_.back().set(info.default_value, lane, pack_width);
  infos_.push_back(std::move(info));
  return values_.back();
}

Parameter Declare::number(std::string name, double value, std::string unit, Range range,
                          std::string source) {
  return Parameter{declared(
      {std::move(name), Kind::number, value, std::move(unit), range, {}, std::move(source)})};
}

Parameter Declare::whole(std::string name, double value, std::string unit, Range range,
                         std::string source) {
  return Parameter{declared(
      {std::move(name), Kind::whole, value, std::move(unit), range, {}, std::move(source)})};
}

Parameter Declare::flag(std::string name, bool value, std::string meaning, std::string source) {
  return Parameter{declared({std::move(name),
                             Kind::flag,
                             value ? 1.0 : 0.0,
                             std::move(meaning),
                             {0, 1},
                             {},
                             std::move(source)})};
}

Parameter Declare::choice(std::string name, const std::string& value,
                          std::vector<std::string> options, std::string meaning,
                          std::string source) {
  const auto at = std::find(options.begin(), options.end(), value);
  if (at == options.end())
    throw std::logic_error{"the default of parameter " + name + " is not among its options"};
  const Range range{0, static_cast<double>(options.size() - 1)};
  const auto index = static_cast<double>(at - options.begin());
  return Parameter{declared({std::move(name), Kind::choice, index, std::move(meaning), range,
                             std::move(options), std::move(source)})};
}

List Declare::list(std::string name, std::vector<double> values, std::string unit, Range range,
                   std::string source) {
  return List{declared({std::move(name),
                        Kind::list,
                        std::move(values),
                        std::move(unit),
                        range,
                        {},
                        std::move(source)})};
}

Column Declare::column(const std::string& name, const std::string& meaning) {
  columns_.push_back(name + ": " + meaning);
  return {first_.column + static_cast<std::uint32_t>(columns_.size()) - 1};
}

RtColumn Declare::rt_column(const std::string& name, const std::string& meaning) {
  rt_columns_.push_back(name + ": " + meaning);
  return {first_.rt_column + static_cast<std::uint32_t>(rt_columns_.size()) - 1};
}

Decision Declare::decision(const std::string& name) {
  decisions_.push_back(name);
  const std::string full = std::string{name_of(slot_)} + "." + name;
  return {decision_key(full), static_cast<std::uint32_t>(decisions_.size()) - 1};
}

void Declare::peer_effect(const std::string& parameter) {
  const bool known =
      std::any_of(infos_.begin(), infos_.end(), [&](const auto& i) { return i.name == parameter; });
  if (!parameter.empty() && !known)
    throw std::logic_error{"the peer effect's parameter " + parameter + " is not declared"};
  peer_effects_.push_back(parameter);
}

Mark Declare::mark(const std::string&) { return {first_.mark + marks_++}; }

Declare::First Declare::next() const {
  return {first_.column + static_cast<std::uint32_t>(columns_.size()),
          first_.rt_column + static_cast<std::uint32_t>(rt_columns_.size()), first_.mark + marks_};
}

}  // namespace swadaya
