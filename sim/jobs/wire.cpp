#include "sim/jobs/wire.hpp"

#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <new>
#include <stdexcept>
#include <type_traits>

namespace swadaya {

namespace {

class Writer {
 public:
  template <class T>
  void number(T x) {
    static_assert(std::is_trivially_copyable_v<T>);
    raw(&x, sizeof x);
  }
  void text(const std::string& x) {
    number(std::uint64_t{x.size()});
    raw(x.data(), x.size());
  }
  void numbers(const std::vector<double>& x) {
    number(std::uint64_t{x.size()});
    raw(x.data(), x.size() * sizeof(double));
  }
  template <class List, class One>
  void list(const List& items, One one) {
    number(std::uint64_t{items.size()});
    for (const auto& item : items) one(item);
  }
  Bytes take() { return std::move(bytes_); }

 private:
  void raw(const void* from, std::size_t size) {
    const auto* first = static_cast<const std::byte*>(from);
    bytes_.insert(bytes_.end(), first, first + size);
  }
  Bytes bytes_;
};

class Reader {
 public:
  explicit Reader(const Bytes& bytes) : bytes_{bytes} {}
  template <class T>
  T number() {
    T x;
    raw(&x, sizeof x);
    return x;
  }
  std::string text() {
    std::string x(size_of(1), ' ');
    raw(x.data(), x.size());
    return x;
  }
  std::vector<double> numbers() {
    std::vector<double> x(size_of(sizeof(double)));
    raw(x.data(), x.size() * sizeof(double));
    return x;
  }
  template <class One>
  auto list(One one) {
    std::vector<decltype(one())> items;
    for (std::size_t n = size_of(1); n > 0; --n) items.push_back(one());
    return items;
  }

