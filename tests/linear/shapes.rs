//! Long rubrics of many kinds, each of one thing over and over.
#![allow(missing_docs)]

/// A rubric made of numbered pieces between a head and a tail.
pub struct Shape {
    pub name: &'static str,
    /// Whether it compiles without an error, whatever its length.
    pub sound: bool,
    head: &'static str,
    piece: fn(usize) -> String,
    tail: &'static str,
    /// How many bytes it may have, where another limit than that of bytes comes first.
    pub most: usize,
}

/// Just under the limit of bytes.
pub const MEBIBYTE: usize = (1 << 20) - 2_000;

const BASE: &str = "scale m \"M\" { low 0; mid 1; high 2 }
criterion a_row \"A\" on m
criterion b_row \"B\" on m
check flag \"Flag\"
";
const LONG: &str = "Words that somebody wrote about it. Words that somebody wrote about it. Words that somebody wrote about it. ";

impl Shape {
    /// About so many bytes of it.
    pub fn text(&self, bytes: usize) -> String {
        let mut text = format!("rubric long \"Long\" {{\n{}", self.head);
        let mut index = 0;
        while text.len() < bytes {
            text.push_str(&(self.piece)(index));
            index += 1;
        }
        text.push_str(self.tail);
        text.push_str("\n}\n");
        text
    }

    fn head(self, head: &'static str) -> Self {
        Self { head, ..self }
    }

    fn tail(self, tail: &'static str) -> Self {
        Self { tail, ..self }
    }

    fn most(self, most: usize) -> Self {
        Self { most, ..self }
    }
}

fn shape(name: &'static str, sound: bool, piece: fn(usize) -> String) -> Shape {
    Shape {
        name,
        sound,
        head: BASE,
        piece,
        tail: "",
        most: MEBIBYTE,
    }
}

/// The issue's own list, to a mebibyte: rows, scores, one expression, texts, errors.
pub fn main_shapes() -> Vec<Shape> {
    vec![
        shape("rows", true, |i| {
            format!("criterion row_{i} \"Row {i}\" on m {{ about \"{LONG}{LONG}\"; low \"Seen when low.\" }}\n")
        })
        .tail("score total = sum of criteria"),
        shape("rows in parts", true, |i| {
            format!("part p_{i} \"Part {i}\" {{ about \"{LONG}{LONG}\"; weight 2; criterion row_{i} \"Row\" on m {{ tags t; weight 3 }} }}\n")
        })
        .tail("score total = percent of rows tagged t"),
        shape("scores", true, |i| {
            format!("score score_{i} \"A score with a label of its own\" = a_row + b_row\n")
        }),
        shape("a long sum", true, |_| " + a_row_with_a_long_name".to_owned())
            .head("number a_row_with_a_long_name 0..10\nscore total = 0"),
        shape("a long condition", true, |i| {
            format!(" {} a_flag_with_a_long_name", ["and", "or"][i % 2])
        })
        .head("check a_flag_with_a_long_name\ncheck both met when a_flag_with_a_long_name"),
        shape("texts", true, |i| {
            format!("advise \"Text {i} with \\\"escapes\\\", \\u{{e9}} and {LONG}\" when flag\n")
        }),
        shape("one text", true, |_| "words with \\u{e9} and \\\" in them ".to_owned())
            .head("about \"")
            .tail("\"\ncheck flag"),
        shape("unknown names", false, |i| format!("score score_{i} = a_rwo + unknown_{i}\n")),
        shape("broken lines", false, |i| {
            format!("score score_{i} = round a_row b_row to nearest\n")
        }),
        shape("unknown words", false, |_| "scoer this says nothing here\n".to_owned()),
    ]
}

/// Everything else that may be long, to less.
pub fn more_shapes() -> Vec<Shape> {
    let mut all = sound();
    all.extend(faulty());
    all
}

