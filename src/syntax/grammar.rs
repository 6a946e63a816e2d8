//! The generated reader of tokens. `Rule` never leaves `syntax`.

#![allow(missing_docs, reason = "pest generates `Rule` without documentation")]

use pest_derive::Parser;

#[derive(Parser)]
#[grammar = "grammar/lexical.pest"]
pub(super) struct Grammar;
