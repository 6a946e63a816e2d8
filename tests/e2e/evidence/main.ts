// A host page with an assessment that asks for evidence; the address says how it is shown.
import { load } from "rubricate";
import * as evidence from "rubricate/evidence";
import { evidenceFiles, type RubricAssessment } from "rubricate/elements";

const SOURCE = `rubric lesson "Checking for understanding" {
  version "1.0"
  language "en"
  scale mastery { not_yet 0 "Not yet"; developing 1 "Developing"; proficient 2 "Proficient" }
  criterion purpose "Learning purpose" on mastery { shown by lesson_plan, reflection }
  criterion response "Responds to what students show" on mastery { shown by video, reflection }
  criterion questions "Hinge questions" on mastery { shown by lesson_plan }
  evidence lesson_plan "Annotated lesson plan" {
    accepts pdf, docx
    items   1..2
    pages   1..3
    size    ..10 MB
    dated   within 2 years
    words   20..1500 advice "Short plans rarely show your decisions."
    no duplicates
  }
  evidence video "Lesson video" {
    accepts video, link
    length  10 s..10 min
    people  at least 2
  }
  evidence reflection "Reflection" {
    accepts  text, markdown
    words    12..500
    mentions any of "student", "learner" advice
    avoids   personal information
  }
  evidence extra "Anything else" { accepts any file, link; items 0..5; optional; note required advice }
  score total "Total" = weighted percent of rows
  award badge "Badge" { earned "Earned" { needs every criterion is at least proficient; needs evidence is complete } otherwise not_yet "Not yet" }
}`;

const asked = new URLSearchParams(location.search);
const heard: { type: string; slot: string; id: string; size: number | null }[] = [];
for (const type of ["rubric-attach", "rubric-detach"] as const) {
  addEventListener(type, (event) => {
    const { slot, id, ...rest } = (event as CustomEvent<{ slot: string; id: string; file?: Blob | null }>).detail;
    heard.push({ type, slot, id, size: rest.file?.size ?? null });
  });
}

Object.assign(window, { load });

async function begin(): Promise<void> {
  const locale = asked.get("locale") ?? "en";
  const main = document.querySelector("main");
  document.documentElement.lang = locale;
  document.documentElement.style.colorScheme = document.documentElement.dataset["scheme"] = asked.get("scheme") ?? "light";
  if (asked.has("alone")) {
    const assessment = (await load()).compile(SOURCE).start({ locale, today: "2025-11-25" });
    const slot = document.createElement("rubric-evidence-slot");
    Object.assign(slot, { assessment, name: asked.get("alone"), locale, headingLevel: 2 });
    main?.append(slot);
    Object.assign(window, { assessment, evidenceFiles, heard });
  } else {
    const element = document.createElement("rubric-assessment") as RubricAssessment;
    Object.assign(element, { source: SOURCE, today: "2025-11-25", locale });
    const ready = new Promise((resolve) => element.addEventListener("rubric-ready", resolve, { once: true }));
    element.id = "desk";
    main?.append(element);
    if (asked.has("portfolio")) main?.append(Object.assign(document.createElement("rubric-portfolio"), { for: "desk", locale, headingLevel: 2 }));
    await ready;
    Object.assign(window, { element, evidenceFiles, heard, evidence });
    Object.defineProperty(window, "assessment", { get: () => element.assessment, configurable: true });
  }
  document.documentElement.dataset["ready"] = "";
}

void begin();
