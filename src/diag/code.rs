//! The stable codes. A code never changes its meaning; hosts may key
//! translations and documentation on it.

macro_rules! codes {
    ($($name:ident $text:literal $doc:literal $mend:literal;)*) => {
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

            /// How it is mended, where nothing nearer is known.
            pub fn mend(self) -> &'static str {
                match self { $(Code::$name => $mend,)* }
            }
        }
    };
}

codes! {
    TooLarge "R001" "The file is larger than 1 MiB."
        "split it into several rubrics";
    TooDeep "R002" "Brackets or braces are nested deeper than 64."
        "give the inner rule a name with `score`, and use the name here";
    TooMany "R003" "More rows, levels or rules than a rubric may have."
        "split it into several";
    Internal "R009" "The engine could not read its own result; please report it."
        "please report this file";
    Unclosed "R101" "A bracket, brace or string is never closed."
        "close it where it ends";
    Unopened "R102" "A bracket or brace closes nothing."
        "take it out, or add the opening one before it";
    Pasted "R103" "A character from a word processor stands where plain text is read."
        "type it again on the keyboard";
    Syntax "R104" "A statement is not written as the language reads it."
        "write the line as the language reads it";
    UnknownStatement "R105" "A line starts with a word that says nothing here."
        "take the line out, or begin it with a word that belongs here";
    NoRubric "R106" "A file holds exactly one rubric."
        "begin with `rubric my_name \"My title\" {` and end with `}`";
    Block "R107" "A block is missing, or stands where none belongs."
        "put `{` behind the line, its own lines below, and `}` at the end";
    Repeated "R108" "Something that may be said once is said twice."
        "keep one of them";
    Duplicate "R201" "A name is used twice."
        "choose another name, and keep the label";
    NameTaken "R202" "A word of the language cannot be a name here."
        "choose another name";
    UnknownName "R203" "A name that nothing in the rubric has."
        "look how it is spelt where it is declared, or declare it";
    UnknownLevel "R204" "A level that the scale does not have."
        "use a level of the scale, or add this one to it";
    UnknownTag "R205" "A tag that no row carries."
        "write `tags` and this word inside the rows that are meant";
    WrongKind "R206" "A name is used as something it is not."
        "use the name of what belongs here";
    Cycle "R207" "A score is worked out from itself."
        "let one of the scores in the circle rest on rows alone";
    Misplaced "R208" "Something is declared where it cannot stand."
        "declare it outside, beside the part";
    UnknownWord "R209" "A word that is not one of those that fit here."
        "use one of the words that belong here";
    UsedFile "R210" "A file that `use` names is missing, or wrong itself."
        "supply the file, and mend what is wrong in it";
    TypeMix "R301" "Numbers, levels, conditions and sets cannot be mixed."
        "use what belongs here";
    NotOneTest "R302" "A condition compares one thing with one other."
        "write two conditions with `and` between them";
    RoundingTies "R303" "A rounding to the nearest step says which way a tie goes."
        "add `, ties up`, `, ties down` or `, ties even`";
    EmptySet "R304" "A set that no row belongs to."
        "name rows that exist, or take the rule out";
    NotAveraged "R305" "An ordinal scale is compared and counted, never added up."
        "count instead: `count of criteria that are at least ...`";
    NoMaximum "R306" "A percent needs a highest possible number of points."
        "give its range a top: `0..10`";
    BadNumber "R307" "A number that is out of its range or too long to be exact."
        "write a number that fits";
    ScaleLevels "R308" "A scale needs at least two levels with points."
        "write two levels or more, each with its points";
    AwardShape "R309" "An award needs rungs, best first, and an `otherwise`."
        "write the rungs best first, then `otherwise NAME \"Label\"`";
    BadRange "R310" "A range or an order that does not rise, or that overlaps."
        "write the lowest first, each once";
    BadPattern "R311" "A pattern that cannot be searched for."
        "write a pattern of at most 256 bytes";
    NotScored "R312" "A rule rests on a row that is only shown."
        "leave the row out of the rule";
    WrongExample "R313" "An example claims what does not come out."
        "mend the claim, or the rule it is about";
    PercentLooks "R401" "A percent is compared with a plain number over 1."
        "write the number with a `%`";
    BandOrder "R402" "A setting can bring two minimums of a result out of order."
        "narrow the range of the setting";
    TableRest "R403" "Combinations of levels that no line of a table names."
        "add a line for those that are meant";
    Untranslated "R404" "Texts that a translation lacks."
        "add them, or leave them to the language of the rubric";
    Unreached "R405" "A rung that no ratings reach."
        "ask for less, or take the rung out";
    AllReach "R406" "A rung that all ratings reach."
        "ask for more, or make it the `otherwise`";
    Hidden "R407" "A rung that is never given, since one above it holds too."
        "put the harder rung first";
    NeverFails "R408" "A need that never fails, or a `never` that never holds."
        "ask for more, or take it out";
    UnusedRow "R409" "A row that no score, result or award looks at."
        "name it in a rule, or write `not scored` in it";
    UnusedScore "R410" "A score that nothing uses."
        "use it, give it a label, or take it out";
    WeightSum "R411" "Weights written as percentages that do not add up to 100 %."
        "write weights that add up to 100 %";
    OddTotal "R412" "Shares of a whole that do not add up to a whole number."
        "mend the points that are off";
    Between "R413" "A threshold between two values that can be had."
        "write the value that it comes to";
    Uneven "R414" "A weighted percent of rows with unequal points and no weights."
        "write weights, or `percent of`";
    EqualPoints "R415" "Levels of equal points that no rule tells apart."
        "give them different points, or make them one level";
    SameText "R416" "Two levels of a row with the same text."
        "say what is different about them";
    MissingText "R417" "Texts of levels that are missing beside others."
        "write the texts that are missing";
    UnusedSlot "R418" "Evidence that no row is shown by."
        "write `shown by` in the rows it shows";
    UnshownRow "R419" "A row an award needs that no evidence shows."
        "write `shown by` in the row";
    NoTies "R420" "A median of an even number of raters without a way for ties."
        "write `ties up`, `ties down` or `ties even`";
    NotRising "R421" "Levels whose points do not rise, compared with a combined number."
        "let the points rise from level to level";
}
