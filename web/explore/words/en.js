// What the explorer says, in English; web/explore/words/id.js has the same in Indonesian.

export const en = {
  // What a lever is, said shorter than its declaration; the others go by their names.
  leverNames: {
    "socialization.meetings": "Meetings in each RT",
    "socialization.messengers": "Who carries the news",
    "socialization.q_other": "Chance that neighbours pass it on",
    "targeting.verified": "List verified at the margin",
    "targeting.elite_bonus": "Favours for the elite",
    "targeting.quota": "Share of each RT on the list",
    "facilitation.hours": "Facilitators’ hours",
    "facilitation.after_disbursement": "Visits kept up after the money",
    "programme.exit": "Facilitators leave in month",
    "supervision.audit_probability": "Chance of an audit",
    "supervision.published": "List of borrowers published",
    "supervision.sanction": "Sanction for default",
    "coordination.list_kept": "List of borrowers kept",
    "coordination.sequence": "What comes first",
    "coordination.stages": "Offices that each rupiah passes",
    "coordination.stage_mean": "Delay in each office",
    "programme.grant": "Grant to the ward",
    "programme.first_loan": "First loan",
    "programme.loan_growth": "Growth from loan to loan",
    "programme.meetings": "Meetings of a group",
    "programme.saving_months": "Saving before the first loan",
    "programme.full_repayment_first": "Next loan only after all have repaid",
    "lending.norm": "Weight of the duty to repay",
    "lending.next_loan": "Worth of the next loan",
  },
  leverTitles: { socialization: "Socialization", target: "Target group", facilitation: "Facilitation", supervision: "Supervision", coordination: "Coordination",
    money: "Money and loans", groups: "Groups", repayment: "Repayment" },
  slotTitles: {
    coordination: "Coordination: when money comes", socialization: "Socialization: how news travels",
    attitude: "Attitude", participation: "Participation: who joins", groups: "Groups", facilitation: "Facilitation: who is visited",
    targeting: "Targeting: who is listed", lending: "Lending: who repays", supervision: "Supervision: who is audited", welfare: "Welfare",
  },
  sectionTitles: { programme: "Programme", world: "World: places and households", network: "Network: who knows whom", costs: "Costs" },
  // "kRp a ward" as people say it.
  unit: (unit) => unit.replace(/\bkRp\b/, "thousand Rp").replaceAll("_", " "),
  source: (source) => source,
  outcome: (info) => info.heading, definition: (info) => info.definition,
  yes: "yes", no: "no", any: "any", standing: (word) => word,

  // the frame
  tabs: { curves: "Curves", ward: "The ward", sweep: "One parameter", heat: "Two parameters" },
  language: "Language",
  pictureSource: (title, worlds, seed) => `${title ? `${title}. ` : ""}Swadaya, ${worlds} simulated worlds, seed ${seed}. ` +
    "A simulation says what follows from its assumptions.",
  tabsLabel: "What is shown", skip: "Skip to the curves", set: "What is set", everyDefault: "Every default", notRun: "Not run: see what is marked",
  worlds: (done, all) => `${done} of ${all} worlds`, after: (all, first, ms) => `${all} worlds, first curves after ${first} ms, all after ${ms} ms`,
  size: "Size of the ward", whole: (n) => `whole: ${n} households`, part: (rws, all, n) => `${rws} of ${all} RW: ${n} households`,
  months: "Months", replicates: "Worlds", seed: "Seed", atMonth: "Figures at month ", outcomes: "Outcomes",
  ended: "The program behind this page has ended: start `swadaya explore` again.", refused: (status) => `refused (${status})`, note: "",

  // what is set
  back: "Back to the baseline", backOf: (name) => `${name}: back to the baseline`, sourceWord: "source",
  between: (low, high, usual) => `Between ${low} and ${high}; default ${usual}. `,
  usual: (value) => `Default ${value}. `, was: (value) => `baseline ${value}`, asNumber: (name) => `${name}, as a number`, model: "Model", does: "what it does",
  tryPackage: "Try a package", asBaseline: "as the baseline", fromMonth: (month) => `, from month ${month}`, undo: "Undo changes", keep: "Make it the baseline",
  keepHint: "Compare with what is set now from here on", everythingElse: "Everything else",

  // curves
  baseline: "Baseline", changed: "Changed", month: (month) => `Month ${month}`, byMonth: (what) => `${what} by month`,
  noFigure: "no figure at this month", ofOneWorld: "of one world", same: "the same", sameInAll: "the same in every world", asTable: "The same as a table",
  legendBaseline: "baseline", legendChanged: "changed", legendWhat: "Lines: mean of all worlds; bands: 90 % of them; by month.",
  legendLeave: "facilitators leave", legendComes: "a change comes",
  outcomeWord: "Outcome", difference: "Difference", interval: "95 % interval",
  curvesCaption: (worlds, month) => `Means over ${worlds} worlds at month ${month}; differences paired world by world`,

  // files
  close: "Close", saved: "Saved as explored.toml, the whole ward with both sides. Run it: ",
  noFile: "This scenario has no file of its own that a command could name: save it, then ",
  copied: "Copied. It runs the changed side on the whole ward:", copyThis: "Copy this; it runs the changed side on the whole ward:",
  tooLarge: (name) => `${name} is too large for a scenario.`,
  opened: (name) => `Opened ${name}.`, save: "Save as a file", copy: "Copy as a command", load: "Open a file",

  leftOut: "Not in the file: ",
  draws: (file) => `The worlds of the file take draws of parameters from ${file}, those of this page don’t: its figures are others. ` +
    "With `--posterior none` they are of the values set here.",
  leftOutWhy: {
    beside: "beside: bundles lie over what a scenario leaves at its defaults, and the file says every setting.",
    from: "from: the explorer begins at the start.", checkpoint: "checkpoint: the explorer keeps none.",
    description: "description: it is of the packages of the other file.", design: "design: packages stand in its place.",
    facts: (why) => `facts: ${why}.`, posterior: (why) => `posterior: ${why}.`,
    table: (name) => `${name}: packages stand in its place.`,
    study: (keys) => `study (${keys}): who builds other packages has to say that anew.`,
  },

  // points
  levers: "Levers", from: "from", to: "to", parameter: "Parameter", across: "Across", up: "Up",
  pointsDone: (points, worlds, ms) => `${points} points in ${worlds} worlds, ${ms} ms`,
  range: (low, high) => `${low} to ${high}`, inMost: "in 90 % of the worlds", differenceFrom: (from) => `difference from ${from}`,
  mostWorlds: "90 % of the worlds",
  sweepCaption: (month, worlds) => `At month ${month}, ${worlds} worlds`,
  heatCaption: (outcome, unit, rows, from) => `Difference of ${outcome} from ${from}, ${unit}; rows: ${rows}; ≈ 0: can’t be told from zero`,
  sweepNote: (as, from) => `Everything else is ${as}. The band is the 95 % interval of the difference from ${from}, in the same ` +
    "worlds; the upright line is where that side stands.",
  heatNote: (as, from) => `Difference from ${from} in the same worlds; everything else is ${as}. Grey: can’t be told from zero.`,
  asOn: (id, title) => ({ baseline: "as on the baseline", changed: "as on the changed side" })[id] ?? `as in “${title}”`,
  inSide: (id, title) => ({ baseline: ", on the baseline", changed: "" })[id] ?? `, in “${title}”`,
  standsHere: (name) => `where it stands: ${name}`,

  // the ward
  side: "Side shown", pictureMonth: "Month of the picture", monthWord: "Month ", play: "Play", pause: "Pause", world: "World", ties: "ties",
  ring: "ring the poor",
  follow: "Follow a household", byNumber: "or by its number", orGroup: "or a group", wardTable: "The picture as a table",
  arrows: "Arrow keys follow a household.",
  householdsWord: "Households", both: (a, b) => `${a} and ${b}`, wardCaption: (month, world) => `Month ${month}, world ${world}`,
  isPoor: "poor", isElite: "of the elite", isHead: "head of an RT or RW", isListed: "on the list", householdIn: (n, rt) => `Household ${n}, RT ${rt}`,
  followed: (n, place, is, ties) => `Household ${n}, ${place}${is ? ` (${is})` : ""}, ${ties} ties`,
  groupOf: (n, place, side) => `Group ${n}, ${place}, ${side}`,
  chooseOrClick: "choose, or click in the picture", choose: "choose", householdChoice: (n, rt) => `household ${n}, RT ${rt}`,
  groupChoice: (n, rt, month, ghost) => `group ${n}, RT ${rt}, month ${month}${ghost ? ", on paper only" : ""}`,
  wardNote: ({ world, worlds, all, every, ties, drawn }) => `World ${world} of ${worlds}: ${all} ` +
    `households${every > 1 ? `, every ${every}th is shown` : ""}, ${ties} ties${drawn ? ` (${drawn} of them drawn)` : ""}. Lines join ` +
    "the members of a group.",

  // lessons
  // packages, stamps and titles of charts
  savedAll: (file, n) => `Saved as ${file}, the whole ward with ${n} sides. Run it in the folder where it lies: `, copyIt: "Copy",
  copiedIt: "Copied", copyByHand: "Select it and copy",
  copiedCompare: (file) => `Copied. It compares all sides on the whole ward; save ${file} first, and run it in that folder:`,
  copyCompare: (file) => `Copy this. It compares all sides on the whole ward; save ${file} first, and run it in that folder:`,
  saveAll: "Save all as an experiment", copyCompareButton: "Copy the compare command", presetChanged: (title) => `${title}, changed`,
  packageNumber: (n) => `Package ${n}`, keepPackage: "Keep as a package", keepPackageHint: "Keep what is set now, with a name, and go on",
  noMorePackages: (n) => `${n} are kept, with baseline and changed six curves: drop one first`, keptPackages: "Kept here",
  heldAgainst: "Others are held against", nameOfPackage: "Name of the package", setAgain: "Set again",
  setAgainOf: (title) => `Set again: ${title}`, dropPackage: (title) => `Drop ${title}`, mean: "Mean",
  heldAgainstThis: "held against this",
  otherWards: "different wards, not paired",
  legendOfSides: (name) => `Lines: mean of all worlds; bands, where drawn: 90 % of them; differences from ${name}, paired world by world.`,
  reference: (id, title) => ({ baseline: "the baseline", changed: "what is set now" })[id] ?? `“${title}”`,
  factsOfTheFile: "Measured with the settings of the file; what sliders change isn’t measured anew.",
  sweepTitle: (outcome, parameter, month, where) => `${outcome} against ${parameter}, month ${month}${where}`,
  heatTitle: (outcome, month, unit, from, where) => `${outcome}${where}: difference from ${from} at month ${month}, ${unit}`,
  heatWorse: (name) => `worse (${name})`,
  heatBetter: (name) => `better (${name})`, heatZero: "grey: can’t be told from zero",

  fiveLessons: "Five lessons", leave: "Leave the lessons", lesson: "Lesson", lessonOf: (n, all) => `Lesson ${n} of ${all}`,
  before: "Lesson before", next: (title) => `Next: ${title}`,
  right: "So says the simulation too.", wrong: (answer) => `The simulation says otherwise: ${answer.charAt(0).toLowerCase()}${answer.slice(1)}.`,
  lessons: {
    news: {
      title: "How news travels",
      text: "For half a year meetings are held in every RT, and heads pass the news on. Whoever has heard tells neighbours, kin and " +
        "friends for some months, until it is old news. On the changed side nobody tells anybody: only meetings and heads are left.",
      question: "Without talk among neighbours, how many households have heard after three years?",
      answers: ["Nearly as many: meetings reach everybody who cares", "About half as many", "Almost nobody"],
      told: ({ informed, belief }) => [`With talk ${informed.before} have heard, without it ${informed.after}: the difference is what talk carries.`,
        belief.told
          ? "But talk bends it. At each hop the loan looks a little more like a gift: without talk the belief in a gift among those who " +
            `have heard is ${belief.after} instead of ${belief.before}. Fast news and true news are not the same thing.`
          : "Whether talk also bends the news can’t be told from these worlds: run more of them."],
    },
    books: {
      title: "Why reported repayment looked good",
      text: "A missed instalment comes into the reported book three months late, and half of them never do: they are rescheduled away. " +
        "On the changed side the book is honest: every miss shows at once.",
      question: "What does the honest book do to what is really repaid (true recovery)?",
      answers: ["It rises: people pay when they are watched", "Nothing: a book only describes",
        "It falls: lending is stopped, and with it the reason to repay"],
      told: ({ reported, recovery, suspended }) => [`At the baseline the report says ${reported.before}, and the truth is ` +
        `${recovery.before}. With an honest book the report says ${reported.after}, and the truth is ${recovery.after}.`,
        recovery.told
          ? `Above 20 % in arrears new lending is suspended, now in ${suspended.after} of the wards instead of ${suspended.before}. Who ` +
            `expects no next loan has less reason to repay: true recovery goes from ${recovery.before} to ${recovery.after}. An honest ` +
            "book without anybody who acts on it makes things worse in this model, and every number in it is an assumption worth sweeping."
          : `True recovery goes from ${recovery.before} to ${recovery.after}, which can’t be told from zero in so few worlds.`],
    },
    money: {
      title: "When money alone fails",
      text: "The answer that comes to mind first: more money. On the changed side the ward gets twice the grant. Nothing else is different.",
      question: "Twice the money: how many more poor households get a loan?",
      answers: ["Twice as many", "Half as many again", "Hardly any more"],
      told: ({ served, lent, left, cost }) => [`Poor households served: ${served.before} and ${served.after}. ` +
        `${lent.told ? `Lent: ${lent.before} against ${lent.after} million Rp.` : "Not even more is lent."} Money was not what was ` +
        "scarce: too few households hear, join and form groups that could borrow it. The rest lies in the fund.",
        `${left.told ? `More of the capital is left (${left.before}, then ${left.after}), but only because the same losses are a smaller ` +
          "share of more money. " : ""}` +
          `The cost goes from ${cost.before} to ${cost.after} million Rp a ward. Try four meetings in each RT instead.`],
    },
    facilitators: {
      title: "What facilitators leave behind",
      text: "Facilitators visit groups for three years and then leave; groups go on meeting a fifth as often. On the changed side they stay six years.",
      question: "Three years after they would have left, what have the facilitators who stayed kept up?",
      answers: ["Capacity and groups, and hardly any repayment", "Repayment above all", "Nothing that lasts"],
      told: ({ capacity, groups, recovery }) => [`Group capacity ${capacity.before} without them and ${capacity.after} with them; groups ` +
        `still alive ${groups.before} and ${groups.after}.`,
        `True recovery: ${recovery.before} and ${recovery.after} (${recovery.text}). Be careful with what this says: in this model ` +
          "capacity hardly feeds back on repayment. That is how its lending rule is written, after evidence that is thin; it is not a " +
          "finding about facilitators."],
    },
    audits: {
      title: "What audits do",
      text: "An audit comes to one ward in 25 a year. On the changed side every ward is audited every year. Nobody publishes anything, " +
        "and nothing else happens to who does not pay.",
      question: "An audit every year, and nothing else: what improves?",
      answers: ["Less money leaks; repayment does not rise", "Repayment rises; as much leaks", "Both improve"],
      told: ({ leakage, reported, recovery }) => [`Leakage goes from ${leakage.before} to ${leakage.after}: who expects to be caught takes less.`,
        `Audits also correct the reported book (${reported.before}, then ${reported.after}), and suspended lending takes away a reason ` +
          `to repay: true recovery ${recovery.before}, then ${recovery.after} (${recovery.text}). What brings borrowers to pay here is ` +
          "being seen by others and confronted: now switch on “List of borrowers published”, and look again."],
    },
  },
};
