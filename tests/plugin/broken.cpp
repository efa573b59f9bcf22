// Models that fail in each way that a program must survive; compiled outside the tree, against the
// installed headers.
#include <stdexcept>

#include "sim/model.hpp"

namespace swadaya::models::attitude {

namespace {

class OutOfIdeas : public std::runtime_error {  // a type that only this library knows
 public:
  OutOfIdeas() : std::runtime_error{"out of ideas"} {}
};

// Throws in month 5, in one ward or chunk.
class Throws final : public Model {
 public:
  void after(const Month& month, Ward&) const override {
    if (month.number == 5) throw OutOfIdeas{};
  }
};

class Restless final : public Model {  // gives other bits when it runs again
 public:
  Restless() { writes({column::attitude}); }
  void households(const Month&, Cells& cells) const override {
    static int calls = 0;
    cells.next(column::attitude, Pack::Constant(1.0f / static_cast<float>(2 + calls++)));
  }
};

class Quiet final : public Model {};

class WithoutUnit final : public Model {
 public:
  WithoutUnit() { number("level", 1, "", {0, 1}, "a test"); }
};

Entry throws() {
  return entry<Throws>(Slot::attitude, "throws", Standing::rival, "Throws.", "a test");
}
Entry restless() {
  return entry<Restless>(Slot::attitude, "restless", Standing::rival, "Forgets nothing.", "a test");
}
Entry taken() {
  return entry<Quiet>(Slot::attitude, "degroot", Standing::rival, "Has a taken name.", "a test");
}
Entry pushy() {
  return entry<Quiet>(Slot::attitude, "pushy", Standing::by_default, "Wants to be the default.",
                      "a test");
}
Entry without_unit() {
  return entry<WithoutUnit>(Slot::attitude, "without-unit", Standing::rival, "Has no unit.",
                            "a test");
}

}  // namespace

#if defined(REFUSED)
SWADAYA_PLUGIN(taken, pushy, without_unit);
#elif defined(UNDEFINED)
Entry nowhere();
static Entry lost() { return nowhere(); }
SWADAYA_PLUGIN(lost);
#else
SWADAYA_PLUGIN(throws, restless);
#endif

}  // namespace swadaya::models::attitude
