#include "sim/results/export.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "sim/report/spreadsheet.hpp"
#include "sim/results/folder.hpp"
#include "sim/results/manifest.hpp"
#include "sim/results/selection.hpp"
#include "sim/tables/beside.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/provenance.hpp"

namespace swadaya::tool {

namespace {

// Where it is written to; what can't be is said before anything is read.
std::string file_of(const Options& options, const char* default_name, const char* what) {
  std::string file = options.out.empty() ? options.files[0] + "/" + default_name : options.out;
  if (std::filesystem::is_directory(file)) throw refused(file, "is a folder", "name a file");
  if (options.format != "csv" && options.decimal != "point")
    throw BadInput{Problem{"", 0, 0, "--decimal", options.decimal,
                           fmt::format("is of csv alone: in {} a number is a number", what),
                           "leave it out, or take --format csv"}};
  if (file == "-" && options.format != "csv")
    throw refused("-", fmt::format("{} can't be written to standard output", what), "name a file");
  return file;
}

}  // namespace

int export_results(const Options& options) {
  const std::string& folder = options.files[0];
  const bool is_csv = options.format == "csv";
  const std::string file =
      file_of(options, is_csv ? "replicates.csv" : "replicates.nc", "a NetCDF file");
  Store store = Store::open(folder);
  check_whole_run(store);
  load_whole(store);
  const Selection selection = selection_of(store, options.wanted);
  if (is_csv) {
    export_csv(store, selection, options.decimal == "comma" ? decimal_commas : CsvStyle{},
               file == "-" ? "/dev/stdout" : file);
    if (file == "-") return done;
  } else {
    const Manifest manifest = read_manifest(folder);
    export_netcdf(store, selection, manifest.experiment, manifest.started + ": " + manifest.command,
                  file);
  }
  fmt::print("{}\n", file);
  return done;
}

int export_workbook(const Options& options, const Catalogue& catalogue) {
  const std::string& folder = options.files[0];
  const std::string file = file_of(options, "results.xlsx", "a workbook");
  const WholeFolder whole{folder, catalogue};
  const auto& [store, experiment] = whole;
  const Selection selection = selection_of(store, options.wanted);
  write_spreadsheet(
      {experiment, store, catalogue, read_manifest(folder), {}, answers_in(folder, experiment)},
      selection, file);
  fmt::print("{}\n", file);
  return done;
}

}  // namespace swadaya::tool
