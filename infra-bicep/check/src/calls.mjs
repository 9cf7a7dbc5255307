import { FOLLOWED, RESULTS } from './functions.mjs';
import { elementsOf } from './members.mjs';
import { argumentsOf, lastOf, textOf } from './nodes.mjs';
import { inLambda } from './scope.mjs';
import { STRING } from './types.mjs';
import { arrayOfLater, literal, objectOfLater, typed, unknown, valuesOf } from './values.mjs';

/** What a function gives: its type, or what it makes of what it is given. */
export function valuesOfCall(node, scope) {
  const name = node.childForFieldName('function').text.replace(/^(az|sys)\./, '');
  if (RESULTS.has(name)) {
    return typed(RESULTS.get(name), node, scope);
  }
  return FOLLOWED.has(name)
    ? CALLS[name](argumentsOf(node), node, scope)
    : unknown(node, scope, `what ${name} gives is not followed`);
}

const CALLS = {
  take([list, count], node, scope) {
    return valuesOf(list, scope).flatMap((value) => {
      if (value.is !== 'text') {
        return [value];
      }
      return count.type === 'number'
        ? literal('text', value.literal.slice(0, Number(count.text)), node, scope)
        : typed(STRING, node, scope);
    });
  },
  skip: ([list], node, scope) =>
    valuesOf(list, scope).flatMap((value) =>
      value.is === 'text' ? typed(STRING, node, scope) : [value],
    ),
  // 13 letters or digits: which, does not matter to lengths and patterns.
  uniqueString: (_, node, scope) => literal('text', 'a1b2c3d4e5f6g', node, scope),
  filter: ([list], _, scope) => valuesOf(list, scope),
  first: ([list], node, scope) => elementsOf(valuesOf(list, scope), node, scope),
  last: ([list], node, scope) => elementsOf(valuesOf(list, scope), node, scope),
  map: ([, lambda], node, scope) =>
    arrayOfLater([() => valuesOf(lastOf(lambda), inLambda(lambda, node, scope))], node, scope),
  flatten([list], node, scope) {
    const inner = () => elementsOf(elementsOf(valuesOf(list, scope), node, scope), node, scope);
    return arrayOfLater([inner], node, scope);
  },
  concat: together,
  union: together,
  loadJsonContent([path], node, scope) {
    const json = scope.project.json(scope.source, textOf(path));
    if (json === undefined) {
      scope.fault(path, `there is no file ${textOf(path)}`);
    }
    return valuesOfJson(json, node, scope);
  },
};

/** Each way that the parts can come together: what stands further back wins. */
function together(given, node, scope) {
  return given
    .map((argument) => valuesOf(argument, scope))
    .reduce((ways, parts) =>
      ways.flatMap((way) => parts.map((part) => joined(way, part, node, scope))),
    );
}

function joined(one, other, node, scope) {
  if (one.is === 'array' && other.is === 'array') {
    return arrayOfLater([...one.items, ...other.items], node, scope)[0];
  }
  const [objects, others] = [one, other].reduce(
    ([known, rest], part) =>
      part.is === 'object' ? [[...known, part], rest] : [known, [...rest, part]],
    [[], []],
  );
  if (objects.length === 0) {
    return one;
  }
  return objectOfLater(new Map(objects.flatMap((part) => [...part.entries])), node, scope, {
    computed: objects.flatMap((part) => part.computed),
    others: [...objects.flatMap((part) => part.others), ...others],
  })[0];
}

function valuesOfJson(json, node, scope) {
  if (Array.isArray(json)) {
    return arrayOfLater(
      json.map((item) => () => valuesOfJson(item, node, scope)),
      node,
      scope,
    );
  }
  switch (typeof json) {
    case 'string':
      return literal('text', json, node, scope);
    case 'number':
    case 'boolean':
      return literal(typeof json, json, node, scope);
    case 'object': {
      const later = Object.entries(json ?? {}).map(([name, value]) => [
        name,
        () => valuesOfJson(value, node, scope),
      ]);
      return json === null
        ? literal('null', null, node, scope)
        : objectOfLater(new Map(later), node, scope);
    }
    default:
      return unknown(node, scope, 'the file is not there');
  }
}
