// What a program and a plug-in must have in common, as a line of text that both are compiled with:
// a plug-in made for another version, compiler or processor would read the engine's data wrongly.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "sim/month/behaviour.hpp"
#include "sim/month/cells.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

struct Abi {
  std::array<char, 256> text{};  // ends with 0
  std::size_t length = 0;

  constexpr void add(std::string_view part) {
    for (const char c : part)
      if (length + 1 < text.size()) text[length++] = c;
  }
  constexpr void add(std::size_t number) {
    if (number >= 10) add(number / 10);
    const char digit = static_cast<char>('0' + number % 10);
    add(std::string_view{&digit, 1});
  }
};

// "Swadaya 0.2.0, headers 5f3c9a10, g++ 12, registers of 16, sizes 136 48". `hash`: of the
// headers that a model needs; the sizes are those of T.
template <class... T>
constexpr Abi abi_of_types(std::string_view made_for, std::string_view hash) {
  Abi abi;
  abi.add("Swadaya ");
  abi.add(made_for);
  abi.add(", headers ");
  abi.add(hash);
#ifdef __clang__
  abi.add(", clang++ ");
  abi.add(std::size_t{__clang_major__});
#else
  abi.add(", g++ ");
  abi.add(std::size_t{__GNUC__});
#endif
  abi.add(", registers of ");
  abi.add(std::size_t{register_width});
  abi.add(", sizes");
  for (const std::size_t size : {sizeof(T)...}) {
    abi.add(" ");
    abi.add(size);
  }
  return abi;
}

// What a plug-in must have been compiled with to run in a program.
constexpr Abi abi_of(std::string_view made_for, std::string_view hash) {
  return abi_of_types<Declare, ParameterValues, Entry, World, Columns, Cells, Area, Ward, Group,
                      Member>(made_for, hash);
}

}  // namespace swadaya
