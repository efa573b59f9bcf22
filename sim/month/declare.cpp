#include "sim/month/declare.hpp"

#include <algorithm>
#include <stdexcept>

#include "sim/world/dice.hpp"

namespace swadaya {

namespace {

// What is being made on this thread declares here.
thread_local Declare* current = nullptr;

Declare& being_made() {
  if (!current) throw std::logic_error{"a model is made by its entry only"};
  return *current;
}

}  // namespace

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

Declare::Making::Making(Declare& declare, std::uint32_t lane) : outer_{current} {
  current = &declare;
  declare.lane_ = lane;
  declare.so_far_ = {};
}

Declare::Making::~Making() { current = outer_; }

void Declare::set(const Values& settings, std::uint32_t lane, std::uint32_t lanes_in_use) {
  for (std::size_t i = 0; i < infos_.size(); ++i)
    if (const auto at = settings.find(section_ + "." + infos_[i].name); at != settings.end())
      values_[i].set(at->second, lane, lanes_in_use);
}

Declare::Counts Declare::next() const {
  return {0,
          before_.columns + so_far_.columns,
          before_.rt_columns + so_far_.rt_columns,
          before_.group_columns + so_far_.group_columns,
          before_.ward_columns + so_far_.ward_columns,
          before_.area_columns + so_far_.area_columns,
          before_.area_lists + so_far_.area_lists,
          before_.marks + so_far_.marks,
          0};
}

void Declare::note(ParameterInfo info) {
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
}

template <class MakeInfo>
Declared Declare::parameter(MakeInfo make_info) {
  if (lane_ == 0) note(make_info());
  return {&values_.at(so_far_.parameters++), lane_};
}

std::uint32_t Declare::column(std::uint32_t Counts::*kind, std::string_view of,
                              std::string_view name, std::string_view meaning) {
  if (lane_ == 0)
    columns_.push_back(std::string{name} + ": " + std::string{meaning} + std::string{of});
  return before_.*kind + (so_far_.*kind)++;
}

Declared Declares::number(std::string_view name, double value, std::string_view unit, Range range,
                          std::string_view source) {
  return being_made().parameter([&]() -> ParameterInfo {
    return {std::string{name},  Kind::number, value, std::string{unit}, range, {},
            std::string{source}};
  });
}

Declared Declares::whole(std::string_view name, double value, std::string_view unit, Range range,
                         std::string_view source) {
  return being_made().parameter([&]() -> ParameterInfo {
    return {std::string{name},  Kind::whole, value, std::string{unit}, range, {},
            std::string{source}};
  });
}

Declared Declares::flag(std::string_view name, bool value, std::string_view meaning,
                        std::string_view source) {
  return being_made().parameter([&]() -> ParameterInfo {
    return {std::string{name},  Kind::flag, value ? 1.0 : 0.0, std::string{meaning}, {0, 1}, {},
            std::string{source}};
  });
}

Declared Declares::choice(std::string_view name, std::string_view value,
                          std::initializer_list<const char*> options, std::string_view meaning,
                          std::string_view source) {
  return being_made().parameter([&]() -> ParameterInfo {
    const auto* const at = std::find(options.begin(), options.end(), value);
    if (at == options.end())
      throw std::logic_error{"the default of parameter " + std::string{name} +
                             " is not among its options"};
    return {std::string{name},
            Kind::choice,
            static_cast<double>(at - options.begin()),
            std::string{meaning},
            {0, static_cast<double>(options.size() - 1)},
            {options.begin(), options.end()},
            std::string{source}};
  });
}

Declared Declares::list(std::string_view name, std::initializer_list<double> values,
                        std::string_view unit, Range range, std::string_view source) {
  return being_made().parameter([&]() -> ParameterInfo {
    return {std::string{name},  Kind::list, std::vector<double>{values},
            std::string{unit},  range,      {},
            std::string{source}};
  });
}

Column Declares::column(std::string_view name, std::string_view meaning) {
  return {being_made().column(&Declare::Counts::columns, "", name, meaning)};
}

RtColumn Declares::rt_column(std::string_view name, std::string_view meaning) {
  return {being_made().column(&Declare::Counts::rt_columns, " (an RT's)", name, meaning)};
}

GroupColumn Declares::group_column(std::string_view name, double first, std::string_view meaning) {
  Declare& declare = being_made();
  if (declare.lane_ == 0) declare.first_of_groups_.push_back(first);
  return {declare.column(&Declare::Counts::group_columns, " (a group's)", name, meaning)};
}

WardColumn Declares::ward_column(std::string_view name, double first, std::string_view meaning) {
  Declare& declare = being_made();
  if (declare.lane_ == 0) declare.first_of_wards_.push_back(first);
  return {declare.column(&Declare::Counts::ward_columns, " (a ward's)", name, meaning)};
}

AreaColumn Declares::area_column(std::string_view name, std::string_view meaning) {
  return {being_made().column(&Declare::Counts::area_columns, " (a team area's)", name, meaning)};
}

AreaList Declares::area_list(std::string_view name, std::string_view meaning) {
  return {being_made().column(&Declare::Counts::area_lists, " (a team area's)", name, meaning)};
}

void Declares::writes(const std::vector<Column>& columns) {
  Declare& declare = being_made();
  if (declare.lane_ > 0) return;
  declare.written_.insert(declare.written_.end(), columns.begin(), columns.end());
}

Decision Declares::decision(std::string_view name) {
  Declare& declare = being_made();
  if (declare.lane_ == 0) declare.decisions_.emplace_back(name);
  return {decision_key(declare.section_ + "." + std::string{name}), declare.so_far_.decisions++};
}

Mark Declares::mark(std::string_view) {
  Declare& declare = being_made();
  return {declare.before_.marks + declare.so_far_.marks++};
}

void Declares::peer_effect(std::string_view parameter) {
  Declare& declare = being_made();
  if (declare.lane_ > 0) return;
  const auto& infos = declare.infos_;
  const bool known =
      std::any_of(infos.begin(), infos.end(), [&](const auto& i) { return i.name == parameter; });
  if (!parameter.empty() && !known)
    throw std::logic_error{"the peer effect's parameter " + std::string{parameter} +
                           " is not declared"};
  declare.peer_effects_.emplace_back(parameter);
}

}  // namespace swadaya
