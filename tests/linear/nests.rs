//! What nests, and what refers to what stands above it, to any depth.
#![allow(missing_docs)]

/// One recursive form: `before`, then `open` so many times, `middle`, and as many times `close`, then `after`.
pub struct Nest {
    pub name: &'static str,
    pub before: &'static str,
    /// `@` is the number of the level.
    pub open: &'static str,
    pub middle: &'static str,
    pub close: &'static str,
    pub after: &'static str,
}

const NUMBER: &str = "score s = ";
const CONDITION: &str = "check c met when ";

/// Declared before each nest.
pub const BASE: &str = "rubric nests {
scale m { low 0; mid 1; high 2 }
ask day date default 2025-01-01
part base { criterion a_row on m; criterion b_row on m; check flag }
";

const fn nest(
    name: &'static str,
    before: &'static str,
    open: &'static str,
    middle: &'static str,
    close: &'static str,
) -> Nest {
    Nest {
        name,
        before,
        open,
        middle,
        close,
        after: "",
    }
}

pub const NESTS: &[Nest] = &[
    nest("brackets of a number", NUMBER, "(", "a_row", ")"),
    nest("brackets of a condition", CONDITION, "(", "flag", ")"),
    nest("sums", NUMBER, "(1 + ", "a_row", ")"),
    nest("products", NUMBER, "(a_row / ", "2", ")"),
    nest("minus", NUMBER, "-(", "a_row", ")"),
    nest("not", CONDITION, "not (", "flag", ")"),
    nest("and", CONDITION, "(flag and ", "flag", ")"),
    nest(
        "comparisons",
        CONDITION,
        "(if ",
        "flag",
        " then 1 else 2) > 1",
    ),
    nest("if, in else", NUMBER, "(if flag then 1 else ", "2", ")"),
    nest("if, in then", NUMBER, "(if flag then ", "1", " else 2)"),
    nest(
        "if, in its condition",
        NUMBER,
        "(if ",
        "a_row",
        " is at least 1 then 1 else 0)",
    ),
    nest(
        "if without brackets",
        NUMBER,
        "if flag then 1 else ",
        "2",
        "",
    ),
    nest(
        "first of, in a value",
        NUMBER,
        "first of (",
        "1",
        " when flag, otherwise 0)",
    ),
    nest(
        "first of, in a condition",
        NUMBER,
        "first of (1 when ",
        "a_row",
        " > 1, otherwise 0)",
    ),
    nest(
        "first of, in otherwise",
        NUMBER,
        "first of (1 when flag, otherwise ",
        "0",
        ")",
    ),
    nest("any of", CONDITION, "any of (flag, ", "flag", ")"),
    nest("all of", CONDITION, "all of (flag, ", "flag", ")"),
    nest(
        "at least N of",
        CONDITION,
        "at least 1 of (a_row is high, ",
        "flag",
        ")",
    ),
    nest(
        "every",
        CONDITION,
        "(every criterion is at least mid and ",
        "flag",
        ")",
    ),
    nest("limits", NUMBER, "(", "a_row", ", but at most 5)"),
    nest(
        "round",
        NUMBER,
        "(round ",
        "a_row",
        " to nearest 1, ties up)",
    ),
    nest(
        "round without brackets",
        NUMBER,
        "round ",
        "a_row",
        " to nearest 1, ties up",
    ),
    nest("best of", "score s = sum of ", "best 2 of ", "criteria", ""),
    nest(
        "newest of",
        "score s = sum of ",
        "newest 2 of ",
        "criteria",
        "",
    ),
    nest("lists", "score s = sum of ", "(a_row, ", "b_row", ")"),
    nest(
        "without",
        "score s = sum of ",
        "(",
        "criteria",
        ") without (b_row)",
    ),
    nest(
        "that are",
        "score s = sum of ",
        "best 3 of ",
        "criteria that are at least mid",
        "",
    ),
    nest(
        "a level chosen",
        "score s = count of criteria that are at least ",
        "(if flag then low else ",
        "mid",
        ")",
    ),
    nest(
        "days",
        "score s = days from day to ",
        "(",
        "day",
        " + 1 day)",
    ),
    nest(
        "days in days",
        NUMBER,
        "(1 + days from day to day + ",
        "1",
        ")",
    ),
    nest("sums of sets", NUMBER, "(sum of criteria + ", "1", ")"),
    nest(
        "percents of sets",
        NUMBER,
        "(percent of best 1 of criteria * ",
        "1",
        ")",
    ),
    nest("needs", "award w { top { needs ", "(flag and ", "flag", ")"),
    nest(
        "only when",
        "check c { only when ",
        "(flag and ",
        "flag",
        ")",
    ),
    nest("escapes in a text", "about \"", "\\\"\\u{e9}\\\\", "x", ""),
    nest(
        "parts",
        "",
        "part p_@ \"P\" { weight 2; check c_@ \"C\"\n",
        "check c",
        "\n}",
    ),
    nest(
        "parts to choose from",
        "",
        "part p_@ \"P\" { choose 1; check c_@ \"C\"\n",
        "check c",
        "\n}",
    ),
    nest(
        "parts asked sometimes",
        "",
        "part p_@ \"P\" { only when flag; tags t_@; check c_@\n",
        "check c",
        "\n}",
    ),
];

