#include "sim/world/stream.hpp"

namespace swadaya {

void Stream::refill() {
  const Roll roll{decision_, static_cast<std::uint16_t>(who_),
                  static_cast<std::uint16_t>(who_ >> 16)};
  words_ = dice_->block(roll, calls_++);
  used_ = 0;
}

}  // namespace swadaya
