#include "sim/results/export.hpp"

#include <fmt/format.h>

#include "sim/results/manifest.hpp"
#include "sim/tool/commands.hpp"

namespace swadaya::tool {

int export_results(const Options& options) {
  const std::string& folder = options.files[0];
  const bool is_csv = options.format == "csv";
  const std::string file =
      options.out.empty() ? folder + (is_csv ? "/replicates.csv" : "/replicates.nc") : options.out;
  Store store = Store::open(folder);
  store.load();
  if (is_csv)
    export_csv(store, file);
  else
    export_netcdf(store, read_manifest(folder).experiment, file);
  fmt::print("{}\n", file);
  return done;
}

}  // namespace swadaya::tool
