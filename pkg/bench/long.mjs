// A rubric of 1,000 lines, as an author may have it open.

/** 100 criteria of eight lines in ten parts, with scores, an award and an example. */
export function long() {
  const parts = Array.from({ length: 10 }, (_, part) => {
    const rows = Array.from({ length: 10 }, (_, row) => `    criterion row_${part}_${row}x "Row ${part}.${row}" on mastery {
      weight ${1 + (row % 3)}
      tags essential, group_${row}
      comment required when below proficient
      not_yet "Nothing is there." advise "Begin."
      developing "Some of it is there." advise "Go on."
      proficient "It is there."
      exemplary "It is there, and others can see why."
    }`);
    return `  part part_${part}x "Part ${part}" {\n    weight 10%\n${rows.join("\n")}\n  }`;
  });
  const scores = parts.map((_, part) => `  score share_${part}x "Share ${part}" = weighted percent of part_${part}x`);
  const needs = parts.map((_, part) => `      needs every criterion in part_${part}x tagged essential is at least developing and share_${part}x is at least 40%`);
  return `rubric bench "Bench" {
  scale mastery "Mastery" {
    not_yet    0 "Not yet"
    developing 1 "Developing"
    proficient 2 "Proficient"
    exemplary  3 "Exemplary"
  }
${parts.join("\n")}
${scores.join("\n")}
  score total "Total" = round weighted percent of parts to nearest 0.5%, ties up
  award badge "Badge" {
    gold "Gold" {
      needs total is at least 85%
      needs silver
    }
    silver "Silver" {
${needs.join("\n")}
    }
    otherwise none "None"
  }
}
`;
}
