import { Project } from '../src/project.mjs';
import { schemaFrom } from '../src/schemas.mjs';

/** Schemas of a provider that there is not, with one of everything that schemas have. */
const required = (type) => ({ type, required: true });
const readOnly = (type) => ({ type, readOnly: true });
const resource = (more) => ({
  properties: { id: readOnly('string'), name: required('string'), ...more },
});

export const SCHEMAS = new Map(
  [
    {
      name: 'Test.Box/boxes',
      version: '2025-01-01',
      body: 'Box',
      types: {
        Box: resource({
          properties: required('BoxProperties'),
          tags: 'Tags',
          kind: 'wood | paper | string',
        }),
        Tags: { properties: {}, additional: 'string' },
        BoxProperties: {
          properties: {
            size: { type: 'int', minValue: 1, maxValue: 9 },
            open: 'bool',
            label: { type: 'string', minLength: 2, maxLength: 5, pattern: '^[a-z]+$' },
            colour: 'red | green',
            shelves: 'Shelf[]',
            lock: 'Lock',
            anything: 'any',
            address: readOnly('string'),
          },
        },
        Shelf: { properties: { height: required('int'), things: 'string[]' } },
        Lock: {
          discriminator: 'type',
          properties: { maker: 'string' },
          cases: {
            Key: { type: required('Key'), teeth: required('int') },
            Code: { type: required('Code'), digits: 'int' },
          },
        },
      },
    },
    {
      name: 'Test.Box/boxes/lids',
      version: '2025-01-01',
      body: 'Lid',
      types: { Lid: resource({ properties: 'any' }) },
    },
  ].map((schema) => [schema.name, schemaFrom(schema)]),
);

/** Checks files, or the one file main.bicep. */
export function check(files, older) {
  const all = typeof files === 'string' ? { 'main.bicep': files } : files;
  const { faults, notChecked } = new Project(new Map(Object.entries(all)), SCHEMAS, older).check();
  return { faults, notChecked };
}

/** A box with these properties, one a line: the first stands on line 4. */
export function box(...properties) {
  return [
    "resource box 'Test.Box/boxes@2025-01-01' = {",
    "  name: 'box'",
    '  properties: {',
    ...properties,
    '  }',
    '}',
    '',
  ].join('\n');
}

export const nothing = { faults: [], notChecked: [] };

export const fault = (...faults) => ({ faults, notChecked: [] });
