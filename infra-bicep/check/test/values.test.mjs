import assert from 'node:assert/strict';
import { test } from 'node:test';
import { box, check, fault, nothing } from './boxes.mjs';

test('both ways of a condition are checked', () => {
  const file = `param b bool\n${box("label: b ? 'abc' : 'ABC'")}`;
  assert.deepEqual(
    check(file),
    fault('main.bicep:5:20: box.properties.label matches ^[a-z]+$, and ABC does not'),
  );
});

test('what a variable holds is checked where it stands', () => {
  const file = `var label = 'ABC'\n${box('label: label')}`;
  assert.deepEqual(
    check(file),
    fault('main.bicep:1:13: box.properties.label matches ^[a-z]+$, and ABC does not'),
  );
});

test('what a loop goes through is checked', () => {
  const file =
    "var all = [{ n: 'abc' }, { n: 'A' }]\n" +
    box('label: one.n').replace('= {', '= [for one in all: {').replace(/}\n$/, '}]\n');
  assert.deepEqual(check(file).faults, [
    'main.bicep:1:31: box.properties.label has 2 to 5 characters, not 1',
    'main.bicep:1:31: box.properties.label matches ^[a-z]+$, and A does not',
  ]);
});

test('what a lambda makes is checked', () => {
  const file = box('shelves: map([1, 2], n => { height: n, width: n })');
  assert.deepEqual(check(file).faults, [
    'main.bicep:4:40: box.properties.shelves[] has no property width',
  ]);
  assert.deepEqual(check(box("shelves: map(['a'], n => { height: n })")).faults, [
    'main.bicep:4:15: box.properties.shelves[].height is an int, not a string',
  ]);
});

test('what is united is checked', () => {
  assert.deepEqual(
    check(box("lock: union({ type: 'Code' }, { teeth: 1 })")),
    fault('main.bicep:4:33: box.properties.lock has no property teeth'),
  );
  assert.deepEqual(
    check(box("shelves: concat([{ height: 1 }], [{ height: '1' }])")),
    fault('main.bicep:4:45: box.properties.shelves[].height is an int, not a string'),
  );
});

test('what is flattened is checked', () => {
  assert.deepEqual(
    check(box('anything: 1', 'shelves: flatten([[{ height: 1 }], [{ height: true }]])')).faults,
    ['main.bicep:5:47: box.properties.shelves[].height is an int, not a bool'],
  );
});

test('what is read from a file is checked', () => {
  const files = {
    'main.bicep': box("shelves: loadJsonContent('data/shelves.json')"),
    'data/shelves.json': '[{"height": "1"}]',
  };
  assert.deepEqual(
    check(files),
    fault('main.bicep:4:10: box.properties.shelves[].height is an int, not a string'),
  );
  delete files['data/shelves.json'];
  assert.deepEqual(check(files).faults, ['main.bicep:4:26: there is no file data/shelves.json']);
});

test('a text is put together for every way that its parts can turn out', () => {
  const file = `@allowed(['a', 'bcde'])\nparam b string\n${box("label: 'x${b}y'")}`;
  assert.deepEqual(
    check(file),
    fault('main.bicep:6:8: box.properties.label has 2 to 5 characters, not 6'),
  );
});

test('a unique text counts with its length', () => {
  assert.deepEqual(
    check(box("label: take('${uniqueString(resourceGroup().id)}', 6)")).faults[0],
    'main.bicep:4:8: box.properties.label has 2 to 5 characters, not 6',
  );
});

test('a parameter is what modules give', () => {
  const files = {
    'main.bicep':
      "module part 'part.bicep' = {\n  name: 'part'\n  params: {\n    label: 'ABC'\n  }\n}\n",
    'part.bicep': `param label string\n${box('label: label')}`,
  };
  assert.deepEqual(
    check(files),
    fault('main.bicep:4:12: box.properties.label matches ^[a-z]+$, and ABC does not'),
  );
});

test('what is not empty where it is used is not taken for empty', () => {
  assert.deepEqual(
    check({
      'main.bicep': `param b string = ''\n${box("label: empty(b) ? 'none' : b")}`,
      'a.bicepparam': "using 'main.bicep'\n",
    }),
    nothing,
  );
});

test("a parameter's type is checked where nobody gives it", () => {
  assert.deepEqual(
    check(`param b bool\n${box('size: b')}`),
    fault('main.bicep:5:7: box.properties.size is an int, not a bool'),
  );
});

test('what is not followed is counted, not passed over', () => {
  assert.deepEqual(check(`param b string\n${box('colour: b')}`), {
    faults: [],
    notChecked: ['main.bicep:5:9: box.properties.colour: any string may be in b'],
  });
  assert.deepEqual(check(`param b object\n${box('lock: b')}`).notChecked.length, 1);
  assert.deepEqual(check(box("shelves: json('[]')")).notChecked.length, 1);
});

test('what is made of itself is told', () => {
  const { faults } = check(`var a = b\nvar b = '${'$'}{a}'\n${box('label: a')}`);
  assert.deepEqual(
    faults.map((line) => line.replace(/^.*?: /, '')),
    ['a is made of itself'],
  );
});
