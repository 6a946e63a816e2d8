// Every form that has to be written, and every one that has to make a
// difference, by the share of rubrics in which it is to be found at least.
const each = (share, ...names) => Object.fromEntries(names.map((name) => [name, share]));

/** Forms as print.mjs writes them. */
export const FORMS = {
  ...each(
    0.02,
    "worked out: when", "worked out: bands", "worked out: table", "worked out: rungs", "quantifier over results", "most", "slot", "any", "all", "some", "met", "has", "comment", "none", "part only when",
    "round up", "round down", "round ties up", "round ties down", "round ties even", "quantifier at most", "quantifier exactly",
  ),
  ...each(
    0.05,
    "not applicable counts as", "not scored", "retired", "counts from", "counts as", "at most", "only when", "adds nothing", "bonus", "choose", "unanswered counts as", "may be left out", "comment required", "lower is better",
    "ordinal", "range levels", "offered levels", "levels of its own", "series", "part in series", "tags", "test met", "test not met", "test answered", "test left out", "level by if",
    "quantifier every", "quantifier any", "quantifier no", "quantifier most", "quantifier half of", "quantifier at least half of", "quantifier at least", "quantifier share", "quantifier setting",
    "sum", "mean", "median", "lowest", "highest", "weighted mean", "weighted sum", "percent", "weighted percent", "count", "best", "newest", "that are", "from lowest possible", "set in", "set tagged", "set not tagged", "set without",
    "if", "first", "out", "limit", "op", "days", "dates", "later", "today", "date", "choice", "yes", "ask", "setting", "dated default", "not", "and", "or", "rung", "ladder", "never", "may be overruled",
    "result", "award", "bands", "setting as a minimum", "result on a scale", "table of levels", "table of numbers", "score for each of", "result for each of", "evidence slot",
    "code to 0", "code to l1", "code to no score", "code to not scored",
  ),
  ...each(0.005, "evidence"),
};

/** What a naive world notes where a form decides something. */
export const TOLD = {
  ...each(0.01, "slot not asked", "slot incomplete", "no score"),
  ...each(
    0.05,
    "code to 0", "code to l1", "code to no score", "code to not scored", "not applicable counts as", "unanswered counts as", "counts from", "retired", "counts as", "at most", "bonus", "choose", "not asked", "lower is better",
    "worked out by when", "worked out by bands", "worked out by rungs", "worked out by table", "comment missing", "default of an ask", "default of a setting", "overruled", "first of", "filter keeps nobody", "void set", "undecided",
  ),
};
