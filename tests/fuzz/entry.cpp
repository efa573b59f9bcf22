// What a fuzzer calls over and over; READER is named where this is compiled.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  swadaya::fuzz::READER({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
