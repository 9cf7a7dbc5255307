import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, fault, nothing } from './boxes.mjs';

const MAIN = `@allowed(['test', 'prod'])
param environment string
@minValue(2)
param count int
param mail string = ''
output all string = '\${environment}\${count}\${mail}'
`;

const checkWith = (...lines) =>
  check({
    'main.bicep': MAIN,
    'parameters/test.bicepparam': ["using '../main.bicep'", ...lines, ''].join('\n'),
  });

test('a parameter file that gives what is declared is right', () => {
  assert.deepEqual(
    checkWith(
      "param environment = 'test'",
      'param count = 2',
      "param mail = readEnvironmentVariable('MAIL', '')",
    ),
    nothing,
  );
});

test('a parameter that is not declared is told', () => {
  assert.deepEqual(
    checkWith("param environment = 'test'", 'param count = 2', "param post = 'x'"),
    fault('parameters/test.bicepparam:4:7: ../main.bicep has no property post'),
  );
});

test('a parameter without a default has to be given', () => {
  assert.deepEqual(checkWith('param count = 2').faults, [
    'parameters/test.bicepparam:1:1: ../main.bicep lacks environment',
  ]);
});

test('values outside of what decorators allow are told', () => {
  assert.deepEqual(
    checkWith("param environment = 'staging'", 'param count = 1'),
    fault(
      'parameters/test.bicepparam:2:21: ../main.bicep.environment is one of test, prod, not staging',
      'parameters/test.bicepparam:3:15: ../main.bicep.count is at least 2, not 1',
    ),
  );
});

test('a value of another type is told', () => {
  assert.deepEqual(
    checkWith("param environment = 'test'", "param count = '2'"),
    fault('parameters/test.bicepparam:3:15: ../main.bicep.count is an int, not a string'),
  );
});

test('a parameter file is for a file that is there', () => {
  assert.match(
    check({ 'a.bicepparam': "using 'main.bicep'\n" }).faults[0],
    /a\.bicepparam:1:1: there is no file main\.bicep/,
  );
  assert.match(
    check({ 'a.bicepparam': "param a = 'x'\n" }).faults[0],
    /says by `using` what it is for/,
  );
});
