//! The generated parser. `Rule` never leaves `syntax`.

#![allow(missing_docs, reason = "pest generates `Rule` without documentation")]

use pest_derive::Parser;

#[derive(Parser)]
#[grammar = "grammar/lexical.pest"]
#[grammar = "grammar/expressions.pest"]
#[grammar = "grammar/statements.pest"]
pub(super) struct Grammar;