fn sound() -> Vec<Shape> {
    vec![
        shape("comments and blank lines", true, |i| format!("  # comment {i} \" {{ (\n\n\n")),
        shape("scores on scores", true, |i| match i {
            0 => "score score_0 = a_row\n".to_owned(),
            _ => format!("score score_{i} \"A score\" = score_{} + 1\n", i - 1),
        }),
        shape("awards", true, |i| {
            format!("award award_{i} {{ top {{ needs low_one; needs a_row is high message \"High.\" }}; low_one {{ needs flag }}; otherwise none_{i} }}\n")
        }),
        shape("awards on awards", true, |i| match i {
            0 => "award award_0 { top { needs flag }; otherwise none_0 }\n".to_owned(),
            _ => format!("award award_{i} {{ top {{ needs award_{} is top }}; otherwise none_{i} }}\n", i - 1),
        }),
        shape("bands", true, |i| {
            format!("result band_{i} \"A band\" from a_row {{ top 2; middle 1 \"Middle\"; otherwise low_one }}\n")
        }),
        shape("tables", true, |i| {
            format!("result table_{i} from a_row, b_row {{ low, low gives bad; high, any gives fine; otherwise middling }}\n")
        }),
        shape("inputs", true, |i| {
            format!("ask ask_{i} \"Asked\" 0..10 step 1 default 0\nsetting set_{i} 50%..85% default 72.5%\n")
        }),
        shape("scales", true, |i| format!("scale s_{i} {{ low 0; high 2 }}\ncriterion row_{i} \"{LONG}\" on s_{i}\n")),
        shape("slots", true, |i| {
            format!("evidence slot_{i} {{ accepts pdf; items 1..2; pages 1..3 \"Pages.\"; mentions any of \"student\" advice }}\n")
        }),
        shape("examples", true, |i| {
            format!("example \"Example {i}\" {{ a_row low; b_row high; flag met; expects a_row is low }}\n")
        }),
        shape("rows and translations", true, |i| {
            format!("check row_{i} \"Row\"\ntranslate \"l{i}\" {{ row_{i} \"Une\" }}\n")
        })
        .most(200_000),
        shape("a long example", true, |_| "a_row low; flag met; expects a_row is low\n".to_owned())
            .head("scale m { low 0; high 2 }\ncriterion a_row on m\ncheck flag\nexample \"E\" {\n")
            .tail("}"),
        shape("a translation", true, |i| format!("row_{} \"Une ligne, {i}\"\n", i + 1))
            .head("check row 1..4000\ntranslate \"fr\" {\n")
            .tail("}")
            .most(100_000),
        shape("translations", true, |i| {
            format!("ask ask_{i} 0..1\ntranslate \"l{i}\" {{ flag \"Un drapeau\" }}\n")
        }),
        shape("codes", true, |i| format!("code_{i} \"A code\" sets a_row to 0\n"))
            .head("scale m { low 0; high 2 }\ncriterion a_row on m\ncodes {\n")
            .tail("}"),
        shape("tags", true, |i| {
            format!("check row_{i} \"{LONG}{LONG}\" {{ tags tag_{i} }}\nscore score_{i} = count of checks tagged tag_{i}\n")
        })
        .most(1 << 19),
        shape("checks on checks", true, |i| match i {
            0 => "check c_0\n".to_owned(),
            _ => format!("check c_{i} \"{LONG}\" met when c_{}\n", i - 1),
        })
        .most(1 << 19),
        shape("rows asked by rows", true, |i| match i {
            0 => "check c_0\n".to_owned(),
            _ => format!("check c_{i} \"{LONG}\" {{ only when c_{} }}\n", i - 1),
        })
        .most(1 << 19),
        shape("letters", false, |_| "x".to_owned()),
        shape("quotes", false, |_| "\"\" ".to_owned()),
    ]
}

fn faulty() -> Vec<Shape> {
    vec![
        shape("unclosed brackets", false, |i| {
            format!("score score_{i} = (a_row + (b_row\n")
        }),
        shape("unclosed texts", false, |i| {
            format!("check check_{i} \"It goes on\n")
        }),
        shape("names said twice", false, |_| {
            "check flag \"Flag\"\n".to_owned()
        }),
        shape("open blocks", false, |_| "}\n}\npart {\n".to_owned()),
        shape("wrong levels", false, |_| {
            "advise \"A\" when a_row is hihg\n".to_owned()
        }),
        shape("signs", false, |_| "= - * / .. ; ".to_owned()),
        shape("unknown scales", false, |i| {
            format!("scale s_{i} {{ low 0 }}\ncriterion row_{i} on t_{i}\n")
        }),
        shape("unknown parts", false, |i| {
            format!("part p_{i} {{ check c_{i} }}\nscore s_{i} for each of (q_{i}) = count of it\n")
        }),
        shape("unknown tags", false, |i| {
            format!(
                "check row_{i} {{ tags tag_{i} }}\nscore score_{i} = count of checks tagged gat_{i}\n"
            )
        }),
        shape("unknown translations", false, |i| {
            format!("ask ask_{i} 0..1\ntranslate \"l{i}\" {{ flga_{i} \"Un drapeau\" }}\n")
        }),
        shape("unknown slots", false, |i| {
            format!("evidence slot_{i} {{ accepts pdf }}\ncheck row_{i} {{ shown by tols_{i} }}\n")
        }),
        shape("unknown codes", false, |i| {
            format!("code_{i} \"A code\" sets a_row_{i} to 0\n")
        })
        .head("scale m { low 0; high 2 }\ncriterion a_row on m\ncodes {\n")
        .tail("}"),
        shape("circles", false, |i| {
            format!("score score_{i} = score_{} + a_row\n", i + 1)
        }),
    ]
}

/// Two things at once whose work is the product of both.
pub fn products() -> Vec<Shape> {
    vec![
        shape("rows and examples", true, |i| {
            format!("check row_{i} \"Row\"\nscore score_{i} = row_{i} + 1\nexample \"Example {i}\" {{ row_{i} met; expects score_{i} is 2 }}\n")
        })
        .most(MEBIBYTE),
        shape("rows and sets", true, |i| {
            format!("check row_{i} \"Row\"\nscore score_{i} = count of checks\n")
        })
        .most(MEBIBYTE),
    ]
}
