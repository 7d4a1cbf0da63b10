import assert from "node:assert/strict";
import { test } from "node:test";
import { trail } from "../src/parts/trail.js";

const stand = (churn) => ({ values: { churn }, cell: { sentence: `at ${churn}` } });

function walked(...churns) {
  const moves = trail(stand(0));
  for (const churn of churns) {
    moves.begin();
    moves.settle(stand(churn));
  }
  return moves;
}

test("before a move is what the move began at", () => {
  const moves = walked(1, 2);
  assert.deepEqual(moves.before({ churn: 2 }), stand(1));
  assert.deepEqual(moves.before({ churn: 2.5 }), stand(2)); // under way, and not let go of
  assert.equal(walked().before({ churn: 0 }), undefined);
});

test("what the keys do to a control that is still held is one move", () => {
  const moves = walked(1);
  moves.settle(stand(2));
  moves.settle(stand(3));
  assert.deepEqual(moves.before({ churn: 3 }), stand(0));
  assert.deepEqual(moves.undo(), stand(0));
  assert.equal(moves.undo(), undefined);
});

test("one step back at a time, to the start and no further", () => {
  const moves = walked(1, 2);
  assert.deepEqual([moves.undo(), moves.undo(), moves.undo()], [stand(1), stand(0), undefined]);
  moves.begin();
  moves.settle(stand(5));
  assert.deepEqual(moves.undo(), stand(0));
});

test("a control that is put back where it was leaves no move", () => {
  const moves = walked(1);
  moves.settle(stand(0));
  assert.equal(moves.undo(), undefined);
});
