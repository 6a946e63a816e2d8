//! Random small rubrics as an author would write them, from a fixed seed.
#![allow(
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    missing_docs
)]

/// The generator of Numerical Recipes: the same rubrics on every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % below
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.roll(of) == 0
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.roll(all.len())]
    }

    /// A rubric with two to four rows, a score or two, a worked-out row now and then, and an award.
    pub fn rubric(&mut self) -> String {
        let mut text = String::from("rubric r \"R\" {\n");
        text += self.pick(&[
            " scale s \"S\" { low 0; mid 1; high 2 }\n",
            " scale s \"S\" { low 0; mid 0; high 2 }\n",
            " scale s \"S\" { low -1; mid 0; high 3 }\n",
        ]);
        text += " ask early yes/no\n";
        let rows = 2 + self.roll(3);
        let chooses = self.one_in(6);
        if chooses {
            text += " part p {\n choose 1\n";
        }
        let mut kinds = Vec::new();
        for index in 0..rows {
            let kind = if index == 0 { 0 } else { self.roll(4) };
            kinds.push(kind);
            text += &self.row(index, kind);
            if chooses && index == 1 {
                text += " }\n";
            }
        }
        if self.one_in(4) {
            text += &format!(" check worked met when {}\n", self.simple(&kinds));
        }
        let total = self.pick(&[
            "sum of rows",
            "mean of rows",
            "percent of criteria",
            "weighted percent of criteria",
            "highest of rows",
            "lowest of criteria",
            "median of rows",
            "sum of best 2 of rows",
            "count of criteria that are at least mid",
            "round percent of criteria to nearest 10%, ties up",
            "sum of rows / count of criteria that are high",
        ]);
        text += &format!(" score total \"Total\" = {total}\n");
        text += " award badge \"Badge\" {\n";
        if self.one_in(4) {
            text += &format!("never when {}\n", self.condition(&kinds, 1));
        }
        let rungs = 1 + self.roll(3);
        for rung in 0..rungs {
            text += &format!("rung{rung} \"Rung\" {{\n");
            if rung + 1 < rungs && self.one_in(4) {
                text += &format!("needs rung{}\n", rung + 1);
            }
            for _ in 0..=self.roll(3) {
                text += &format!("needs {}\n", self.condition(&kinds, 2));
            }
            text += "}\n";
        }
        text + " otherwise none \"None\"\n }\n}\n"
    }

    fn row(&mut self, index: usize, kind: usize) -> String {
        let head = match kind {
            0 | 1 => {
                let offered = self.pick(&["", "", " low..mid", " mid..high"]);
                format!("criterion r{index} on s{offered}")
            }
            2 => format!("check r{index}"),
            _ => format!("number r{index} 0..2 step 1"),
        };
        let mut lines = Vec::new();
        if self.one_in(5) {
            lines.push("may be left out".to_owned());
        }
        if self.one_in(5) {
            lines.push("weight 2".to_owned());
        }
        if self.one_in(8) {
            lines.push("bonus".to_owned());
        }
        if self.one_in(8) {
            lines.push("only when early".to_owned());
        }
        if kind < 2 && self.one_in(8) {
            lines.push("counts as mid when early".to_owned());
        }
        if kind < 2 && self.one_in(8) {
            lines.push("at most mid when not early".to_owned());
        }
        if self.one_in(10) {
            lines.push("comment required".to_owned());
        }
        format!(" {head} {{ {} }}\n", lines.join("; "))
    }

    /// A condition on one thing.
    fn simple(&mut self, kinds: &[usize]) -> String {
        let row = self.roll(kinds.len());
        let level = self.pick(&["low", "mid", "high"]);
        match kinds[row] {
            0 | 1 => {
                let test = self.pick(&["", "at least ", "at most ", "above ", "below ", "not "]);
                format!("r{row} is {test}{level}")
            }
            2 => format!("r{row} is {}", self.pick(&["met", "not met", "answered"])),
            _ => format!(
                "r{row} is {} {}",
                self.pick(&["at least", "at most", "above"]),
                self.pick(&["0", "1", "1.5", "2", "3"])
            ),
        }
    }

    fn condition(&mut self, kinds: &[usize], depth: usize) -> String {
        let level = self.pick(&[
            "at least low",
            "at least mid",
            "at least high",
            "high",
            "at most low",
        ]);
        match self.roll(if depth == 0 { 5 } else { 9 }) {
            0 | 1 => self.simple(kinds),
            2 => {
                let way = self.pick(&["at least", "at most", "exactly"]);
                format!("{way} {} of criteria are {level}", self.roll(4))
            }
            3 => {
                let way = self.pick(&["every", "any", "no", "most", "at least half of"]);
                format!("{way} criteria are {level}")
            }
            4 => {
                let way = self.pick(&["at least", "above", "at most", "below"]);
                let bound = self.pick(&["0", "50%", "1", "1.5", "2", "4", "7", "9"]);
                format!("total is {way} {bound}")
            }
            5 => format!(
                "({} and {})",
                self.condition(kinds, depth - 1),
                self.condition(kinds, depth - 1)
            ),
            6 => format!(
                "({} or {})",
                self.condition(kinds, depth - 1),
                self.condition(kinds, depth - 1)
            ),
            7 => format!("not ({})", self.condition(kinds, depth - 1)),
            _ => format!(
                "(if early then {} else {})",
                self.simple(kinds),
                self.simple(kinds)
            ),
        }
    }
}
