//! What an editor asks of a file while it is being written: what fits here,
//! what this means, where it is declared and used, and how it may be called
//! otherwise. Everything works on an unfinished file: on what could be read.
//! What a file uses is known too, as far as `files` hold it.
//! Offsets are bytes; `wire` turns them into what editors count in.

mod complete;
mod declare;
mod describe;
mod find;
mod hover;
mod lexer;
mod place;
mod rename;
mod sheet;
mod symbols;
mod tokens;
mod used;
mod uses;
mod words;

pub use complete::{Completion, complete};
pub use hover::{Hover, hover};
pub use rename::{Place, Renamed, references, rename};
pub use sheet::Kind;
pub use symbols::{Symbol, symbols};
pub use tokens::{Token, TokenKind, tokens};
pub use used::Files;
pub use words::WORDS;

#[cfg(test)]
mod tests;
