// Written by `python -m plgkit.widgets.typescript` from plgkit/widgets/payloads.py: change them there.

/** A table by columns: each a list of the same length, numbers at five significant digits, None where there is none. */
export type Columns = Record<string, any[]>;

/** What an answer is: a prediction is committed once; of the others the last one counts. */
export type Kind = "prediction" | "exercise" | "quiz" | "note";

/** What every line of a journal says of its lesson: a data format, so its names stay as they are. */
export interface Stamp {
  /** The version of the journal's format. */
  v: number;
  /** The lesson's slug. */
  lesson: string;
  /** Whoever answers, as they call themselves. */
  learner: string;
  /** Names the numbers that the learner had. */
  variant: string;
  /** The parameters that were set, by name. */
  given: Record<string, any>;
}

/** One answer: a line of a journal, written by the kernel or by a page. A data format. */
export interface Entry {
  v: number;
  /** When, in UTC, in ISO 8601. */
  at: string;
  lesson: string;
  learner: string;
  /** The name of the question, "notes", or "finished" for a test that was handed in. */
  part: string;
  kind: Kind;
  variant: string;
  /** The parameters that were set: they decide the numbers. */
  given?: Record<string, any>;
  /** The answer, as its question's form keeps it. */
  value: any;
  correct?: boolean;
  misconception?: string | null;
  /** A random id, drawn at the first answer: the same in all of one's lessons. */
  person?: string;
  /** The edition of the question, from 1; 1 where it is missing. */
  edition?: number;
  /** How sure the learner was, as a share from 0 to 1. */
  sure?: number;
  /** How many hints were opened before. */
  hints?: number;
  /** Which vote of a class it was, from 1. */
  round?: number;
}

/** A slider with its number box, or a list to choose from. */
export interface Control {
  /** The assumption that it moves. */
  name: string;
  kind: "number" | "whole" | "choice" | "flag";
  label: string;
  /** Such as "share/month"; empty where there is none. */
  unit: string;
  /** What kind of number it is: how people write it. */
  quantity: "share" | "money" | "people" | "plain";
  /** What stands before the digits, such as "$". */
  before: string;
  /** What stands after them, such as "%" or "k". */
  after: string;
  /** Of an amount of money; empty for anything else. */
  currency: string;
  /** What an amount of money is counted in: single ones or thousands. */
  size: "" | "k";
  /** One line on what it means. */
  help: string;
  /** The least value that may be typed; None where nothing is typed. */
  low: number | null;
  /** The greatest value that may be typed. */
  high: number | null;
  /** Where it starts. */
  value: number | string | boolean;
  /** Where it can stand, in order; at most 201. */
  positions: number[] | string[] | boolean[];
}

/** An outcome, as it is drawn: what an explorer shows at one setting of its controls. */
export interface Cell {
  /** The rows of the picture that change with the controls. */
  columns: Columns;
  /** The result in words. */
  sentence: string;
  /** The figures in words, in the order of the explorer's measures. */
  headline: string[];
}

/** An idea with sliders and a picture. */
export interface Explorer {
  kind: "explorer";
  title: string;
  /** One to three. */
  controls: Control[];
  /** What each figure of a cell's headline is called. */
  measures: string[];
  /** The picture as Vega-Lite; its rows are given under the name "outcome". */
  spec: Record<string, any>;
  /** The outcome where the controls start. */
  cell: Cell;
  /** What the page's engine computes, as JSON; none where only a kernel can. */
  model?: string;
}

/** What an answer is told, if it falls under this verdict and under none before it. */
export interface Verdict {
  correct: boolean;
  /** The name of what stands behind a wrong answer. */
  misconception: string | null;
  /** What is said; "{given}" in it stands for the answer in words. */
  text: string;
}

/** Fits one option. */
export interface OptionVerdict {
  correct: boolean;
  /** The name of what stands behind a wrong answer. */
  misconception: string | null;
  /** What is said; "{given}" in it stands for the answer in words. */
  text: string;
  option: number;
}

