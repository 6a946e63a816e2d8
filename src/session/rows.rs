//! Edits of rows: rating, leaving out, commenting.

use super::{EditError, Edited, Session};
use crate::eval::{Answer, Edit, Remark, fit, may_leave_out};
use crate::model::{CommentMode, Row, Value};

impl Session {
    /// Rates a row.
    pub fn rate(&mut self, row: usize, value: Value) -> Edited {
        let known = self.row(row)?;
        let value = fit(known, value).map_err(EditError::Refused)?;
        self.give(row, Answer::Rated(value))
    }

    /// Leaves a row out as not applicable, with or without a reason.
    pub fn leave_out(&mut self, row: usize, has_reason: bool) -> Edited {
        may_leave_out(self.row(row)?, has_reason).map_err(EditError::Refused)?;
        self.give(row, Answer::LeftOut)
    }

    /// Takes a rating back, or the row back in.
    pub fn clear(&mut self, row: usize) -> Edited {
        self.give(row, Answer::Unanswered)
    }

    /// Says whether a comment stands beside a row.
    pub fn comment(&mut self, row: usize, remark: Remark) -> Edited {
        if self.row(row)?.comment.mode == CommentMode::None && remark != Remark::None {
            return Err(EditError::MayNot);
        }
        self.put(
            Edit::Remark(row),
            |inputs| inputs.remarks.get_mut(row),
            remark,
        )
    }

    fn row(&self, row: usize) -> Result<&Row, EditError> {
        self.rubric.rows.get(row).ok_or(EditError::Unknown)
    }

    fn give(&mut self, row: usize, answer: Answer) -> Edited {
        let before = self.inputs.answers.get(row).copied().unwrap_or_default();
        self.put(
            Edit::Row(row, before),
            |inputs| inputs.answers.get_mut(row),
            answer,
        )
    }
}
