//! What a diagnostic says: a template and what is put into it. A host may
//! translate by the template, which is the key of its message.

use std::borrow::Cow;
use std::fmt;

/// A template in which each `{}` stands for the next piece of data.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said {
    /// The template: the English sentence, with `{}` where data goes.
    pub key: Cow<'static, str>,
    /// What is put in, in order.
    pub data: Vec<String>,
}

impl Said {
    /// A template with its data.
    pub fn new(key: &'static str, data: Vec<String>) -> Self {
        Self {
            key: Cow::Borrowed(key),
            data,
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.key.is_empty()
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest: &str = &self.key;
        for piece in &self.data {
            let Some((before, after)) = rest.split_once("{}") else {
                break;
            };
            f.write_str(before)?;
            f.write_str(piece)?;
            rest = after;
        }
        f.write_str(rest)
    }
}

impl From<&'static str> for Said {
    fn from(key: &'static str) -> Self {
        Self::new(key, Vec::new())
    }
}

impl From<String> for Said {
    fn from(key: String) -> Self {
        Self {
            key: Cow::Owned(key),
            data: Vec::new(),
        }
    }
}

/// A template with what is put into it: `say!("there is no scale called `{}`", name)`.
macro_rules! say {
    ($key:literal $(, $data:expr)* $(,)?) => {
        $crate::diag::Said::new($key, vec![$($data.to_string()),*])
    };
}

#[cfg(test)]
mod tests {
    use super::Said;

    #[test]
    fn data_goes_where_the_template_says() {
        assert_eq!(say!("`{}` and `{}`", "a", 2).to_string(), "`a` and `2`");
        assert_eq!(say!("no data").to_string(), "no data");
        assert_eq!(say!("add `{}` here", "{}").to_string(), "add `{}` here");
        assert_eq!(
            Said::from("close it with `{}`").to_string(),
            "close it with `{}`"
        );
        assert_eq!(say!("{}", 1.to_string()).data, ["1"]);
    }
}
