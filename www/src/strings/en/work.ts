export const work = {
  lead: "Rate yourself row by row. Everything else follows at once, and anything can be taken back.",
  hideNumbers: "Hide numbers",
  ratings: "Ratings",
  rated: (what: string) => `rating of ${what}`,
};

export const check = {
  lead: "Where you would stand if a reviewer agreed with you today.",
  ifAgreed: (result: string) => `If a reviewer agrees, this would be ${result}.`,
  ifAgreedNone: "If a reviewer agrees, nothing is decided yet.",
  ladder: "The way up",
  way: "The shortest way",
  wayLead: (rung: string) => `The fewest changes that reach “${rung}”:`,
  noWay: (rung: string) => `“${rung}” cannot be reached from here.`,
  reached: "You have reached the top.",
  goTo: (what: string) => `Go to ${what}`,
  open: "Still open",
  nothingOpen: "Nothing is open. It can be handed in.",
  rowsOpen: (count: number) => (count === 1 ? "1 row is not rated" : `${count} rows are not rated`),
  states: { earned: "Earned", possible: "Still possible", "out of reach": "Out of reach", pending: "Pending" },
  why: "Why",
  holds: "What holds already",
  unproven: "A way, perhaps not the shortest one:",
  noAwards: "This rubric gives no award. Its scores are below.",
  scores: "Scores",
  between: (low: string, high: string) => `between ${low} and ${high}`,
  noScore: "no score yet",
};
