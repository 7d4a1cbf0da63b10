// Types of the front end itself; what Python hands over is in payloads.d.ts.

import type { Lifetime } from "./lifetime.js";
import type { Answers, Cell, Payload, Question, Reply, Verdict } from "./payloads.js";

/** vega-embed: draws a picture into an element. */
export type Embed = (
  place: HTMLElement,
  spec: object,
  options: object,
) => Promise<{ view: View; finalize: () => void }>;

/** A Vega view, as far as it is used here. */
export interface View {
  width(pixels: number): View;
  height(pixels: number): View;
  data(name: string, rows: object[]): View;
  toImageURL(type: "png"): Promise<string>;
  runAsync(): Promise<View>;
}

/** A picture on the page. */
export interface Picture {
  /** Gives a table of the picture new rows; nothing is drawn anew. */
  swap(table: string, rows: object[]): Promise<unknown>;
  /** The picture as a PNG in base64. */
  png(): Promise<string>;
  /** Takes the picture away, so that another can be drawn in its place. */
  end(): void;
  /** Whether it has a faint copy of itself, for the rows named "before". */
  ghost?: boolean;
}

/** What runs the models in a page. */
export interface Engine {
  /** What an explorer shows where some of its inputs have other values; `model` is JSON, as its payload holds it. */
  cell(model: string, values: Values): Cell;
}

export type Values = Record<string, number | string | boolean>;

/** An answer as a row of a table: when, the question, the answer, whether it was right. */
export type Row = Answers["rows"][number];

/** What is asked of a host that keeps an answer: a question, or a note under a name. */
export type Asked = Question | { name: string; kind: "note"; edition?: number; locks?: undefined };

/** What differs between a notebook and a page: where outcomes come from, and where answers are kept. */
export interface Host {
  /** Whether an answer may be looked at without a prediction. */
  skippable: boolean;
  vega(): Promise<Embed>;
  /** What computes the models here; refused where a browser runs no WebAssembly. */
  engine(): Promise<Engine>;
  /** The outcome at some values, where a kernel can compute it. */
  outcome?: (values: Values) => Promise<Reply>;
  /** Where a state of this explorer has an address. */
  address?: {
    hash(): string;
    /** Copies the page's address with this after it; gives what to show the reader: that it is done, or the address. */
    copy(hash: string): Promise<Node | string>;
  };
  /** Keeps a picture in the notebook, for a day on which no kernel knows this part; a PNG in base64. */
  store?: (picture: string) => void;
  keep(question: Asked, value: any): Promise<Reply>;
  takeHome(notes: string): Promise<Reply>;
  /** The answer to a question that counts, if there is one. */
  kept(question: string): any;
  rows(): Row[];
  /** One line for each stored line that is no entry, or one for all. */
  unreadable(): string[];
  journal(): Promise<Reply>;
}

/** The inputs of one question. */
export interface Inputs<V = any> {
  body: HTMLElement[];
  /** What to do where the answer is not whole. */
  missing: string;
  /** The answer; undefined where it is not whole. */
  read(): V | undefined;
  show(value: V): void;
  /** Says more than the verdict's text. */
  tell?(verdict: any, value: V): void;
  lock?(): void;
}

/** A form of question: how an answer is read, put back, judged and said. */
export interface Form<Q extends Question = any, V = any> {
  /** Whether a value is an answer of this form at all. */
  accepts(question: Q, value: unknown): boolean;
  /** Whether an answer falls under a verdict. */
  fits(verdict: any, value: V): boolean;
  words(question: Q, value: V): string;
  /** The answer as rows to be laid over the picture, where it can be drawn. */
  overlay?(question: Q, value: V): object[];
  inputs(id: string, question: Q, lifetime: Lifetime): Inputs<V>;
}

/** A kind of part: draws its payload into `root`. */
export type Part<P extends Payload = any> = (root: HTMLElement, host: Host, payload: P, lifetime: Lifetime) => any;

/** A question was answered: the parts of its lesson hear of it. */
export interface Answered {
  lesson: string;
  question: string;
  value: any;
  /** The answer in words. */
  text: string;
  correct?: boolean;
  /** False where an earlier prediction counts instead. */
  kept?: boolean;
}

export type { Verdict };
