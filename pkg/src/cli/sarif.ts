import type { Diagnostic } from "../types.js";

/** What was found in one file. */
export interface Checked {
  readonly path: string;
  readonly source: string;
  readonly diagnostics: readonly Diagnostic[];
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/** What was found as SARIF 2.1.0, as code hosts read it (OASIS, 2020). */
export function sarif(all: readonly Checked[], version: string): unknown {
  const codes = [...new Set(all.flatMap(({ diagnostics }) => diagnostics.map((found) => found.code)))].sort();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "rubricate", version, rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: all.flatMap((file) => file.diagnostics.map((found) => result(file, found, codes))),
      },
    ],
  };
}

function result({ path, source }: Checked, found: Diagnostic, codes: readonly string[]) {
  const artifactLocation = { uri: path.split("\\").join("/").split("/").map(encodeURIComponent).join("/") };
  const region = ({ from, to, line, column }: Diagnostic["span"]) => ({ startLine: line, startColumn: column, charOffset: from, charLength: to - from });
  return {
    ruleId: found.code,
    ruleIndex: codes.indexOf(found.code),
    level: LEVELS[found.severity],
    message: { text: found.help ? `${found.message}. ${found.help}` : found.message },
    locations: [{ physicalLocation: { artifactLocation, region: region(found.span) } }],
    relatedLocations: found.labels.map((label, id) => ({ id, message: { text: label.message }, physicalLocation: { artifactLocation, region: region(label.span) } })),
    fixes: found.fixes.map((fix) => ({
      description: { text: fix.title },
      artifactChanges: [
        {
          artifactLocation,
          replacements: fix.edits.map((edit) => ({
            deletedRegion: { ...lineOf(source, edit.from), charOffset: edit.from, charLength: edit.to - edit.from },
            insertedContent: { text: edit.text },
          })),
        },
      ],
    })),
  };
}

function lineOf(source: string, offset: number) {
  const before = source.slice(0, offset).split(/\r\n|\n|\r/);
  return { startLine: before.length, startColumn: (before.at(-1)?.length ?? 0) + 1 };
}
