//! Every vector, natively. The same files run in Chromium (`wasm.rs`) and
//! through the package (`pkg/test/vectors.test.mjs`).
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects
)]

mod support;

#[test]
fn every_value_is_as_worked_out_by_hand() {
    let cases = support::run_all();
    assert!(cases >= 900, "only {cases} cases ran");
}

#[test]
fn no_vector_file_is_forgotten() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
    let mut found: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder of vectors")
        .filter_map(|entry| entry.ok()?.path().file_stem()?.to_str().map(str::to_owned))
        .collect();
    found.sort();
    let listed: Vec<String> = support::VECTORS
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(found, listed);
}
