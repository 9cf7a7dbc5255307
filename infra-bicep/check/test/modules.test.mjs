import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fault, nothing } from './boxes.mjs';

const PART = `@minLength(3)
param name string
param count int = 1
@allowed(['small', 'large'])
param size string
param places { city: string, street: string? }[] = []
output result string = '\${name}\${count}\${size}\${length(places)}'
`;

function main(...params) {
  return {
    'main.bicep': `module part 'modules/part.bicep' = {
  name: 'part'
  params: {
${params.join('\n')}
  }
}
output result string = part.outputs.result
`,
    'modules/part.bicep': PART,
  };
}

test('a module that is given what it declares is right', () => {
  assert.deepEqual(
    check(main("name: 'abc'", "size: 'small'", "places: [{ city: 'Oslo' }]")),
    nothing,
  );
});

test('a parameter that a module does not declare is told', () => {
  assert.deepEqual(
    check(main("name: 'abc'", "size: 'small'", 'Count: 2')),
    fault('main.bicep:6:1: part.params has no property Count; count is meant'),
  );
});

test('a parameter without a default has to be given', () => {
  assert.deepEqual(check(main("name: 'abc'")).faults, ['main.bicep:3:11: part.params lacks size']);
});

test('what is given has the type that is declared', () => {
  const { faults } = check(
    main("name: 'ab'", 'size: true', "count: '2'", "places: [{ street: 'A' }]"),
  );
  assert.deepEqual(faults, [
    'main.bicep:4:7: part.params.name has at least 3 characters, not 2',
    'main.bicep:5:7: part.params.size is a string, not a bool',
    'main.bicep:6:8: part.params.count is an int, not a string',
    'main.bicep:7:10: part.params.places[] lacks city',
  ]);
});

test('what is given is among the allowed values', () => {
  assert.deepEqual(
    check(main("name: 'abc'", "size: 'huge'")),
    fault('main.bicep:5:7: part.params.size is one of small, large, not huge'),
  );
});

test('an output that a module does not declare cannot be read', () => {
  const files = main("name: 'abc'", "size: 'small'");
  files['main.bicep'] = files['main.bicep'].replace('outputs.result', 'outputs.results');
  assert.deepEqual(check(files).faults, ['main.bicep:8:24: modules/part.bicep has no results']);
});

test('an output has the type that is declared', () => {
  const files = main("name: 'abc'", "size: 'small'");
  files['main.bicep'] = files['main.bicep'].replace('output result string', 'output result int');
  assert.deepEqual(check(files), fault('main.bicep:8:21: output result is an int, not a string'));
});

test('a default has the type that is declared', () => {
  assert.deepEqual(
    check("param a int = 'one'\noutput b int = a\n").faults[0],
    'main.bicep:1:15: a is an int, not a string',
  );
});

test('a module whose file is not there is told', () => {
  assert.deepEqual(
    check("module a 'b.bicep' = {\n  name: 'a'\n}\n"),
    fault('main.bicep:1:10: there is no file b.bicep'),
  );
});

test('modules in loops and under conditions are checked', () => {
  const files = main();
  files['main.bicep'] =
    `module part 'modules/part.bicep' = [for one in ['abc', 'd']: if (one != 'd') {
  name: one
  params: {
    name: one
    size: 'small'
  }
}]
`;
  assert.deepEqual(
    check(files),
    fault('main.bicep:1:56: part.params.name has at least 3 characters, not 1'),
  );
});
