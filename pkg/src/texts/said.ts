/** A condition as the engine hands it over: a small tree of data. */
export interface Said {
  readonly kind: string;
  readonly text: string;
  readonly of: readonly Said[];
}

const NOTHING: Said = { kind: "text", text: "", of: [] };

/** Reads a tree: one node a line, each before what it holds, as `kind count text`. */
export function saidOf(lines: string): Said {
  const all = lines.split("\n");
  let at = 0;
  const next = (): Said => {
    const line = all[at];
    at += 1;
    if (line === undefined) return NOTHING;
    const [kind = "text", count = "0"] = line.split(" ", 2);
    const text = line.slice(kind.length + count.length + 2);
    return { kind, text, of: Array.from({ length: Number(count) }, next) };
  };
  return next();
}
