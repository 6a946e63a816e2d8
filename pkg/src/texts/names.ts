import type { Outline, OutlineLevel } from "../types.js";

/** What a name of the rubric stands for. */
export interface Known {
  readonly kind: "row" | "part" | "slot" | "score" | "ladder" | "ask" | "setting" | "group";
  readonly index: number;
  readonly label: string;
}

const kept = new WeakMap<Outline, Names>();

/** The names of a rubric with what readers call them. */
export class Names {
  readonly #outline: Outline;
  readonly #known = new Map<string, Known>();

  /** Labels that several rows have. */
  #alike: ReadonlySet<string> | null = null;

  /** The names of an outline, made once. */
  static of(outline: Outline): Names {
    let known = kept.get(outline);
    if (!known) kept.set(outline, (known = new Names(outline)));
    return known;
  }

  private constructor(outline: Outline) {
    this.#outline = outline;
    const put = (kind: Known["kind"], all: readonly { readonly name: string; readonly label?: string }[]) =>
      all.forEach(({ name, label = "" }, index) => this.#known.set(name, { kind, index, label: label || spaced(name) }));
    put("group", outline.groups);
    put("row", outline.rows);
    put("part", outline.parts);
    put("slot", outline.evidence);
    put("score", outline.scores);
    put("ladder", [...outline.results, ...outline.awards]);
    put("ask", outline.asks);
    put("setting", outline.settings);
  }

  find(name: string): Known | undefined {
    return this.#known.get(name);
  }

  /** What readers call it. */
  label(name: string): string {
    return this.#known.get(name)?.label ?? spaced(name);
  }

  /** The members of a group, by name; of anything else nothing. */
  members(known: Known | undefined): readonly string[] {
    const group = known?.kind === "group" ? this.#outline.groups[known.index] : undefined;
    return group ? [...group.parts, ...group.members] : [];
  }

  /** A level as one of these things has it, else as any row or scale does. */
  level(name: string, of: readonly string[], rows: readonly number[]): string {
    const inside = (levels: readonly Pick<OutlineLevel, "name" | "label">[]) => levels.find((level) => level.name === name)?.label;
    for (const one of of) {
      for (const member of [one, ...this.members(this.find(one))]) {
        const label = inside(this.#levels(member));
        if (label !== undefined) return label;
      }
    }
    for (const row of rows) {
      const label = inside(this.#outline.rows[row]?.levels ?? []);
      if (label !== undefined) return label;
    }
    for (const { levels } of [...this.#outline.scales, ...this.#outline.rows]) {
      const label = inside(levels);
      if (label !== undefined) return label;
    }
    return spaced(name);
  }

  /** What readers call a row; with its part where another one is called the same. */
  row(index: number, within: (part: string, row: string) => string): string {
    const row = this.#outline.rows[index];
    if (!row) return "";
    this.#alike ??= alike(this.#outline.rows.map(({ label }) => label));
    const part = row.part === null ? undefined : this.#outline.parts[row.part];
    return part && this.#alike.has(row.label) ? within(part.label, row.label) : row.label;
  }

  /** What readers call a rung. */
  rung(name: string): string {
    const rungs = [...this.#outline.results, ...this.#outline.awards].flatMap((ladder) => ladder.rungs);
    return rungs.find((rung) => rung.name === name)?.label ?? spaced(name);
  }

  #levels(name: string): readonly { readonly name: string; readonly label: string }[] {
    const known = this.find(name);
    const { rows, results, awards, asks, settings } = this.#outline;
    switch (known?.kind) {
      case "row":
        return rows[known.index]?.levels ?? [];
      case "ask":
      case "setting":
        return (known.kind === "ask" ? asks : settings)[known.index]?.choices ?? [];
      case "ladder": {
        const ladder = [...results, ...awards][known.index];
        const scale = ladder?.scale === undefined || ladder.scale === null ? [] : (this.#outline.scales[ladder.scale]?.levels ?? []);
        return ladder ? [...ladder.rungs, ...(ladder.otherwise ? [ladder.otherwise] : []), ...scale] : [];
      }
      default:
        return [];
    }
  }
}

function spaced(name: string): string {
  return name.replaceAll("_", " ");
}

function alike(labels: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(labels.filter((label) => seen.has(label) || !seen.add(label)));
}
