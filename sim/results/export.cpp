#include "sim/results/export.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <memory>
#include <netcdf.h>
#include <set>
#include <utility>
#include <vector>

#include "sim/base/csv.hpp"
#include "sim/base/error.hpp"
#include "sim/base/version.hpp"
#include "sim/results/folder.hpp"

namespace swadaya {

namespace {

// Takes the place of `file` only once it is whole.
class Part {
 public:
  explicit Part(const std::string& file)
      : file_{end_of_link(file)}, is_direct_{is_no_file(file_)} {}
  ~Part() {
    std::error_code ignored;
    if (!is_whole_ && !is_direct_) std::filesystem::remove(name(), ignored);
  }
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;
  // A pipe or a device, which gets the bytes as they come.
  bool is_direct() const { return is_direct_; }
  std::string name() const { return is_direct_ ? file_ : file_ + ".part"; }
  void is_whole() {
    if (!is_direct_) std::filesystem::rename(name(), file_);
    is_whole_ = true;
  }

 private:
  std::string file_;
  bool is_direct_ = false, is_whole_ = false;
};

[[noreturn]] void fail(const std::string& file, const char* why) {
  throw MachineFailure{fmt::format("{}: can't be written: {}", file, why)};
}

void check(int status, const std::string& file) {
  if (status != NC_NOERR) fail(file, nc_strerror(status));
}

void describe(int nc, int variable, const char* key, const std::string& text,
              const std::string& file) {
  check(nc_put_att_text(nc, variable, key, text.size(), text.c_str()), file);
}

// Dimensions and variables of a file; data are written once they are all defined.
class Netcdf {
 public:
  Netcdf(const Store& store, const std::string& title, const std::string& file)
      : store_{store}, file_{file} {
    for (const Finished& one : store.finished()) replicates_.insert(one.replicate);
    check(nc_create(file.c_str(), NC_NETCDF4 | NC_CLOBBER, &nc_), file);
    define(title);
  }
  ~Netcdf() {
    if (nc_ >= 0) nc_close(nc_);
  }
  Netcdf(const Netcdf&) = delete;
  Netcdf& operator=(const Netcdf&) = delete;

  void write() {
    std::vector<const char*> names;
    for (const StoredVariant& v : store_.variants()) names.push_back(v.name.c_str());
    check(nc_put_var_string(nc_, variant_, names.data()), file_);
    const std::vector<int> replicates(replicates_.begin(), replicates_.end());
    check(nc_put_var_int(nc_, replicate_, replicates.data()), file_);
    std::vector<int> months;
    for (int month = 0; month <= store_.months(); ++month) months.push_back(month);
    check(nc_put_var_int(nc_, month_, months.data()), file_);
    for (const Finished& one : store_.finished()) write_series(one);
    const int closing = std::exchange(nc_, -1);
    check(nc_close(closing), file_);
  }

 private:
  int dimension(const char* name, std::size_t length) {
    int id = 0;
    check(nc_def_dim(nc_, name, length, &id), file_);
    return id;
  }
  int variable(const char* name, nc_type type, const std::vector<int>& dimensions) {
    int id = 0;
    check(nc_def_var(nc_, name, type, static_cast<int>(dimensions.size()), dimensions.data(), &id),
          file_);
    return id;
  }

