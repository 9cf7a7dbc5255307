import assert from 'node:assert/strict';
import { test } from 'node:test';
import { box, check, fault, nothing } from './boxes.mjs';

test('names of the file, of loops and of lambdas are found', () => {
  const file = `param names string[]
var upper = map(names, name => toUpper(name))
output pairs array = [for (name, i) in upper: '\${name}\${i}']
`;
  assert.deepEqual(check(file), nothing);
});

test('a name that is declared nowhere is told', () => {
  assert.deepEqual(check('output a string = b\n').faults, [
    'main.bicep:1:19: b is declared nowhere',
  ]);
});

test('the name of a loop is not known outside of it', () => {
  const file = 'param all int[]\noutput a array = [for one in all: one]\noutput b int = one\n';
  assert.deepEqual(check(file).faults, ['main.bicep:3:16: one is declared nowhere']);
});

test('a name in a text is looked up, too', () => {
  assert.deepEqual(check("output a string = 'x${b}'\n").faults, [
    'main.bicep:1:23: b is declared nowhere',
  ]);
});

test('a function that is not there is told', () => {
  assert.deepEqual(check("output a string = lower('A')\n").faults, [
    'main.bicep:1:19: there is no function lower',
  ]);
});

test('functions of the namespaces are known', () => {
  assert.deepEqual(
    check(
      "output a string = az.environment().suffixes.storage\noutput b string = sys.toLower('A')\n",
    ),
    nothing,
  );
});

test('a decorator that is not there is told', () => {
  assert.match(
    check("@describe('x')\nparam a string\noutput b string = a\n").faults[0],
    /1:1: there is no decorator describe/,
  );
});

test('unused parameters, variables and existing resources are told', () => {
  const file = `param a string
var b = 1
resource c 'Test.Box/boxes@2025-01-01' existing = {
  name: 'c'
}
`;
  assert.deepEqual(
    check(file),
    fault(
      'main.bicep:1:7: a is used nowhere',
      'main.bicep:2:5: b is used nowhere',
      'main.bicep:3:10: c is used nowhere',
    ),
  );
});

test('a name is declared once, and a property set once', () => {
  assert.deepEqual(
    check('var a = 1\nvar a = 2\noutput b int = a\n'),
    fault('main.bicep:2:5: a is declared twice'),
  );
  assert.deepEqual(check(box('size: 1', 'size: 2')), fault('main.bicep:5:1: size is there twice'));
});

test('a property that a resource does not have cannot be read', () => {
  const file = `${box('size: 1')}output a string = box.properties.adress\n`;
  assert.deepEqual(check(file).faults, ['main.bicep:7:19: it has no adress']);
  assert.deepEqual(check(file.replace('adress', 'address')), nothing);
});

test('a property that a variable does not have cannot be read', () => {
  assert.deepEqual(check('var a = { b: 1 }\noutput c int = a.d\n').faults, [
    'main.bicep:2:16: there is no d in what stands at main.bicep:1:9',
  ]);
});
