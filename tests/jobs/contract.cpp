// What every model of the program keeps, and that each check notices a model that doesn't.
#include "sim/jobs/contract.hpp"

#include <atomic>
#include <limits>
#include <stdexcept>

#include "sim/base/error.hpp"
#include "tests/stage.hpp"

namespace swadaya {

namespace {

// Fills the slot of attitudes; what it does wrong is a function of the cells.
class Attitude : public Model {
 public:
  Attitude() { writes({column::attitude}); }
};

class Restless final : public Attitude {  // remembers more than its simulation
 public:
  void households(const Month&, Cells& cells) const override {
    static std::atomic<int> calls = 0;
    cells.next(column::attitude, Pack::Constant(1.0f / static_cast<float>(2 + calls++)));
  }
};

class Ordered final : public Attitude {  // remembers who came first
 public:
  void households(const Month&, Cells& cells) const override {
    cells.next(column::attitude,
               Pack::Constant(1.0f / static_cast<float>(2 + calls_++)) * cells.of(&World::poor));
  }

 private:
  mutable std::atomic<int> calls_ = 0;
};

float mean_of(const Pack& p) {
  float sum = 0;
  for (int k = 0; k < pack_width; ++k) sum += p[k];
  return sum / pack_width;
}

class Crowded final : public Attitude {  // takes neighbouring cells for neighbours
 public:
  void begin(const Month&, Ward& ward) const override { set_first_attitudes(ward, 0); }
  void households(const Month&, Cells& cells) const override {
    cells.next(column::attitude, mean_of(cells.now(column::attitude)));
  }
};

class Shared final : public Attitude {  // takes one cell's parameter for all
  Numbers level = number("level", 0.5, "share", {0, 1}, "a test");

 public:
  void households(const Month&, Cells& cells) const override {
    cells.next(column::attitude, Pack::Constant(Pack{level}[0]));
  }
};

class Fragile final : public Attitude {
  Number level = number("level", 0.5, "share", {0, 1}, "a test");

 public:
  void begin(const Month&, Ward&) const override {
    if (level == 1) throw std::runtime_error{"not so much"};
  }
};

class Secretive final : public Attitude {  // remembers how it began
 public:
  void begin(const Month&, Ward& ward) const override {
    set_first_attitudes(ward, 0);
    began_ = true;
  }
  void households(const Month&, Cells& cells) const override {
    cells.next(column::attitude, cells.now(column::attitude) * (began_ ? 0.5f : 1.0f));
  }

 private:
  mutable std::atomic<bool> began_ = false;
};

class Endless final : public Attitude {
 public:
  void households(const Month&, Cells& cells) const override {
    cells.next(column::attitude, Pack::Constant(std::numeric_limits<float>::infinity()));
  }
};

class Beyond final : public Attitude {
 public:
  void households(const Month&, Cells& cells) const override {
    cells.next(column::attitude, cells.now(column::attitude) + 1);
  }
};

class Generous final : public Attitude {
 public:
  void ward(const Month&, Ward& ward) const override {
    Group group;
    Member m{};
    m.balance = 77;  // of a loan that nobody gave
    group.members.push_back(m);
    ward.add(group);
  }
};

class TwiceTheSameDice final : public Attitude {
 public:
  TwiceTheSameDice() {
    decision("tires");
    decision("tires");
  }
};

class Unlimited final : public Attitude {
 public:
  Unlimited() { number("level", 0.5, "share", {-unbounded, unbounded}, "a test"); }
};

template <class M>
Entry broken(const std::string& paragraph = "Broken.") {
  return entry<M>(Slot::attitude, "broken", Standing::rival, paragraph, "a test");
}

// Names of the checks that `broken` fails.
std::vector<std::string> failures_of(const Entry& broken) {
  std::vector<Entry> entries = models::all();
  entries.push_back(broken);
  const Catalogue catalogue{std::move(entries)};
  std::vector<std::string> failures;
  check_contract(catalogue, *catalogue.find(Slot::attitude, "broken"), [&](const Check& check) {
    if (!check.holds()) failures.push_back(check.name);
  });
  return failures;
}

bool has_failure(const Entry& broken, const std::string& part) {
  for (const std::string& name : failures_of(broken))
    if (name.find(part) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST(Contract, HoldsForEveryModel) {
  for (const ModelInfo& model : all_models().models()) {
    int checks = 0;
    check_contract(all_models(), model, [&](const Check& check) {
      ++checks;
      EXPECT_TRUE(check.holds()) << name_of(model.slot) << "/" << model.name << " " << check.name
                                 << ": " << check.why;
    });
    EXPECT_GE(checks, 12);
  }
}

TEST(Contract, FailsForAModelThatBreaksIt) {
  EXPECT_TRUE(has_failure(broken<Attitude>(""), "says what it does"));
  EXPECT_TRUE(has_failure(broken<Unlimited>(), "unit, a range"));
  EXPECT_TRUE(has_failure(broken<TwiceTheSameDice>(), "dice of its own"));
  EXPECT_TRUE(has_failure(broken<Restless>(), "runs again"));
  EXPECT_TRUE(has_failure(broken<Ordered>(), "in any order"));
  EXPECT_TRUE(has_failure(broken<Crowded>(), "among 2, 3"));
  EXPECT_TRUE(has_failure(broken<Shared>(), "variants beside it"));
  EXPECT_TRUE(has_failure(broken<Secretive>(), "goes on from any month"));
  EXPECT_TRUE(has_failure(broken<Generous>(), "conserves money"));
  EXPECT_TRUE(has_failure(broken<Endless>(), "every outcome a number"));
  EXPECT_TRUE(has_failure(broken<Beyond>(), "every share within"));
  EXPECT_TRUE(has_failure(broken<Fragile>(), "ends of every"));
}

TEST(Contract, FailsNoMoreThanIsBroken) {
  EXPECT_EQ(failures_of(broken<Attitude>()), std::vector<std::string>{});
  EXPECT_EQ(failures_of(broken<Fragile>()).size(), 2u);  // beside others at the ends, and alone
  EXPECT_EQ(failures_of(broken<Secretive>()).size(), 1u);
  EXPECT_EQ(failures_of(broken<TwiceTheSameDice>()).size(), 1u);
}

}  // namespace swadaya
