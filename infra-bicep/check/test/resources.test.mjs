import assert from 'node:assert/strict';
import { test } from 'node:test';
import { box, check, fault, nothing } from './boxes.mjs';

test('a resource that its schema takes is right', () => {
  const file = box(
    "label: 'abc'",
    'size: 9',
    'open: true',
    "colour: 'green'",
    'shelves: [{ height: 1 }]',
    "lock: { type: 'Key', teeth: 5 }",
  );
  assert.deepEqual(check(file), nothing);
});

test('a type without a schema is told', () => {
  assert.deepEqual(
    check("resource a 'Test.Box/bags@2025-01-01' = {\n  name: 'a'\n}\n"),
    fault('main.bicep:1:12: there is no schema of Test.Box/bags: renew-schemas fetches it'),
  );
});

test("the version is the schema's, unless another one is listed", () => {
  const file = box('size: 1').replace('2025-01-01', '2020-01-01');
  assert.deepEqual(
    check(file),
    fault('main.bicep:1:14: the version of Test.Box/boxes is 2025-01-01, not 2020-01-01'),
  );
  assert.deepEqual(check(file, new Map([['Test.Box/boxes', '2020-01-01']])), nothing);
});

for (const [what, property, sentence] of [
  ['an unknown property', 'sise: 1', '1: box.properties has no property sise'],
  ['a name in other letters', 'Size: 1', '1: box.properties has no property Size; size is meant'],
  [
    'an unknown property further down',
    'shelves: [{ height: 1, depth: 2 }]',
    '24: box.properties.shelves[] has no property depth',
  ],
  [
    'a property that is missing',
    "shelves: [{ things: ['a'] }]",
    '11: box.properties.shelves[] lacks height',
  ],
  ['a property that Azure sets', "address: 'x'", "1: box.properties.address is Azure's to set"],
  [
    'a literal that is not allowed',
    "colour: 'blue'",
    '9: box.properties.colour is one of red, green, not blue',
  ],
  ['a text for a number', "size: '1'", '7: box.properties.size is an int, not a string'],
  ['a number for a text', 'label: 1', '8: box.properties.label is a string, not an int'],
  ['a text for a truth', "open: 'true'", '7: box.properties.open is a bool, not a string'],
  [
    'an object for an array',
    'shelves: { height: 1 }',
    '10: box.properties.shelves is an array, not an object',
  ],
  ['an array for an object', 'lock: []', '7: box.properties.lock is an object, not an array'],
  ['a number that is too large', 'size: 10', '7: box.properties.size is 1 to 9, not 10'],
  ['a negative number', 'size: -1', '7: box.properties.size is 1 to 9, not -1'],
  [
    'a text that is too long',
    "label: 'abcdef'",
    '8: box.properties.label has 2 to 5 characters, not 6',
  ],
  [
    'a text of other letters',
    "label: 'ABC'",
    '8: box.properties.label matches ^[a-z]+$, and ABC does not',
  ],
  [
    'a case that there is not',
    "lock: { type: 'Bolt' }",
    '15: box.properties.lock.type is one of Key, Code, not Bolt',
  ],
  ['no case', 'lock: { digits: 4 }', '7: box.properties.lock lacks type'],
  [
    "another case's property",
    "lock: { type: 'Key', teeth: 1, digits: 4 }",
    '32: box.properties.lock has no property digits',
  ],
  [
    "a case's property that is missing",
    "lock: { type: 'Key' }",
    '7: box.properties.lock lacks teeth',
  ],
]) {
  test(`${what} is told`, () => {
    assert.deepEqual(check(box(property)).faults, [`main.bicep:4:${sentence}`]);
  });
}

test('a property of the resource itself is checked like those below', () => {
  const file = box('size: 1').replace(
    "name: 'box'",
    "name: 'box'\n  kind: 'glass'\n  plan: {}\n  tags: { a: 1 }",
  );
  assert.deepEqual(check(file).faults, [
    'main.bicep:3:9: box.kind is one of wood, paper, not glass',
    'main.bicep:4:3: box has no property plan',
    'main.bicep:5:14: box.tags.a is a string, not an int',
  ]);
});

test('a resource that is there already is only named', () => {
  const file =
    "resource a 'Test.Box/boxes@2025-01-01' existing = {\n  name: 'a'\n  kind: 'wood'\n}\noutput id string = a.id\n";
  assert.deepEqual(check(file), fault('main.bicep:3:3: a is there already: kind cannot be set'));
});

const lid = (name, parent) => `${box('size: 1')}resource lid 'Test.Box/boxes/lids@2025-01-01' = {
  name: ${name}
${parent}
}
`;

test('a child has a parent of the type above, or the whole path as its name', () => {
  assert.deepEqual(check(lid("'lid'", '  parent: box')), nothing);
  assert.deepEqual(check(lid("'${box.name}/lid'", '')), nothing);
  assert.deepEqual(
    check(lid("'lid'", '')),
    fault('main.bicep:8:9: the name of lid wants 2 parts, not 1'),
  );
  assert.deepEqual(
    check(lid("'box/lid'", '  parent: box')),
    fault('main.bicep:8:9: the name of lid wants 1 part, not 2'),
  );
  assert.deepEqual(check(lid("'lid'", '  parent: lid')).faults, [
    'main.bicep:9:11: the parent of lid is a Test.Box/boxes, not Test.Box/boxes/lids',
  ]);
});

test('a resource has a name', () => {
  assert.deepEqual(check(box('size: 1').replace("  name: 'box'\n", '')).faults.length > 0, true);
});
