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
 public:
  explicit TransitionChain(Declare& declare)
      : entry_{declare.number("entry", 0.05, "chance a year", {0, 0.99},
                              "Indonesia 0.05-0.10: evidence/behaviour W3")},
        exit_{declare.number("exit", 0.30, "chance a year", {0, 0.99},
                             "Indonesia 0.3-0.5: evidence/behaviour W3")},
        shortfall_{declare.number("shortfall", 0.2, "of the poverty line", {0.001, 0.9},
                                  "assumption, sweep it")},
        first_capacity_{declare.number("first_capacity", 0.2, "share", {0, 1},
                                       "as log-consumption; assumption")},
        line_{declare.rt_column("line", "log of the poverty line, log kRp per head and month")},
        poor_at_{declare.rt_column("poor_at", "log consumption of who has fallen")},
        falls_at_{declare.rt_column("falls_at", "chance of falling, a month")},
        leaves_at_{declare.rt_column("leaves_at", "chance of leaving, a month")},
        moves_{declare.decision("moves")} {
    declare.writes({column::log_consumption});
  }

  void begin(const Month&, Ward& ward) const override {
    for (Household h = ward.place().first; h < ward.place().last; ++h) {
      ward.set(column::log_consumption, h, ward.world.log_consumption[h]);
      ward.set(column::capacity, h, static_cast<float>(first_capacity_(ward)));
    }
  }

  void ward(const Month& month, Ward& ward) const override {
    const double line = log_of(std::max(ward.world.poverty_line, 1e-9));
    const auto monthly = [&](double yearly) {
      return static_cast<float>(chance_of(-log_of(1 - yearly) / 12, double{month.length}));
    };
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) {
      ward.set(line_, rt, static_cast<float>(line));
      ward.set(poor_at_, rt, static_cast<float>(line + log_of(1 - shortfall_(ward))));
      ward.set(falls_at_, rt, monthly(entry_(ward)));
      ward.set(leaves_at_, rt, monthly(exit_(ward)));
    }
  }

  void households(const Month&, Cells& cells) const override {
    const Pack y = cells.now(column::log_consumption), line = cells.of_rt(line_);
    const Pack poor = is_less(y, line);
    const Pack moves =
        happens(choose(poor, cells.of_rt(leaves_at_), cells.of_rt(falls_at_)), cells.dice(moves_));
    const Pack mean = cells.of(&World::log_consumption);
    const Pack there = choose(poor, mean.max(line), cells.of_rt(poor_at_));
    cells.next(column::log_consumption, choose(moves, there, y));
  }

 private:
  Parameter entry_, exit_, shortfall_, first_capacity_;
  RtColumn line_, poor_at_, falls_at_, leaves_at_;
  Decision moves_;
};

}  // namespace

Entry transition_chain() {
  return entry<TransitionChain>(Slot::welfare, "transition-chain", Standing::rival, paragraph,
                                "W3: evidence/behaviour 3.9; stationary share K30");
}

}  // namespace swadaya::models::welfare
