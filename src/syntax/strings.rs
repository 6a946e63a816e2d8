//! The value of a text as written: quotes taken off, escapes read, long ones dedented.

/// The value of a text.
pub(super) fn unquote(written: &str) -> String {
    if let Some(long) = written
        .strip_prefix("\"\"\"")
        .and_then(|rest| rest.strip_suffix("\"\"\""))
    {
        return dedent(long);
    }
    let inner = written
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(written);
    if !inner.contains('\\') {
        return inner.to_owned();
    }
    let mut value = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(character) = rest.next() {
        if character != '\\' {
            value.push(character);
            continue;
        }
        match rest.next() {
            Some('n') => value.push('\n'),
            Some('u') => {
                let digits: String = rest
                    .by_ref()
                    .skip(1)
                    .take_while(|digit| *digit != '}')
                    .collect();
                let code = u32::from_str_radix(&digits, 16).ok();
                let read = code.and_then(char::from_u32);
                value.push(read.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            Some(other) => value.push(other),
            None => {}
        }
    }
    value
}

/// Takes the common indent off a long text, and its first and last line end.
fn dedent(long: &str) -> String {
    let lines: Vec<&str> = long.lines().collect();
    let written = lines.iter().skip(1).filter(|line| !line.trim().is_empty());
    let indents = written.map(|line| {
        line.len()
            .saturating_sub(line.trim_start_matches(' ').len())
    });
    let indent = indents.min().unwrap_or(0);
    let each = lines.iter().enumerate();
    let cut: Vec<&str> = each
        .map(|(index, line)| {
            if index == 0 {
                *line
            } else {
                line.get(indent..).unwrap_or("")
            }
        })
        .collect();
    cut.join("\n").trim_matches('\n').trim_end().to_owned()
}
