export const settings = {
  title: "Settings",
  language: "Language",
  languages: { auto: "As in the browser", en: "English", es: "Español" },
  theme: "Colours",
  themes: { auto: "As on the device", light: "Light", dark: "Dark" },
  hideNumbers: "Hide numbers everywhere",
  hideNumbersWhy: "Levels and words stay; points and percentages go.",
  storage: "What is kept here",
  used: (used: string) => `These pages use ${used}.`,
  askPersist: "Ask the browser to keep it",
  eraseAll: "Delete everything on this device",
  eraseTitle: "Delete everything?",
  eraseWhy: "All work, all files and all rubrics that these pages keep on this device go, for good. Save everything as a file first if you may want it again.",
  eraseGo: "Delete everything",
  erased: "Everything is deleted.",
};

export const write = {
  title: "Write a rubric",
  lead: "The text on one side, the rubric on the other. Mistakes are shown as you type.",
  source: "Text of the rubric",
  save: "Save the .rubric file",
  start: "Start an assessment with it",
  preview: "How it looks",
  fresh: `# Describe what is rated, on which levels, and what it takes.
rubric my_rubric "My rubric" {
  scale growth "Growth" {
    beginning 0 "Beginning"
    secure    1 "Secure"
    leading   2 "Leading"
  }

  criterion goals "Goals" on growth {
    beginning "The goal is the teacher's."
    secure    "Students can say the goal in their own words."
    leading   "Students set the goal and say how they will know."
  }
  criterion voice "Student voice" on growth

  score total "Total" = percent of criteria

  award badge "Badge" {
    earned "Earned" { needs every criterion is at least secure }
    otherwise not_yet "Not yet"
  }
}
`,
};

export const guide = {
  title: "Guide",
  contents: "Contents of this page",
  pages: "Pages of the guide",
  names: {
    guide: "The language by example", idioms: "How to say it", reference: "Form by form", codes: "What the compiler says", package: "The package", "package-api": "API reference",
  } as Readonly<Record<string, string>>,
  couldNot: "This page of the guide could not be loaded.",
  english: "",
  table: "Table",
  code: "Example",
};