/// What is refused at any depth, since one of it is enough.
const REFUSED: &[&str] = &["best of", "newest of", "lists", "without", "that are"];

impl Nest {
    /// Whether it may nest, to the limit of brackets.
    pub fn nests(&self) -> bool {
        !REFUSED.contains(&self.name)
    }

    fn after(&self) -> &str {
        match self.name {
            "needs" => " }; otherwise none_of_them }",
            "only when" => " }",
            "escapes in a text" => "\"",
            name if name.starts_with("parts") => "\nscore s = weighted percent of parts",
            _ => self.after,
        }
    }

    fn written(&self, depth: usize, middle: &str, closed: bool) -> String {
        let mut text = format!("{BASE}{}", self.before);
        for level in 0..depth {
            text.push_str(&self.open.replace('@', &level.to_string()));
        }
        text.push_str(middle);
        if closed {
            text.push_str(&self.close.repeat(depth));
            text.push_str(self.after());
        }
        text.push_str("\n}\n");
        text
    }

    pub fn valid(&self, depth: usize) -> String {
        self.written(depth, self.middle, true)
    }

    pub fn unclosed(&self, depth: usize) -> String {
        self.written(depth, self.middle, false)
    }

    /// In as many ways as there are: a sign, a word too many, a bracket, nothing at all.
    pub fn wrong(&self, depth: usize) -> Vec<String> {
        let doubled = format!("{0} {0}", self.middle);
        let open = format!("({}", self.middle);
        let middles = ["$", &doubled, &open, ")", "", "unknown_name", "if", "}"];
        let each = middles
            .iter()
            .map(|middle| self.written(depth, middle, true));
        each.collect()
    }
}

/// A chain of things, each resting twice on the one before: `@` is its number, `<` that before.
pub struct Chain {
    pub name: &'static str,
    pub first: &'static str,
    pub link: &'static str,
}

const fn chain(name: &'static str, first: &'static str, link: &'static str) -> Chain {
    Chain { name, first, link }
}

pub const CHAINS: &[Chain] = &[
    chain("scores", "score s_0 = a_row", "score s_@ = s_< + s_<"),
    chain(
        "scores by if",
        "score s_0 = a_row",
        "score s_@ = if s_< > 1 then s_< else s_< + 1",
    ),
    chain(
        "scores in sets",
        "score s_0 = a_row\nscore t_0 = b_row",
        "score s_@ = sum of (s_<, t_<)\nscore t_@ = highest of (s_<, t_<)",
    ),
    chain(
        "checks",
        "check c_0",
        "check c_@ met when c_< and not (c_< and flag)",
    ),
    chain(
        "criteria",
        "criterion k_0 on m\nscore s_0 = k_0",
        "criterion k_@ on m from s_< { high 4; mid 1; otherwise low }\nscore s_@ = k_@ + k_<",
    ),
    chain(
        "results",
        "result r_0 { top { needs flag }; otherwise low_one }",
        "result r_@ { top { needs r_< is top or r_< is low_one and flag }; otherwise low_one }",
    ),
    chain(
        "tables",
        "result r_0 { top { needs flag }; otherwise low_one }",
        "result r_@ from r_<, r_< { top, low_one gives low_one; any, top gives top; otherwise low_one }",
    ),
    chain(
        "awards",
        "award w_0 { top { needs flag }; otherwise low_one }",
        "award w_@ { top { needs w_< is top; needs w_< is not low_one }; otherwise low_one }",
    ),
    chain(
        "rows asked by rows",
        "check c_0",
        "check c_@ { only when c_< or c_< and flag }",
    ),
    chain(
        "rows counted by rows",
        "check c_0",
        "check c_@ { counts as met when c_< and flag; counts as not met when c_< }",
    ),
    chain(
        "slots and rows",
        "evidence e_0 { accepts pdf }",
        "evidence e_@ { accepts pdf; only when e_< is complete or e_< is complete and flag }",
    ),
];

impl Chain {
    pub fn text(&self, depth: usize) -> String {
        let mut text = format!("{BASE}{}\n", self.first);
        for level in 1..=depth {
            text.push_str(&self.linked(level, level - 1));
        }
        text.push_str("}\n");
        text
    }

    /// The first rests on the last.
    pub fn circle(&self, depth: usize) -> String {
        let mut text = BASE.to_owned();
        for level in 1..=depth {
            let before = if level == 1 { depth } else { level - 1 };
            text.push_str(&self.linked(level, before));
        }
        text.push_str("}\n");
        text
    }

    fn linked(&self, level: usize, before: usize) -> String {
        let link = self.link.replace('@', &level.to_string());
        // `<` is a comparison only with a space before it.
        let link = link.replace("_<", &format!("_{before}"));
        format!("{link}\n")
    }
}
