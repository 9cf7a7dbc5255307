import { firstOf, keyOf, lastOf, partsOf, textOf } from './nodes.mjs';

/**
 * What a value may be. Types are plain objects with a `kind`: any, string, int, bool, array (`of`),
 * object (`properties`, `additional`), choice (an object whose property `discriminator` tells which
 * of the `cases` it is). Properties are looked up when they are needed, since types refer to
 * themselves.
 */
export const ANY = { kind: 'any' };
export const STRING = { kind: 'string' };
export const INT = { kind: 'int' };
export const BOOL = { kind: 'bool' };
export const OBJECT = { kind: 'object', properties: new Map(), additional: ANY };

export const arrayOf = (of) => ({ kind: 'array', of });

/** An object with these properties, all of them required unless told otherwise. */
export function objectOf(entries, additional = null) {
  const properties = new Map();
  for (const [name, type] of Object.entries(entries)) {
    properties.set(name, { required: true, readOnly: false, type: () => type });
  }
  return { kind: 'object', properties, additional };
}

const NAMED = {
  string: STRING,
  int: INT,
  bool: BOOL,
  object: OBJECT,
  array: arrayOf(ANY),
  secureString: STRING,
  secureObject: OBJECT,
};

/** The type that a file declares for a parameter or output, narrowed by its decorators. */
export function declaredType(declaration, model, report) {
  let type = typeFrom(declaration.type, model, report);
  for (const { name, values } of declaration.decorators) {
    const limit = Number(values[0]?.text);
    if (name === 'allowed') {
      const allowed = partsOf(values[0]).map(literal);
      type =
        type.kind === 'array'
          ? arrayOf({ ...type.of, values: allowed })
          : { ...type, values: allowed };
    } else if (['minLength', 'maxLength', 'minValue', 'maxValue'].includes(name)) {
      type = { ...type, [name]: limit };
    }
  }
  return type;
}

function typeFrom(node, model, report) {
  const inner = () => typeFrom(firstOf(node), model, report);
  switch (node.type) {
    case 'type':
    case 'parenthesized_type':
      return inner();
    case 'primitive_type':
    case 'identifier':
      return named(node, model, report);
    case 'array_type':
      return arrayOf(inner());
    case 'nullable_type':
      return { ...inner(), nullable: true };
    case 'string':
      return { ...STRING, values: [textOf(node)] };
    case 'number':
      return { ...INT, values: [Number(node.text)] };
    case 'boolean':
      return BOOL;
    case 'union_type':
      return union(partsOf(node).map((child) => typeFrom(child, model, report)));
    case 'object':
      return objectFrom(node, model, report);
    default:
      report.unchecked(model.source, node, `the type ${node.text} is not followed`);
      return ANY;
  }
}

function named(node, model, report) {
  const declaration = model.symbols.get(node.text);
  if (declaration?.kind === 'type') {
    model.used.add(node.text);
    return declaredType(declaration, model, report);
  }
  if (!NAMED[node.text]) {
    report.fault(model.source, node, `there is no type ${node.text}`);
  }
  return NAMED[node.text] ?? ANY;
}

function union(types) {
  const nullable = types.some((type) => type.nullable);
  const values = types.flatMap((type) => type.values ?? []);
  const oneKind = types.every((type) => type.kind === types[0].kind && type.values);
  return oneKind ? { ...types[0], values, nullable } : ANY;
}

function objectFrom(node, model, report) {
  const properties = new Map();
  let additional = null;
  for (const property of partsOf(node).filter((child) => child.type === 'object_property')) {
    const name = firstOf(property);
    const type = () => typeFrom(lastOf(property), model, report);
    if (name.text === '*') {
      additional = type();
    } else {
      const required = lastOf(property).type !== 'nullable_type';
      properties.set(keyOf(property), { required, readOnly: false, type });
    }
  }
  return { kind: 'object', properties, additional };
}

function literal(node) {
  return node.type === 'string'
    ? textOf(node)
    : node.type === 'number'
      ? Number(node.text)
      : node.text === 'true';
}
