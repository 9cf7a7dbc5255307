import { readdirSync, readFileSync } from 'node:fs';
import { ANY, BOOL, INT, OBJECT, STRING, arrayOf } from './types.mjs';

/** Azure's types of resources by name: `{name, version, body}`; body is a type. */
export function readSchemas(folders) {
  const schemas = new Map();
  for (const folder of folders) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const schema = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
      schemas.set(schema.name, schemaFrom(schema));
    }
  }
  return schemas;
}

export function schemaFrom(schema) {
  return {
    name: schema.name,
    version: schema.version,
    body: typeNamed(schema.body, schema.types, {}),
  };
}

/**
 * Reads what a schema calls a type: `string`, the name of one of its own, `Name[]`, or literals
 * such as `Enabled | Disabled`. A list that ends in `string` names the values that are known; others
 * are taken for mistakes.
 */
function typeNamed(name, types, rules) {
  if (name.endsWith('[]')) {
    return arrayOf(typeNamed(name.slice(0, -2), types, {}));
  }
  if (types[name]) {
    return ownType(types[name], types);
  }
  switch (name) {
    case 'any':
      return ANY;
    case 'object':
      return OBJECT;
    case 'bool':
      return BOOL;
    case 'int':
      return { ...INT, ...rules };
    case 'string':
      return { ...STRING, ...rules };
    default: {
      const values = name.split(' | ').filter((value) => value !== 'string');
      return { ...STRING, ...rules, values };
    }
  }
}

function ownType(own, types) {
  const base = propertiesOf(own.properties, types);
  if (own.discriminator) {
    const cases = new Map(
      Object.entries(own.cases).map(([value, properties]) => [
        value,
        {
          kind: 'object',
          properties: new Map([...base, ...propertiesOf(properties, types)]),
          additional: null,
        },
      ]),
    );
    return { kind: 'choice', discriminator: own.discriminator, cases };
  }
  return {
    kind: 'object',
    properties: base,
    get additional() {
      return own.additional ? typeNamed(own.additional, types, {}) : null;
    },
  };
}

function propertiesOf(properties = {}, types) {
  return new Map(
    Object.entries(properties).map(([name, property]) => {
      const {
        type,
        required = false,
        readOnly = false,
        ...rules
      } = typeof property === 'string' ? { type: property } : property;
      return [name, { required, readOnly, type: () => typeNamed(type, types, rules) }];
    }),
  );
}
