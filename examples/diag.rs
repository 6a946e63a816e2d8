fn main() {
    for f in std::env::args().skip(1) {
        let s = std::fs::read_to_string(&f).unwrap();
        for d in rubricate::wire::check(&s, &[]) {
            println!(
                "{f}:{}:{} {} {} | {} | {:?}",
                d.span.line, d.span.column, d.code, d.message, d.help, d.severity
            );
        }
    }
}