/** Fits a number from `low` to `high`, both included. */
export interface BandVerdict {
  correct: boolean;
  /** The name of what stands behind a wrong answer. */
  misconception: string | null;
  /** What is said; "{given}" in it stands for the answer in words. */
  text: string;
  low: number;
  high: number;
}

/** Fits one order of the items. */
export interface OrderVerdict {
  correct: boolean;
  /** The name of what stands behind a wrong answer. */
  misconception: string | null;
  /** What is said; "{given}" in it stands for the answer in words. */
  text: string;
  order: number[];
}

/** Where a card belongs. */
export interface CardAnswer {
  pile: number;
  reason: string;
}

/** Fits cards that all lie where they belong, or, where `all` is false, any others. */
export interface CardsVerdict {
  correct: boolean;
  /** The name of what stands behind a wrong answer. */
  misconception: string | null;
  /** What is said; "{given}" in it stands for the answer in words. */
  text: string;
  cards: CardAnswer[];
  all: boolean;
}

/** A question with one right option; its answer is the place of an option in `options`. */
export interface ChoiceQuestion {
  name: string;
  /** The question in words, with the situation before it and what helps after it. */
  ask: string;
  /** Whether an answer, once committed, stays. */
  locks: boolean;
  /** From 1; answers to another edition neither count nor lock. */
  edition: number;
  /** The kind of its answers; a reveal, which asks nothing, has none. */
  kind?: Kind;
  /** The answer in words, where the edition holds it. */
  solution?: string;
  form: "choice";
  options: string[];
  /** The places of the options, in the order in which they are shown. */
  order: number[];
  /** None in a test that tells nothing. */
  verdicts?: OptionVerdict[];
}

/** A question whose answer is a number from `low` to `high`. */
export interface NumberQuestion {
  name: string;
  /** The question in words, with the situation before it and what helps after it. */
  ask: string;
  /** Whether an answer, once committed, stays. */
  locks: boolean;
  /** From 1; answers to another edition neither count nor lock. */
  edition: number;
  /** The kind of its answers; a reveal, which asks nothing, has none. */
  kind?: Kind;
  /** The answer in words, where the edition holds it. */
  solution?: string;
  form: "number";
  unit: string;
  low: number;
  high: number;
  verdicts: BandVerdict[];
}

/** Items to be put in order; the answer is a list of their places in `items`, the first one on top. */
export interface RankingQuestion {
  name: string;
  /** The question in words, with the situation before it and what helps after it. */
  ask: string;
  /** Whether an answer, once committed, stays. */
  locks: boolean;
  /** From 1; answers to another edition neither count nor lock. */
  edition: number;
  /** The kind of its answers; a reveal, which asks nothing, has none. */
  kind?: Kind;
  /** The answer in words, where the edition holds it. */
  solution?: string;
  form: "ranking";
  items: string[];
  verdicts: OrderVerdict[];
}

/** A line to be drawn; the answer is its height at each of `at`, judged by the last one. */
export interface DrawingQuestion {
  name: string;
  /** The question in words, with the situation before it and what helps after it. */
  ask: string;
  /** Whether an answer, once committed, stays. */
  locks: boolean;
  /** From 1; answers to another edition neither count nor lock. */
  edition: number;
  /** The kind of its answers; a reveal, which asks nothing, has none. */
  kind?: Kind;
  /** The answer in words, where the edition holds it. */
  solution?: string;
  form: "drawing";
  /** From left to right, in the unit of `xTitle`. */
  at: number[];
  /** The greatest height; the least is 0. */
  top: number;
  xTitle: string;
  yTitle: string;
  verdicts: BandVerdict[];
}

/** Cards to be put on piles; the answer is the pile of each card, in the order of `cards`. */
export interface SortingQuestion {
  name: string;
  /** The question in words, with the situation before it and what helps after it. */
  ask: string;
  /** Whether an answer, once committed, stays. */
  locks: boolean;
  /** From 1; answers to another edition neither count nor lock. */
  edition: number;
  /** The kind of its answers; a reveal, which asks nothing, has none. */
  kind?: Kind;
  /** The answer in words, where the edition holds it. */
  solution?: string;
  form: "sorting";
  piles: string[];
  cards: string[];
  /** Two: all cards are right, or some are not. */
  verdicts: CardsVerdict[];
}

