#![allow(
    missing_docs,
    clippy::all,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::string_slice
)]
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let sources: Vec<(String, Vec<(String, String)>)> = if path.ends_with(".json") {
            let v: serde_json::Value = serde_json::from_str(&text).unwrap();
            let join = |v: &serde_json::Value| {
                if v.is_string() {
                    v.as_str().unwrap().to_owned()
                } else {
                    v.as_array()
                        .unwrap()
                        .iter()
                        .map(|l| l.as_str().unwrap())
                        .collect::<Vec<_>>()
                        .join("\n")
                }
            };
            let files = v["files"]
                .as_object()
                .map(|o| o.iter().map(|(k, v)| (k.clone(), join(v))).collect())
                .unwrap_or_default();
            vec![(join(&v["rubric"]), files)]
        } else {
            vec![(text, vec![])]
        };
        for (source, files) in sources {
            let parsed = rubricate::syntax::parse(&source);
            let h = rubricate::format::hashes(&parsed.rubric, &[]);
            let canon = rubricate::format::canonical(&parsed.rubric, &[]);
            if std::env::var("CANON").is_ok() {
                println!("{canon}");
            }
            let c = rubricate::sema::check(parsed, &files);
            println!(
                "{path}: {} rows, failed {}, {}",
                c.rubric.rows.len(),
                c.failed,
                &h.content[..8]
            );
            let again = rubricate::syntax::parse(&canon);
            let canon2 = rubricate::format::canonical(&again.rubric, &[]);
            if canon2 != canon {
                println!("  CANON differs");
                for (a, b) in canon.lines().zip(canon2.lines()) {
                    if a != b {
                        println!("   - {a}\n   + {b}");
                        break;
                    }
                }
            }
            for d in &c.diagnostics {
                let line = source[..(d.span.start as usize).min(source.len())]
                    .matches('\n')
                    .count()
                    + 1;
                println!(
                    "  {}:{line} {:?} {} | {} | {:?}",
                    d.code.text(),
                    d.severity,
                    d.message,
                    d.help.clone().unwrap_or_default(),
                    source.lines().nth(line - 1).unwrap_or("").trim()
                );
            }
        }
    }
}