  void define(const std::string& title) {
    const auto months = static_cast<std::size_t>(store_.months()) + 1;
    const std::vector<int> cube{
        dimension("variant", store_.variants().size()),
        dimension("replicate", std::max<std::size_t>(1, replicates_.size())),
        dimension("month", months)};
    variant_ = variable("variant", NC_STRING, {cube[0]});
    describe(nc_, variant_, "long_name", "name of the variant", file_);
    replicate_ = variable("replicate", NC_INT, {cube[1]});
    describe(nc_, replicate_, "long_name", "number of the world, the same for all variants", file_);
    describe(nc_, replicate_, "units", "1", file_);
    month_ = variable("month", NC_INT, {cube[2]});
    describe(nc_, month_, "long_name", "months since the start; 0 is the state before the first",
             file_);
    describe(nc_, month_, "units", "1", file_);
    const std::size_t chunk[3]{1, std::max<std::size_t>(1, replicates_.size()), months};
    const double nothing_there = nothing;
    for (const OutcomeInfo& info : outcomes()) {
      const int id = variable(info.name.c_str(), NC_DOUBLE, cube);
      check(nc_def_var_fill(nc_, id, NC_FILL, &nothing_there), file_);
      check(nc_def_var_chunking(nc_, id, NC_CHUNKED, chunk), file_);
      check(nc_def_var_deflate(nc_, id, 1, 1, 1), file_);
      describe(nc_, id, "long_name", info.definition, file_);
      const bool is_plain =
          info.is_share() || info.type == UnitType::ratio || info.type == UnitType::correlation;
      describe(nc_, id, "units", is_plain ? "1" : info.unit, file_);
      outcome_.push_back(id);
    }
    describe(nc_, NC_GLOBAL, "Conventions", "CF-1.8", file_);
    describe(nc_, NC_GLOBAL, "title", title, file_);
    describe(nc_, NC_GLOBAL, "source", fmt::format("swadaya {} ({})", version, commit), file_);
    describe(nc_, NC_GLOBAL, "baseline", store_.variants()[store_.baseline()].name, file_);
    const auto seed = static_cast<unsigned long long>(store_.seed());
    check(nc_put_att_ulonglong(nc_, NC_GLOBAL, "seed", NC_UINT64, 1, &seed), file_);
    check(nc_enddef(nc_), file_);
  }

  void write_series(const Finished& one) {
    const Series series = store_.series(one.variant, one.replicate);
    const auto months = static_cast<std::size_t>(series.months) + 1;
    const auto at = static_cast<std::size_t>(
        std::distance(replicates_.begin(), replicates_.find(one.replicate)));
    const std::size_t start[3]{one.variant, at, 0}, count[3]{1, 1, months};
    std::vector<double> values(months);
    for (std::size_t k = 0; k < outcome_.size(); ++k) {
      for (std::size_t m = 0; m < months; ++m) values[m] = series.at(static_cast<int>(m), k);
      check(nc_put_vara_double(nc_, outcome_[k], start, count, values.data()), file_);
    }
  }

  const Store& store_;
  const std::string file_;
  std::set<std::uint32_t> replicates_;
  int nc_ = -1, variant_ = 0, replicate_ = 0, month_ = 0;
  std::vector<int> outcome_;
};

}  // namespace

void export_csv(const Store& store, const std::string& file) {
  Part part{file};
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out{std::fopen(part.name().c_str(), "wb"),
                                                            &std::fclose};
  if (!out) fail(file, std::strerror(errno));
  fmt::memory_buffer rows;
  const auto flush = [&] {
    if (std::fwrite(rows.data(), 1, rows.size(), out.get()) != rows.size())
      fail(file, std::strerror(errno));
    rows.clear();
  };
  fmt::format_to(std::back_inserter(rows), "variant,replicate,month");
  for (const OutcomeInfo& info : outcomes())
    fmt::format_to(std::back_inserter(rows), ",{}", info.name);
  rows.push_back('\n');
  for (const Finished& one : store.finished()) {
    const Series series = store.series(one.variant, one.replicate);
    const std::string name = csv_field(store.variants()[one.variant].name);
    for (int month = 0; month <= series.months; ++month) {
      fmt::format_to(std::back_inserter(rows), "{},{},{}", name, one.replicate, month);
      for (std::size_t k = 0; k < outcomes().size(); ++k) add_cell(rows, series.at(month, k));
      rows.push_back('\n');
    }
    flush();
  }
  flush();
  if (std::fflush(out.get()) != 0) fail(file, std::strerror(errno));
  part.is_whole();
}

void export_netcdf(const Store& store, const std::string& title, const std::string& file) {
  Part part{file};
  if (part.is_direct())
    throw refused(file, "is no regular file, and a NetCDF file is written here and there",
                  "name a file");
  Netcdf netcdf{store, title, part.name()};
  netcdf.write();
  part.is_whole();
}

}  // namespace swadaya
