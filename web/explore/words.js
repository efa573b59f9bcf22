// The words of the page.

// What a lever is, said shorter than its declaration; the others go by their names.
export const leverNames = {
  "socialization.meetings": "Meetings in each RT",
  "socialization.messengers": "Who carries the news",
  "socialization.q_other": "Chance that neighbours pass it on",
  "targeting.verified": "List verified at the margin",
  "targeting.elite_bonus": "Favours for the elite",
  "targeting.quota": "Share of each RT on the list",
  "facilitation.hours": "Facilitators' hours",
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
};

// In the order of the five things that went wrong, then money and capacity.
export const levers = [
  { title: "Socialization", keys: ["socialization.meetings", "socialization.messengers", "socialization.q_other"] },
  { title: "Target group", keys: ["targeting.verified", "targeting.elite_bonus", "targeting.quota"] },
  { title: "Facilitation", keys: ["facilitation.hours", "facilitation.after_disbursement", "programme.exit"] },
  { title: "Supervision", keys: ["supervision.audit_probability", "supervision.published", "supervision.sanction", "coordination.list_kept"] },
  { title: "Coordination", keys: ["coordination.sequence", "coordination.stages", "coordination.stage_mean"] },
  { title: "Money and loans", keys: ["programme.grant", "programme.first_loan", "programme.loan_growth", "programme.full_repayment_first"] },
  { title: "Groups", keys: ["programme.meetings", "programme.saving_months"] },
  { title: "Repayment", keys: ["lending.norm", "lending.next_loan"] },
];

export const slotTitles = {
  coordination: "Coordination: when money comes", socialization: "Socialization: how news travels",
  attitude: "Attitude", participation: "Participation: who joins", groups: "Groups", facilitation: "Facilitation: who is visited",
  targeting: "Targeting: who is listed", lending: "Lending: who repays", supervision: "Supervision: who is audited", welfare: "Welfare",
};
export const sectionTitles = {
  programme: "Programme", world: "World: places and households", network: "Network: who knows whom", costs: "Costs",
};

export const plain = (name) => name.replaceAll("_", " ");
export const leverName = (key) => leverNames[key] ?? plain(key.slice(key.indexOf(".") + 1));
// "kRp a ward" as people say it.
export const unitInWords = (unit) => unit.replace(/\bkRp\b/, "thousand Rp");
