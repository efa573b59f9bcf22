// What a variant carries from month to month, as bytes: to be given to other variants, kept in a
// file, and put back.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "sim/month/lanes.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

// One lane of a job.
struct VariantState {
  Lanes& lanes;
  std::uint32_t lane;
  std::span<const std::unique_ptr<Ward>> wards;  // none, like areas, in a lane without a variant
  std::span<Area> areas;
};

// Bytes that are no state of this world and these models.
class WrongState : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// After a whole month. Same state, same bytes, in any packing.
std::string bytes_of(const VariantState& variant);
// Puts back what `bytes_of` gave, in a lane of any packing; sets the month of all lanes. Throws
// WrongState, and then leaves the lane half written.
void restore(const VariantState& variant, std::string_view bytes);

}  // namespace swadaya
