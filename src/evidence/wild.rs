//! File names with wildcards: `*` for any letters, `?` for one.

/// No file system has longer names; bounds the work too.
const LONGEST: usize = 1_000;

/// Whether a name is like the pattern, whatever the case. Two pointers and one
/// step back to the last star: at most name times pattern, never exponential.
pub(super) fn is_like(name: &str, pattern: &str) -> bool {
    let name: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let mut wanted: Vec<char> = pattern.chars().flat_map(char::to_lowercase).collect();
    wanted.dedup_by(|a, b| *a == '*' && *b == '*');
    let letters = wanted.iter().filter(|c| **c != '*').count();
    if name.len() > LONGEST || letters > name.len() {
        return false;
    }
    let (mut at, mut to) = (0_usize, 0_usize);
    let mut star: Option<(usize, usize)> = None;
    while let Some(c) = name.get(at) {
        match wanted.get(to) {
            Some('*') => {
                star = Some((to, at));
                to = to.saturating_add(1);
            }
            Some(one) if *one == '?' || one == c => {
                (at, to) = (at.saturating_add(1), to.saturating_add(1));
            }
            _ => {
                // The last star takes one letter more.
                let Some((place, taken)) = star else {
                    return false;
                };
                star = Some((place, taken.saturating_add(1)));
                (at, to) = (taken.saturating_add(1), place.saturating_add(1));
            }
        }
    }
    wanted.iter().skip(to).all(|c| *c == '*')
}
