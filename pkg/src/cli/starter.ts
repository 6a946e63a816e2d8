/** A rubric to begin with: two criteria on one scale, a score and an award, each with a word about it. */
export function starter(name: string): string {
  const title = name.replace(/_/g, " ");
  return `# A rubric to begin with. Change the words; \`rubricate check\` says what does not fit.
rubric ${name} "${title[0]?.toUpperCase() ?? ""}${title.slice(1)}" {
  version  "0.1.0"
  language "en"
  about    "What this rubric looks at, in one sentence."

  # Worst to best. The numbers are the points.
  scale mastery "Mastery" {
    not_yet    0 "Not yet"
    developing 1 "Developing"
    proficient 2 "Proficient"
    exemplary  3 "Exemplary"
  }

  criterion purpose "Purpose" on mastery {
    not_yet    "No purpose is stated."    advise "Write one sentence: what will students be able to do?"
    developing "A purpose is stated."     advise "Say how you will know that they can."
    proficient "The purpose is stated and checked."
    exemplary  "The purpose is checked at several points."
  }
  criterion response "Response" on mastery {
    not_yet    "Nothing changes."         advise "Change one thing because of an answer."
    developing "Something changes later." advise "Let it change within the lesson."
    proficient "The lesson changes because of what students show."
    exemplary  "The lesson branches, and the change is checked."
  }

  score total "Total" = round percent of criteria to nearest 1%, ties up

  # Best first; the first rung whose needs all hold.
  award badge "Badge" {
    earned "Earned" {
      needs every criterion is at least proficient
    }
    otherwise not_yet "Not yet"
  }

  # A test of the rubric: the compiler works it out and says when it is wrong.
  example "Everything proficient" {
    every criterion is proficient
    expects badge is earned
    expects total is 67%   # 4 of 6 points
  }
}
`;
}