/** What is asked, and what each foreseeable answer is told. */
export type Question = ChoiceQuestion | NumberQuestion | RankingQuestion | DrawingQuestion | SortingQuestion;

/** Questions, each answered on its own. */
export interface Questions {
  kind: "questions";
  title: string;
  lesson: string;
  /** "attendee", "self-study" or "instructor", whose solutions stand open. */
  edition: string;
  stamp: Stamp;
  questions: Question[];
  /** The answers that count, by question. */
  answers: Record<string, any>;
}

/** A test: questions that are answered in any order and handed in together. */
export interface Paper {
  kind: "paper";
  title: string;
  lesson: string;
  edition: string;
  /** Which of the two parallel forms: "A" or "B". */
  form: string;
  stamp: Stamp;
  questions: Question[];
  /** The part of the journal that says that the test was handed in. */
  end: string;
  /** The edition of the test as a whole. */
  endEdition: number;
  /** The answers that count, by question. */
  answers: Record<string, any>;
}

/** The answer to a prediction, hidden until the learner has committed to one. */
export interface Reveal {
  kind: "reveal";
  title: string;
  lesson: string;
  /** The prediction that opens it. */
  question: Question;
  /** What stands in its place until then. */
  waiting: string;
  /** The answer in words, for whoever predicted nothing. */
  truth: string;
  /** The picture in words. */
  description: string;
  columns: Columns;
  /** The picture as Vega-Lite; its rows are given under the name "outcome". */
  spec: Record<string, any>;
  /** The answers that count, by question. */
  answers: Record<string, any>;
}

/** What a learner answered so far, to look at and to take away. */
export interface Answers {
  kind: "answers";
  title: string;
  lesson: string;
  headings: string[];
  /** When (UTC), the question, the answer, and whether it was right. */
  rows: [string, string, any, string][];
  /** Each question in words, by its name. */
  labels: Record<string, string>;
  /** The file name of what is taken away. */
  file: string;
  stamp: Stamp;
  /** One line for each line of the journal that could not be read. */
  unreadable: string[];
}

/** Notes, and a page of the lesson to take home. */
export interface TakeHome {
  kind: "takehome";
  title: string;
  lesson: string;
  stamp: Stamp;
  notes: string;
  /** Characters that notes may have. */
  longest: number;
}

/** A picture that nothing moves. */
export interface Chart {
  kind: "chart";
  title: string;
  /** The picture as Vega-Lite, here with its rows. */
  spec: Record<string, any>;
  columns: Columns;
}

/** Whatever the front end draws; `kind` says which it is. */
export type Payload = Explorer | Questions | Paper | Reveal | Answers | TakeHome | Chart;

/** What the front end asks of the kernel; a part answers those that it knows. */
export interface Request {
  want: "outcome" | "keep" | "take home" | "journal" | "store";
  /** Its replies bear it too. */
  id?: string;
  /** outcome: every control's value, by name. */
  state?: Record<string, number | string | boolean>;
  /** keep: the question's name. */
  question?: string;
  /** keep: the answer. */
  value?: any;
  /** take home: the learner's notes. */
  notes?: string;
  /** store: the picture as it was first drawn, a PNG in base64. */
  picture?: string;
}

/** What the kernel answers to a request of the front end; one request may get several replies. */
export interface Reply {
  /** The request's. */
  id?: string;
  /** Whether it is the last one. */
  done?: boolean;
  /** Why nothing was done, in one line. */
  refused?: string;
  /** The outcome at the values asked for. */
  cell?: Cell;
  /** The answer that now counts: of predictions the first. */
  value?: any;
  /** Where the answer was kept, in words. */
  saved?: string;
  /** The journal, one entry a line. */
  text?: string;
  /** Names and contents, base64, of what was saved. */
  files?: [string, string][];
}
