//! What the compiler proves.
mod support;
#[test]
fn look() {
    let Ok(path) = std::env::var("LOOK") else {
        return;
    };
    for path in path.split(' ') {
        let source = std::fs::read_to_string(path).unwrap();
        let from = std::time::Instant::now();
        let found = rubricate::wire::prove(&source, &[]);
        println!("== {path} {:?}", from.elapsed());
        for one in found {
            println!(
                "{}:{} {} {} {}\n    help: {}",
                one.span.line, one.span.column, one.severity, one.code, one.message, one.help
            );
            for l in &one.labels {
                println!("    {}: {}", l.span.line, l.message);
            }
        }
    }
}
