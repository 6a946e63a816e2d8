//! The host of a web address, read as a browser reads it: what leads elsewhere
//! in a browser must not pass for a host that is allowed.

/// The host in lower case, without port; nothing where a browser opens none.
pub(super) fn host(url: &str) -> Option<String> {
    // Browsers drop tabs and line ends anywhere, and spaces around.
    let url: String = url.chars().filter(|c| !"\t\r\n".contains(*c)).collect();
    let url = url.trim_matches(|c: char| c <= ' ');
    let named = |scheme: &str| !scheme.contains(['/', '\\', '?', '#']);
    let rest = match url.split_once(':') {
        Some((scheme, rest)) if is_web(scheme) => rest,
        // A port may stand behind a bare host; any other scheme is no web address.
        Some((scheme, rest)) if named(scheme) && !is_port(rest) => return None,
        _ => url,
    };
    // Any number of slashes, either way round, stands before the host.
    let rest = rest.trim_start_matches(['/', '\\']);
    let server = rest.split(['/', '\\', '?', '#']).next()?;
    let server = server.rsplit_once('@').map_or(server, |(_, server)| server);
    let host = if server.starts_with('[') {
        server.split_inclusive(']').next()?
    } else {
        server.split(':').next()?
    };
    let host = host.strip_suffix('.').unwrap_or(host).to_lowercase();
    let strange = |c: char| c.is_whitespace() || c.is_control() || "%<>\"|^`{}".contains(c);
    (!host.is_empty() && !host.contains(strange)).then_some(host)
}

fn is_port(rest: &str) -> bool {
    let port = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_web(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

/// Whether a host is the allowed one or stands below it.
pub(super) fn is_under(own: &str, allowed: &str) -> bool {
    let allowed = allowed.trim().trim_start_matches("*.");
    let Some(allowed) = host(allowed.trim_start_matches('.')) else {
        return false;
    };
    own.strip_suffix(&allowed)
        .is_some_and(|below| below.is_empty() || below.ends_with('.'))
}
