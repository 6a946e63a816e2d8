import type { Assessment } from "../../assessment.js";
import type { Voice } from "../../texts/voice.js";
import { noteIn } from "../../texts/notes.js";
import type { Facts, Finding, OutlineEvidence } from "../../types.js";
import { personalIn } from "./hints.js";
import type { SlotTerms } from "./terms.js";

/** What was noticed about a piece and no rule of the author's asks for: each a sentence, and what may be done. */
export function noticed(assessment: Assessment, slot: OutlineEvidence, facts: Facts, findings: readonly Finding[], voice: Voice, terms: SlotTerms, again: () => void): { readonly text: string; readonly how: string }[] {
  const asks = (kind: string) => slot.rules.some((rule) => rule.kind === kind);
  const all = (facts.notes ?? []).map((note) => ({ text: noteIn(voice.language, note), how: "" }));
  const said = findings.some(({ key, holds }) => key === "duplicates" && holds === "no");
  const twin = said ? null : twinOf(assessment, slot, facts);
  if (twin) all.push({ text: terms.sameAs(twin.name, twin.slot), how: "" });
  if (!asks("avoids personal information")) {
    const places = personalIn(facts, again);
    const spots = places.slice(0, 5).map(({ what, text, line }) => terms.personalKind(what, text, voice.number(line)));
    if (spots.length > 0) all.push({ text: terms.personal(voice.and(places.length > 5 ? [...spots, terms.more] : spots)), how: terms.personalMend });
  }
  return all;
}

/** The same file somewhere else, by its hash. */
function twinOf(assessment: Assessment, slot: OutlineEvidence, { id, sha256 }: Facts): { readonly name: string; readonly slot: string } | null {
  if (sha256 === undefined) return null;
  const { evidence } = assessment.given;
  for (const other of assessment.outline.evidence) {
    for (const one of evidence[other.name] ?? []) {
      if (one.sha256?.toLowerCase() !== sha256.toLowerCase() || (other.name === slot.name && one.id === id)) continue;
      return { name: one.name ?? one.url ?? one.id, slot: other.label };
    }
  }
  return null;
}