 private:
  std::size_t size_of(std::size_t each) {
    const auto n = number<std::uint64_t>();
    if (n > (bytes_.size() - at_) / each) throw std::logic_error{"a message between ranks is cut"};
    return n;
  }
  void raw(void* into, std::size_t size) {
    if (size > bytes_.size() - at_) throw std::logic_error{"a message between ranks is cut"};
    if (size > 0) std::memcpy(into, bytes_.data() + at_, size);
    at_ += size;
  }
  const Bytes& bytes_;
  std::size_t at_ = 0;
};

void put(Writer& w, const Value& value) {
  w.number(static_cast<std::uint8_t>(value.index()));
  if (const auto* x = std::get_if<double>(&value)) w.number(*x);
  if (const auto* x = std::get_if<std::vector<double>>(&value)) w.numbers(*x);
  if (const auto* x = std::get_if<std::string>(&value)) w.text(*x);
}

Value value_from(Reader& r) {
  switch (r.number<std::uint8_t>()) {
    case 0:
      return r.number<double>();
    case 1:
      return r.numbers();
    default:
      return r.text();
  }
}

using Setting = std::pair<std::string, Value>;

void put(Writer& w, const std::vector<const Values::value_type*>& settings) {
  w.list(settings, [&](const Values::value_type* setting) {
    w.text(setting->first);
    put(w, setting->second);
  });
}

std::vector<Setting> settings_from(Reader& r) {
  return r.list([&] {
    std::string key = r.text();
    return Setting{std::move(key), value_from(r)};
  });
}

// What a scenario sets otherwise than the base does; of other models, all of it.
void put(Writer& w, const Scenario& own, const Scenario* base) {
  const bool has_base = base && base->models == own.models;
  w.number(has_base);
  w.number(own.months);
  for (const std::string& model : own.models) w.text(model);
  std::vector<const Values::value_type*> settings;
  for (const auto& setting : own.values)
    if (!has_base || base->values.at(setting.first) != setting.second) settings.push_back(&setting);
  put(w, settings);
  w.list(own.events, [&](const Event& event) {
    w.number(event.month);
    std::vector<const Values::value_type*> set;
    for (const auto& setting : event.set) set.push_back(&setting);
    put(w, set);
  });
}

Scenario scenario_from(Reader& r, const Scenario* base) {
  Scenario own;
  if (r.number<bool>()) own.values = base->values;
  own.months = r.number<int>();
  for (std::string& model : own.models) model = r.text();
  for (Setting& setting : settings_from(r)) own.values[setting.first] = std::move(setting.second);
  own.events = r.list([&] {
    Event event{r.number<int>(), {}};
    for (Setting& setting : settings_from(r)) event.set.insert(std::move(setting));
    return event;
  });
  return own;
}

void put(Writer& w, const Job& job) {
  w.number(job.replicate);
  w.number(std::uint64_t{job.world});
  w.list(job.variants, [&](std::size_t v) { w.number(std::uint64_t{v}); });
}

Job job_from(Reader& r) {
  Job job{r.number<std::uint32_t>(), {}, 0};
  job.world = r.number<std::uint64_t>();
  job.variants = r.list([&] { return static_cast<std::size_t>(r.number<std::uint64_t>()); });
  return job;
}

}  // namespace

Bytes bytes_of(const Round& round) {
  Writer w;
  w.number(round.number);
  w.number(round.threads);
  w.number(round.threads_share_jobs);
  w.list(round.plugins, [&](const std::string& plugin) { w.text(plugin); });
  w.number(round.experiment.seed);
  w.number(round.experiment.replicates);
  w.number(round.experiment.branch_at.value_or(-1));
  w.text(round.experiment.from);
  w.number(round.experiment.from_month);
  const Posterior& posterior = round.experiment.posterior;
  w.list(posterior.keys, [&](const std::string& key) { w.text(key); });
  w.list(posterior.sample.points, [&](const std::vector<double>& point) { w.numbers(point); });
  w.list(posterior.draws, [&](std::size_t draw) { w.number(std::uint64_t{draw}); });
  const Scenario* base = nullptr;
  w.list(round.experiment.variants, [&](const Variant& variant) {
    w.text(variant.name);
    w.number(variant.first_world);
    const std::vector<std::string> sets{variant.sets.begin(), variant.sets.end()};
    w.list(sets, [&](const std::string& key) { w.text(key); });
    const std::vector<std::pair<std::string, double>> scales{variant.scales.begin(),
                                                             variant.scales.end()};
    w.list(scales, [&](const auto& scale) {
      w.text(scale.first);
      w.number(scale.second);
    });
    put(w, variant.scenario, base);
    base = &round.experiment.variants[0].scenario;
  });
  return w.take();
}

Round round_from(const Bytes& bytes) {
  Reader r{bytes};
  Round round;
  round.number = r.number<std::uint64_t>();
  round.threads = r.number<std::uint64_t>();
  round.threads_share_jobs = r.number<bool>();
  round.plugins = r.list([&] { return r.text(); });
  round.experiment.seed = r.number<std::uint64_t>();
  round.experiment.replicates = r.number<std::uint32_t>();
  if (const int month = r.number<int>(); month >= 0) round.experiment.branch_at = month;
  round.experiment.from = r.text();
  round.experiment.from_month = r.number<int>();
  Posterior& posterior = round.experiment.posterior;
  posterior.keys = r.list([&] { return r.text(); });
  posterior.sample.points = r.list([&] { return r.numbers(); });
  posterior.draws = r.list([&] { return static_cast<std::size_t>(r.number<std::uint64_t>()); });
  const auto variants = r.number<std::uint64_t>();
  for (std::uint64_t v = 0; v < variants; ++v) {
    Variant variant;
    variant.name = r.text();
    variant.first_world = r.number<std::uint32_t>();
    for (std::string& key : r.list([&] { return r.text(); })) variant.sets.insert(std::move(key));
    r.list([&] {
      const std::string key = r.text();
      return variant.scales[key] = r.number<double>();
    });
    variant.scenario = scenario_from(r, v == 0 ? nullptr : &round.experiment.variants[0].scenario);
    round.experiment.variants.push_back(std::move(variant));
  }
  return round;
}

Bytes bytes_of(const Task& task) {
  Writer w;
  w.number(task.round);
  w.number(task.number);
  put(w, task.job);
  return w.take();
}

Task task_from(const Bytes& bytes) {
  Reader r{bytes};
  Task task;
  task.round = r.number<std::uint64_t>();
  task.number = r.number<std::uint64_t>();
  task.job = job_from(r);
  return task;
}

Bytes bytes_of(const Ended& ended) {
  Writer w;
  w.number(ended.round);
  w.number(ended.number);
  w.list(ended.series, [&](const auto& one) {
    put(w, one.first);
    w.list(one.second, [&](const Series& series) {
      w.number(series.months);
      w.numbers(series.values);
    });
  });
  w.list(ended.failures, [&](const auto& one) {
    put(w, one.first);
    for (const std::string& text : {one.second.model(), one.second.where(), one.second.reason()})
      w.text(text);
  });
  return w.take();
}

Ended ended_from(const Bytes& bytes) {
  Reader r{bytes};
  Ended ended;
  ended.round = r.number<std::uint64_t>();
  ended.number = r.number<std::uint64_t>();
  ended.series = r.list([&] {
    Job job = job_from(r);
    return std::pair{std::move(job), r.list([&] {
                       const int months = r.number<int>();
                       return Series{months, r.numbers()};
                     })};
  });
  ended.failures = r.list([&] {
    Job job = job_from(r);
    const std::string model = r.text(), where = r.text(), reason = r.text();
    return std::pair{std::move(job), ModelFailure{model, where, reason}};
  });
  return ended;
}

Bytes bytes_of(const std::exception_ptr& error, std::uint64_t round) {
  Fault fault;
  try {
    std::rethrow_exception(error);
  } catch (const BadInput& bad) {
    fault.kind = Fault::Kind::input;
    fault.problems = bad.problems();
  } catch (const MachineFailure& failure) {
    fault.kind = Fault::Kind::machine;
    fault.text = failure.what();
  } catch (const std::filesystem::filesystem_error& failure) {
    fault.kind = Fault::Kind::machine;
    fault.text = failure.what();
  } catch (const std::bad_alloc&) {
    fault.kind = Fault::Kind::memory;
  } catch (const std::exception& other) {
    fault.text = other.what();
  }
  Writer w;
  w.number(round);
  w.number(fault.kind);
  w.list(fault.problems, [&](const Problem& p) {
    w.number(p.line);
    w.number(p.column);
    for (const std::string* text : {&p.file, &p.key, &p.value, &p.rule, &p.suggestion})
      w.text(*text);
  });
  w.text(fault.text);
  return w.take();
}

Fault fault_from(const Bytes& bytes) {
  Reader r{bytes};
  Fault fault;
  fault.round = r.number<std::uint64_t>();
  fault.kind = r.number<Fault::Kind>();
  fault.problems = r.list([&] {
    Problem p;
    p.line = r.number<int>();
    p.column = r.number<int>();
    for (std::string* text : {&p.file, &p.key, &p.value, &p.rule, &p.suggestion}) *text = r.text();
    return p;
  });
  fault.text = r.text();
  return fault;
}

void raise(const Fault& fault, const std::string& place) {
  switch (fault.kind) {
    case Fault::Kind::input:
      throw BadInput{fault.problems};
    case Fault::Kind::machine:
      throw MachineFailure{place + ": " + fault.text};
    case Fault::Kind::memory:
      throw MachineFailure{place + ": out of memory; nothing already written is lost"};
    case Fault::Kind::program:
      break;
  }
  throw std::logic_error{place + ": " + fault.text};
}

}  // namespace swadaya
