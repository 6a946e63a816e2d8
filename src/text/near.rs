//! The known word nearest to a misspelt one.

/// What stands behind so many letters is not compared.
const LONGEST: usize = 64;

/// The nearest of some words, if one is near enough to be meant: a third of
/// the letters may differ, a swap of two neighbours counts once. Of one or two
/// letters only the case may differ.
pub fn nearest<'a>(word: &str, among: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let mut best: Option<(usize, &str)> = None;
    let wanted = letters(word);
    for known in among {
        if let Some(distance) = from(&wanted, known)
            && best.is_none_or(|(least, _)| distance < least)
        {
            best = Some((distance, known));
        }
    }
    best.map(|(_, known)| known)
}

/// How far two words are apart; nothing when one cannot be meant by the other.
pub fn apart(word: &str, known: &str) -> Option<usize> {
    from(&letters(word), known)
}

fn from(wanted: &[char], known: &str) -> Option<usize> {
    let bound = wanted.len().checked_div(3)?;
    let length = known.chars().take(LONGEST).count();
    if wanted.is_empty() || length.abs_diff(wanted.len()) > bound {
        return None;
    }
    distance(wanted, &letters(known), bound)
}

fn letters(word: &str) -> Vec<char> {
    word.chars().take(LONGEST).map(lower).collect()
}

/// Keywords are ASCII; a name in another script differs by a letter at most.
fn lower(c: char) -> char {
    c.to_ascii_lowercase()
}

/// Optimal string alignment: insert, delete, change, or swap two neighbours.
/// Nothing where it is over the bound; that is often sure after a few letters.
fn distance(a: &[char], b: &[char], bound: usize) -> Option<usize> {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i.saturating_add(1)];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX);
            let next = j.saturating_add(1);
            let change = at(&last, j).saturating_add(usize::from(x != y));
            let mut cost = change
                .min(at(&last, next).saturating_add(1))
                .min(at(&row, j).saturating_add(1));
            let swapped = i > 0
                && j > 0
                && a.get(i.saturating_sub(1)) == Some(y)
                && b.get(j.saturating_sub(1)) == Some(x);
            if swapped {
                cost = cost.min(at(&before, j.saturating_sub(1)).saturating_add(1));
            }
            row.push(cost);
        }
        before = std::mem::replace(&mut last, row);
        // A swap looks two rows back, so two in a row have to be over it.
        if last.iter().chain(&before).all(|cost| *cost > bound) {
            return None;
        }
    }
    last.last().copied().filter(|cost| *cost <= bound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant() {
        let known = ["weight", "tags", "about", "proficient"];
        let near = |word| nearest(word, known.into_iter());
        assert_eq!(near("weigth"), Some("weight"));
        assert_eq!(near("Tags"), Some("tags"));
        assert_eq!(near("profficent"), Some("proficient"));
        assert_eq!(near("banana"), None);
        assert_eq!(near(""), None);
    }
}
