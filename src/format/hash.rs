//! Hashes of what a rubric says (content) and of what it decides (structure),
//! by SHA-256 over the canonical text, in hexadecimal digits.

use super::canonical::{canonical, structure};
use crate::syntax::ast::{Item, Rubric};
use sha2::{Digest, Sha256};

/// The two hashes that a stored assessment names.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Hashes {
    /// Of every text and rule.
    pub content: String,
    /// Of what can change a result, declared defaults included.
    pub structure: String,
}

/// Both hashes of a rubric with the items of the files it uses.
pub fn hashes(rubric: &Rubric, used: &[&[Item]]) -> Hashes {
    Hashes {
        content: hash(&canonical(rubric, used)),
        structure: hash(&structure(rubric, used)),
    }
}

/// SHA-256 of a text, in hexadecimal digits.
pub fn hash(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut out = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        for half in [byte >> 4, byte & 15] {
            out.extend(
                DIGITS
                    .get(usize::from(half))
                    .map(|digit| char::from(*digit)),
            );
        }
    }
    out
}
