import assert from 'node:assert/strict';
import { test } from 'node:test';
import { box, check, fault, nothing } from './boxes.mjs';

test('what is laid out as Bicep wants it is right', () => {
  const file = box(
    "label: 'ab' // short",
    'anything: { a: 1, b: [1, 2] }',
    "'colour': 'red'",
    'shelves: [\n{ height: 1 }\n{ height: 2 }\n]',
  );
  assert.deepEqual(check(file), nothing);
});

test('what cannot be read is told with its place', () => {
  const { faults } = check(box('size: = 3'));
  assert.match(faults[0], /^main\.bicep:4:\d+: .* cannot be read/);
});

test('a brace that is missing is told', () => {
  assert.notDeepEqual(check(box('lock: {')).faults, []);
});

test('two properties on a line want a comma', () => {
  assert.deepEqual(
    check(box('open: true size: 3')),
    fault('main.bicep:4:12: a comma or a new line is missing before this'),
  );
});

test('two items on a line want a comma', () => {
  assert.deepEqual(
    check(box('anything: [1 2]')),
    fault('main.bicep:4:14: a comma or a new line is missing before this'),
  );
});

test('two declarations do not share a line', () => {
  const file = "param a string param b string\noutput c string = '${a}${b}'\n";
  assert.deepEqual(
    check(file),
    fault('main.bicep:1:16: a declaration begins on a line of its own'),
  );
});

test('a value begins on the line of its name', () => {
  assert.deepEqual(
    check(box('size:\n3')),
    fault('main.bicep:5:1: a value begins on the line of its name'),
  );
});

test('a text in single quotes ends on its line', () => {
  assert.deepEqual(
    check("output a string = 'one\ntwo'\n"),
    fault('main.bicep:1:19: a text in single quotes ends on its line'),
  );
  assert.deepEqual(check("output a string = '''one\ntwo'''\n"), nothing);
});

test('other escapes than those of Bicep are refused', () => {
  assert.deepEqual(
    check(`output a string = 'say \\"no\\"'\n`),
    fault('main.bicep:1:19: \\" is no escape that Bicep knows'),
  );
  assert.deepEqual(check(`output a string = 'it\\'s \\\\ \\n \\$ \\u{1F600}'\n`), nothing);
});

test('a brace within a text has its counterpart', () => {
  assert.deepEqual(
    check("param a string\noutput b string = 'x$a}'\noutput c string = a\n"),
    fault('main.bicep:2:19: a brace of this text has no counterpart'),
  );
  assert.deepEqual(check("param a string\noutput b string = '/{id}/${a}'\n"), nothing);
});

test('nothing is assigned within an expression', () => {
  assert.match(
    check(box('anything: (size = 3)')).faults[0],
    /nothing can be assigned within an expression/,
  );
});
