//! The stable codes. A code never changes its meaning; hosts may key
//! translations and documentation on it.

macro_rules! codes {
    ($($name:ident $text:literal $doc:literal;)*) => {
        /// A stable diagnostic code.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code { $(#[doc = $doc] $name,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The code as text, `R101`.
            pub fn text(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// What it means, in one sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Code::$name => $doc,)* }
            }
        }
    };
}

codes! {
    TooLarge "R001" "The file is larger than 1 MiB.";
    TooDeep "R002" "Brackets or braces are nested deeper than 64.";
    TooMany "R003" "More rows, levels or rules than a rubric may have.";
    Internal "R009" "The engine could not read its own result; please report it.";
    Unclosed "R101" "A bracket, brace or string is never closed.";
    Unopened "R102" "A bracket or brace closes nothing.";
    Pasted "R103" "A character from a word processor stands where plain text is read.";
    Syntax "R104" "A statement is not written as the language reads it.";
    UnknownStatement "R105" "A line starts with a word that says nothing here.";
    NoRubric "R106" "A file holds exactly one rubric.";
    Block "R107" "A block is missing, or stands where none belongs.";
    Repeated "R108" "Something that may be said once is said twice.";
    Duplicate "R201" "A name is used twice.";
    NameTaken "R202" "A word of the language cannot be a name here.";
    UnknownName "R203" "A name that nothing in the rubric has.";
    UnknownLevel "R204" "A level that the scale does not have.";
    UnknownTag "R205" "A tag that no row carries.";
    WrongKind "R206" "A name is used as something it is not.";
    Cycle "R207" "A score is worked out from itself.";
    TypeMix "R301" "Numbers, levels, conditions and sets cannot be mixed.";
    NotOneTest "R302" "A condition compares one thing with one other.";
    RoundingTies "R303" "A rounding to the nearest step says which way a tie goes.";
    EmptySet "R304" "A set that no row belongs to.";
    NotAveraged "R305" "An ordinal scale is compared and counted, never added up.";
    NoMaximum "R306" "A percent needs a highest possible number of points.";
    BadNumber "R307" "A number that is out of its range or too long to be exact.";
    ScaleLevels "R308" "A scale needs at least two levels with points.";
    AwardShape "R309" "An award needs rungs, best first, and an `otherwise`.";
    PercentLooks "R401" "A percent is compared with a plain number over 1.";
}
