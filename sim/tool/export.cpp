#include "sim/results/export.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "sim/results/manifest.hpp"
#include "sim/tool/commands.hpp"
#include "sim/tool/provenance.hpp"

namespace swadaya::tool {

int export_results(const Options& options) {
  const std::string& folder = options.files[0];
  const bool is_csv = options.format == "csv";
  const std::string file =
      options.out.empty() ? folder + (is_csv ? "/replicates.csv" : "/replicates.nc") : options.out;
  if (std::filesystem::is_directory(file)) throw refused(file, "is a folder", "name a file");
  Store store = Store::open(folder);
  load_whole(store);
  if (file == "-" && !is_csv)
    throw refused("-", "a NetCDF file can't be written to standard output", "name a file");
  if (file == "-") {
    export_csv(store, "/dev/stdout");
    return done;
  }
  if (is_csv) {
    export_csv(store, file);
  } else {
    const Manifest manifest = read_manifest(folder);
    export_netcdf(store, manifest.experiment, manifest.started + ": " + manifest.command, file);
  }
  fmt::print("{}\n", file);
  return done;
}

}  // namespace swadaya::tool
