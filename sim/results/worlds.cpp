#include "sim/results/worlds.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include "sim/world/boards.hpp"

namespace swadaya {

namespace {

std::string fault_of_board(const Statement& row, const Board& board) {
  constexpr double rounding = 1e-6;  // of another machine's logarithm
  const auto differs = [&](int column, double x) {
    return row.type(column) != Statement::Type::number ||
           !(std::abs(row.number(column) - x) <= rounding);
  };
  const auto says = [&](const char* name, int column, double x) {
    return fmt::format("world.{} of ward {} of world {} is {}: it is {}", name, row.shown(1),
                       row.shown(0), row.shown(column), x);
  };
  if (differs(2, double{board.standing})) return says("standing", 2, double{board.standing});
  if (differs(3, board.honesty)) return says("honesty", 3, board.honesty);
  return "";
}

}  // namespace

std::uint32_t wards_kept(std::uint32_t wards) { return std::min(wards, most_wards_kept); }

void add_world(const Database& database, std::uint64_t seed, std::uint32_t wards,
               std::uint32_t number) {
  const Dice dice{seed, number};
  Statement row = database.statement("INSERT OR IGNORE INTO world VALUES (?, ?, ?, ?)");
  for (std::uint32_t ward = 0; ward < wards_kept(wards); ++ward) {
    const Board board = board_of(dice, ward);
    row.with(std::int64_t{number}, std::int64_t{ward}, double{board.standing}, board.honesty).run();
  }
}

std::string fault_of_worlds(const Database& database, std::uint64_t seed, std::uint32_t wards,
                            const std::set<std::uint32_t>& numbers) {
  Statement row =
      database.statement("SELECT number, ward, standing, honesty FROM world ORDER BY number, ward");
  const std::uint32_t last = wards_kept(wards);
  auto world = numbers.begin();
  std::uint32_t ward = 0;
  while (row.next()) {
    if (world == numbers.end() || row.type(0) != Statement::Type::whole ||
        row.type(1) != Statement::Type::whole || row.whole(0) != std::int64_t{*world} ||
        row.whole(1) != std::int64_t{ward})
      return fmt::format("world has a row of ward {} of world {} where it should have another",
                         row.shown(1), row.shown(0));
    if (const std::string fault = fault_of_board(row, board_of(Dice{seed, *world}, ward));
        !fault.empty())
      return fault;
    if (++ward == last) ++world, ward = 0;
  }
  return last == 0 || world == numbers.end()
             ? ""
             : fmt::format("world has no row of ward {} of world {}", ward, *world);
}

void mend_worlds(const Database& database, std::uint64_t seed, std::uint32_t wards,
                 const std::set<std::uint32_t>& numbers) {
  database.run("DELETE FROM world");
  for (const std::uint32_t number : numbers) add_world(database, seed, wards, number);
}

}  // namespace swadaya
