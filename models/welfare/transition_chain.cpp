#include <algorithm>

#include "sim/model.hpp"

namespace swadaya::models::welfare {

namespace {

const char* const paragraph = R"(
Households fall into poverty and climb out of it with fixed chances, whatever the programme does: who is above the line falls below it
at `entry` a year, who is below leaves at `exit` a year. The share of the poor comes to rest at entry / (entry + exit). Who falls lives
`shortfall` of the line below it; who leaves goes back to its long-run consumption, or to the line where that is lower. The chances are
of a year; a month has its twelfth root. Capacity stays where the household began. It is the welfare that a programme without effect would see.)";

class TransitionChain final : public Model {
  Number entry = number("entry", 0.05, "chance a year", {0, 0.99},
                        "Indonesia 0.05-0.10: evidence/behaviour W3");
  Number exit =
      number("exit", 0.30, "chance a year", {0, 0.99}, "Indonesia 0.3-0.5: evidence/behaviour W3");
  Number shortfall =
      number("shortfall", 0.2, "of the poverty line", {0.001, 0.9}, "assumption, sweep it");
  Number first_capacity =
      number("first_capacity", 0.2, "share", {0, 1}, "as log-consumption; assumption");
  RtColumn line_at = rt_column("line", "log of the poverty line, log kRp per head and month");
  RtColumn poor_at = rt_column("poor_at", "log consumption of who has fallen");
  RtColumn falls_at = rt_column("falls_at", "chance of falling, a month");
  RtColumn leaves_at = rt_column("leaves_at", "chance of leaving, a month");
  Decision moving = decision("moves");

 public:
  TransitionChain() { writes({column::log_consumption}); }
  void begin(const Month&, Ward& ward) const override {
    for (Household h = ward.place().first; h < ward.place().last; ++h) {
      ward.set(column::log_consumption, h, ward.world.log_consumption[h]);
      ward.set(column::capacity, h, static_cast<float>(first_capacity));
    }
  }

  void ward(const Month& month, Ward& ward) const override {
    const double line = log_of(std::max(ward.world.poverty_line, 1e-9));
    const auto monthly = [&](double yearly) {
      return static_cast<float>(chance_of(-log_of(1 - yearly) / 12, double{month.length}));
    };
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
      ward.set(line_at, rt, static_cast<float>(line));
      ward.set(poor_at, rt, static_cast<float>(line + log_of(1 - shortfall)));
      ward.set(falls_at, rt, monthly(entry));
      ward.set(leaves_at, rt, monthly(exit));
    }
  }

  void households(const Month&, Cells& cells) const override {
    const Pack y = cells.now(column::log_consumption), line = cells.of_rt(line_at);
    const Pack poor = is_less(y, line);
    const Pack moves =
        happens(choose(poor, cells.of_rt(leaves_at), cells.of_rt(falls_at)), cells.dice(moving));
    const Pack mean = cells.of(&World::log_consumption);
    const Pack there = choose(poor, mean.max(line), cells.of_rt(poor_at));
    cells.next(column::log_consumption, choose(moves, there, y));
  }
};

}  // namespace

Entry transition_chain() {
  return entry<TransitionChain>(Slot::welfare, "transition-chain", Standing::rival, paragraph,
                                "W3: evidence/behaviour 3.9; stationary share K30");
}

}  // namespace swadaya::models::welfare
