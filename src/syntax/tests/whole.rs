//! The whole-file example of the language page, as it stands there.

pub(super) const WHOLE: &str = r##"# Comments run to the end of the line.
rubric checking_for_understanding "Checking for understanding" {
  version   "2.1.0"
  language  "en"
  issuer    "Lakeside District" "https://lakeside.example"
  about     "You check what students understand while you teach, and act on what you find."
  field     "Mathematics", "Grades 6-8"
  source    "Formative assessment review, 2019" "https://lakeside.example/research"
  expires   after 3 years

  # Facts about the person or the submission, asked once, usable in every rule.
  ask stage "Career stage" {
    first_year  "First-year teacher"
    experienced "Experienced teacher"
  }
  ask days_late "Days after the deadline" 0..60 step 1 default 0

  # Set by whoever runs the rubric, never asked of the person.
  setting pass_mark "Pass mark" 50%..85% default 72.5% "Panel of 2025"

  scale mastery "Mastery" {
    not_yet    0 "Not yet"
    developing 1 "Developing"
    proficient 2 "Proficient"
    exemplary  3 "Exemplary"
  }

  part plan "Plan" {
    weight 40%

    criterion purpose "Learning purpose" on mastery {
      weight   2
      tags     essential
      aligns   "InTASC 6(a)" "https://standards.example/intasc/6a"
      shown by lesson_plan
      comment  required when below proficient
      about    "What students will be able to do, and how you will know."
      not_yet    "No purpose is stated."               advise "Write one sentence: what will students be able to do?"
      developing "A purpose is stated but not checked." advise "Add the question that would show you they got it."
      proficient "The purpose is stated and checked once."
      exemplary  "The purpose is checked at several points, and the plan branches on the answer."
    }
    criterion questions "Hinge questions" on mastery {
      may be left out, with a reason
      shown by lesson_plan
    }
    check consent "Consent is on file" { tags critical; adds nothing }
  }

  part lesson "Lesson" {
    weight 60%
    criterion response "Responds to what students show" on mastery { shown by video, reflection }
    number    pace     "Pace" 0..10 step 0.5
    criterion exit_ticket 1..3 "Exit ticket {number}" on mastery        # exit_ticket_1, _2, _3; exit_ticket is the set of them
  }

  evidence lesson_plan "Annotated lesson plan" {
    accepts pdf, docx
    items   1..2
    pages   1..3
    size    ..10 MB
    dated   within 2 years
    words   300..1500 advice "Short plans rarely show your decisions."
  }
  evidence video "Lesson video" {
    accepts video, link
    length  2 min..10 min
    hosts   "video.lakeside.example"
  }
  evidence reflection "Reflection" {
    accepts  text
    words    250..500
    mentions any of "student", "learner" advice
    avoids   personal information
  }

  score planning = weighted percent of plan
  score total "Total" = round weighted percent of parts to nearest 0.5%, ties up
  score after_penalty = total - (5% * days_late, but at most 20%), but at least 0%

  result quality "Quality band" from after_penalty {
    strong    90%       "Strong"
    solid     pass_mark "Solid"
    otherwise emerging  "Emerging"
  }

  award credential "Micro-credential" {
    never when any check tagged critical is not met   message "Consent must be on file before anything is scored."
    distinction "Earned with distinction" {
      needs earned
      needs total is at least 85%
      needs at least half of criteria are exemplary
    }
    earned "Earned" {
      needs every criterion is at least (if stage is first_year then developing else proficient)
      needs every criterion tagged essential is at least proficient
      needs evidence is complete
    }
    otherwise not_yet "Not yet"
    may be overruled by reviewer, with a reason
  }

  raters {
    self
    reviewer 2..3, blind
    combine by median, ties down
    adjudicate when reviewers differ by more than 1 level
  }
  attempts of each part {
    newest counts
    at most 3 tries
  }

  advise "Film the moment you change course because of an answer." when response is below proficient

  # The rubric's own tests, and calibration material for raters. The compiler checks them.
  example "A first-year teacher, all developing" {
    stage first_year; lesson_plan complete; video complete; reflection complete; consent met
    every criterion is developing; purpose proficient; pace 5
    expects credential is earned
    expects total is 44%        # 40% of 5/9 and 60% of 11/30, to the nearest half percent
  }
}
"##;
